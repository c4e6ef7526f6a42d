"""Why a file is not taken, in the words of who hands it in. A refusal is kept as its code and values, so that it can be
said again in another language."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

WORDS = {
    "ending": _("A file must end in one of: %(endings)s."),
    "content": _("The name ends in .%(ending)s, but the file is damaged, holds macros or is of another kind."),
    "text": _("Text files may hold plain text in UTF-8 only, without anything that looks like HTML."),
    "empty": _("The file is empty."),
    "many": _("At most %(most)s files can be given here: remove or replace one."),
    "large": _("The file is too large: at most %(most)s."),
    "pixels": _("The picture has %(width)s × %(height)s pixels. At most %(most)s million can be kept."),
    "moves": _("The picture moves. Only still pictures can be kept."),
    "damaged": _("The picture is damaged and cannot be opened."),
    "infected": _("The virus scanner found something harmful in the file."),
    "unscanned": _("The file could not be checked for viruses just now. Try again in a few minutes."),
}
UNKNOWN = _("The file could not be read.")


def refused(code, **values):
    """The ValidationError to raise."""
    return ValidationError(WORDS[code], code=code, params=values)


def said(code, values):
    """The sentence, in the reader's language; also of a refusal that an earlier release has kept."""
    return str(WORDS.get(code, UNKNOWN)) % defaultdict(str, values)
