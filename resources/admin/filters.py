import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import ReferenceIndex

from resources.models import Citation
from resources.needs import incomplete


class State:
    HELD_BACK, DRAFT, PUBLISHED, UNUSED = "held-back", "draft", "published", "unused"
    CHOICES = [
        (HELD_BACK, _("Held back: something is missing")),
        (DRAFT, _("Drafts")),
        (PUBLISHED, _("Ready to be published")),
        (UNUSED, _("In no list")),
    ]


class CitationFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=State.CHOICES, method="in_state")

    class Meta:
        model = Citation
        fields = ["kind"]

    def in_state(self, queryset, name, value):
        lacking = Q(pk__in=incomplete().values("pk"))
        found = {State.HELD_BACK: lacking, State.DRAFT: Q(draft=True), State.PUBLISHED: ~lacking & Q(draft=False)}
        return queryset.filter(found.get(value) or ~Q(pk__in=used()))


def used():
    """The keys of the citations that some page or row refers to, drafts of pages included."""
    references = ReferenceIndex.objects.filter(to_content_type=ReferenceIndex._get_base_content_type(Citation))
    return [int(key) for key in references.values_list("to_object_id", flat=True).distinct()]
