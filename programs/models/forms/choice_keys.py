"""The keys of a form's choices, beside those that were published: what was answered once is never called otherwise."""

from collections import defaultdict

from django.db.models import Q
from django.utils.translation import gettext

from programs.forms.keys import key_of, settled
from programs.forms.questions.choices import OfLines

from .form_version import FormVersion


def settle(form):
    """Every choice of the form gets the key under which answers to it are kept already, if it was published. Done at each
    save, and each time anew: what was half typed at one save leaves nothing behind."""
    published = published_lines(form)
    for question, name in lines_of(form):
        question.value[name] = settled(question.value[name], published[question.id, name])


def lines_of(form):
    """(question, name of its child) for everything that holds choices."""
    questions = [child for child in form.questions() if isinstance(child.block, OfLines)]
    return [(question, name) for question in questions for name in question.block.lines]


def published_lines(form):
    """{(id of a question, name of its child): [its choices in each language that was ever published]}, the form's own
    language first. A page that was unpublished holds what it had."""
    pages = type(form).objects.filter(Q(live=True) | Q(first_published_at__isnull=False))
    pages = pages.filter(translation_key=form.translation_key)
    found = defaultdict(list)
    for page in sorted(pages, key=lambda page: page.pk != form.pk):
        for question, name in lines_of(page):
            found[question.id, name].append(question.value[name])
    return found


def choice_faults(form):
    """What is wrong with the choices of a form that is to be published, in words."""
    for question in form.keyed():
        if isinstance(question.block, OfLines) and question.block.is_finished(question.value):
            yield from question.block.faults(question.value)
    published, earlier = published_lines(form), earlier_choices(form)
    for question, name in lines_of(form):
        lines = published[question.id, name]
        yield from _renamed(question.value[name], lines)
        yield from _reused(question.value[name], lines, earlier[key_of(question), name])


def _renamed(choices, published):
    """Choices with the words of a published one, and with a key of their own."""
    fixed = {choice["label"]: choice["key"] for before in reversed(published) for choice in before}
    for choice in choices:
        key = fixed.get(choice["label"])
        if key and key != choice["key"]:
            told = gettext("The key of “%(label)s” is fixed since the form was published: “%(key)s”.")
            yield told % {"label": choice["label"], "key": key}


def _reused(choices, published, earlier):
    """Choices with the key of one that is gone."""
    standing = {choice["key"] for before in published for choice in before}
    for choice in choices:
        key, labels = choice["key"], earlier.get(choice["key"], [])
        if labels and key not in standing and choice["label"] not in labels:
            told = gettext(
                "The key “%(key)s” of “%(label)s” was that of “%(earlier)s”, which was answered. Give it another."
            )
            yield told % {"key": key, "label": choice["label"], "earlier": labels[-1]}


def earlier_choices(form):
    """{(key of a question, name of what holds choices): {key of a choice: [words it had]}} of every version, in any language."""
    found = defaultdict(lambda: defaultdict(list))
    versions = FormVersion.objects.filter(form__translation_key=form.translation_key).order_by("pk")
    for version in versions:
        for question in version.asked:
            for name in ("choices", "statements"):
                for choice in question.get(name, ()):
                    found[question["key"], name][choice["key"]].append(choice["label"])
    return found
