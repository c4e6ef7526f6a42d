"""Answers to a form's questions by nobody. Every free text says that it is a sample."""

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


def answers(version, side, number, chance):
    """What an applicant types, by question key, or key and part; an optional question is left empty now and then."""
    typed = {}
    for question in version.asked:
        if question["required"] or chance.random() < 0.6:
            given = answer(question, version.language, side, number, chance)
            parts = given.items() if isinstance(given, dict) else [("", given)]
            typed |= {f"{question['key']}_{part}" if part else question["key"]: text for part, text in parts}
    return typed


def answer(question, language, side, number, chance):
    kind, key = question["type"], question["key"]
    if kind in TYPED:
        return TYPED[kind](question, language, side, number, chance)
    text = chance.choice(TEXTS[key][language] if kind == "long_text" else POSITIONS[language])
    return SAMPLE[language].format(number=number, text=text)


def choice_keys(question):
    return [choice["key"] for choice in question["choices"]]


def some_languages(chance, language):
    chosen = chance.sample(LANGUAGES[language], k=2)
    return {f"language{n}": name for n, name in enumerate(chosen, start=1)} | {
        f"level{n}": chance.choice(LEVELS) for n in (1, 2)
    }


def some_week(chance):
    days, times = chance.sample(["mon", "tue", "wed", "thu", "fri", "sat"], k=3), ["morning", "afternoon", "evening"]
    return {"zone": chance.choice(ZONES), "slots": [f"{day}-{chance.choice(times)}" for day in days]}


TYPED = {
    "choose_one": lambda question, _language, _side, _number, chance: chance.choice(choice_keys(question)),
    "choose_several": lambda question, _language, _side, _number, chance: chance.sample(
        choice_keys(question), k=chance.randint(1, 3)
    ),
    "yes_no": lambda question, _language, _side, _number, chance: (
        "yes" if question["key"] == "member" else chance.choice(["yes", "no"])
    ),
    "consent": lambda *_: "on",
    "email": lambda _question, _language, _side, number, _chance: f"sample{number:02}-second@example.org",
    "membership_number": lambda _question, _language, _side, number, _chance: f"SAMPLE-{number:04}",
    "web_address": lambda _question, _language, _side, number, _chance: f"example.org/sample{number:02}",
    "number": lambda _question, _language, side, _number, chance: str(chance.choice(YEARS.get(side, YEARS["gives"]))),
    "languages": lambda _question, language, _side, _number, chance: some_languages(chance, language),
    "availability": lambda _question, _language, _side, _number, chance: some_week(chance),
}
"""How a question of a type is answered, by the type's name."""
