"""Which forms another one can start from: the published ones that everybody reads, and those one may edit, as they stand."""

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from wagtail.models import Page
from wagtail.permissions import policy_registry

from programs.models import ApplicationFormPage


def forms_to_start_from(user, form):
    """With the title of the page above each. A draft of others, or a page behind a sign-in, is not among them."""
    editable = _editable(user)
    published = ApplicationFormPage.objects.live().public()
    forms = ApplicationFormPage.objects.filter(Q(pk__in=editable) | Q(pk__in=published.values("pk")), alias_of=None)
    above = Substr("path", 1, Length("path") - ApplicationFormPage.steplen)
    title = Page.objects.filter(path=OuterRef("above")).values("title")[:1]
    forms = forms.exclude(pk=form.pk).annotate(above=above).annotate(owner_title=Subquery(title))
    return forms.select_related("locale").order_by("owner_title", "title", "pk")


def sections_of(user, source):
    """Its raw sections: as last saved for whoever may edit it, as published for everybody else."""
    if _editable(user).filter(pk=source.pk).exists():
        source = source.get_latest_revision_as_object()
    return list(source.sections.raw_data)


def _editable(user):
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change").values("pk")
