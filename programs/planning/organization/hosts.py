"""Hosts: the associations and their parts. For superusers, whoever is given Django's permissions on hosts, and program
offices, who add parts of theirs and keep these."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from programs.access import hosts_for
from programs.access.offices import OfficePolicy
from programs.access.screens import ScopedCreateView, ScopedEditView, ScopedIndexView
from programs.models import Host, Program
from programs.planning.screens import PlanningViewSet, PoliteDeleteView


class HostForm(WagtailAdminModelForm):
    """What stands above a host decides which program office it is in: so an office moves hosts among its own alone."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offices = hosts_for(self.for_user)
        if self.for_user.is_superuser or not offices.exists():
            return
        field = self.fields["parent"]
        field.queryset, field.required = offices, True
        if self.instance.pk and not (self.instance.parent_id and offices.filter(pk=self.instance.parent_id).exists()):
            field.queryset, field.required, field.disabled = Host.objects.all(), False, True
            field.help_text = gettext("Only an administrator can change what stands above this host.")

    def clean_parent(self):
        parent = self.cleaned_data["parent"]
        if parent and self.instance.pk and self.instance.pk in chain_of(parent):
            told = gettext("%(parent)s is %(host)s itself or a part of it, and cannot stand above it.")
            raise ValidationError(told % {"parent": parent, "host": self.instance})
        return parent


def chain_of(host):
    """The keys of this host and of all that it is part of."""
    above = dict(Host.objects.values_list("pk", "parent"))
    chain, key = [], host.pk
    while key and key not in chain:
        chain.append(key)
        key = above.get(key)
    return chain


class HostIndexView(ScopedIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("parent")


class TellingNamesakes:
    """A view that saves a host: says who else goes by its acronym. Three real associations are MLA; none is refused."""

    def save_instance(self):
        host = super().save_instance()
        others = list(host.namesakes())
        if others:
            told = gettext(
                "“%(acronym)s” is also the acronym of %(others)s. Sentences and filters now name each in full; search finds "
                "all of them."
            )
            names = get_text_list([other.name for other in others], gettext("and"))
            messages.warning(self.request, told % {"acronym": host.acronym, "others": names})
        return host


class HostCreateView(TellingNamesakes, ScopedCreateView):
    pass


class HostEditView(TellingNamesakes, ScopedEditView):
    pass


class HostDeleteView(PoliteDeleteView):
    def obstacles(self):
        """Also programs that it runs, or whose roles ask for its members: without it, anybody could take these."""
        names_it = Program.objects.filter(
            Q(run_by=self.object)
            | Q(roles__member_of=self.object)
            | Q(roles__member_also=self.object)
            | Q(rounds__calls__member_of=self.object)
            | Q(rounds__calls__member_also=self.object)
        )
        others = names_it.exclude(host=self.object).distinct()
        return [*super().obstacles(), *([(Program, others)] if others else [])]


class HostViewSet(PlanningViewSet):
    model = Host
    url_prefix = "mentoring/hosts"
    policy = OfficePolicy(Host, "pk", {"add", "change", "view"})
    icon = "globe"
    menu_label = _("Hosts")
    menu_order = 50
    index_view_class = HostIndexView
    add_view_class = HostCreateView
    edit_view_class = HostEditView
    delete_view_class = HostDeleteView
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("acronym"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("parent")]),
            FieldPanel("url"),
            FieldPanel("logo"),
        ],
        base_form_class=HostForm,
    )
    list_display = ["name", "acronym", "kind", "parent"]
    list_filter = ["kind", "parent"]
    search_fields = ["name", "acronym", "parent__name", "parent__acronym"]
    ordering = "name"
