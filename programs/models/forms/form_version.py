from django.db import models
from django.utils.translation import gettext_lazy as _

from programs.forms.conditions import shown
from programs.forms.questions import QUESTIONS


class FormVersion(models.Model):
    """The questions of one form in one language as they stood when somebody opened it. Never changed."""

    form = models.ForeignKey("ApplicationFormPage", on_delete=models.PROTECT, related_name="versions")
    language = models.CharField(max_length=10)
    digest = models.CharField(max_length=64, help_text=_("SHA-256 of the questions."))
    sections = models.JSONField()
    blocks = models.JSONField(
        default=dict, help_text=_("Which block of the page asked it, by key: no other may have the key after it.")
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["form", "language", "digest"], name="form_version_unique")]

    def __str__(self):
        return f"{self.form_id}/{self.language}/{self.digest[:8]}"

    @property
    def questions(self):
        """Every question in order, statements too."""
        return [question for section in self.sections for question in section["questions"]]

    def shown(self, kept):
        """(section, its questions and statements) in order, of what is asked of somebody with these answers."""
        return shown(self.sections, kept)

    @property
    def asked(self):
        """Those that ask something, in order."""
        return [question for question in self.questions if question["type"] in QUESTIONS]

    def kept(self, cleaned):
        """What a form made of the answers, by key, as JSON can hold it. What is not among them was not asked."""
        return {
            question["key"]: None if answer is None else QUESTIONS[question["type"]].kept(answer)
            for question in self.asked
            if question["key"] in cleaned
            for answer in [cleaned[question["key"]]]
        }

    def restored(self, kept):
        """(question, answer) in the order they were asked; the answer is None where none was given. What the other answers
        hid is left out."""
        for section in self.sections:
            for question in section["questions"]:
                if question["type"] in QUESTIONS and not was_hidden(section, question, kept):
                    answer = kept.get(question["key"])
                    yield question, None if answer is None else QUESTIONS[question["type"]].restored(answer)


def was_hidden(section, question, kept):
    """What was asked is kept, answered or not; what was not asked is not."""
    return question["key"] not in kept and ("shown_if" in question or "shown_if" in section)
