from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import Topic
from portal.texts.words import Worded
from resources.for_whom import ForWhom


class Entry(Worded, models.Model):
    """A text that any page can show, of any program: changed once, it changes everywhere."""

    text = models.TextField(_("text"))
    text_es = models.TextField(_("text in Spanish"), blank=True)
    for_whom = models.CharField(_("for whom"), max_length=10, choices=ForWhom, default=ForWhom.BOTH)
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    editors_note = models.TextField(_("note for editors"), blank=True, help_text=_("Never published."))

    class Meta:
        abstract = True

    def __str__(self):
        return self.said("text")
