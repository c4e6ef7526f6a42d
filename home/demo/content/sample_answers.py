"""Answers to a form's questions by nobody. Every free text says that it is a sample."""

from programs.forms.choosing import OTHER

OTHER_LIBRARIES = {
    "en": ["Sample answer: a tool library", "Sample answer: the library of a cruise ship"],
    "es": ["Respuesta de muestra: la biblioteca de un hospital"],
}
LIKELY = {
    "years": {
        "receives": ["student", "under-1", "1-4"],
        "gives": ["5-9", "10-19", "20-up"],
    },
}
"""Choices that make sense for one side of a pair, by question."""

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


def answers(version, side, number, chance):
    """(question, what somebody answers); an optional question is left out now and then."""
    for question in version.asked:
        if question["required"] or chance.random() < 0.6:
            yield question, answer(question, version.language, side, number, chance)


def answer(question, language, side, number, chance):
    kind, key = question["type"], question["key"]
    choices = [choice["key"] for choice in question.get("choices", [])]
    if kind in ("choose_one", "scale"):
        return chosen(question, LIKELY.get(key, {}).get(side) or choices, language, chance)
    if kind == "choose_several":
        return chance.sample(choices, k=chance.randint(1, min(3, question.get("most", 3))))
    if kind == "rank":
        return chance.sample(choices, k=chance.randint(1, question["most"]))
    if kind == "table":
        return {row["key"]: chance.choice(choices) for row in question["statements"]}
    if kind == "yes_no":
        return "yes" if key == "member" else chance.choice(["yes", "no"])
    if kind == "consent":
        return "on"
    if kind == "email":
        return f"sample{number:02}-second@example.org"
    text = chance.choice(TEXTS[key][language] if kind == "long_text" else POSITIONS[language])
    return SAMPLE[language].format(number=number, text=text)


def chosen(question, choices, language, chance):
    """One of the choices; sometimes another, where the question offers that."""
    if question.get("other") and chance.random() < 0.15:
        return {"chosen": OTHER, "words": {OTHER: chance.choice(OTHER_LIBRARIES[language])}}
    return chance.choice(choices)
