"""The tags of RIS and the CSL variables they stand for, and its types of works."""

import re

TYPES = {
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "EJOUR": "article-journal",
    "JFULL": "periodical",
    "SER": "periodical",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "RPRT": "report",
    "GOVDOC": "report",
    "STAND": "standard",
    "ELEC": "webpage",
    "BLOG": "post-weblog",
    "ICOMM": "post",
    "SLIDE": "speech",
    "MPCT": "motion_picture",
    "VIDEO": "motion_picture",
    "THES": "thesis",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "PAMP": "pamphlet",
    "UNPB": "manuscript",
    "DATA": "dataset",
    "COMP": "software",
    "GEN": "document",
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "ART": "graphic",
    "BILL": "bill",
    "CASE": "legal_case",
    "CHART": "figure",
    "CLSWK": "classic",
    "CTLG": "document",
    "DBASE": "dataset",
    "EQUA": "figure",
    "FIGURE": "figure",
    "GRANT": "document",
    "HEAR": "hearing",
    "INPR": "article-journal",
    "LEGAL": "legislation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MULTI": "webpage",
    "MUSIC": "musical_score",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "SOUND": "song",
    "STAT": "legislation",
    "UNBILL": "bill",
    "UNPD": "manuscript",
}
"""All 55 of RIS that rispy knows, and two of its other lists."""

WRITTEN_AS = {csl_type: tag for tag, csl_type in reversed(TYPES.items())}
WRITTEN_AS |= {"review": "JOUR", "article": "JOUR", "broadcast": "VIDEO", "interview": "PCOMM", "performance": "SLIDE"}
WRITTEN_AS |= {"review-book": "JOUR", "entry": "ENCYC", "event": "SLIDE"}

NAMES = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "A3": "collection-editor",
    "A4": "translator",
}
CONTAINERS = ("T2", "JF", "BT", "JO", "JA", "J2", "J1", "JI", "J9", "NL")
"""Where the journal, book or site is named: the fullest name first, then abbreviations."""

IN_SERIES = {"book", "report", "standard", "classic", "manuscript", "map", "pamphlet", "motion_picture"}
"""Works of which T2 names the series."""

GENRES = {"thesis", "report", "speech", "motion_picture", "song", "broadcast", "interview", "standard", "manuscript"}
GENRES |= {
    "webpage",
    "post",
    "post-weblog",
    "document",
    "software",
    "dataset",
    "graphic",
    "map",
    "personal_communication",
}
"""Works of which M3 says something that a style prints."""

CARRIER, CARRIED = "U5", re.compile(r"^\{:([\w-]+): (.*)\}$", re.S)
"""How a variable of CSL without a tag goes along; citeproc-js reads the same form in notes."""

TEXTS = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "T3": "collection-title",
    "ST": "title-short",
    "VL": "volume",
    "IS": "issue",
    "CP": "issue",
    "ET": "edition",
    "PB": "publisher",
    "PU": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "PI": "publisher-place",
    "DO": "DOI",
    "UR": "URL",
    "LA": "language",
    "AB": "abstract",
    "N2": "abstract",
    "DB": "source",
    "CN": "call-number",
    "NV": "number-of-volumes",
    "ID": "id",
}
"""For each variable its first tag is the one written."""
