"""Answers to a question, whatever its type: what a browser could send of its controls, until the question takes it."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import get_language

from programs.forms.questions import QUESTIONS

from .questions.asking import NAME, controls, form_of, page

TRIES = 300
NOTHING = (None, "", [], {})
ANYTHING = ["one\ntwo", "\0", "\u202etxt", "'\"<b>", "12", "A-1", " ", "x" * 2500, "١٢", "2027-02-30", "@", "=1+1"]
WORDS = ["A library", "Zoë & Ana <friends>", "una biblioteca", "  spaces  ", "12 Elm Street", "“quoted”", "two\nlines"]
DAYS = ["2027-03-05", "12/10/2027", "March 5, 2027", "5 de marzo de 2027", "5/3/2027", "18.12.2027"]
SAMPLES = {
    "email": ["ann@example.org", " Bo.B@example.edu "],
    "tel": ["312-555-0100", "+1 (312) 555 0199 ext. 12"],
    "phone": ["312-555-0100", "+1 (312) 555 0199 ext. 12"],
    "web_address": ["example.org", "https://www.example.edu/~me?a=b"],
    "membership_number": ["# 123 456", "ALA-00012"],
    "number": ["2", "7", "1980", "1,200", "1.200", "1200.5", "1,5", "0", "12"],
    "date": DAYS,
    "month": ["2027-03", "March 2027", "marzo de 2027", "3/2027"],
    "languages": ["español", "English", "Quechua", "inglés", "Tagalog"],
}
"""What people type into a question of this type, or a control of this kind; other ones get words."""

CONTROLS_OF = {}


def controls_of(question):
    """{name: (kind, offers)} of its controls, as they are asked in the language of now."""
    known = (get_language(), json.dumps(question, sort_keys=True))
    if known not in CONTROLS_OF:
        found = {}
        for name, kind, offered in controls(page(question)):
            found.setdefault(name, (kind, []))[1].extend(offered)
        CONTROLS_OF[known] = found
    return CONTROLS_OF[known]


def attempt(question, chance, *, wild=False):
    """{name: [text, ...]}"""
    sent, often = {}, chance.choice([1, 0.8, 0.5])
    for name, (kind, offers) in controls_of(question).items():
        likely = SAMPLES.get(kind) or SAMPLES.get(question["type"]) or WORDS
        if (question["type"], kind) == ("referee", "email"):  # nobody is named twice in one form
            likely = [f"{question['key']}@example.org"]
        if kind == "checkbox":
            sent[name] = [offer for offer in offers if chance.random() < often] if len(offers) > 1 else offers
        elif kind in {"radio", "select"}:
            sent[name] = [chance.choice([offer for offer in offers if offer] or [""])]
        else:
            sent[name] = [chance.choice(ANYTHING if wild and chance.random() < 0.5 else likely)]
        if chance.random() > often:
            sent.pop(name)
    return {name: texts for name, texts in sent.items() if texts}


def valid(question, chance):
    """(what to send, what is kept of it)"""
    for _ in range(TRIES):
        sent = attempt(question, chance)
        kept, wrong = outcome(question, sent)
        if not wrong and not (question["required"] and kept in NOTHING):
            return sent, kept
    raise SystemExit(f"No answer was found to {question}.")


def outcome(question, sent):
    """(what is kept, whether something is wrong), by the question alone."""
    form = form_of(question, sent)
    if not form.is_valid():
        return None, True
    answer = form.cleaned_data[NAME]
    return None if answer is None else QUESTIONS[question["type"]].kept(answer), False


def under(question, sent):
    """The same, by the names that it has in its own form."""
    return {f"q-{question['key']}{name.removeprefix(NAME)}": texts for name, texts in sent.items()}


def a_file(chance, *, wild=False):
    if wild:
        return SimpleUploadedFile("program.exe", b"MZ" + chance.randbytes(40))
    text = f"Number {chance.randrange(10**9)}".encode()
    return SimpleUploadedFile(f"cv {chance.randrange(100)}.txt", text)
