"""Choosing an entry while writing a page: found by its text, its topic and its side, or written on the spot."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser

from portal.models import Topic
from portal.rows import recording
from portal.site.addresses import ids_in
from resources.models import Activity, Citation, GoalExample

FORM_WIDGETS = {"topics": forms.CheckboxSelectMultiple, "for_whom": forms.RadioSelect}


def choose_several():
    """insert_editor_js: lists of chosen entries take several at once."""
    return format_html(
        '<script src="{}" data-label="{}"></script>',
        static("resources/choose_several.js"),
        pgettext("entries or events", "Choose several"),
    )


def may_choose(user, model):
    """Whoever may do anything with the entries, or write pages that show them."""
    may = policy_registry.get_by_type(model).user_has_any_permission(user, {"add", "change", "delete", "view"})
    return may or policy_registry.get_by_type(Page).user_has_any_permission(user, {"add", "change"})


class Asked:
    def dispatch(self, request, *args, **kwargs):
        if not may_choose(request.user, self.model_class):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class EntryFilterForm(BaseFilterForm):
    """Finds by any part of a text; entries are no longer than a sentence or two."""

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Search")})
    )
    topic = forms.ModelChoiceField(
        label=_("Topic"),
        queryset=Topic.objects.all(),
        required=False,
        empty_label=_("All"),
        widget=forms.Select(attrs={"data-chooser-modal-search-filter": True}),
    )

    def filter(self, rows):
        rows = super().filter(rows)
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        if topic := self.cleaned_data["topic"]:
            rows = rows.filter(topics=topic)
        found = Q()
        for name in self.searched(rows.model):
            found |= Q(**{f"{name}__icontains": self.search_query})
        return rows.filter(found) if self.is_searching else rows

    @staticmethod
    def searched(model):
        return model.snippet_viewset.search_fields


def topics_of(row):
    return ", ".join(map(str, row.topics.all()))


TOPICS = Column("topics", label=_("Topics"), accessor=topics_of)
FOR_WHOM = Column("for_whom", label=_("For whom"), accessor="get_for_whom_display")
KIND = Column("kind", label=_("Kind"), accessor="get_kind_display")


class Choosing(Asked):
    filter_form_class = EntryFilterForm

    def get_object_list(self):
        return super().get_object_list().prefetch_related("topics")

    def get_context_data(self, **kwargs):
        self.table.template_name, self.table.label = (
            "resources/admin/table.html",
            self.model_class._meta.verbose_name_plural,
        )
        return super().get_context_data(**kwargs)

    @property
    def columns(self):
        return [*super().columns, KIND if self.model_class is Citation else FOR_WHOM, TOPICS]


class ChooseView(Choosing, chooser.ChooseView):
    pass


class ChooseResultsView(Choosing, chooser.ChooseResultsView):
    pass


class ChosenView(Asked, chooser.SnippetChosenView):
    def get_object(self, pk):
        return super().get_object(next(iter(ids_in([pk])), None))


class ChosenMultipleView(Asked, chooser.SnippetChosenMultipleView):
    def get_objects(self, pks):
        return super().get_objects(ids_in(pks))


class CreateView(chooser.SnippetChooserViewSet.create_view_class):
    """An entry that is written on the spot."""

    def save_form(self, form):
        row = super().save_form(form)
        recording.created(row, self.request.user)
        return row


class EntryChooserViewSet(chooser.SnippetChooserViewSet):
    """Its words in the editor's language: Wagtail's own stay in the language in which the site started."""

    page_title, search_tab_label, create_action_label = _("Choose"), _("Search"), _("Create")
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
    create_view_class = CreateView


class GoalForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):
        model = GoalExample
        fields = ["text", "text_es", "for_whom", "topics"]
        widgets = FORM_WIDGETS


class ActivityForm(WagtailAdminModelForm):
    class Meta(GoalForm.Meta):
        model = Activity


class CitationForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):
        model = Citation
        fields = [
            *("kind", "title", "authors", "editors", "date", "container", "volume", "issue", "pages", "edition"),
            *("publisher", "doi", "isbn", "url", "language", "topics"),
        ]
        widgets = FORM_WIDGETS


class GoalChooserViewSet(EntryChooserViewSet):
    creation_form_class = GoalForm


class ActivityChooserViewSet(EntryChooserViewSet):
    creation_form_class = ActivityForm


class CitationChooserViewSet(EntryChooserViewSet):
    creation_form_class = CitationForm
