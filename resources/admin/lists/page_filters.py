"""What the lists of pages can be narrowed to."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from resources.models import EventPage

from .bodies import addresses_on, pages_with_entries, resource_page_models
from .filters import StateFilterSet, TopicFilter, among, unused
from .listing import dead_links


class EventFilterSet(StateFilterSet):
    topic = TopicFilter()
    states = {
        "incomplete": (_("Something is to be done"), lambda: Q(place="", link="")),
        "draft": (_("Not published"), lambda: Q(live=False)),
        "published": (_("Published"), lambda: Q(live=True)),
        "unused": (_("Linked from nowhere"), unused(EventPage)),
        "dead": (_("With a dead link"), lambda: with_dead_link(EventPage.objects.all())),
    }

    class Meta:
        model = EventPage
        fields = []


class ResourcePageFilterSet(StateFilterSet):
    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=lambda: [(model._meta.model_name, model._meta.verbose_name_plural) for model in resource_page_models()],
        field_name="content_type__model",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    topic = TopicFilter(label=_("Topic of its entries"), method="with_entries_on")
    states = {
        "incomplete": (_("Something is to be done"), lambda: those(lambda page: page.missing)),
        "draft": (_("Not published"), lambda: Q(live=False)),
        "published": (_("Published"), lambda: Q(live=True)),
        "unused": (_("Linked from nowhere"), unused(Page)),
        "dead": (_("With a dead link"), lambda: with_dead_link(pages_with_entries().values())),
    }

    class Meta:
        model = Page
        fields = []

    def with_entries_on(self, queryset, name, topics):
        wanted = set(topics)
        return queryset.filter(those(lambda page: wanted.intersection(page.topics))) if wanted else queryset


def those(holds):
    return among(key for key, page in pages_with_entries().items() if holds(page))


def with_dead_link(pages):
    dead = dead_links().keys()
    return among(page.pk for page in pages if dead and addresses_on(page) & dead)
