import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import Topic
from portal.texts.lines import OneLines
from resources.citations import names
from resources.citations.formatting.lines import formatted, safe, version
from resources.citations.identifiers import (
    check_doi,
    check_isbn,
    doi_address,
    plain_doi,
    plain_isbn,
)
from resources.citations.kinds import missing
from resources.citations.machines import schema_org
from resources.citations.machines.coins import coins

LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


class Citation(OneLines, models.Model):
    """One thing to read, in plain fields. What lacks a part its kind needs, or is a draft, stays off the public site."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("Article in a journal or magazine")
        ISSUE = "issue", _("Whole issue of a journal")
        BOOK = "book", _("Book")
        CHAPTER = "chapter", _("Chapter of a book")
        REPORT = "report", _("Report")
        WEB = "web", _("Web page or post")
        WEBINAR = "webinar", _("Webinar or talk")
        FILM = "film", _("Film or video")
        PODCAST = "podcast", _("Podcast or broadcast")
        INTERVIEW = "interview", _("Interview")
        RECORDING = "recording", _("Sound recording")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ARTICLE)
    draft = models.BooleanField(
        _("draft"),
        default=False,
        help_text=_("A draft is not published. Imported entries are drafts until somebody has looked at them."),
    )
    authors = models.TextField(
        _("authors"),
        blank=True,
        help_text=_(
            "One name a line, the family name first: Hussey, L. K. With a suffix: Sample, Ann, Jr. "
            "An association is written as it stands: American Library Association."
        ),
    )
    editors = models.TextField(
        _("editors"),
        blank=True,
        help_text=_("Of a book or an issue; of an interview, who asked. One name a line, as with the authors."),
    )
    date = models.CharField(
        _("date"),
        max_length=60,
        blank=True,
        help_text=_("As much as is known: 2017, January 2020, 2019-05-04, Spring 2015, in press; n.d. if it has none."),
    )
    title = models.CharField(
        _("title"),
        max_length=1000,
        blank=True,
        help_text=_("Without a full stop at its end. A name of a work in it may be set in italics: <i>Emma</i>."),
    )
    container = models.CharField(
        _("journal, magazine or site"),
        max_length=500,
        blank=True,
        help_text=_("Where it stands: Journal of Library Administration. For a chapter, the title of the book."),
    )
    volume = models.CharField(_("volume"), max_length=60, blank=True, help_text=_("The number alone: 57."))
    issue = models.CharField(_("issue"), max_length=60, blank=True, help_text=_("The number alone: 5, or 7–8."))
    pages = models.CharField(_("pages"), max_length=100, blank=True, help_text=_("The first and the last: 500–516."))
    edition = models.CharField(
        _("edition"), max_length=100, blank=True, help_text=_("Empty for a first edition: 2, or revised.")
    )
    publisher = models.CharField(
        _("publisher"),
        max_length=500,
        blank=True,
        help_text=_("Who published it: ALA Editions. For a webinar or a film, who held or made it."),
    )
    place = models.CharField(
        _("place"),
        max_length=200,
        blank=True,
        help_text=_("Where the publisher is: Chicago, IL. The current styles leave it out; exports carry it."),
    )
    doi = models.CharField(
        "DOI", max_length=300, blank=True, validators=[check_doi], help_text=_("As you find it: 10.1000/182.")
    )
    isbn = models.CharField(
        "ISBN",
        max_length=40,
        blank=True,
        validators=[check_isbn],
        help_text=_("With or without hyphens: 978-0-306-40615-7."),
    )
    url = models.URLField(_("web address"), max_length=2000, blank=True, help_text=_("With https:// in front."))
    language = models.CharField(
        _("language"), max_length=20, blank=True, help_text=_("Of the work, as a code: en, es. Empty means English.")
    )
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    editors_note = models.TextField(_("note for editors"), blank=True, help_text=_("Never published."))
    more = models.JSONField(default=dict, blank=True, editable=False)
    """CSL variables of an imported record that have no field here, under their own names: nothing is lost."""
    original = models.TextField(default="", blank=True, editable=False)
    """The record as it was imported, to the letter; empty for what was typed here."""
    written = models.JSONField(default=dict, blank=True, editable=False)
    """What `formatted` made of it when it was saved; empty while it is not public."""

    class Meta:
        ordering = ["authors", "date", "title", "container"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")

    def __str__(self):
        people = "; ".join(names.lines(self.authors or self.editors))
        return " ".join(filter(None, [people, f"({self.date})" if self.date else "", self.title or self.container]))

    def clean(self):
        if not (self.title or self.container or self.authors):
            raise ValidationError(_("Give a title, an author or a journal: something to know this entry by."))
        self.doi, self.isbn = plain_doi(self.doi), plain_isbn(self.isbn)

    def save(self, *args, **kwargs):
        self.written = formatted(self) if self.is_public else {}
        super().save(*args, **kwargs)

    @property
    def missing(self):
        """What keeps the entry off the public site: a list of words, empty when it is complete."""
        return missing(self)

    @property
    def is_complete(self):
        return not self.missing

    @property
    def is_public(self):
        return not self.draft and self.is_complete

    @property
    def formatted(self):
        return self.in_style("apa")

    def in_style(self, style):
        """Safe HTML, read from the row; written anew only while no row holds it."""
        return safe(self.written.get(style) or formatted(self)[style])

    @property
    def coins(self):
        """Its record for Zotero, to be escaped as any attribute."""
        return self.written.get("coins") or coins(self)

    @property
    def schema_org(self):
        """What it says to search engines."""
        return self.written.get("schema_org") or schema_org.work(self)

    @property
    def is_written(self):
        return self.written.get("by") == version()

    @property
    def lang(self):
        """The language of its entry on a page, as HTML says it."""
        return self.language if LANGUAGE.match(self.language) else "en"

    @property
    def doi_address(self):
        return doi_address(self.doi) if self.doi else ""

    @property
    def address(self):
        """Where the work itself is found: by its DOI, which lasts, else at its web address; empty for neither."""
        return self.doi_address or self.url
