"""Citations as schema.org says them, for search engines."""

from portal.pages.structured import known
from resources.citations import dates, names

TYPES = {
    "article": "Article",
    "issue": "PublicationIssue",
    "book": "Book",
    "chapter": "Chapter",
    "report": "Report",
    "web": "WebPage",
    "webinar": "CreativeWork",
    "film": "Movie",
    "podcast": "PodcastEpisode",
    "interview": "CreativeWork",
    "recording": "AudioObject",
}


def item_list(name, citations):
    """The ItemList of a reading list, in its order."""
    items = [
        {"@type": "ListItem", "position": place, "item": citation.schema_org}
        for place, citation in enumerate(citations, start=1)
    ]
    return {
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(items),
        "itemListElement": items,
    }


def work(citation):
    """One citation, without what is not known of it."""
    date = dates.from_csl(dates.to_csl(citation.date))
    told = {
        "@type": _type(citation),
        "name": citation.title or citation.container,
        "author": _people(citation.authors),
        "editor": _people(citation.editors),
        "datePublished": date if dates.ISO.match(date) else dates.year(citation.date),
        "isPartOf": _whole(citation),
        "pagination": citation.pages,
        "issueNumber": citation.issue if citation.kind == "issue" else "",
        "bookEdition": citation.edition if citation.kind == "book" else "",
        "publisher": {"@type": "Organization", "name": citation.publisher} if citation.publisher else None,
        "isbn": citation.isbn if citation.kind == "book" else "",
        "sameAs": citation.doi_address,
        "url": citation.url,
        "inLanguage": citation.language,
    }
    return known(told)


def _type(citation):
    return "ScholarlyArticle" if citation.kind == "article" and citation.volume else TYPES[citation.kind]


def _people(text):
    return [_person(name) for name in names.to_csl(text) if name.get("literal") != names.ET_AL]


def _person(name):
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name["family"]]))
    return {"@type": "Person", "name": " ".join(filter(None, [name.get("given"), family, name.get("suffix")]))}


def _whole(citation):
    """The journal, book or site that it is part of."""
    if not citation.container:
        return None
    types = {
        "article": "Periodical",
        "issue": "Periodical",
        "chapter": "Book",
        "web": "WebSite",
        "podcast": "PodcastSeries",
    }
    whole = {"@type": types.get(citation.kind, "CreativeWork"), "name": citation.container}
    if citation.kind in {"article", "issue"} and citation.volume:
        return {"@type": "PublicationVolume", "volumeNumber": citation.volume, "isPartOf": whole}
    return whole
