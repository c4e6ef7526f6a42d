"""Who sees which answer of an application: templates, lists, letters, search and exports get answers from here alone.

Nothing else reads the field `answers` (a test looks for it), and nobody is an audience by default: whoever asks says for
whom. Observers of a committee see numbers and are no audience.
"""

from programs.forms.audiences import COMMITTEE, Audience
from programs.forms.questions import QUESTIONS
from programs.forms.questions.files import FileLine

from .naming import names_somebody, naming_keys, unnamed


def sees(audience, question):
    """Whether this audience sees the answers to this question, by its definition. What names nobody is for the committee;
    what applicants said themselves they may always read again."""
    if audience == Audience.ANONYMOUS:
        return sees(Audience.READER, question) and not names_somebody(question)
    return audience == Audience.APPLICANT or audience in question.get("shown_to", COMMITTEE)


def answered(sent, *, to, sensitive=True):
    """What this audience sees of an application or a receipt: [(label, [line, ...]), ...] in the order that was asked.

    What travels or stands in lists, such as a letter, leaves out the sensitive answers.
    """
    return [(question["label"], kind.reads(question, answer)) for question, kind, answer in _seen(sent, to, sensitive)]


def exported(sent, *, to, sensitive=False):
    """The same for a spreadsheet: [(key, label, cell), ...]. The key is the same in every version and language of a form;
    an answer of several parts has a column for each, named <key>_<part>. Sensitive answers only where somebody asked for
    them on purpose."""
    return [
        (f"{question['key']}_{part}" if part else question["key"], heading, cell)
        for question, kind, answer in _seen(sent, to, sensitive)
        for part, heading, cell in kind.columns(question, answer)
    ]


def valued(sent, *, to):
    """[(key, label, value, [line, ...]), ...] of all that this audience sees, sensitive answers too: each answer once."""
    return [
        (question["key"], question["label"], kind.cell(question, answer), kind.reads(question, answer))
        for question, kind, answer in _seen(sent, to, True)
    ]


def uploads_seen(sent, *, to, sensitive=True):
    """The keys of the uploads that this audience sees as answers of an application or a receipt."""
    lines = [line for _label, lines in answered(sent, to=to, sensitive=sensitive) for line in lines]
    return {line.upload for line in lines if isinstance(line, FileLine)}


def answers_of_type(sent, kind):
    """{key: answer}, None among them, of the questions of a type that this person was asked: for what the portal itself
    compares or acts on. Nobody is shown them by this."""
    asked = [question for _section, questions in sent.version.shown(sent.answers) for question in questions]
    return {question["key"]: sent.answers.get(question["key"]) for question in asked if question["type"] == kind}


def total_answered(sent, key):
    """The sum of the answers of many to the number that their forms ask under this key; None where none was given. A number
    about all of them, so observers may have it; what is sensitive counts for nothing."""
    numbers = [
        answer
        for one in sent
        for question, answer in one.version.restored(one.answers)
        if question.get("key") == key and question["type"] == "number" and not question.get("sensitive")
    ]
    given = [number for number in numbers if number is not None]
    return sum(given) if given else None


def chosen(sent, *, to):
    """The choices that this audience sees were chosen: [(key of the question, key of the choice), ...]. Sensitive ones are
    left out: this stands in lists."""
    return [
        (question["key"], choice)
        for question, kind, answer in _seen(sent, to, sensitive=False)
        if answer is not None
        for choice in kind.chosen(sent.answers[question["key"]])
    ]


def naming_answers(sent):
    """What the applicant says of who they are and where they work, as lines: for comparing. Nobody is shown them by this."""
    keys = naming_keys(sent)
    return [
        str(line)
        for question, answer in sent.version.restored(sent.answers)
        if question["key"] in keys and question["type"] != "referee"
        for line in QUESTIONS[question["type"]].reads(question, answer)
    ]


def choosable(version, *, to):
    """The questions of a form by whose choices this audience may look for applications: {key: (label, [(key of a choice,
    label), ...])}. Not those who read anonymously: a program hides questions, which a form does not know."""
    if to == Audience.ANONYMOUS:
        return {}
    return {
        question["key"]: (question["label"], options)
        for question in version.asked
        if sees(to, question) and not question.get("sensitive")
        for options in [QUESTIONS[question["type"]].options(question)]
        if options
    }


def by_section(sent, *, to, sensitive=True):
    """The same under the headings it was asked under: [(number of the section, heading, [(label, lines), ...]), ...].
    Sections of which nothing is seen are left out."""
    told = {}
    for question, kind, answer in _seen(sent, to, sensitive):
        told.setdefault(question["key"], (question["label"], kind.reads(question, answer)))
    sections = [
        (n, section.get("heading", ""), [told[q["key"]] for q in section["questions"] if q.get("key") in told])
        for n, section in enumerate(sent.version.sections)
    ]
    return [section for section in sections if section[2]]


def sensitive_questions(sent, *, to):
    """The labels of the sensitive questions whose answers this audience may see: what is not shown before somebody asks."""
    return [
        question["label"] for question, _kind, answer in _seen(sent, to, True) if question.get("sensitive") and answer
    ]


def differing(before, after, *, to, sensitive=True):
    """What somebody changed, of what this audience sees: [(label, lines before, lines after), ...]. Of two things sent to the
    same form, in whatever language and version."""
    old, new = (
        {question["key"]: seen for seen in _seen(sent, to, sensitive) for question in seen[:1]}
        for sent in (before, after)
    )
    keys = [*new, *(key for key in old if key not in new)]
    changed = [key for key in keys if before.answers.get(key) != after.answers.get(key)]
    return [(new.get(key, old.get(key))[0]["label"], _lines(old.get(key)), _lines(new.get(key))) for key in changed]


def _lines(seen):
    question, kind, answer = seen or (None, None, None)
    return kind.reads(question, answer) if kind else []


def own_answers(sent):
    """What was answered, as it is kept: for whoever sent it, to fill a form with it again, and for nobody else."""
    return sent.answers


def _seen(sent, to, sensitive):
    audience = Audience(to)
    anonymous = audience == Audience.ANONYMOUS
    naming = naming_keys(sent) if anonymous else ()
    for question, answer in sent.version.restored(sent.answers):
        if sees(audience, question) and question["key"] not in naming and (sensitive or not question.get("sensitive")):
            yield question, QUESTIONS[question["type"]], unnamed(question, answer) if anonymous else answer
