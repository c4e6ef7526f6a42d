"""A few words around the place where the terms stand, with the terms marked. Always escaped."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.texts.folding import folded

BEFORE, LENGTH = 8, 36
"""Words before the first term, and words in all."""
FEWEST = 3
"""A text of fewer words is a heading or a key, and says nothing by itself."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def excerpt(texts, terms):
    """From the text that has most of the terms; from the first one where none has any; empty if there is no text."""
    texts = [text for text in texts if len(WORD.findall(text or "")) >= FEWEST]
    if not texts:
        return SafeString("")
    best = max(texts, key=lambda text: sum(term.is_in(folded(text)) for term in terms))
    return _cut(best, _spans(best, terms))


def _spans(text, terms):
    """(start, end) of each run of words in the text that a term stands for."""
    words = [(match, folded(match[0]).split()) for match in WORD.finditer(text)]
    spans = []
    for n, (match, _) in enumerate(words):
        for phrase in (phrase for term in terms for phrase in term.phrases):
            last = _last_word(words[n:], phrase)
            if last and (not spans or match.start() >= spans[-1][1]):
                spans.append((match.start(), last.end()))
    return spans


def _last_word(words, phrase):
    """Where a phrase ends that begins within the first of these words; None if it does not."""
    said = ""
    for match, parts in words[: len(phrase.split())]:
        said += f"{' '.join(parts)} "
        if f" {said}".find(f" {phrase}") >= 0:
            return match
    return None


def _cut(text, spans):
    """The words around the first span, as safe HTML."""
    words = list(WORD.finditer(text))
    hit = next((n for n, word in enumerate(words) if spans and word.end() > spans[0][0]), 0)
    shown = words[max(0, hit - BEFORE) :][:LENGTH]
    if not shown:
        return SafeString("")
    start = shown[0].start() if hit > BEFORE else 0
    end = shown[-1].end() if shown[-1] != words[-1] else len(text)
    marked = _marked(text, [span for span in spans if start <= span[0] and span[1] <= end], start, end)
    return format_html("{}{}{}", "… " if start else "", marked, " …" if end < len(text) else "")


def _marked(text, spans, start, end):
    pieces = []
    for left, right in spans:
        pieces += [(text[start:left], ""), ("", text[left:right])]
        start = right
    pieces.append((text[start:end], ""))
    return format_html_join(
        "", "{}{}", [(plain, format_html("<mark>{}</mark>", hit) if hit else "") for plain, hit in pieces]
    )
