from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel

CITATION_PANELS = [
    HelpPanel(template="resources/citations/preview.html", heading=_("As readers see it")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("draft")]),
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("authors"), FieldPanel("editors")]),
            FieldPanel("date"),
        ],
        heading=_("The work"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("container"),
            FieldRowPanel([FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
            FieldPanel("edition"),
            FieldRowPanel([FieldPanel("publisher"), FieldPanel("place")]),
        ],
        heading=_("Where it was published"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("doi"), FieldPanel("isbn")]), FieldPanel("url"), FieldPanel("language")],
        heading=_("Where to find it"),
    ),
    FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
    FieldPanel("editors_note"),
]
