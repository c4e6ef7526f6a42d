"""What a reader says of an application: scores by the rubric's criteria, a recommendation, words."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programs.models import Reading
from programs.readings.scoring import weighted

Recommendation = Reading.Recommendation
PREFIX = "score-"
LONGEST = 5000


class ReadingForm(forms.Form):
    """The scores of a rubric, a recommendation and words. Only what is submitted has to be complete."""

    recommendation = forms.ChoiceField(
        label=_("Recommendation"), choices=Recommendation, widget=forms.RadioSelect, required=False
    )
    words = forms.CharField(
        label=_("Words for the committee"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        max_length=LONGEST,
        help_text=_("Coordinators read them, and others who read this application once their own reading is in."),
    )

    def __init__(self, *args, rubric, criteria, complete=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        own = {}
        for criterion in criteria:
            own[f"{PREFIX}{criterion.pk}"] = forms.TypedChoiceField(
                label=criterion.name,
                help_text=criterion.about,
                choices=criterion.choices(rubric),
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect,
                required=False,
            )
        self.fields = own | self.fields
        for name, field in self.fields.items():
            if complete and name != "words":
                field.required = True
                field.error_messages["required"] = gettext("Choose one before you submit.")

    @property
    def noted(self):
        """The fields of the reading."""
        typed = self.cleaned_data
        scores = {str(one.pk): typed[f"{PREFIX}{one.pk}"] for one in self.criteria}
        scores = {key: score for key, score in scores.items() if score is not None}
        return {
            "scores": scores,
            "score": weighted(scores, self.criteria),
            "recommendation": typed["recommendation"],
            "words": typed["words"],
            "saved_at": timezone.now(),
        }


def initial_of(reading):
    scores = {f"{PREFIX}{key}": score for key, score in reading.scores.items()}
    return scores | {"recommendation": reading.recommendation, "words": reading.words}
