"""The columns of the queue: the person first, then how they stand, how long they wait, and for what they applied."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from programs.access.shown_to import Audience
from programs.membership.claims import membership_words
from programs.readings.standing import read_of

from .reach import reach_of
from .waiting import is_late, overdue_words, promised_words, waiting_words


class PersonColumn(TitleColumn):
    """The name, which is the link and keeps the list's filter, and the reference."""

    cell_template_name = "programs/moderation/person_cell.html"

    def get_link_url(self, application, parent_context):
        return super().get_link_url(application, parent_context) + parent_context["table"].address_query


class StateColumn(Column):
    """The state, and what is to be known beside it."""

    cell_template_name = "programs/moderation/state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        told = {"membership": membership_words(instance), "is_late": is_late(instance)}
        return super().get_cell_context_data(instance, parent_context) | told


class WaitingColumn(Column):
    cell_template_name = "programs/moderation/waiting_cell.html"


class PromisedColumn(Column):
    cell_template_name = "programs/moderation/promised_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        return super().get_cell_context_data(instance, parent_context) | {"overdue": overdue_words(instance)}


class ReadingsColumn(Column):
    """Read by 2 of 3, and what came of it as far as who looks may see it. Needs with_readings()."""

    cell_template_name = "programs/moderation/readings/cell.html"

    def get_cell_context_data(self, instance, parent_context):
        request = parent_context["request"]
        decides = reach_of(request).audience(instance.call) == Audience.COORDINATOR
        told = {"read": read_of(instance, request.user, decides=decides)}
        return super().get_cell_context_data(instance, parent_context) | told


class CallColumn(Column):
    """The role, and the program with its round."""

    cell_template_name = "programs/moderation/call_cell.html"


COLUMNS = [
    PersonColumn(
        "name",
        label=_("Applicant"),
        url_name="application:inspect",
        sort_key="name",
        get_title_id=lambda application: f"application_{application.pk}_title",
    ),
    StateColumn("status", label=_("State"), accessor="get_status_display", sort_key="status"),
    WaitingColumn("waiting", label=_("Waiting"), accessor=waiting_words, sort_key="submitted_at"),
    PromisedColumn(
        "promised",
        label=_("Promised by"),
        accessor=promised_words,
        sort_key="call__round__decisions_by",
        classname="queue-promised",
    ),
    ReadingsColumn("readings", label=_("Readings"), accessor="pk", sort_key="average"),
    CallColumn("call", label=_("Applied for"), accessor="call"),
]

MAY_BE_UNKNOWN = {"call__round__decisions_by", "average"}
"""Sort keys without a value in some rows, which come last in either direction."""
