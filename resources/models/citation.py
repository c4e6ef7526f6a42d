from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from resources.citations import apa, missing


class Citation(models.Model):
    """One thing to read, in plain fields. What lacks a part its kind needs is kept here and stays off the public site."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("Article in a journal or magazine")
        ISSUE = "issue", _("Whole issue of a journal")
        BOOK = "book", _("Book")
        WEB = "web", _("Web page or post")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ARTICLE)
    authors = models.CharField(
        _("authors"), max_length=300, blank=True, help_text=_("As they are cited: Hussey, L. K., & Campbell-Meier, J.")
    )
    date = models.CharField(
        _("date"), max_length=40, blank=True, help_text=_("A year, or month and year: 2017, January 2020.")
    )
    title = models.CharField(_("title"), max_length=300, blank=True)
    container = models.CharField(_("journal, magazine or site"), max_length=200, blank=True)
    volume = models.CharField(_("volume"), max_length=20, blank=True)
    issue = models.CharField(_("issue"), max_length=20, blank=True)
    pages = models.CharField(_("pages"), max_length=40, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=100, blank=True)
    url = models.URLField(_("web address"), blank=True)
    editors_note = models.TextField(_("note for editors"), blank=True, help_text=_("Never published."))

    class Meta:
        ordering = ["authors", "date", "title", "container"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")

    def __str__(self):
        return " ".join(
            filter(None, [self.authors, f"({self.date})" if self.date else "", self.title or self.container])
        )

    def clean(self):
        if not (self.title or self.container or self.authors):
            raise ValidationError(_("Give a title, an author or a journal: something to know this entry by."))

    @property
    def missing(self):
        """What keeps the entry off the public site: a list of words, empty when it is complete."""
        return missing(self)

    @property
    def is_complete(self):
        return not self.missing

    @property
    def formatted(self):
        return apa(self)
