import hashlib
import json
from collections import Counter

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.pages.languages import TranslatedPage
from portal.texts.streams import StreamField
from programs.forms.keys import key_of
from programs.forms.questions.question import Question
from programs.forms.sections import Section
from programs.models.offer.call import Call
from programs.offer.call_state import CallState, call_state
from programs.pages.editing import FormPageForm

from .form_version import FormVersion


class ApplicationFormPage(TranslatedPage, Page):
    """The questions of a call, edited in the CMS. May serve many calls; its other languages are its translations."""

    intro = RichTextField(_("introduction"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes it takes"), default=12)
    sections = StreamField([("section", Section())], blank=True, verbose_name=_("sections"))

    content_panels = Page.content_panels + [FieldPanel("intro"), FieldPanel("minutes"), FieldPanel("sections")]
    parent_page_types = ["programs.ProgramPage"]
    subpage_types = []
    base_form_class = FormPageForm

    class Meta:
        verbose_name = _("application form")
        verbose_name_plural = _("application forms")

    def faults(self):
        """What keeps the form from being published, in words. Its screens ask; a draft may have any of these."""
        keys = Counter((among, key_of(block)) for among, block in self.keyed())
        for among, key in (found for found, times in keys.items() if times > 1):
            told = (
                gettext("Two choices have the key “%(key)s”.")
                if among
                else gettext("Two questions have the key “%(key)s”.")
            )
            yield told % {"key": key}
        for label, key in self.changed_keys():
            told = gettext("The key of “%(label)s” is fixed since the form was published: “%(key)s”.")
            yield told % {"label": label, "key": key}
        if any(not child.block.is_finished(child.value) for child in self.questions()):
            yield gettext("A question is not finished.")

    def publishing_faults(self):
        return [*super().publishing_faults(), *self.faults()]

    def changed_keys(self):
        """(label, published key) where the answers of a published question or choice would get another key.

        Its translations share the keys, so that one answer is the same in every language.
        """
        published = ApplicationFormPage.objects.filter(translation_key=self.translation_key, live=True)
        pages = sorted(published, key=lambda page: page.pk == self.pk)
        fixed = {block.id: key_of(block) for page in pages for _among, block in page.keyed()}
        for _among, block in self.keyed():
            if block.id in fixed and fixed[block.id] != key_of(block):
                yield block.value["label"], fixed[block.id]

    def questions(self):
        """Every question and statement in order."""
        for section in self.sections:
            yield from section.value["questions"]

    def keyed(self):
        """Every block whose key is kept with answers, and among which others it must be the only one to have it."""
        for n, question in enumerate(self.questions(), start=1):
            if isinstance(question.block, Question):
                yield 0, question
            if "choices" in question.value:
                yield from ((n, choice) for choice in question.value["choices"].bound_blocks)

    def definition(self):
        """The questions that are finished, as plain data, the way a FormVersion keeps them."""
        taken = set()
        return [
            {
                "heading": section.value["heading"],
                "intro": section.value["intro"],
                "questions": [
                    child.block.definition(child, taken)
                    for child in section.value["questions"]
                    if child.block.is_finished(child.value)
                ],
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
        context["calls"] = self.open_calls()
        return context

    def open_calls(self):
        """Those that this form, in any of its languages, is for and that can be applied to now."""
        calls = Call.objects.select_related("round__program", "role", "form").with_taken()
        calls = calls.filter(form__translation_key=self.translation_key, url="")
        return [call for call in calls if call_state(call) == CallState.OPEN]
