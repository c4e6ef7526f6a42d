from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, Page

from portal.texts.words import Worded

from .citation import Citation
from .entry import Entry


class Leading(models.Model):
    """May lead to a page (a reading list, a resource, an event) and to one work."""

    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A reading list, a resource or an event. Readers get it in their language."),
    )
    citation = models.ForeignKey(
        Citation,
        verbose_name=_("reading"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("One work, shown below as the site’s style wants it."),
    )

    class Meta:
        abstract = True

    @property
    def held_back(self):
        """What it leads to and readers cannot have; empty where all is well."""
        unpublished = [_("the page it leads to is not published")] if self.page and not self.page.live else []
        return unpublished + ([_("its reading is held back")] if self.citation and not self.citation.is_public else [])


class Activity(Leading, Entry, ClusterableModel):
    """Something that a pair can do together; may be broken down into parts."""

    class Meta:
        ordering = ["text", "pk"]
        verbose_name = _("activity")
        verbose_name_plural = _("activities")

    @property
    def missing(self):
        rows = [self, *self.parts.all()]
        spanish = [] if all(row.text_es for row in rows) else [_("text in Spanish")]
        return spanish + list(dict.fromkeys(word for row in rows for word in row.held_back))


class ActivityPart(Leading, Worded, Orderable):
    """A second level: one step of an activity, or one way to do it."""

    known_by = "text"

    activity = ParentalKey(Activity, on_delete=models.CASCADE, related_name="parts")
    text = models.TextField(_("text"))
    text_es = models.TextField(_("text in Spanish"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("part")
        verbose_name_plural = _("parts")

    def __str__(self):
        return self.said("text")
