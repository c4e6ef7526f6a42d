"""The association's own question sets: kept by program offices for their hosts, and by whoever has Django's permissions."""

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from programs.access import hosts_for
from programs.access.offices import OfficePolicy
from programs.access.screens import ScopedIndexView, ScopedViewSet
from programs.models import Host, QuestionSet

POLICY = OfficePolicy(QuestionSet, "host", {"add", "change", "delete", "view"})


class SetForm(WagtailAdminModelForm):
    """An office keeps sets of its own hosts."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not POLICY.given(self.for_user, {"add", "change"}):
            field = self.fields["host"]
            field.queryset, field.required = hosts_for(self.for_user), True
            field.help_text = gettext("For the forms of this host and all below it.")


class SetIndexView(ScopedIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("host")


class QuestionSetViewSet(ScopedViewSet):
    model = QuestionSet
    url_prefix = "mentoring/question-sets"
    policy = POLICY
    icon = "form"
    menu_label = _("Question sets")
    menu_order = 70
    search_backend_name = None
    index_view_class = SetIndexView
    index_results_template_name = "programs/planning/results.html"
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("about"),
            FieldRowPanel([FieldPanel("host"), FieldPanel("language")]),
            FieldPanel("sections"),
        ],
        base_form_class=SetForm,
    )
    list_display = ["name", "host", "language"]
    list_filter = ["host", "language"]
    search_fields = ["name", "about"]
    ordering = "name"


def sets_for(program):
    """Those that a form of this program can begin with: everybody's, and those of its host or of one above it."""
    hosts = _chain(program.host_id) if program else []
    return QuestionSet.objects.filter(Q(host=None) | Q(host__in=hosts)).select_related("host")


def _chain(key):
    above, chain = dict(Host.objects.values_list("pk", "parent")), []
    while key and key not in chain:
        chain.append(key)
        key = above.get(key)
    return chain
