"""BibTeX entries that their programs wrote with a slip: no key, a comma too many, or one left out. Lines stay where they are."""

import re

BEGINNING = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]", re.M)
NO_KEY = re.compile(r"\s*(?=[\w:-]+\s*=)|\s*,(?=\s*[\w:-]+\s*=)")
SIGNS = re.compile(r"\\.|[{}\",]|^[ \t]*@[ \t]*\w+[ \t]*[{(]", re.S | re.M)
FIELD = re.compile(r"\s*[A-Za-z][\w:-]*\s*=")
EMPTY = re.compile(r"[\s,]*(?=[})]|\Z|[A-Za-z][\w:-]*\s*=)")
NOT_WORKS = {"string", "comment", "preamble"}


def repaired(text):
    """(the text, the beginnings, from 0, of lines in which a comma was set, as a set)."""
    out, at, number, told = [], 0, 0, set()
    for begun in BEGINNING.finditer(text):
        if begun.start() < at or begun[1].lower() in NOT_WORKS:
            continue
        out.append(text[at : begun.end()])
        number += 1
        if found := NO_KEY.match(text, begun.end()):
            out.append(f"entry-{number}," + found[0].replace(",", ""))
            at = found.end()
        else:
            at = begun.end()
        at = _fields(text, at, out, told)
    return "".join([*out, text[at:]]), told


def _fields(text, at, out, told):
    """Goes over one entry, to its end or to the beginning of the next, and gives the place behind it."""
    depth, quoted, start = 1, False, at
    for sign in SIGNS.finditer(text, at):
        mark = sign[0]
        if mark == "{" and not quoted:
            depth += 1
        elif mark == "{" or mark.startswith("\\"):
            continue
        elif mark == "}" and not quoted:
            depth -= 1
            if depth == 0:
                out.append(text[start : sign.start()])
                return sign.start()
            if depth == 1:
                start = _comma(text, sign.end(), start, out, told)
        elif mark == '"' and depth == 1:
            quoted = not quoted
            if not quoted:
                start = _comma(text, sign.end(), start, out, told)
        elif mark == "," and depth == 1 and not quoted and sign.start() >= start:
            more = EMPTY.match(text, sign.end())
            if more and "," in more[0]:
                out.append(text[start : sign.end()] + more[0].replace(",", ""))
                start = more.end()
        elif mark[-1] in "{(" and len(mark) > 1:
            out.append(text[start : sign.start()])
            return sign.start()
    out.append(text[start:])
    return len(text)


def _comma(text, end, start, out, told):
    """Sets one where a field begins right behind the value of another."""
    if FIELD.match(text, end):
        out.append(text[start:end] + ",")
        told.add(text.count("\n", 0, end))
        return end
    return start
