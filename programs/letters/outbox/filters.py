"""The outbox's filters. Each offers only what the person may see, and takes nothing but what it offers."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _

from programs.access import LETTERS, programs_for
from programs.letters.states import State
from programs.models import letter_kinds


class OfferedFilter(SimpleListFilter):
    """Filters by a field's value, if that value is on offer."""

    field = None

    def queryset(self, request, queryset):
        offered = {str(value) for value, _label in self.lookup_choices}
        return queryset.filter(**{self.field: self.value()}) if self.value() in offered else queryset


class ProgramFilter(OfferedFilter):
    title = _("program")
    parameter_name = "program"
    field = "correspondent__program"

    def lookups(self, request, model_admin):
        return [(program.pk, program.said("name")) for program in programs_for(request.user, LETTERS)]


class KindFilter(OfferedFilter):
    title = _("kind")
    parameter_name = field = "kind"

    def lookups(self, request, model_admin):
        return [(kind.name, kind.label) for kind in letter_kinds().values() if kind.in_outbox]


class StateFilter(OfferedFilter):
    title = _("state")
    parameter_name = field = "state"

    def lookups(self, request, model_admin):
        return State.choices


FILTERS = (StateFilter, KindFilter, ProgramFilter)
