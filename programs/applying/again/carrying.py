"""What of an application fits another form: shared questions are asked once. Whoever applies sees and can change all of it."""

from collections import Counter

from django.utils.datastructures import MultiValueDict

from programs.access.shown_to import own_answers
from programs.applying.form import ApplicationForm
from programs.forms.answering import field_name, parts_of, refilled

ASKED_ANEW = {"consent", "tick", "file", "referee"}
"""Types of questions that a new application asks everybody again: what was agreed to then is not agreed to now, and whoever
vouched once is asked by the applicant before they are asked again."""


def carried(sent, version):
    """(what of an application or a receipt fits this version's form, as it is typed there: {name of a field: [text, ...]};
    the questions that it answers). Of a question that is shared, the form has to take the answer as it is."""
    answers, same = own_answers(sent), shared(sent.version, version)
    kept = {key: answers[before] for key, before in same.items() if answers.get(before) is not None}
    typed = MultiValueDict(refilled(version, kept))
    form = ApplicationForm(version, typed)
    form.full_clean()
    fits = [q for q in version.asked if q["key"] in kept and is_filled(form, typed, field_name(q))]
    return {part: texts for q in fits for part, texts in parts_of(typed, field_name(q)).items()}, fits


def is_filled(form, typed, name):
    """Whether the form takes what is typed there, and that is something."""
    something = any(text.strip() for texts in parts_of(typed, name).values() for text in texts)
    return something and name not in form.errors and name in form.cleaned_data


def shared(before, after):
    """{key of a question of `after`: key of the same question in `before`}, of what may be carried.

    The same is what has one key and type, as questions of a set or of a copied form have. In one language, too, what
    has one type and the same words, where neither form asks in these words twice.
    """
    then, now = by_key(before), by_key(after)
    same = {key: key for key in now if key in then and then[key]["type"] == now[key]["type"]}
    if before.language == after.language:
        once = _worded_once(before)
        for words, key in _worded_once(after).items():
            if words in once and key not in same and once[words] not in same:
                same[key] = once[words]
    return {key: other for key, other in same.items() if is_carried(now[key]) and is_carried(then[other])}


def by_key(version):
    return {question["key"]: question for question in version.asked}


def _worded_once(version):
    """{(type, words): key of the question that alone asks so}"""
    asked = [((q["type"], words_of(q)), q["key"]) for q in version.asked]
    times = Counter(words for words, _key in asked)
    return {words: key for words, key in asked if times[words] == 1}


def words_of(question):
    """Its words as they compare."""
    return " ".join(question["label"].split()).casefold()


def in_other_words(before, after):
    """{key of a question of `after`: how the same key was asked in `before`}, where that differs in one language: a member of
    one association may be none of another."""
    if before.language != after.language:
        return {}
    then, now = by_key(before), by_key(after)
    pairs = [(key, then[other]) for key, other in shared(before, after).items()]
    return {key: other["label"] for key, other in pairs if words_of(other) != words_of(now[key])}


def is_carried(question):
    """What is sensitive is told to one committee for one purpose, and asked anew by another."""
    return question["type"] not in ASKED_ANEW and not question.get("sensitive")
