"""Text of some format as records: which format it is, and its letters made sound."""

import math
import re

from django.utils.translation import gettext

from . import csljson
from .bibtex import reading as bibtex
from .makers import medline, web_of_science
from .mending.items import mended
from .ris import reading as ris

FORMATS = {"ris": ris, "bibtex": bibtex, "csl": csljson, "medline": medline, "wos": web_of_science}
UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BEGINNINGS = {
    "medline": re.compile(r"^PMID ?- ?\d", re.M),
    "wos": re.compile(r"\A\s*(?:FN [^\n]*\n\s*VR |PT [JBSP]\s*\n|PT\t[A-Z0-9]{2}\t)"),
    "ris": re.compile(r"^\s{0,3}TY\s{1,2}-", re.M),
    "csl": re.compile(r"^\s*[\[{]"),
    "bibtex": re.compile(r"@\s*\w+\s*[{(]"),
}


def text_of(data):
    """The text of a file: UTF-8 or UTF-16 where it is that, otherwise as Windows writes it. It never fails."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def format_of(text):
    """The name of the format it begins like; empty when it is like none."""
    text = text.lstrip("\ufeff")
    return next((name for name, beginning in BEGINNINGS.items() if beginning.search(text)), "")


def records(text, name=""):
    """The records of the text, in the format named or found. What is no text for a page is taken out of it."""
    name = name or format_of(text)
    text = UNSOUND.sub("", text.lstrip("\ufeff"))
    for record in FORMATS[name].read(text):
        record.text = sound(record.text)
        try:
            _mend(record)
        except RecursionError:
            record.item, record.reason = {}, gettext("The record is nested too deep to be a work.")
        yield record


def _mend(record):
    if not record.item:
        return
    item = sound(record.item)
    broken = item != record.item or "\ufffd" in record.text
    record.item = mended(item)
    if broken:
        told = gettext("Some of its letters could not be read: compare it with its source.")
        record.item["told"] = [*record.item.get("told", []), told]


def sound(value):
    """JSON's escapes can smuggle in what the text itself did not hold."""
    if isinstance(value, str):
        return UNSOUND.sub("", value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, list):
        return [sound(each) for each in value]
    if isinstance(value, dict):
        return {sound(key): sound(each) for key, each in value.items()}
    return value
