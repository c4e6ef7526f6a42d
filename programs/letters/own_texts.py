"""The programs' own words in letters: whole texts by kind and language, sign-offs, and the sentences that rounds add."""

from django.utils.translation import gettext

from programs.models import SIGN_OFF, LetterText

from .placeholders import filled, filled_line


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
