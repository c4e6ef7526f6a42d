"""What fills a form's draft at one press: a question set, another form, a file; and the file out. Every screen asks whether
this person may change this form, and none publishes."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin

from programs.models import ApplicationFormPage, ProgramPage

from .drafts import may_build, require_building, save_draft
from .exchange.raw import raw_sections, written
from .exchange.reading import LARGEST, Unreadable, sections_in
from .sets.own import sets_for
from .sets.ready import READY
from .sources import forms_to_start_from, sections_of

WHERE = [("behind", _("Behind what the form asks now")), ("in-place", _("In place of what the form asks now"))]

MOST_FAULTS = 50


class BuildingForm(forms.Form):
    """`page`: the draft that is built; `user`: who builds it."""

    def __init__(self, *args, page, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.page, self.user = page, user

    @property
    def in_place(self):
        return self.cleaned_data.get("where") == "in-place"


def where_field():
    return forms.ChoiceField(label=_("Where"), choices=WHERE, initial="behind", widget=forms.RadioSelect)


class OfForm(BaseObjectMixin):
    """A view of one form page, for whoever may change it."""

    model = ApplicationFormPage

    def get_object(self):
        form = super().get_object()
        require_building(self.request.user, form)
        return form


class BuildingView(OfForm, WagtailAdminTemplateMixin, FormView):
    header_icon = "form"
    template_name = "programs/forming/build.html"
    press = _("Add to the draft")

    def get_page_subtitle(self):
        return self.object.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = {"url": self.get_success_url(), "label": self.object.get_admin_display_title()}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"page": self.object, "user": self.request.user}

    def get_success_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.object.pk])

    def form_valid(self, form):
        sections = form.sections()
        save_draft(self.object, sections, self.request.user, in_place=form.in_place)
        count = sum(len(section["value"]["questions"]) for section in sections)
        told = ngettext(
            "%(count)d question is in the draft. Look it over; nothing is published.",
            "%(count)d questions are in the draft. Look them over; nothing is published.",
            count,
        )
        messages.success(self.request, told % {"count": count})
        return redirect(self.get_success_url())


class SetsForm(BuildingForm):
    """One press for each set."""

    chosen = forms.ChoiceField(choices=[])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        page = ProgramPage.objects.ancestor_of(self.page).select_related("program").last()
        self.ready = {f"ready-{one.name}": one for one in READY}
        self.own = {f"own-{one.pk}": one for one in sets_for(page and page.program)}
        self.fields["chosen"].choices = [(key, key) for key in [*self.ready, *self.own]]

    def offered(self):
        """(key, title, when to use it, labels of its questions)"""
        language = self.page.locale.language_code
        for key, one in self.ready.items():
            asked = [question["label"] for section in one.sections(language) for question in section["questions"]]
            yield key, one.title, one.about, asked
        for key, one in self.own.items():
            children = [child for section in one.sections for child in section.value["questions"]]
            yield key, one.name, one.about, [child.value["label"] for child in children if "label" in child.value]

    def sections(self):
        chosen = self.cleaned_data["chosen"]
        if chosen in self.ready:
            return raw_sections(self.ready[chosen].sections(self.page.locale.language_code))
        return list(self.own[chosen].sections.raw_data)


class SetsView(BuildingView):
    form_class = SetsForm
    page_title = _("Add a question set")
    template_name = "programs/forming/sets.html"


class AnotherForm(BuildingForm):
    source = forms.ModelChoiceField(ApplicationFormPage.objects.none(), label=_("Form"))
    where = where_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["source"]
        field.queryset = forms_to_start_from(self.user, self.page)
        field.label_from_instance = lambda form: f"{form.owner_title}: {form.title} ({form.locale.language_code})"

    def sections(self):
        return sections_of(self.user, self.cleaned_data["source"])


class AnotherView(BuildingView):
    form_class = AnotherForm
    page_title = _("Start from another form")


class ImportForm(BuildingForm):
    file = forms.FileField(label=_("A JSON file"), required=False)
    text = forms.CharField(
        label=_("or its text"), required=False, widget=forms.Textarea(attrs={"rows": 12}), strip=False
    )
    where = where_field()

    def clean(self):
        cleaned = super().clean()
        file, text = cleaned.get("file"), cleaned.get("text", "")
        if bool(file) == bool(text.strip()):
            raise ValidationError(gettext("Choose a file or write its text, not both."))
        try:
            text = _text_of(file) if file else text
            self.found = sections_in(text)
        except Unreadable as unreadable:
            self.data = self.data | {"text": text}  # to be mended there
            raise ValidationError(unreadable.faults[:MOST_FAULTS]) from None
        return cleaned

    def sections(self):
        return self.found


def _text_of(file):
    if file.size > LARGEST * 4:
        told = gettext("The file has %(size)d letters; at most %(most)d are read.")
        raise Unreadable([told % {"size": file.size, "most": LARGEST}])
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable([gettext("The file is no text in UTF-8.")]) from None


class ImportView(BuildingView):
    form_class = ImportForm
    page_title = _("Take a form in")


class ExportView(OfForm, View):
    """The draft as it was last saved."""

    def get(self, request, *args, **kwargs):
        form = self.object.get_latest_revision_as_object()
        answer = HttpResponse(written(form), content_type="application/json; charset=utf-8")
        answer["Content-Disposition"] = content_disposition_header(True, f"{form.slug}.json")
        return answer


def ways(form, user):
    """(label, address) of each, for the panel beside the form of whoever may build it."""
    if not may_build(user, form):
        return []
    names = [("sets", SetsView), ("another", AnotherView), ("import", ImportView)]
    found = [(view.page_title, reverse(f"forming:{name}", args=[form.pk])) for name, view in names]
    return [*found, (gettext("Take it out as a file"), reverse("forming:export", args=[form.pk]))]


urlpatterns = [
    path("<int:pk>/sets/", SetsView.as_view(), name="sets"),
    path("<int:pk>/another/", AnotherView.as_view(), name="another"),
    path("<int:pk>/import/", ImportView.as_view(), name="import"),
    path("<int:pk>/export/", ExportView.as_view(), name="export"),
]
