"""Text as LaTeX writes it, and back. Italics, bold, sub- and superscript become the markup that titles may have."""

import re

from pylatexenc.latex2text import LatexNodes2Text

from resources.citations.records import squeeze

COMMANDS = {"emph": "i", "textit": "i", "textbf": "b", "textsubscript": "sub", "textsuperscript": "sup"}
WRITTEN_AS = {"i": "emph", "b": "textbf", "sub": "textsubscript", "sup": "textsuperscript"}
OPENING = re.compile(rf"\\({'|'.join(COMMANDS)})\s*\{{|\\.|[{{}}]", re.S)
MARKUP = re.compile(r"<(i|b|sub|sup)>((?:(?!</?(?:i|b|sub|sup)>).)*)</\1>")
LETTERS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
} | {letter: f"\\{letter}" for letter in "&%$#_{}"}
LIGATURES = re.compile(r"(?<=-)-|(?<=')'|(?<=`)`|(?<=[?!])`")
NAMED = {
    f"\\{name}": chr(0xE030 + n)
    for n, name in enumerate(["textbackslash", "textasciitilde", "textasciicircum", "textless", "textgreater"])
}
PLAIN = dict(zip(NAMED.values(), "\\~^<>", strict=True))
"""Commands for letters that the decoder would write in another way."""

OPENED, CLOSED = "\ue020", "\ue021"
DECODER = LatexNodes2Text(math_mode="verbatim", keep_comments=True, strict_latex_spaces=False)


def decoded(latex):
    """The text of LaTeX. What is no LaTeX stays as it is, without its braces."""
    marked = latex
    for command, mark in NAMED.items():
        marked = re.sub(rf"{re.escape(command)}(\{{\}}|(?![A-Za-z])\s*)", mark, marked)
    marked = _styled(marked)
    try:
        text = DECODER.latex_to_text(marked)
    except Exception:  # the decoder fails in many ways on what was never LaTeX
        text = marked.replace("{", "").replace("}", "")
    return squeeze("".join(PLAIN.get(letter, letter) for letter in text))


def _styled(latex):
    """Commands of style as tags, in one walk however deep they stand; a brace that nothing closes leaves all as it is."""
    out, open_, at = [], [], 0
    for found in OPENING.finditer(latex):
        out.append(latex[at : found.start()])
        at = found.end()
        if found[1]:
            open_.append(COMMANDS[found[1]])
            out.append(f"<{COMMANDS[found[1]]}>")
        elif found[0] == "{":
            open_.append("")
            out.append("{")
        elif found[0] == "}" and open_:
            name = open_.pop()
            out.append(f"</{name}>" if name else "}")
        else:
            out.append(found[0])
    return latex if any(open_) else "".join([*out, latex[at:]])


def encoded(text):
    """Text as LaTeX, in UTF-8; what LaTeX would join or read as a command is kept apart."""
    while found := MARKUP.search(text):
        inner = f"\\{WRITTEN_AS[found[1]]}{OPENED}{found[2]}{CLOSED}"
        text = text[: found.start()] + inner.replace("\\", "\ue022", 1) + text[found.end() :]
    text = "".join(LETTERS.get(letter, letter) for letter in squeeze(text))
    return LIGATURES.sub(r"{}\g<0>", text).translate({0xE020: "{", 0xE021: "}", 0xE022: "\\"})


def bare(latex):
    """Addresses and numbers, which are not LaTeX, without what careful tools escape in them."""
    text = re.sub(r"\{?\\([&%$#_~])\}?", r"\1", re.sub(r"\\url\{(.*)\}", r"\1", latex))
    return re.sub(r"[{}]", "", re.sub(r"\{?\\textasciitilde(?:\{\})?\}?", "~", text)).strip()
