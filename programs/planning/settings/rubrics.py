"""How a program's committee reads: its rubric, and what readers do not see. Coordinators alone change it: whoever could
switch anonymous reading off could read who somebody is."""

from django import forms
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn

from programs.access import DECIDE, ProgramPolicy, programs_for
from programs.access.found_by import forget_anonymous_words
from programs.access.naming import names_somebody
from programs.access.screens import ScopedCreateView
from programs.models import ApplicationFormPage, FormVersion, Rubric
from programs.models.readings.rubric import said_lines
from programs.planning.conditions import Boxes
from programs.planning.inline import ChildForm, ChildPanel, ParentForm
from programs.planning.screens import PlanningViewSet
from programs.readings.scoring import has_scores, score_again, scored_criteria


def questions_of(program):
    """[(key, label), ...] of what the program's forms ask, now or before, and that does not name somebody anyway; in the
    reader's language where it is asked in that."""
    forms_asked = ApplicationFormPage.objects.filter(calls__round__program=program).values("translation_key")
    versions = FormVersion.objects.filter(form__translation_key__in=forms_asked).order_by("pk")
    found = {}
    for version in sorted(versions, key=lambda version: version.language == get_language()):
        found |= {one["key"]: one["label"] for one in version.asked if not names_somebody(one)}
    return list(found.items())


class RubricForm(ParentForm):
    naming = forms.MultipleChoiceField(widget=Boxes, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            free = programs_for(self.for_user, DECIDE).filter(rubric=None)
            self.fields["program"].queryset = free.order_by("name")
            del self.fields["naming"]
            return
        self.fields["program"].disabled = True
        self._offer_questions(self.fields["naming"])
        if has_scores(self.instance.program_id):
            for name in ("lowest", "highest"):
                self.fields[name].disabled = True
                self.fields[name].help_text = gettext("Somebody has scored by this scale: it cannot change any more.")

    def _offer_questions(self, field):
        """Those that were chosen and that no form asks any more stay, by their keys."""
        model_field = Rubric._meta.get_field("naming")
        offered = questions_of(self.instance.program)
        field.choices = [*offered, *((key, key) for key in self.instance.naming if key not in dict(offered))]
        field.label, field.help_text = model_field.verbose_name, model_field.help_text

    def clean(self):
        cleaned = super().clean()
        self._keep_scored()
        if not self.errors:
            self._check_words(cleaned)
        return cleaned

    def _keep_scored(self):
        """A criterion by which somebody has scored goes on: one with the weight 0 does not count."""
        deleted = [form.instance for form in self.formsets["criteria"].deleted_forms if form.instance.pk]
        scored = scored_criteria(self.instance.program_id) if deleted else set()
        for criterion in deleted:
            if str(criterion.pk) in scored:
                told = gettext("Readers have scored by “%(criterion)s”. Give it the weight 0 instead of deleting it.")
                self.add_error(None, told % {"criterion": criterion})

    def _check_words(self, cleaned):
        scores = cleaned["highest"] - cleaned["lowest"] + 1
        for form in self.formsets["criteria"].forms:
            lines = len(said_lines(form.cleaned_data.get("words", ""))) if hasattr(form, "cleaned_data") else 0
            if lines not in {0, scores} and not form.cleaned_data.get("DELETE"):
                told = gettext(
                    "There are %(scores)d scores and %(lines)d lines. Write one line for each score, or none."
                )
                form.add_error("words", told % {"scores": scores, "lines": lines})
                self.add_error(None, gettext("The words of a criterion do not fit the scale."))

    def save(self, commit=True):
        rubric = super().save(commit)
        if {"anonymous", "naming"} & set(self.changed_data):
            forget_anonymous_words(rubric.program)
        score_again(rubric)
        return rubric


class CriterionForm(ChildForm):
    parent_field = "rubric"


PANELS = ObjectList(
    [
        FieldPanel("program"),
        FieldPanel("wanted"),
        MultiFieldPanel([FieldPanel("anonymous"), FieldPanel("naming")], _("What readers do not see")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("lowest"), FieldPanel("highest")]), FieldPanel("words")], _("Scale")
        ),
        ChildPanel(
            "criteria",
            form=CriterionForm,
            heading=_("Criteria"),
            label=_("Criterion"),
            panels=[
                FieldRowPanel([FieldPanel("name"), FieldPanel("weight")]),
                FieldPanel("about"),
                FieldPanel("words"),
            ],
        ),
    ],
    base_form_class=RubricForm,
)


class RubricCreateView(ScopedCreateView):
    def get_initial_form_instance(self):
        rubric = super().get_initial_form_instance() or Rubric()
        chosen = self.request.GET.get("program", "")
        if chosen.isdecimal() and len(chosen) < 19:
            rubric.program = programs_for(self.request.user, DECIDE).filter(pk=chosen, rubric=None).first()
        return rubric

    def get_success_url(self):
        """Its questions can be chosen once it is known whose rubric it is."""
        return reverse("rubric:edit", args=[self.object.pk])


class RubricViewSet(PlanningViewSet):
    model = Rubric
    url_prefix = "mentoring/rubrics"
    policy = ProgramPolicy(Rubric, add=DECIDE, change=DECIDE, view=DECIDE)
    name = "rubric"
    icon = "tasks"
    menu_label = _("Rubrics")
    menu_order = 35
    add_view_class = RubricCreateView
    edit_handler = PANELS
    list_display = ["program", "wanted", BooleanColumn("anonymous", label=_("Anonymous reading"))]
    search_fields = ["program__name", "program__name_es", "program__code"]
