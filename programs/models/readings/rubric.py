from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

MOST_READERS = 9
HIGHEST_SCORE = 20


def said_lines(words):
    """The lines of a text with one line for each score, without those that are empty."""
    return [line.strip() for line in words.splitlines() if line.strip()]


class Rubric(ClusterableModel):
    """How a program's committee reads: how many read each application, what they score, and whether they know whose it is.

    A program without one reads with words and recommendations, and by name.
    """

    program = models.OneToOneField(
        "Program", verbose_name=_("program"), on_delete=models.CASCADE, related_name="rubric"
    )
    wanted = models.PositiveSmallIntegerField(
        _("readings of each application"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_READERS)],
        help_text=_("So many people read each. The list of applications says where readings are missing."),
    )
    anonymous = models.BooleanField(
        _("anonymous reading"),
        default=False,
        help_text=_(
            "Readers see no name, no address, no employer and no answer that says whose application it is. Coordinators do."
        ),
    )
    naming = models.JSONField(
        _("questions that say who somebody is, or where they work"),
        default=list,
        blank=True,
        help_text=_(
            "Left out of anonymous reading, and compared with what readers have declared. Names, mail and web addresses, "
            "phone and membership numbers, employers that a browser may fill in, and people who are named, always are."
        ),
    )
    lowest = models.PositiveSmallIntegerField(
        _("lowest score"), default=1, validators=[MaxValueValidator(HIGHEST_SCORE - 1)]
    )
    highest = models.PositiveSmallIntegerField(
        _("highest score"), default=5, validators=[MinValueValidator(1), MaxValueValidator(HIGHEST_SCORE)]
    )
    words = models.TextField(
        _("words for each score"),
        blank=True,
        help_text=_(
            "One on each line, from the lowest to the highest. They stand where a criterion has none of its own."
        ),
    )

    class Meta:
        default_permissions = ()
        ordering = ["program__name"]
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")

    def __str__(self):
        return str(self.program)

    def clean(self):
        if None in (self.lowest, self.highest):
            return
        if self.lowest >= self.highest:
            raise ValidationError({"highest": gettext("The highest score must be above the lowest.")})
        self.check_words(self.words)

    def check_words(self, words):
        """ValidationError unless there is a line for each score, or none."""
        lines, scores = len(said_lines(words)), len(self.scores)
        if lines not in {0, scores}:
            told = gettext("There are %(scores)d scores and %(lines)d lines. Write one line for each score, or none.")
            raise ValidationError({"words": told % {"scores": scores, "lines": lines}})

    @property
    def scores(self):
        return range(self.lowest, self.highest + 1)


class Criterion(models.Model):
    """One thing that readers score, and how much it counts."""

    known_by = "name"
    sort_order_field = "sort_order"

    rubric = ParentalKey(Rubric, on_delete=models.CASCADE, related_name="criteria")
    name = models.CharField(_("criterion"), max_length=100)
    about = models.CharField(_("what to look for"), max_length=300, blank=True)
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        default=1,
        validators=[MaxValueValidator(100)],
        help_text=_("One with 2 counts twice as much as one with 1; one with 0 is noted and does not count."),
    )
    words = models.TextField(
        _("words for each score"), blank=True, help_text=_("One on each line, from the lowest to the highest.")
    )
    sort_order = models.PositiveIntegerField(_("place"), default=0, editable=False)

    class Meta:
        default_permissions = ()
        ordering = ["sort_order", "id"]
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self):
        return self.name

    def choices(self, rubric):
        """(score, how it reads) of each score: 3, or 3: Clear goals."""
        words = said_lines(self.words) or said_lines(rubric.words)
        told = dict(zip(rubric.scores, words, strict=False))
        return [(score, f"{score}: {told[score]}" if score in told else str(score)) for score in rubric.scores]
