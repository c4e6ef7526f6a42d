"""Whose a form is, which calls ask it, and how many people are in the middle of it; each person sees what is theirs."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from programs import access
from programs.models import Draft, ProgramPage
from programs.offer.call_state import CallState, call_sentence, call_state

from .screens import ways


@dataclass(frozen=True)
class AskingCall:
    """One call that asks the form. `address` and `numbers` are empty for whom they are not."""

    words: str
    state: str
    sentence: str
    address: str
    numbers: str


@dataclass(frozen=True)
class FormFacts:
    form: object
    user: object

    @cached_property
    def program(self):
        page = ProgramPage.objects.ancestor_of(self.form).select_related("program__host").last()
        return page and page.program

    @cached_property
    def calls(self):
        """Newest round first. A round that is a draft is shown to those who plan it."""
        planned, counted = (self._programs(what) for what in (access.PLAN, access.COUNT))
        rows = [row for row in self._rows() if row.round.program_id in planned or not _is_draft(row)]
        return [_told(row, row.round.program_id in planned, row.round.program_id in counted) for row in rows]

    @cached_property
    def ways(self):
        return ways(self.form, self.user)

    def _rows(self):
        under_way = Draft.objects.unsent().filter(call=OuterRef("pk"), application=None).order_by().values("call")
        number = Subquery(under_way.values(number=Count("pk")))
        rows = self.form.asking_calls().select_related("round__program", "role", "form").with_taken()
        return rows.annotate(under_way=Coalesce(number, 0)).order_by("-round", "role")

    def _programs(self, what):
        return set(access.programs_for(self.user, what).values_list("pk", flat=True))


def _is_draft(call):
    return call_state(call) == CallState.DRAFT


def _told(call, planned, counted):
    state = call_state(call, timezone.now())
    address = reverse("round:edit", args=[call.round_id]) if planned else ""
    return AskingCall(str(call), state.label, call_sentence(call, state), address, _numbers(call) if counted else "")


def _numbers(call):
    sent = ngettext("%(count)d application", "%(count)d applications", call.taken) % {"count": call.taken}
    begun = ngettext("%(count)d form under way", "%(count)d forms under way", call.under_way)
    return gettext("%(sent)s, %(begun)s") % {"sent": sent, "begun": begun % {"count": call.under_way}}


def forming_css():
    """insert_global_admin_css"""
    return format_html('<link rel="stylesheet" href="{}">', static("programs/forming.css"))
