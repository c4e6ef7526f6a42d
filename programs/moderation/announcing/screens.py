"""Announcing a round: every letter first, as each person gets it, then exactly the decisions that were shown and not held back."""

from django import forms
from django.db.models import Count, Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView, BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from portal.site.addresses import ids_in
from programs.access import ANNOUNCE, may, require, scope
from programs.access.screens import MENTORING_MENU
from programs.letters.writing import OwnTexts
from programs.models import Application, Decision, Round
from programs.moderation.deciding.one import shown
from programs.moderation.places import places_of
from programs.moderation.queue.seen import SeenField

from .telling import announce, counted, silent_decisions, undecided

SILENT = Q(
    calls__applications__decisions__isnull=False,
    calls__applications__decisions__announced_at=None,
    calls__applications__decisions__dropped_at=None,
)


class AnnounceIndexView(BaseListingView):
    """The rounds in which something is decided that nobody was told."""

    page_title = _("Announce")
    header_icon = "mail"
    index_url_name = "announce:index"
    columns = [
        TitleColumn("name", label=_("Round"), accessor=str, url_name="announce:round"),
        Column("silent", label=_("Decided, not announced")),
    ]
    paginate_by = 50
    no_results_message = _("Every decision was announced.")

    def dispatch(self, request, *args, **kwargs):
        require(request.user, ANNOUNCE)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        rounds = scope(Round.objects.select_related("program"), self.request.user, ANNOUNCE)
        silent = Count("calls__applications__decisions", filter=SILENT)
        return rounds.annotate(silent=silent).filter(silent__gt=0).order_by("program__name", "-starts", "-id")


class DecisionsForm(forms.Form):
    seen = SeenField(words=Decision.Verb.values, required=False)


class HeldField(forms.Field):
    """Ticked decisions; what is no key of one ticks nothing."""

    def to_python(self, value):
        return set(ids_in(value or []))


class HoldingForm(DecisionsForm):
    """`hold` are those that somebody ticked: fewer fields than one for each letter that goes."""

    hold = HeldField(required=False, widget=forms.MultipleHiddenInput)


class AnnounceRoundView(BaseObjectMixin, WagtailAdminTemplateMixin, FormView):
    model = Round
    form_class = HoldingForm
    header_icon = "mail"
    page_title = _("Announce")
    template_name = "programs/moderation/announce_round.html"

    def get_base_object_queryset(self):
        return Round.objects.select_related("program")

    def get_object(self):
        round = super().get_object()
        require(self.request.user, ANNOUNCE, round)
        return round

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        index = {"url": reverse("announce:index"), "label": self.page_title}
        return [*self.breadcrumbs_items, index, {"url": "", "label": str(self.object)}]

    @cached_property
    def decisions(self):
        decisions = list(silent_decisions(self.object))
        rows = Application.objects.with_program().light().in_bulk([one.application_id for one in decisions])
        for decision in decisions:
            decision.application = rows[decision.application_id]
        return sorted(decisions, key=lambda one: (one.application.call_id, one.application.name, one.pk))

    def get_initial(self):
        return {"seen": {decision.pk: decision.verb for decision in self.decisions}}

    def form_valid(self, form):
        """Exactly what was on the screen. What was decided since waits until somebody has seen it."""
        held = form.cleaned_data["hold"]
        seen = [pk for pk in form.cleaned_data["seen"] if pk not in held]
        letters = announce(silent_decisions(self.object).filter(pk__in=seen), by=self.request.user)
        tell(self.request, announced=len(letters), seen=len(seen))
        left = silent_decisions(self.object)
        if kept := left.filter(pk__in=held).count():
            messages.warning(self.request, held_words(kept))
        if newer := left.exclude(pk__in=held).count():
            messages.warning(self.request, left_words(newer))
        return redirect("announce:round", self.object.pk) if kept or newer else redirect("announce:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "round": self.object,
            "numbers": counted(self.decisions),
            "total": len(self.decisions),
            "letters": letters_of(self.decisions),
            "places": places_of(self.object.calls.values("pk")),
            "undecided": undecided(self.object).count(),
        }


def letters_of(decisions):
    """Every letter as the person gets it: [(decision, subject, text), ...]."""
    own = OwnTexts.of([decision.application for decision in decisions])
    return [(decision, *shown(decision.verb, decision.application, own)) for decision in decisions]


def held_words(kept):
    return ngettext(
        "%(n)d decision was held back. Nobody is told of it until you announce it.",
        "%(n)d decisions were held back. Nobody is told of them until you announce them.",
        kept,
    ) % {"n": kept}


def samples(decisions):
    """One letter of each kind, as one applicant will get it: [(what was decided, application, subject, text), ...]."""
    first = {}
    for decision in decisions:
        first.setdefault(decision.verb, decision)
    return [
        (label, first[verb].application, *shown(verb, first[verb].application))
        for verb, label in Decision.Verb.choices
        if verb in first
    ]


def tell(request, *, announced, seen):
    """What came of it, for the person who pressed the button."""
    if announced:
        done = ngettext("%(n)d decision announced.", "%(n)d decisions announced.", announced) % {"n": announced}
        messages.success(request, done + " " + gettext("The letters go out within minutes."))
    if announced < seen:
        passed = ngettext(
            "%(n)d was changed or announced by somebody else meanwhile and passed over.",
            "%(n)d were changed or announced by somebody else meanwhile and passed over.",
            seen - announced,
        )
        messages.warning(request, passed % {"n": seen - announced})


def left_words(left):
    return ngettext(
        "%(n)d decision was made since you looked. It is not announced.",
        "%(n)d decisions were made since you looked. They are not announced.",
        left,
    ) % {"n": left}


class AnnounceMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, ANNOUNCE)


class AnnounceViewSet(ViewSet):
    name = "announce"
    url_prefix = "mentoring/announce"
    icon = "mail"
    menu_label = _("Announce")
    menu_order = 20
    menu_hook = MENTORING_MENU
    menu_item_class = AnnounceMenuItem

    def get_urlpatterns(self):
        return [
            path("", self.construct_view(AnnounceIndexView), name="index"),
            path("<int:pk>/", self.construct_view(AnnounceRoundView), name="round"),
        ]
