"""What can be wrong with the words of a text: statements that go stale, lost ends, page furniture that came along."""

import re

from django.utils.translation import gettext

STALE = re.compile(
    r"\bnow (?:open|closed|accepting|available)\b|\bcurrently (?:open|closed|accepting)\b"
    r"|(?<!that )(?<!which )\b(?:is|are) open(?= now| for applications|\s*[.!;]|$)|\bhave closed\b"
    r"|\b(?:upcoming|coming soon)\b"
    r"|\bthis (?:year|month|week|semester|spring|summer|fall|autumn|winter)\b(?!['’]s)"
    r"|\b(?:ya|ahora) está(?:n)? (?:abiert|cerrad)[oa]s?\b|\bestá(?:n)? abiert[oa]s?(?=\s*[.!;]|$)"
    r"|\bpróximamente\b|\best[ea] (?:año|mes|semana|semestre|primavera|verano|otoño|invierno)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(r"\b(if|when|whenever|while|once|whether|until|si|cuando|mientras|hasta que)\b", re.IGNORECASE)
NEEDS_MORE = r"such as|including|e\.g\.|i\.e\.|tales como"
LOST_WORD = re.compile(
    rf"\b(?:{NEEDS_MORE})\s*,?\s*[.;)](?!\w)"
    r"|\b(?:for example|for instance|por ejemplo),\s*[.;)]"
    r"|\b(?:at|on|in|see|visit|from|of|and|or|the)\s+[.;](?=\s|$)"
    r"|“\s*[.,]?\s*”|\"[.,]\"|\(\s*\)",
    re.IGNORECASE,
)
LOST_START = re.compile(r"^(?:from|by|of|de|por)\s[^;]*\.$")
CUT_OFF = re.compile(rf"(?:\b(?:and|or|the|y|o|{NEEDS_MORE})|,)$", re.IGNORECASE)
TIGHT_BRACKET = re.compile(r"[a-zà-ÿ]{2,}\([A-Z]{2,}\)")
FURNITURE = re.compile(
    r"^(?:skip to (?:main )?content|back to top|print page|login to libapps|report a problem\b.{0,40}|last updated:.*"
    r"|it looks like you[’']re using internet explorer.*|you are here:.*|share this page|toggle navigation"
    r"|(?:saltar|ir) al contenido(?: principal)?|volver (?:arriba|al inicio)|imprimir(?: (?:esta )?página)?"
    r"|última actualización:.*)\.?$",
    re.IGNORECASE,
)
BETWEEN_LINKS = re.compile(r"\s[|*•]\s")
AROUND = 20
"""So many characters beside a lost word are quoted, for the editor to find it by."""


def stale_words(text):
    """Not where a condition makes it lasting: “When applications are open, a button appears.”"""
    for match in STALE.finditer(text):
        sentence = text[text.rfind(".", 0, match.start()) + 1 : match.start()]
        if not CONDITION.search(sentence):
            told = gettext("“%(words)s” goes stale. The portal says by itself what is open and when.")
            yield told % {"words": match[0]}


def lost_words(text):
    for match in LOST_WORD.finditer(text):
        quoted = text[max(match.start() - AROUND, 0) : match.end()].strip()
        yield gettext("Something is missing, perhaps a link that was lost: “…%(words)s”.") % {"words": quoted}
    if LOST_START.search(text):
        yield gettext("The beginning is missing, perhaps a link that was lost: “%(words)s”.") % {"words": text[:60]}


def cut_off_end(text):
    if CUT_OFF.search(text.rstrip()):
        yield gettext("The text breaks off: “…%(words)s”.") % {"words": text.rstrip()[-40:]}


def tight_brackets(text):
    for match in TIGHT_BRACKET.finditer(text):
        yield gettext("A space is missing before the bracket: “%(words)s”.") % {"words": match[0]}


def page_furniture(text):
    if FURNITURE.search(text.strip()) or _is_menu(text):
        yield gettext("“%(words)s” looks like a part of another page that was copied along.") % {
            "words": text.strip()[:60]
        }


def _is_menu(text):
    """“Goals | Sample Activities | More Resources”"""
    return len(BETWEEN_LINKS.findall(text)) > 1 and not re.search(r"[.!?]", text)
