"""The form of a citation: what most of them have, and what few need."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface

WORK = ObjectList(
    [
        HelpPanel(template="resources/citations/preview.html", heading=_("As readers see it")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("draft")]),
                FieldPanel("title"),
                FieldPanel("authors"),
                FieldPanel("date"),
            ],
            heading=_("The work"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("container"),
                FieldRowPanel([FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
                FieldPanel("publisher"),
            ],
            heading=_("Where it was published"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("doi"), FieldPanel("isbn")]), FieldPanel("url")],
            heading=_("Where to find it"),
        ),
        FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    ],
    heading=_("The work"),
)

RARE = ObjectList(
    [
        *(FieldPanel(name) for name in ("editors", "edition", "place", "language", "editors_note")),
        HelpPanel(template="resources/citations/original.html", heading=_("As it was imported")),
    ],
    heading=_("Rarely needed"),
)

CITATION_PANELS = TabbedInterface([WORK, RARE])
