"""The kinds of works, what each must have to be published, and the CSL types that they stand for."""

NEEDED = {
    "article": ["title", "container", "date"],
    "issue": ["container", "date"],
    "book": ["title", "publisher", "date"],
    "chapter": ["title", "container", "publisher", "date"],
    "report": ["title", "publisher", "date"],
    "web": ["title", "url"],
    "webinar": ["title", "publisher", "date"],
    "film": ["title", "publisher", "date"],
    "podcast": ["title", "date"],
    "interview": ["title", "date"],
    "recording": ["title", "publisher", "date"],
}
"""The fields each kind cannot be published without: without them APA, MLA or Chicago cannot say where to find it."""

TYPES = {
    "article": ["article-journal", "article-magazine", "article-newspaper", "article", "review", "review-book"],
    "issue": ["periodical"],
    "book": ["book", "classic", "thesis", "manuscript", "pamphlet"],
    "chapter": ["chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"],
    "report": ["report", "document", "standard", "legislation", "dataset", "software"],
    "web": ["webpage", "post", "post-weblog"],
    "webinar": ["speech", "event", "performance"],
    "film": ["motion_picture"],
    "podcast": ["broadcast"],
    "interview": ["interview"],
    "recording": ["song"],
}
"""The CSL types of each kind; the first is what an entry typed by hand becomes."""

KINDS = {csl_type: kind for kind, csl_types in TYPES.items() for csl_type in csl_types}


def missing(citation):
    """The names of the fields that are empty and needed, in the editor's language."""
    return [
        str(citation._meta.get_field(name).verbose_name)
        for name in NEEDED[citation.kind]
        if not getattr(citation, name).strip()
    ]
