from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.texts.streams import StreamField
from programs.forms.sections import Section


def languages():
    return settings.LANGUAGES


class QuestionSet(models.Model):
    """Sections that an association's forms often begin with. What is added to a form is a copy: a set that changes later
    changes no form."""

    name = models.CharField(_("name"), max_length=120)
    about = models.CharField(_("when to use it"), max_length=200, blank=True)
    host = models.ForeignKey(
        "Host",
        verbose_name=_("host"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="question_sets",
        help_text=_("For the forms of this host and all below it. Empty: for everybody’s."),
    )
    language = models.CharField(_("language"), max_length=10, choices=languages, default="en")
    sections = StreamField([("section", Section())], verbose_name=_("sections"))

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("question set")
        verbose_name_plural = _("question sets")

    def __str__(self):
        return self.name
