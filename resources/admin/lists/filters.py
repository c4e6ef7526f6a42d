"""What the lists can be narrowed to. A filter set declares its states: a word, and what the rows have in common."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from portal.models import Topic
from portal.site.addresses import ids_in
from resources.admin.usage.where import used
from resources.citations.identifiers import doi_address
from resources.models import Activity, Citation, GoalExample
from resources.needs import incomplete, incomplete_activities, incomplete_goals

from .listing import dead_links


class TopicField(django_filters.ModelMultipleChoiceFilter.field_class):
    """Passes over what is no topic’s key: a number may be too long to be asked for."""

    def clean(self, value):
        return super().clean(ids_in(value or []))


class TopicFilter(django_filters.ModelMultipleChoiceFilter):
    field_class = TopicField

    def __init__(self, **kwargs):
        usual = {"label": _("Topic"), "queryset": Topic.objects.all(), "widget": forms.CheckboxSelectMultiple}
        super().__init__(**usual | kwargs)

    def filter(self, queryset, topics):
        return queryset.filter(pk__in=self.model.objects.filter(topics__in=topics).values("pk")) if topics else queryset


class StateFilterSet(WagtailFilterSet):
    """`states`: {value in the address: (label, function of nothing that returns a Q)}"""

    states = {}
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[], method="in_state", widget=forms.RadioSelect, empty_label=_("All")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["state"].extra["choices"] = [(value, label) for value, (label, _rows) in self.states.items()]

    def in_state(self, queryset, name, value):
        _label, rows = self.states[value]
        return queryset.filter(rows())


def among(keys):
    return Q(pk__in=list(keys))


def unused(model):
    return lambda: ~among(used(model))


def dead_citations():
    """By the same address as Citation.address, whatever else an entry holds."""
    dead = dead_links().keys()
    rows = Citation.objects.filter(Q(url__in=dead) | ~Q(doi="")).values_list("pk", "doi", "url") if dead else []
    return [pk for pk, doi, url in rows if (doi_address(doi) if doi else url) in dead]


def leading_to_dead():
    dead = dead_citations()
    return Q(citation__in=dead) | Q(pk__in=Activity.objects.filter(parts__citation__in=dead).values("pk"))


def lacking():
    return Q(pk__in=incomplete().values("pk"))


class CitationFilterSet(StateFilterSet):
    topic = TopicFilter()
    states = {
        "held-back": (_("Held back: something is missing"), lacking),
        "draft": (_("Drafts"), lambda: Q(draft=True)),
        "published": (_("Ready to be published"), lambda: ~lacking() & Q(draft=False)),
        "unused": (_("In no list"), unused(Citation)),
        "dead": (_("With a dead link"), lambda: among(dead_citations())),
    }

    class Meta:
        model = Citation
        fields = ["kind"]


class GoalFilterSet(StateFilterSet):
    topic = TopicFilter()
    states = {
        "incomplete": (_("Something is to be done"), lambda: Q(pk__in=incomplete_goals().values("pk"))),
        "unused": (_("On no page"), unused(GoalExample)),
    }

    class Meta:
        model = GoalExample
        fields = ["for_whom"]


class ActivityFilterSet(StateFilterSet):
    topic = TopicFilter()
    states = {
        "incomplete": (_("Something is to be done"), lambda: Q(pk__in=incomplete_activities().values("pk"))),
        "unused": (_("On no page"), unused(Activity)),
        "dead": (_("With a dead link"), leading_to_dead),
    }

    class Meta:
        model = Activity
        fields = ["for_whom"]
