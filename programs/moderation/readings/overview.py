"""Who reads what, for coordinators: how much each reader has, what lacks readings, and a letter to whoever is late."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin

from programs.access import DECIDE, programs_for, require
from programs.access.naming import rubric_of
from programs.models import Application, Conflict, Program, Reading, ReadingNotice
from programs.readings.assigning import readers_of
from programs.readings.letters import tell_readers
from programs.readings.standing import Status, lacking_readings

from .people import name_of

A_DAY = timedelta(days=1)
"""So long after a letter nobody can be reminded by hand."""


class ProgramsView(BaseListingView):
    """The programs for which this person decides."""

    page_title = _("Who reads what")
    header_icon = "group"
    index_url_name = "reading:programs"
    columns = [TitleColumn("name", label=_("Program"), accessor=str, url_name="reading:program")]
    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        require(request.user, DECIDE)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return programs_for(self.request.user, DECIDE).order_by("name")


class ProgramView(WagtailAdminTemplateMixin, TemplateView):
    page_title = _("Who reads what")
    header_icon = "group"
    template_name = "programs/moderation/readings/program.html"
    http_method_names = ["get", "head", "post"]

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.program = get_object_or_404(Program.objects.select_related("rubric"), pk=kwargs["pk"])
        require(request.user, DECIDE, self.program)

    def get_page_subtitle(self):
        return str(self.program)

    def get_breadcrumbs_items(self):
        index = {"url": reverse("reading:programs"), "label": self.page_title}
        return [*self.breadcrumbs_items, index, {"url": "", "label": str(self.program)}]

    def post(self, request, *args, **kwargs):
        """A letter to whoever has something to read and was not written to since yesterday."""
        now = timezone.now()
        told = ReadingNotice.objects.filter(correspondent__program=self.program, written_at__gt=now - A_DAY)
        late = self.waiting().exclude(reader__in=told.values("user")).exclude(reader=None).select_related("reader")
        members = {reader.pk for reader in readers_of(self.program)}
        with transaction.atomic():
            readers = [reading.reader for reading in late if reading.reader_id in members]
            written = tell_readers(self.program, readers, "to_read_reminder", now)
        if written:
            sentence = ngettext(
                "%(n)d letter goes out within minutes.", "%(n)d letters go out within minutes.", written
            )
            messages.success(request, sentence % {"n": written})
        else:
            messages.info(request, gettext("Nobody is written to: nothing waits, or a letter went within a day."))
        return redirect("reading:program", self.program.pk)

    def waiting(self):
        return Reading.objects.waiting().filter(application__call__round__program=self.program)

    def rows(self):
        """[{"name", "waiting", "read", "recused", "told", "declared"}, ...] of whoever reads or has read. Four queries."""
        of_program = Reading.objects.filter(application__call__round__program=self.program)
        open_still = Q(status=Status.ASSIGNED, application__status=Application.Status.RECEIVED)
        counted = {
            row["reader"]: row
            for row in of_program.order_by()
            .values("reader")
            .annotate(
                waiting=Count("pk", filter=open_still),
                read=Count("pk", filter=Q(status=Status.SUBMITTED)),
                recused=Count("pk", filter=Q(status=Status.RECUSED)),
            )
        }
        told = dict(ReadingNotice.objects.filter(correspondent__program=self.program).values_list("user", "written_at"))
        declared = {}
        for user, about in Conflict.objects.filter(program=self.program).values_list("user", "about"):
            declared.setdefault(user, []).append(about)
        none = {"waiting": 0, "read": 0, "recused": 0}
        return [
            none
            | counted.get(reader.pk, {})
            | {"name": name_of(reader), "told": told.get(reader.pk), "declared": declared.get(reader.pk, [])}
            for reader in readers_of(self.program)
        ]

    def get_context_data(self, **kwargs):
        undecided = Application.objects.awaiting_decision().filter(call__round__program=self.program)
        return super().get_context_data(**kwargs) | {
            "program": self.program,
            "rubric": rubric_of(self.program),
            "rows": self.rows(),
            "lacking": lacking_readings(undecided).count(),
            "undecided": undecided.count(),
            "waiting": self.waiting().count(),
            "zone": self.program.time_zone,
        }
