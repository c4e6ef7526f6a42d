import hashlib
import json
from collections import Counter

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from portal.languages import TranslatedPage
from programs.questions import Section, key_of

from .form_version import FormVersion


class ApplicationFormPage(TranslatedPage, Page):
    """The questions of a call, edited in the CMS. May serve many calls; its other languages are its translations."""

    intro = RichTextField(_("introduction"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes it takes"), default=12)
    sections = StreamField([("section", Section())], blank=True, verbose_name=_("sections"))

    content_panels = Page.content_panels + [FieldPanel("intro"), FieldPanel("minutes"), FieldPanel("sections")]
    parent_page_types = ["programs.ProgramPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("application form")
        verbose_name_plural = _("application forms")

    def clean(self):
        super().clean()
        self.refuse_unclear_keys()

    def refuse_unclear_keys(self):
        """Two questions may not share a key, and a published question keeps the key its answers are stored under."""
        keys = Counter(key_of(question) for question in self.each_question())
        twice = [key for key, times in keys.items() if times > 1]
        if twice:
            raise ValidationError({"sections": gettext("Two questions have the key “%(key)s”.") % {"key": twice[0]}})
        published = ApplicationFormPage.objects.filter(pk=self.pk, live=True).first()
        if not published:
            return
        fixed = {question.id: key_of(question) for question in published.each_question()}
        for question in self.each_question():
            if fixed.get(question.id, key_of(question)) != key_of(question):
                raise ValidationError(
                    {"sections": gettext("The key of “%(label)s” is fixed since the form was published: “%(key)s”.")
                     % {"label": question.value["label"], "key": fixed[question.id]}}
                )  # fmt: skip

    def each_question(self):
        """Every question block that asks something."""
        for section in self.sections:
            yield from (child for child in section.value["questions"] if child.block_type != "statement")

    def definition(self):
        """The questions as plain data, the way a FormVersion keeps them."""
        return [
            {
                "heading": section.value["heading"],
                "intro": section.value["intro"],
                "questions": [child.block.definition(child) for child in section.value["questions"]],
            }
            for section in self.sections
        ]

    def version(self):
        """The FormVersion of the questions as they stand, made if nobody opened them yet."""
        sections = self.definition()
        digest = hashlib.sha256(json.dumps(sections, sort_keys=True).encode()).hexdigest()
        return FormVersion.objects.get_or_create(
            form=self, language=self.locale.language_code, digest=digest, defaults={"sections": sections}
        )[0]

    def in_language(self, language):
        """The published translation in this language, else this page if it is published, else None."""
        pages = {
            page.locale.language_code: page
            for page in self.get_translations(inclusive=True).live().select_related("locale").specific()
        }
        return pages.get(language) or pages.get(self.locale.language_code) or next(iter(pages.values()), None)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sections"] = self.definition()
        return context
