"""What the letters say: the program's own text of a kind, or the portal's. That is one template a kind: its first line is the
subject, the rest the letter. All in plain text; what a mail program shows beside it is made of the same (see html.py)."""

import re
import secrets
from datetime import timedelta

from django.template import Context, engines
from django.utils import timezone, translation
from django.utils.translation import gettext

from portal.site.slowing import DAY, allowed, mailbox
from programs.models import SIGN_OFF, Letter, LetterText, letter_kinds

from .harmless import one_line, quoted
from .placeholders import filled, filled_line

STATUS_LINK = "{status_link}"
"""Stands in a letter's text where the secret link goes when it is sent."""

UNASKED_A_DAY = 3
"""Unasked letters of one kind about one matter."""

UNASKED_TO_ONE = 10
"""Unasked letters of one kind a day to one mailbox, however many programs they are about and whatever follows a +."""


def write(kind, row, **context):
    """Write one letter to whom a stage's row is about, in the caller's transaction, to be sent at the next tick.

    None where the address has had its share of unasked letters of this kind today: nobody shall flood a mailbox from
    here. Callers say nothing of it to whoever asked.
    """
    if letter_kinds()[kind].unasked and _had_enough(kind, row):
        return None
    letter = composed(kind, row, OwnTexts.of([row]), **context)
    letter.save()
    return letter


def write_all(asked, *, due_at=None):
    """Write many letters at once, in the caller's transaction and in two queries: [(kind, row, context), ...] -> letters in
    the same order. For kinds that somebody of ours causes: what strangers can cause is counted, one by one.

    The rows come with what their kind's words read, such as Application.objects.with_program(); nothing is asked for each.
    """
    own = OwnTexts.of([row for _kind, row, _context in asked])
    letters = [composed(kind, row, own, **context) for kind, row, context in asked]
    if any(letter.declared.unasked for letter in letters):
        raise ValueError("Letters that strangers can cause are written one by one.")
    for letter in letters:
        letter.due_at = due_at or letter.due_at
    return Letter.objects.bulk_create(letters, batch_size=500)


def composed(kind, row, own, **context):
    """The letter, not stored yet."""
    subject, body = render(kind, row, own=own, **context)
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


def render(kind, row, *, own=None, text=None, **context):
    """The subject and the text, in the language of the row that the letter is about. `own` are the programs' own texts,
    where many letters are written; `text` is a (subject, text) that somebody wrote for these letters alone.

    Only the text or the template can place the secret link: while it is rendered the link's place is marked with a
    random word that nobody could have typed, and a typed {status_link} loses its braces.
    """
    mark, declared = secrets.token_hex(16), letter_kinds()[kind]
    with translation.override(row.language):
        words = _words(declared, row, context, mark, own or OwnTexts.of([row]))
        text = text and (filled_line(text[0], words), filled(text[1], words))
        subject, body = text or words["own"] or from_template(declared, words)
    return one_line(subject.replace(mark, ""))[:250], _placed(body, mark) + "\n"


def _words(declared, row, context, mark, own):
    words = declared.words(row) | context
    if "answered" in context:
        words["answered"] = _quoted(context["answered"])
    words |= {"status_link": mark, "link": mark}
    words["greeting"] = greeted(words.get("name"))
    words |= own.words(declared, row, words)
    return words | {"own": own.letter(declared, row, words)}


def from_template(declared, words):
    """(subject, text) as the portal says it."""
    template = engines["django"].engine.get_template(declared.template or f"programs/letters/{declared.name}.txt")
    subject, _, body = template.render(Context(words, autoescape=False)).strip().partition("\n")
    return subject, re.sub(r"\n\s*\n", "\n\n", body.strip())


def portal_text(declared, *, answerable):
    """The portal's text with placeholders in it, in the language that is active: where a program's own text begins."""
    words = {name: f"{{{name}}}" for name in declared.placeholders}
    words |= {"status_link": "{link}", "answerable": answerable}
    return from_template(declared, words)


def _quoted(answered):
    return quoted(answered, omitted=gettext("[web address left out]"), cut=gettext("(The rest is left out here.)"))


def _placed(body, mark):
    return body.replace(STATUS_LINK, "(status_link)").replace(mark, STATUS_LINK)


class OwnTexts:
    """Those of these programs, read in one query, however many letters are written with them."""

    def __init__(self, programs):
        rows = LetterText.objects.filter(program__in=programs).exclude(body="")
        self.texts = {(row.program_id, row.round_id, row.kind, row.language): row for row in rows}

    @classmethod
    def of(cls, rows):
        """Of the programs that write to these rows' people."""
        return cls({row.correspondent.program_id for row in rows})

    def words(self, declared, row, words):
        """What the own texts add to a letter's words: the sentence of its round, and the sign-off."""
        sentence = self._text(declared.name, row, round=_round_of(row)) if "sentence" in declared.placeholders else None
        signoff = self._text(SIGN_OFF, row)
        return {
            "sentence": filled(sentence.body, words) if sentence else "",
            "signoff": filled(signoff.body, words) if signoff else signed(words["program"]),
        }

    def letter(self, declared, row, words):
        """(subject, text) in the program's own words; None where it has none for this kind and language."""
        text = self._text(declared.name, row) if declared.placeholders else None
        return text and (filled_line(text.subject, words), filled(text.body, words))

    def _text(self, kind, row, round=None):
        return self.texts.get((row.correspondent.program_id, round, kind, row.language))


def _round_of(row):
    return row.call.round_id


def signed(program):
    """The portal's own sign-off."""
    return f"{gettext('With kind regards,')}\n{program}"


def greeted(name):
    return gettext("Dear %(name)s,") % {"name": name} if name else gettext("Hello,")
