"""What the letters say. One template a kind: its first line is the subject, the rest the letter, in plain text.

Anybody may type somebody else's address into a form. The letter that follows must not carry their message: what was typed
is made harmless first, so that no link, no line of their own in the head and no page of text comes with it.
"""

import re
import secrets
from datetime import timedelta
from pathlib import Path

from django.template import Context, engines
from django.utils import timezone, translation
from django.utils.translation import gettext

from portal.site.slowing import DAY, allowed, mailbox
from portal.texts import lines
from programs.models import Letter, letter_kinds

STATUS_LINK = "{status_link}"
"""Stands in a letter's text where the secret link goes when it is sent."""

UNASKED_A_DAY = 3
"""Unasked letters of one kind about one matter."""

UNASKED_TO_ONE = 10
"""Unasked letters of one kind a day to one mailbox, however many programs they are about and whatever follows a +."""

LONGEST_NAME = 60
LONGEST_QUOTE = 2000
"""Characters of typed answers in one letter."""

ADDRESS_AS_SUCH = re.compile(r"://|www\.|mailto:", re.IGNORECASE)
"""What a mail program makes a link of, whatever follows."""

AFTER_A_DOT = re.compile(r"(?<=\w)[.\u3002\uff0e\uff61](xn--[a-z0-9-]+|[^\W\d_]{2,})", re.IGNORECASE)
"""What may be the end of a host's name, wherever in a word it stands."""

TOP_LEVEL = frozenset((Path(__file__).parent / "tlds-alpha-by-domain.txt").read_text().lower().split("\n")[1:])
"""The top-level domains that exist, as IANA lists them: example.net is an address, Node.js and M.Lib. are none."""


def write(kind, row, **context):
    """Write one letter to whom a stage's row is about, in the caller's transaction, to be sent at the next tick.

    None where the address has had its share of unasked letters of this kind today: nobody shall flood a mailbox from
    here. Callers say nothing of it to whoever asked.
    """
    if letter_kinds()[kind].unasked and _had_enough(kind, row):
        return None
    letter = _letter(kind, row, **context)
    letter.save()
    return letter


def write_many(kinds_and_rows):
    """Write a letter for each (kind, row), in the caller's transaction and in one statement: what a committee causes, never
    what anybody may cause who types an address. Rows bring their correspondents and all that their words are made of."""
    return Letter.objects.bulk_create(_letter(kind, row) for kind, row in kinds_and_rows)


def _letter(kind, row, **context):
    subject, body = render(kind, row, **context)
    return Letter(
        kind=kind,
        correspondent=row.correspondent,
        about=row.about,
        to=row.correspondent.email,
        language=row.language,
        subject=subject,
        body=body,
        due_at=timezone.now(),
    )


def _had_enough(kind, row):
    today = Letter.objects.filter(kind=kind, created_at__gt=timezone.now() - timedelta(days=1))
    about_this = today.filter(correspondent=row.correspondent, about=row.about)
    if about_this.count() >= UNASKED_A_DAY:
        return True
    return not allowed(f"unasked {kind}", mailbox(row.correspondent.email), most=UNASKED_TO_ONE, per=DAY)


def render(kind, row, **context):
    """The subject and the text, in the language of the row that the letter is about.

    Only the template can place the secret link: while it is rendered the link's place is marked with a random word
    that nobody could have typed, and a typed {status_link} loses its braces.
    """
    mark, declared = secrets.token_hex(16), letter_kinds()[kind]
    with translation.override(row.language):
        words = declared.words(row) | context | {"status_link": mark}
        if "answered" in context:
            words["answered"] = _quoted(context["answered"])
        text = _template(declared).render(Context(words, autoescape=False))
    subject, _, body = text.strip().partition("\n")
    body = re.sub(r"\n\s*\n", "\n\n", body.strip())
    return one_line(subject.replace(mark, ""))[:250], _placed(body, mark) + "\n"


def _template(kind):
    return engines["django"].engine.get_template(kind.template or f"programs/letters/{kind.name}.txt")


def _quoted(answered):
    return quoted(answered, omitted=gettext("[web address left out]"), cut=gettext("(The rest is left out here.)"))


def _placed(body, mark):
    return body.replace(STATUS_LINK, "(status_link)").replace(mark, STATUS_LINK)


def one_line(text):
    """The text as one line of a letter, however it was spaced."""
    return " ".join(lines.one_line(str(text)).split())


def name_to_greet(name):
    """The name, or nothing where what stands there may be no name but a message."""
    name = one_line(name)
    suspicious = len(name) > LONGEST_NAME or has_address(name) or set(name) & set("@/<>{}[]")
    return "" if suspicious else name


def quoted(answered, *, omitted, cut):
    """Typed answers as quoted lines: `omitted` stands for every web address, `cut` ends what is too long."""
    told = []
    left = LONGEST_QUOTE
    for label, texts in answered:
        told.append(one_line(label))
        for text in _each_line(texts):
            line = "> " + without_addresses(one_line(text), omitted)
            if len(line) > left:
                return "\n".join([*told, f"{line[:left]} …", cut])
            told.append(line)
            left -= len(line)
    return "\n".join(told)


def _each_line(texts):
    for text in texts:
        yield from str(text).splitlines() or [""]


def without_addresses(line, omitted):
    return " ".join(omitted if has_address(word) else word for word in line.split())


def has_address(text):
    """Whether a mail program would make a link of something in it."""
    return bool(ADDRESS_AS_SUCH.search(text)) or any(_is_top_level(end) for end in AFTER_A_DOT.findall(text))


def _is_top_level(end):
    end = end.lower()
    return (end if end.isascii() else f"xn--{end.encode('punycode').decode()}") in TOP_LEVEL
