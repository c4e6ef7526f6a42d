"""Forms as editors might build them, of every type that there is, and changes that editors make while people fill them."""

from wagtail.models import Locale

from programs.forming.exchange.raw import raw_sections
from programs.forms.questions import QUESTIONS
from programs.models import ApplicationFormPage
from tests.factories import make_call, make_form, make_program
from tests.programs.forms.questions.asking import MORE, definition

CONDITIONAL, CONDITIONAL_SECTION, OPTIONAL, SENSITIVE = 0.35, 0.2, 0.5, 0.1
ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"]


def generated_call(chance):
    """A call whose form has two languages, or one."""
    program = make_program(time_zone=chance.choice(ZONES))
    form = make_form(program, sections=raw_sections(generated_sections(chance)))
    faults = list(form.faults())
    if faults:
        raise SystemExit(f"The generated form is none: {faults}")
    form.save_revision().publish()
    if chance.random() < 0.6:
        spanish = form.copy_for_translation(Locale.objects.get(language_code="es"), copy_parents=True)
        spanish.save_revision().publish()
    return make_call(program, form=form)


def generated_sections(chance):
    earlier, sections = [], []
    for n in range(chance.randint(1, 4)):
        section = {"heading": f"Section {n + 1}", "intro": ""} | condition(chance, earlier, CONDITIONAL_SECTION)
        asked = []
        for _ in range(chance.randint(1, 5)):
            asked.append(question(chance, earlier))
            earlier.append(asked[-1])
        if chance.random() < 0.2:
            asked.insert(0, {"type": "statement", "text": "<p>Some words between.</p>"})
        sections.append(section | {"questions": asked})
    return sections


def question(chance, earlier, key=None):
    kind, key = chance.choice(list(QUESTIONS)), key or f"k{len(earlier) + 1}"
    more = chance.choice([{}, *MORE.get(kind, [])]) | {"key": key, "label": f"What of {key}, exactly?"}
    if kind in {"choose_one", "choose_several"} and chance.random() < 0.3:
        more["other"] = True
    if chance.random() < SENSITIVE:
        more |= {"sensitive": True, "required": False}
    required = {"required": chance.random() > OPTIONAL}
    return definition(kind, **required | more) | condition(chance, earlier, CONDITIONAL)


def condition(chance, earlier, often):
    """Shown after one or two of the choices of an earlier question."""
    others = [(one, QUESTIONS[one["type"]].options(one)) for one in earlier]
    others = [(one, options) for one, options in others if options]
    if not others or chance.random() > often:
        return {}
    other, options = chance.choice(others)
    answers = chance.sample([key for key, _label in options], chance.randint(1, min(2, len(options))))
    return {"shown_if": {"key": other["key"], "answers": answers}}


def change(form, chance):
    """What an editor does in the middle: other words, one question more, one less on which none hangs."""
    page = ApplicationFormPage.objects.get(pk=form.pk)
    sections = page.definition()
    asked = [one for section in sections for one in section["questions"] if "key" in one]
    named = {held["shown_if"]["key"] for held in [*sections, *asked] if "shown_if" in held}
    chance.choice(asked)["label"] += " And why?"
    free = [one for one in asked if one["key"] not in named]
    for section in sections:
        if chance.random() < 0.5 and len(section["questions"]) > 1 and free and free[-1] in section["questions"]:
            section["questions"].remove(free[-1])
    count = form_versions(page)
    sections[-1]["questions"].append(question(chance, [], key=f"n{page.pk}-{count}"))
    page.sections = raw_sections(sections)
    page.save()
    page.save_revision().publish()


def form_versions(page):
    return page.versions.count()
