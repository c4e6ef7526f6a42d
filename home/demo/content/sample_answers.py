"""Answers to a form's questions by nobody. Every free text says that it is a sample."""

from decimal import Decimal

from programs.forms.choosing import OTHER

OTHER_LIBRARIES = {
    "en": ["Sample answer: a tool library", "Sample answer: the library of a cruise ship"],
    "es": ["Respuesta de muestra: la biblioteca de un hospital"],
}
YEARS = {"receives": range(5), "gives": range(5, 35)}
"""What makes sense for one side of a pair."""

TEXTS = {
    "goals": {
        "en": [
            "I would like to feel sure of myself in interviews, and to know which skills to learn next.",
            "I want to find my way into a committee and to publish a first short article.",
            "I hope for somebody to think with while I change to another kind of library.",
        ],
        "es": ["Quisiera ganar seguridad en las entrevistas y saber qué aprender después."],
    },
    "offer": {
        "en": [
            "I was helped generously when I began, and I would like to do the same for somebody now.",
            "I can share what I learned from leading a small team through a large change.",
        ],
        "es": ["Me ayudaron con generosidad cuando empecé y ahora quisiera hacer lo mismo."],
    },
    "match": {
        "en": ["Somebody who works in a small town as well would be wonderful."],
        "es": ["Me gustaría que la otra persona hablara español."],
    },
}
POSITIONS = {
    "en": ["reference librarian", "graduate student", "branch manager", "metadata librarian", "youth librarian"],
    "es": ["bibliotecaria de referencia", "estudiante de posgrado"],
}
SAMPLE = {"en": "Sample answer {number}: {text}", "es": "Respuesta de muestra {number}: {text}"}


ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Puerto_Rico"]
LEVELS = ["basic", "conversation", "fluent", "first"]
LANGUAGES = {"en": ["English", "Spanish", "Tagalog", "French"], "es": ["español", "inglés", "portugués", "quechua"]}
DAYS, TIMES = ["mon", "tue", "wed", "thu", "fri", "sat"], ["morning", "afternoon", "evening"]


def answers(version, side, number, chance):
    """(question, what somebody answers); an optional question is left out now and then."""
    for question in version.asked:
        if question["required"] or chance.random() < 0.6:
            yield question, answer(question, version.language, side, number, chance)


def answer(question, language, side, number, chance):
    kind = question["type"]
    if kind in CHOSEN:
        return CHOSEN[kind](question, language, side, chance)
    if kind == "referee":
        return {"name": f"Sample Referee {number:02}", "email": f"referee{number:02}@example.org"}
    if kind in NUMBERED:
        return NUMBERED[kind].format(number=number)
    text = chance.choice(TEXTS[question["key"]][language] if kind == "long_text" else POSITIONS[language])
    return SAMPLE[language].format(number=number, text=text)


def choice_keys(question):
    return [choice["key"] for choice in question["choices"]]


def one(question, language, _side, chance):
    """One of the choices; sometimes another, where the question offers that."""
    if question.get("other") and chance.random() < 0.15:
        return {"chosen": OTHER, "words": {OTHER: chance.choice(OTHER_LIBRARIES[language])}}
    return chance.choice(choice_keys(question))


def some(question, _language, _side, chance):
    return chance.sample(choice_keys(question), k=chance.randint(1, min(3, question.get("most") or 3)))


def some_wish(_question, language, _side, chance):
    whom = {"en": "Sample Mentor {n}", "es": "Persona de Muestra {n}"}[language].format(n=chance.randint(1, 40))
    return {"name": whom, "where": chance.choice(["sample-mentor@example.org", "Sample Public Library"])}


def some_week(_question, _language, _side, chance):
    slots = [f"{day}-{chance.choice(TIMES)}" for day in DAYS if chance.random() < 0.5]
    return {"zone": chance.choice(ZONES), "slots": slots or ["mon-evening"]}


CHOSEN = {
    "choose_one": one,
    "scale": one,
    "choose_several": some,
    "rank": some,
    "table": lambda question, _language, _side, chance: {
        row["key"]: chance.choice(choice_keys(question)) for row in question["statements"]
    },
    "yes_no": lambda question, _language, _side, chance: (
        "yes" if question["key"] == "member" else chance.choice(["yes", "no"])
    ),
    "consent": lambda *_: True,
    "number": lambda _question, _language, side, chance: Decimal(chance.choice(YEARS.get(side, YEARS["gives"]))),
    "languages": lambda _question, language, _side, chance: [
        [name, chance.choice(LEVELS)] for name in chance.sample(LANGUAGES[language], k=2)
    ],
    "availability": some_week,
    "partner_wish": some_wish,
}
"""What is answered by choosing, by the type's name."""

NUMBERED = {
    "email": "sample{number:02}-second@example.org",
    "membership_number": "SAMPLE-{number:04}",
    "web_address": "https://example.org/sample{number:02}",
}
"""What tells one sample from another."""
