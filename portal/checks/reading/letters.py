"""Characters that cannot be meant: text read in the wrong encoding, and spam in another script."""

import re
import unicodedata

from django.utils.translation import get_language_info, gettext

GARBLED = re.compile(
    "\N{REPLACEMENT CHARACTER}"
    r"|â€."  # UTF-8 punctuation read as Windows-1252
    r"|[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]"  # UTF-8 letters read as Latin-1 or Windows-1252
    r"|‚Ä.|√[©®°±≠∂≥º¢]"  # UTF-8 read as Mac Roman or its Central European sister
    r"|[ﾃﾂ][\uff61-\uff9f]|窶.|繧.|縺."  # UTF-8 read as Shift JIS
    r"|[\u00a1-\u00ff]{6,}"  # another script's bytes read as Latin-1
)
WORD_OF_LETTERS = re.compile(r"[^\W\d_]+")


def garbled(text):
    match = GARBLED.search(text)
    if match:
        around = text[max(match.start() - 10, 0) : match.end() + 10].strip()
        yield gettext("Garbled characters: “%(words)s”. The text was read in the wrong encoding.") % {"words": around}


def foreign_script(text):
    """The first word in a script other than Latin. A name in its own script is fine: the editor judges."""
    for match in WORD_OF_LETTERS.finditer(text):
        if not is_latin(match[0]):
            yield gettext("“%(words)s” is in another script. Is it meant, or is it spam?") % {"words": match[0][:30]}
            return


def is_latin(word):
    return all(
        unicodedata.name(letter, "").startswith(("LATIN", "FEMININE", "MASCULINE", "MODIFIER")) for letter in word
    )


def written_in_latin(language):
    """Whether the language's own name is: texts in Chinese are not searched for Chinese."""
    return all(is_latin(word) for word in WORD_OF_LETTERS.findall(get_language_info(language)["name_local"]))
