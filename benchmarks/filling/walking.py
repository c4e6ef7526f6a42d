"""One walk through a form, and what must have come of it.

The walk knows of every question what was last typed that the question takes; it is held against the page that shows the
answers and against what is stored.
"""

import html
import random

from django.test import Client
from django.utils.translation import override

from programs.forms.questions import QUESTIONS
from programs.forms.questions.files import files_of, named
from programs.models import Application, Draft, Letter
from programs.people.secret_links import mint
from tests.programs.forms.answering import NOTHING, a_file, attempt, outcome, under, valid

from .generating import change
from .pages import Page

PRESSES = 14
WAYS = {"on": 66, "back": 9, "later": 5, "stay": 5, "number": 4, "saving": 5, "language": 6}


class Lost(AssertionError):
    """Something is not as it was typed, or is there and should not be."""


class Walk:
    def __init__(self, call, seed):
        self.call, self.chance, self.seed = call, random.Random(seed), seed
        self.cookies, self.language = self.chance.random() < 0.75, "en"
        self.kept, self.wrong, self.files = {}, {}, {}
        self.typed = {"email": f"walk{seed}@example.org", "name": f"Walker {seed}"}
        self.requests, self.pk = 0, None
        self.browse()

    def browse(self):
        """A browser that knows nothing yet, in a network of its own."""
        n = self.seed
        self.client = Client(REMOTE_ADDR=f"10.{n >> 8 & 255}.{n & 255}.7", headers={"host": "127.0.0.1"})

    @property
    def base(self):
        return f"{'/es' if self.language == 'es' else ''}/apply/{self.call.slug}/"

    @property
    def draft(self):
        return Draft.objects.select_related("version").get(pk=self.pk)

    def ask(self, path, fields=None, **headers):
        if not self.cookies:
            self.client.cookies.clear()
        answer = self.client.get(path) if fields is None else self.client.post(path, fields, headers=headers)
        self.requests += 1
        if answer.status_code >= 500:
            raise Lost(f"{path} answered {answer.status_code}")
        if answer.status_code == 302:
            return self.ask(answer.url)
        if answer.status_code != 204:
            self.page, self.path = Page(answer.content.decode()), path
        return answer

    def go(self):
        self.ask(f"{self.base}form/")
        for _ in range(self.chance.randint(3, PRESSES)):
            if self.chance.random() < 0.02:
                change(self.call.form, self.chance)
            self.press(self.chance.choices(list(WAYS), WAYS.values())[0])
        for _ in range(60):
            if self.at_check():
                break
            self.press("on", finishing=True)
        else:
            raise Lost(f"The form lets nobody to its end: {self.path}, {self.told_wrong()}")
        self.look_over()
        self.send()

    def at_check(self):
        return self.page.form_to("/send/") is not None

    def press(self, way, *, finishing=False):
        if way == "language" and self.pk and self.cookies:
            return self.switch()
        if self.at_check():
            form, number = self.page.form_to("/check/"), str(self.chance.randint(1, 5))
            return self.ask(form.action, form.fields | {"go": [number]})
        form = self.page.form_to("/form/")
        if form is None:
            return self.ask(f"{self.base}form/")
        fields = form.fields | self.answers(form, finishing)
        headers = {}
        go = {"number": str(self.chance.randint(1, 5)), "language": "stay", "saving": "save"}.get(way, way)
        if way == "saving" and self.pk:
            headers = {"X-Saving": "1"}
        answer = self.ask(form.action, fields | {"go": [go]}, **headers)
        if answer.status_code == 204:  # the page stays, with what was typed into it
            form.fields = {name: texts for name, texts in fields.items() if all(isinstance(one, str) for one in texts)}
        self.pk = self.pk or Draft.objects.filter(call=self.call).latest("pk").pk
        if way == "later":
            self.come_back()
        return None

    def answers(self, form, finishing):
        """What is typed now into the form of this page."""
        if form.action.endswith("/form/"):
            return self.contact(form, finishing)
        typed = {}
        for question in self.asked_in(form):
            missing = question["required"] and self.kept.get(question["key"]) in (*NOTHING, False)
            if (finishing and (missing or question["key"] in self.wrong)) or self.chance.random() < 0.5:
                names = [n for n in form.fields if n == f"q-{question['key']}" or n.startswith(f"q-{question['key']}_")]
                typed |= {name: [] for name in names} | self.answer(question, finishing)
        return typed

    def contact(self, form, finishing):
        if finishing or self.chance.random() < 0.6:
            if self.chance.random() < 0.3:
                self.typed["name"] = self.chance.choice(["Zoë O’Neil", "Walker <b>", "Ana  Díaz"])
            return {"name": [self.typed["name"]], "email": [self.typed["email"]], "agree": ["on"]}
        return self.chance.choice([{"email": ["nobody@"]}, {"name": [""]}, {"agree": []}, {}])

    def asked_in(self, form):
        sections = self.draft.version.questions
        return [q for q in sections if "key" in q and self.is_asked(form, f"q-{q['key']}")]

    @staticmethod
    def is_asked(form, name):
        return any(other and (other == name or other.startswith(f"{name}_")) for other in form.names)

    def answer(self, question, finishing):
        key, wild = question["key"], not finishing and self.chance.random() < 0.25
        if question["type"] == "file":
            return self.a_file_for(question, wild, finishing)
        with override(self.language):
            sent, kept = valid(question, self.chance) if not wild else (attempt(question, self.chance, wild=True), None)
            kept, wrong = outcome(question, sent) if wild else (kept, False)
        self.wrong.pop(key, None)
        if wrong:
            self.wrong[key] = sent
        else:
            self.kept[key] = kept
        return under(question, sent)

    def switch(self):
        """The same page in the other language. What was not understood may be, in this one."""
        self.language = "es" if self.language == "en" else "en"
        path = self.path.removeprefix("/es")
        self.ask(f"/es{path}" if self.language == "es" else path)
        asked = {question["key"]: question for question in self.draft.version.asked}
        with override(self.language):
            for key, sent in list(self.wrong.items()):
                if key in asked:
                    kept, wrong = outcome(asked[key], sent)
                    if not wrong:
                        self.kept[key] = kept
                        del self.wrong[key]

    def come_back(self):
        """By the link of the letter, on another device that keeps cookies; where no letter could go, on this one."""
        draft = self.draft
        if draft.correspondent is None:
            return self.ask(f"{self.base}form/") if self.cookies else self.ask(self.path, {"draft": self.key()})
        link = mint(Letter.objects.filter(kind="draft", about=draft.about).latest("pk"), "draft_open")
        self.browse()
        self.cookies = True
        path = "/" + link.partition("://")[2].partition("/")[2]
        self.language = "es" if path.startswith("/es/") else "en"
        self.ask(path)
        return self.ask(path, {})

    def key(self):
        return next(form.fields["draft"] for form in self.page.forms if "draft" in form.fields)

    def expected(self):
        """What the form in its last version asks somebody with these answers: (definition, what is kept) in order."""
        seen = set()
        for section in self.draft.version.sections:
            if not holds(section, seen):
                continue
            for question in section["questions"]:
                if "key" in question and holds(question, seen):
                    kept = self.kept[question["key"]] if question["key"] in self.kept else unanswered(question)
                    yield question, kept
                    if kept is not None:
                        seen.update((question["key"], one) for one in QUESTIONS[question["type"]].chosen(kept))

    def a_file_for(self, question, wild, finishing):
        """One more, one in the place of another, or one of them removed: in order, as the question takes them."""
        key, most = question["key"], question.get("most", 1)
        file, held = a_file(self.chance, wild=wild), list(files_of(self.kept.get(key)))
        there = [named(text)["upload"] for text in self.draft.typed.get(f"q-{key}_given", [])]
        new, place = {"name": file.name, "size": file.size}, f"q-{key}"
        n = self.chance.randrange(len(there)) if most > 1 and there else None
        if n is not None and not finishing and self.chance.random() < 0.2:
            held.pop(n)
            self.kept[key] = held if len(held) > 1 else next(iter(held), None)
            return {f"q-{key}_remove": [str(there[n])]}
        if n is not None and self.chance.random() < 0.4:
            place, held = f"q-{key}_replace_{there[n]}", [*held[:n], new, *held[n + 1 :]]
        elif most == 1:
            held = [new]
        else:
            held = [*held, new][:most]
        if not wild:
            self.kept[key] = held if len(held) > 1 else held[0]
        return {place: [file]}

    def look_over(self):
        content, shown = self.page.content, set()
        with override(self.language):
            for question, kept in self.expected():
                shown.add(question["key"])
                kind = QUESTIONS[question["type"]]
                lines = [] if question["type"] == "file" or kept is None else kind.reads(question, kind.restored(kept))
                lines = [file["name"] for file in files_of(kept)] if question["type"] == "file" else lines
                for line in [question["label"], *lines]:
                    if html.escape(line) not in content:
                        raise Lost(f"not on the page of answers: {line!r} of {question['key']} ({question['type']})")
        for question in self.draft.version.asked:
            if question["key"] not in shown and html.escape(question["label"]) in content:
                raise Lost(f"hidden, and on the page of answers: {question['key']}")

    def send(self):
        expected = {question["key"]: (question, kept) for question, kept in self.expected()}
        form = self.page.form_to("/send/")
        self.ask(form.action, form.fields)
        stored = Application.objects.get(correspondent__email_key=self.typed["email"])
        if set(stored.answers) != set(expected):
            raise Lost(f"stored {sorted(stored.answers)}, asked {sorted(expected)}")
        for key, (question, kept) in expected.items():
            found = stored.answers[key]
            if question["type"] == "file" and found:
                plain = [{name: file[name] for name in ("name", "size")} for file in files_of(found)]
                found = plain if isinstance(found, list) else plain[0]
            if found != kept:
                raise Lost(f"{key} ({question['type']}) typed {kept!r}, stored {found!r}")

    def told_wrong(self):
        return sorted(self.wrong), sorted(q["key"] for q, kept in self.expected() if q["required"] and kept in NOTHING)


def holds(conditional, seen):
    condition = conditional.get("shown_if")
    return not condition or any((condition["key"], answer) in seen for answer in condition["answers"])


def unanswered(question):
    """What is kept of a question that was met and left."""
    return outcome(question | {"required": False}, {})[0]
