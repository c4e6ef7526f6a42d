"""How the demo's content becomes pages: blocks with lasting ids, and pages made by the steps the editor takes."""

import uuid
from typing import NamedTuple

IDS = uuid.UUID("5f0c8f6e-6f0b-4c55-9a5e-6d656e746f72")


class Both(NamedTuple):
    """One text in the portal's two languages."""

    en: str
    es: str


def in_language(data, language):
    """The data with every Both replaced by its text in this language."""
    if isinstance(data, Both):
        return getattr(data, language)
    if isinstance(data, dict):
        return {key: in_language(value, language) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [in_language(value, language) for value in data]
    return data


def block_id(*path):
    """The same for the same path on every machine and in every language, so that translations share blocks."""
    return str(uuid.uuid5(IDS, "/".join(path)))


def stream(name, parts):
    """Raw StreamField data from (type, value) parts; `name` tells this field's blocks from all others."""
    return [
        {"type": kind, "value": value, "id": block_id(name, str(place))} for place, (kind, value) in enumerate(parts)
    ]


def items(name, values):
    """Raw ListBlock data."""
    return stream(name, [("item", value) for value in values])


def section(heading, html):
    return ("section", {"heading": heading, "text": html})


def points(kind, heading, *texts, name, ordered=False):
    """Goals or guidelines, one paragraph each."""
    value = {"heading": heading, "intro": "", "ordered": ordered, "points": items(name, map(paragraphs, texts))}
    return (kind, value)


def expectations(heading, *roles, name):
    """What those in each role can expect, as pairs of the role's key and text."""
    told = [{"role": key, "about": "offered", "text": html} for key, html in roles]
    return ("expectations", {"heading": heading, "roles": items(name, told)})


def headed(kind, html):
    """A part that keeps the usual heading of its kind."""
    return (kind, {"heading": "", "text": html})


def questions(*pairs, name):
    """Questions with their answers, each a paragraph."""
    told = [{"question": question, "answer": paragraphs(answer)} for question, answer in pairs]
    return ("faq", {"heading": "", "questions": items(name, told)})


def notice(html):
    return ("notice", {"text": html})


def apply_form(heading):
    """The start of the application form of every open call."""
    return ("apply", {"heading": heading, "role": ""})


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def bullets(*texts):
    return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"


def link(page, text):
    return f'<a linktype="page" id="{page.pk}">{text}</a>'


def add(parent, page, by):
    """Create a page as a draft and publish its first revision."""
    page.live = False
    parent.add_child(instance=page)
    return publish(page, by)


def publish(page, by):
    page.save_revision(user=by).publish(user=by)
    page.refresh_from_db()
    return page


def translate(page, locale, by, **texts):
    """Publish the page's translation: a copy with the same blocks and keys, and these texts in place of the copied ones."""
    copy = page.copy_for_translation(locale)
    for field, text in texts.items():
        setattr(copy, field, text)
    return publish(copy, by)
