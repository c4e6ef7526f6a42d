"""What the queue can be narrowed to. Every choice stands in the address, and offers only what the person may see."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from portal.site.addresses import ids_in
from programs.membership.claims import Membership
from programs.models import Application, Look, Program, Reading
from programs.readings.standing import lacking_readings
from programs.references.showing import with_reference

from .answers import HELD, AnswerFilter, CallSelect, asked_with_choices, name_of
from .reach import reach_of, readable_calls, readable_programs, readable_roles, readable_rounds, readable_tags
from .waiting import AFTER_SOFT_DEADLINE, APART

Status = Application.Status


class RoleField(django_filters.fields.ModelChoiceField):
    """Every program has roles of its own, which often have the same names."""

    def label_from_instance(self, role):
        return f"{role.program.code}: {role.said('name')}"


class TagField(django_filters.fields.ModelChoiceField):
    """So has every program tags of its own."""

    def label_from_instance(self, tag):
        return f"{tag.program.code}: {tag.name}"


class TagFilter(django_filters.ModelChoiceFilter):
    field_class = TagField


class CallField(django_filters.fields.ModelChoiceField):
    found = None
    """The call of the address, where it was looked up before."""

    def to_python(self, value):
        return self.found if self.found and str(self.found.pk) == value else super().to_python(value)


class CallFilter(django_filters.ModelChoiceFilter):
    field_class = CallField


class RoleFilter(django_filters.ModelChoiceFilter):
    field_class = RoleField


def one_of(label, choices, **kwargs):
    """A filter of a few choices, none of which is chosen at first."""
    kwargs = {"empty_label": _("All"), "widget": forms.RadioSelect} | kwargs
    return django_filters.ChoiceFilter(choices=choices, label=label, **kwargs)


class DaysFilter(django_filters.NumberFilter):
    field_class = forms.IntegerField


class QueueFilterSet(WagtailFilterSet):
    program = django_filters.ModelChoiceFilter(
        field_name="call__round__program", queryset=readable_programs, label=_("Program")
    )
    round = django_filters.ModelChoiceFilter(field_name="call__round", queryset=readable_rounds, label=_("Round"))
    role = RoleFilter(field_name="call__role", queryset=readable_roles, label=_("Role"))
    call = CallFilter(queryset=readable_calls, label=_("Call"), widget=CallSelect)
    status = django_filters.MultipleChoiceFilter(
        choices=Status.choices, widget=forms.CheckboxSelectMultiple, label=_("State"), distinct=False
    )
    tag = TagFilter(field_name="tags", queryset=readable_tags, label=_("Tag"))
    unread = one_of(_("Unread"), [("yes", _("Not read by me"))], method="only_unread")
    waiting = DaysFilter(label=_("Days waited, more than"), min_value=0, max_value=3650, method="only_waiting")
    silent = one_of(_("Announcing"), [("yes", _("Decided, not announced"))], method="only_silent")
    late = one_of(
        _("Late"), [("soft", _("After the soft deadline")), ("closed", _("Sent after closing"))], method="only_late"
    )
    apart = one_of(
        _("Standing apart"),
        [("unproven", _("Address not proven")), ("suspected", _("May be junk"))],
        empty_label=_("Those with a proven address"),
        method="only_apart",
    )
    double = one_of(_("Doubles"), [("yes", _("Possible duplicates"))], method="only_double")
    membership = one_of(
        _("Membership"), [(state.value, state.label) for state in (Membership.TO_VERIFY, Membership.VERIFIED)]
    )
    reference = one_of(
        _("Reference from somebody else"),
        [("waiting", _("Waited for")), ("here", _("Here")), ("declined", _("Declined"))],
        method="only_reference",
    )

    readings = one_of(
        _("Readings"),
        [("missing", _("Readings missing")), ("enough", _("Read by enough")), ("mine", _("Assigned to me"))],
        method="only_readings",
    )

    class Meta:
        model = Application
        fields = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        """With a call come the questions of its form that have choices."""
        super().__init__(data, queryset, request=request, prefix=prefix)
        self.call = self._chosen_call()
        self.questions = asked_with_choices(self.call, reach_of(request).audience(self.call)) if self.call else {}
        for key, (label, options) in self.questions.items():
            answer = AnswerFilter(choices=options, label=label, question=key)
            answer.parent, answer.model = self, Application
            self.filters[name_of(key)] = answer
        self.form.fields["call"].found = self.call
        self.form.fields["call"].widget.held = self.call.pk if self.call else ""

    @property
    def by_answer(self):
        """(key, label, choices, which is chosen) of the questions of the chosen call."""
        return [
            (key, label, options, self.data.get(name_of(key), "")) for key, (label, options) in self.questions.items()
        ]

    @property
    def narrows_by_answer(self):
        return any(chosen for _key, _label, _options, chosen in self.by_answer)

    @property
    def held_elsewhere(self):
        """Whether the pop-up that asked has the questions of another call, or of none."""
        return self.data.get(HELD, "") != (str(self.call.pk) if self.call else "")

    @property
    def all_else(self):
        """(name, value) of all else in the address, for a form that asks for answers; it begins at the first page."""
        left = {"p", HELD, *map(name_of, self.questions)}
        return [(name, value) for name in self.data if name not in left for value in self.data.getlist(name)]

    def _chosen_call(self):
        chosen = ids_in([self.data.get("call", "")])
        found = readable_calls(self.request).select_related("form", "round__program", "role").filter(pk__in=chosen)
        return found.first() if chosen else None

    def only_unread(self, applications, name, value):
        """Never opened by this person, or not since the applicant changed it."""
        since = Coalesce(OuterRef("changed_at"), OuterRef("submitted_at"))
        mine = Look.objects.filter(user=self.request.user, application=OuterRef("pk"), at__gte=since)
        return applications.filter(~Exists(mine))

    def only_waiting(self, applications, name, days):
        """By the calendar of each program, as the list counts."""
        zones = Program.objects.order_by().values_list("time_zone", flat=True).distinct()
        longer = [Q(call__round__program__time_zone=zone, submitted_at__lt=_midnight(zone, days)) for zone in zones]
        return applications.filter(reduce(or_, longer, Q(pk__in=[])), status=Status.RECEIVED)

    def only_silent(self, applications, name, value):
        return applications.filter(silent=True)

    def only_late(self, applications, name, value):
        return applications.filter(AFTER_SOFT_DEADLINE if value == "soft" else Q(late=True))

    def only_apart(self, applications, name, value):
        return applications.filter(APART) if value == "unproven" else applications.exclude(suspected="")

    def only_double(self, applications, name, value):
        """Another one stands in the same round under the same name, or from a variant of the same mailbox."""
        others = Application.objects.standing().filter(call__round=OuterRef("call__round")).exclude(pk=OuterRef("pk"))
        named = others.filter(found_by__name=OuterRef("found_by__name")).exclude(found_by__name="")
        mailed = others.filter(found_by__mailbox=OuterRef("found_by__mailbox"))
        return applications.standing().filter(Exists(named) | Exists(mailed))

    def only_reference(self, applications, name, value):
        return with_reference(applications, value)

    def only_readings(self, applications, name, value):
        if value == "mine":
            mine = Reading.objects.standing().filter(reader=self.request.user, application=OuterRef("pk"))
            return applications.filter(Exists(mine))
        return lacking_readings(applications, lacking=value == "missing")

    def filter_queryset(self, queryset):
        """Junk, and whose address nobody has proven, are listed when they are asked for; a search finds everything."""
        applications, chosen = super().filter_queryset(queryset), self.form.cleaned_data
        if self.request.GET.get("q"):
            return applications
        if Status.JUNK not in chosen["status"]:
            applications = applications.exclude(status=Status.JUNK)
        return applications if chosen["apart"] else applications.exclude(APART)


def _midnight(zone, days):
    """The moment at which the day began that was so many days ago."""
    day = timezone.now().astimezone(ZoneInfo(zone)).date() - timedelta(days=days)
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
