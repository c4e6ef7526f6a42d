"""The entry types and fields of BibTeX and biblatex, and what they are in CSL."""

TYPES = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "proceedings": "book",
    "periodical": "periodical",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "inreference": "entry-encyclopedia",
    "report": "report",
    "techreport": "report",
    "manual": "report",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "thesis": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "unpublished": "manuscript",
    "booklet": "pamphlet",
    "dataset": "dataset",
    "software": "software",
    "misc": "document",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "reference": "book",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "review": "review",
    "standard": "standard",
    "legislation": "legislation",
    "audio": "song",
    "music": "song",
    "movie": "motion_picture",
    "video": "motion_picture",
    "performance": "performance",
    "patent": "patent",
    "artwork": "graphic",
    "image": "graphic",
    "letter": "personal_communication",
    "jurisdiction": "legal_case",
    "webpage": "webpage",
    "website": "webpage",
    "blog": "post-weblog",
    "presentation": "speech",
    "talk": "speech",
}
OF_THE_TYPE = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
"""What BibTeX prints for the type alone."""

KEYS = OF_THE_TYPE | {"mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis", "candthesis": "Candidate thesis"}
KEYS |= {"techreport": "Technical report", "resreport": "Research report", "software": "Computer software"}
KEYS |= {"inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming"}
KEYS |= {"inpress": "in press", "prepublished": "prepublished"}
"""What biblatex prints for the words by which it knows a type and a state."""

WHOLE = {"book", "report"}
"""Works that stand in no other: a booktitle of theirs is meant for their chapters."""

NUMBERED = {"report", "standard", "patent"}
NEVER_WRITTEN = {"movie", "music", "image", "website", "blog", "talk", "presentation", "webpage"}
WRITTEN_AS = {csl_type: name for name, csl_type in reversed(TYPES.items()) if name not in NEVER_WRITTEN}

TEXTS = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "page",
    "edition": "edition",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "series": "collection-title",
    "language": "language",
    "langid": "language",
    "abstract": "abstract",
    "keywords": "keyword",
    "note": "note",
    "type": "genre",
    "shorttitle": "title-short",
    "volumes": "number-of-volumes",
    "eventtitle": "event-title",
}
BARE = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "url": "URL"}
"""Not LaTeX: written and read as they are."""

NAMES = {"author": "author", "editor": "editor", "translator": "translator"}
DATES = {"date", "year", "month", "day"}

CARRIER = "csl-"
"""What a field is called, before the name of its variable, where BibTeX has none for it."""

PEOPLE = {"interviewer", "collection-editor", "container-author", "director", "reviewed-author", "illustrator"}
PEOPLE |= {"composer", "host", "guest", "producer", "performer", "narrator", "compiler", "contributor", "script-writer"}
