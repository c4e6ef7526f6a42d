import hashlib
import json
from collections import Counter

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.pages.languages import TranslatedPage
from portal.texts.streams import StreamField
from programs.forms.defining import Defining
from programs.forms.keys import key_of
from programs.forms.purposes import NOT_IN_REFERENCES, Purpose
from programs.forms.questions.question import Question
from programs.forms.sections import Section
from programs.models.offer.call import Call
from programs.offer.call_state import CallState, call_state
from programs.pages.editing import FormPageForm
from programs.pages.form_panels import AskedFirst, FormFacts

from .choice_keys import choice_faults, settle
from .fixed_keys import blocks_of, changed_keys, reused_keys
from .form_version import FormVersion
from .previews import PreviewedInSteps


class ApplicationFormPage(PreviewedInSteps, TranslatedPage, Page):
    """The questions of a call, edited in the CMS. May serve many calls; its other languages are its translations."""

    intro = RichTextField(_("introduction"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes it takes"), default=12)
    purpose = models.CharField(
        _("what it is for"),
        max_length=12,
        choices=Purpose,
        default=Purpose.APPLICATION,
        help_text=_("A call asks one for applications, and another one for references if it wants these."),
    )
    sections = StreamField([("section", Section())], blank=True, verbose_name=_("sections"))

    content_panels = Page.content_panels + [
        FormFacts(heading=_("Whose it is"), icon="group"),
        FieldPanel("purpose"),
        FieldPanel("intro"),
        FieldPanel("minutes"),
        AskedFirst(heading=_("Asked first"), icon="lock"),
        FieldPanel("sections"),
    ]
    parent_page_types = ["programs.ProgramPage"]
    subpage_types = []
    base_form_class = FormPageForm

    class Meta:
        verbose_name = _("application form")
        verbose_name_plural = _("application forms")

    def faults(self):
        """What keeps the form from being published, in words. Its screens ask; a draft may have any of these."""
        keys = Counter(key_of(block) for block in self.keyed())
        for key in (key for key, times in keys.items() if times > 1):
            yield gettext("Two questions have the key “%(key)s”.") % {"key": key}
        for label, key in changed_keys(self):
            told = gettext("The key of “%(label)s” is fixed since the form was published: “%(key)s”.")
            yield told % {"label": label, "key": key}
        for label, key, earlier in reused_keys(self):
            told = gettext(
                "The key “%(key)s” of “%(label)s” belonged to “%(earlier)s” when this form was published. Give the "
                "question another key, or none."
            )
            yield told % {"label": label, "key": key, "earlier": earlier}
        for label in self.unresolved():
            yield gettext("“%(label)s” is to show after an answer that no question before it can have.") % {
                "label": label
            }
        if any(not child.block.is_finished(child.value) for child in self.questions()):
            yield gettext("A question is not finished.")
        yield from choice_faults(self)
        yield from self._faults_of_purpose()

    def _faults_of_purpose(self):
        calls = self.asking_calls()
        if self.purpose != Purpose.APPLICATION and calls.exclude(reference_form__translation_key=self.translation_key):
            yield gettext("Calls ask this form, so that it is for applications.")
        if self.purpose != Purpose.REFERENCE and calls.filter(reference_form__translation_key=self.translation_key):
            yield gettext("Calls ask somebody else with this form, so that it is for references.")
        if self.purpose == Purpose.REFERENCE:
            told = gettext("“%(label)s” cannot be asked in a reference: take this question out.")
            yield from (told % {"label": q.value["label"]} for q in self.keyed() if q.block_type in NOT_IN_REFERENCES)

    def settle_choices(self):
        """Give the choices of a draft the keys under which the published ones are answered."""
        settle(self)

    def publishing_faults(self):
        return [*super().publishing_faults(), *self.faults()]

    def questions(self):
        """Every question and statement in order."""
        for section in self.sections:
            yield from section.value["questions"]

    def keyed(self):
        """Every question: what its key is, answers are kept under."""
        return [child for child in self.questions() if isinstance(child.block, Question)]

    def definition(self):
        """The questions that are finished, as plain data, the way a FormVersion keeps them."""
        return Defining(self.sections).defined

    def unresolved(self):
        """What shows by an answer that there is not."""
        return Defining(self.sections).unresolved

    def version(self):
        """The FormVersion of the questions as they stand, made if nobody opened them yet."""
        sections = self.definition()
        digest = hashlib.sha256(json.dumps(sections, sort_keys=True).encode()).hexdigest()
        return FormVersion.objects.get_or_create(
            form=self,
            language=self.locale.language_code,
            digest=digest,
            defaults={"sections": sections, "blocks": blocks_of(self)},
        )[0]

    def publish(self, *args, **kwargs):
        """What is published is a version at once, whether or not anybody opens it: its keys are taken from then on."""
        published = super().publish(*args, **kwargs)
        stored = type(self).objects.get(pk=self.pk)
        if stored.live:
            stored.version()
        return published

    def in_language(self, language):
        """The published translation in this language, else this page if it is published, else None."""
        pages = {
            page.locale.language_code: page
            for page in self.get_translations(inclusive=True).live().select_related("locale")
        }
        return pages.get(language) or pages.get(self.locale.language_code) or next(iter(pages.values()), None)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sections"] = self.definition()
        context["calls"] = self.open_calls()
        return context

    def open_calls(self):
        """Those that this form, in any of its languages, is for and that can be applied to now."""
        calls = self.asking_calls().select_related("round__program", "role", "form").with_taken()
        return [
            call
            for call in calls.filter(url="", form__translation_key=self.translation_key)
            if call_state(call) == CallState.OPEN
        ]

    def asking_calls(self):
        """The calls that this form, in any of its languages, is for: to apply, or for references."""
        key = self.translation_key
        return Call.objects.filter(Q(form__translation_key=key) | Q(reference_form__translation_key=key))
