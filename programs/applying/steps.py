"""Which step of a form asks what, and where somebody stands in it."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from programs.forms.answering import field_name
from programs.forms.questions import QUESTIONS

from .form import CONTACT, ApplicationForm

YOU = 1
"""The first step asks who applies; step n + 2 is the section n of the form, whatever is hidden."""

CHECK, LATER = "check", "later"
"""Where a button may lead beside to a step."""


@dataclass(frozen=True)
class Step:
    number: int
    heading: str
    intro: str
    questions: list
    """Definitions: questions and statements."""

    @cached_property
    def names(self):
        """The names of its fields."""
        if self.number == YOU:
            return list(CONTACT)
        return [field_name(question) for question in self.questions if "key" in question]


def you():
    return Step(YOU, _("How we reach you"), "", [])


class Filling:
    """A draft, read: its form with everything typed so far, and the steps that its answers show."""

    def __init__(self, draft, only=None):
        self.draft = draft
        self.form = ApplicationForm(
            draft.version, MultiValueDict(draft.typed), only=only, initial={"email": known_address(draft)}
        )
        self.form.fields["email"].disabled = bool(known_address(draft))
        self.form.full_clean()

    @cached_property
    def steps(self):
        shown = self.form.shown()
        sections = [
            Step(number, section["heading"], section["intro"], asked_on_page(section, questions))
            for number, (section, questions) in enumerate(shown, start=YOU + 1)
        ]
        return [you(), *[step for step in sections if step.questions]]

    def step(self, number):
        """The step of this number, or the one before it that shows."""
        return [step for step in self.steps if step.number <= number][-1]

    def step_of(self, name):
        """The number of the step that asks for this field."""
        return next((step.number for step in self.steps if name in step.names), YOU)

    def after(self, step):
        """The number of the next step; None when the answers are to be looked over."""
        return next((other.number for other in self.steps if other.number > step.number), None)

    def before(self, step):
        return max((other.number for other in self.steps if other.number < step.number), default=None)

    def is_wrong(self, step):
        return self.form.wrong(step.names)

    @cached_property
    def first_wrong(self):
        return next((step for step in self.steps if self.is_wrong(step)), None)

    def fields(self, step):
        """What the step shows: bound fields with their template and condition, and statements."""
        return [self._field(question) for question in step.questions]

    def _field(self, question):
        kind = QUESTIONS.get(question["type"])
        if kind is None:
            return {"statement": question["text"]}
        field = {"field": self.form[field_name(question)], "template": kind.field_template}
        return field | {"only_if": self._only_if(question)}

    def _only_if(self, question):
        """The condition, where its answer is asked on the same page: in words, and for script."""
        condition = question.get("shown_if")
        other = condition and next((q for q in self.draft.version.asked if q["key"] == condition["key"]), None)
        if not other or not self._on_one_page(question, other):
            return None
        labels = dict(QUESTIONS[other["type"]].options(other))
        return {
            "name": field_name(other),
            "keys": " ".join(condition["answers"]),
            "question": other["label"],
            "choices": [labels[key] for key in condition["answers"] if key in labels],
        }

    def _on_one_page(self, question, other):
        return any(question in section["questions"] and other in section["questions"] for section in self.sections)

    @property
    def sections(self):
        return self.draft.version.sections

    def told(self):
        """[(step, [(name of the field, label, lines)])] of every step with questions, for looking over."""
        kept = dict(self._read())
        return [
            (
                step,
                [(field_name(q), q["label"], kept.get(q["key"], [])) for q in step.questions if q.get("key") in kept],
            )
            for step in self.steps[1:]
        ]

    def _read(self):
        version = self.draft.version
        for question, answer in version.restored(self.form.kept):
            yield question["key"], QUESTIONS[question["type"]].reads(question, answer)


def on_the_way(draft, number=YOU):
    """The same for whoever only passes: what one step asks, and the answers by which steps show. Most of a long form is
    neither made nor checked."""
    version, here = draft.version, number - YOU - 1
    held = [*version.sections, *version.questions]
    deciding = {condition["key"] for condition in (one.get("shown_if") for one in held) if condition}
    asked = version.sections[here]["questions"] if 0 <= here < len(version.sections) else []
    return Filling(draft, only=deciding | {question.get("key") for question in asked})


def where_to(draft, here, go, then=""):
    """The number of a step, CHECK or LATER."""
    filling = on_the_way(draft, YOU if here == CHECK else here)
    if go == LATER:
        return LATER
    if go.isascii() and go.isdigit():
        return filling.step(max(int(go[:3]), YOU)).number
    if here == CHECK:
        return CHECK
    here = filling.step(here)
    if go == "stay":
        return here.number
    if go == "back":
        return filling.before(here) or YOU
    if filling.is_wrong(here):
        return here.number
    return CHECK if then == CHECK else filling.after(here) or CHECK


def asked_on_page(section, shown):
    """What a section's page asks: what shows, and what an answer on the same page may show."""
    asked, keys = [], set()
    for question in section["questions"] if shown else []:
        condition = question.get("shown_if")
        if question in shown or (condition and condition["key"] in keys):
            asked.append(question)
            keys.add(question.get("key"))
    return asked


def known_address(draft):
    """Where somebody changes what was sent, the address stays the one it was sent from; an invitation is for one address."""
    if draft.application:
        return draft.application.email
    return draft.invitation.correspondent.email if draft.invitation else ""
