"""Records in the exact shapes in which 17 makers of files write them. The works are made up and say so.

A work is {"title", "fields": {field of a citation: what must stand in it}, "beside": {tag: what has no field}}; its maker's
writer makes the text of many of them. 18 for each maker, with what varies in real files: pages, names, days, tails.
"""

import json

EACH = 18
NAMES = [("Sample", "Ann"), ("Example", "Bo C."), ("van den Sample", "Cy"), ("O’Sample", "Di"), ("Söns", "Eva María")]
PAGES = [("12", "17"), ("101", "109"), ("1279", "1297"), ("7", "7"), ("S1", "S9")]


def works(maker):
    return [work(maker, n) for n in range(EACH)]


def work(maker, n):
    people = [NAMES[(n + k) % len(NAMES)] for k in range(1 + n % 3)]
    first, last = PAGES[n % len(PAGES)]
    fields = {
        "title": f"Sample {n} of mentoring, as {maker} writes it",
        "authors": "\n".join(f"{family}, {given}" for family, given in people),
        "container": f"Journal of Samples {n % 4}",
        "date": f"{2001 + n}",
        "volume": f"{n + 1}",
        "issue": f"{n % 4 + 1}",
        "pages": first if first == last else f"{first}–{last}",
        "doi": f"10.5555/{maker.lower().replace(' ', '')}.{n}",
        "kind": "article",
    }
    beside = {"AN": f"AN-{maker[:3]}-{n}", "note": f"Something that {maker} says of {n}"}
    return {
        "title": fields["title"],
        "fields": fields,
        "beside": beside,
        "people": people,
        "ends": (first, last),
        "n": n,
    }


def ris(order, *, gap="  - ", end="ER  - ", before="", between="\n"):
    """A writer of RIS: `order` gives (tag, value) of a work."""

    def write(made):
        found = []
        for one in made:
            lines = [f"TY{gap}JOUR", *(f"{tag}{gap}{value}" for tag, value in order(one)), end]
            found.append(before.format(n=one["n"] + 1, all=len(made)) + "\n".join(lines) + "\n")
        return between.join(found)

    return write


def common(one, *, title="TI", author="AU", year="PY", whole="T2"):
    get = one["fields"]
    yield from ((author, name) for name in get["authors"].splitlines())
    yield from [(title, get["title"]), (whole, get["container"]), (year, get["date"]), ("VL", get["volume"])]


def pages(one):
    return [("SP", one["ends"][0]), ("EP", one["ends"][1])]


def rayyan(one):
    get = one["fields"]
    yield from [("AN", one["beside"]["AN"]), *common(one, year="Y1"), ("IS", get["issue"]), *pages(one)]
    yield ("UR", f"https://example.org/records/{one['n']}?a=1&from=export     U2  - L{one['n']:07}")
    yield from [("LA", "English"), ("CY", f"A. Sample, School of Samples {'and of more samples ' * 12}, Sampletown")]
    yield from [
        ("N1", one["beside"]["note"]),
        ("DO", f"{get['doi']}     LK  - https://example.org/link?sid={one['n']}"),
    ]


def refworks(one):
    get = one["fields"]
    yield ("ID", f"RefID:{one['n']}")
    yield from common(one, title="T1", author="A1", year="Y1", whole="JF")
    yield from [("IS", get["issue"]), *pages(one), ("JA", "J.Samp."), ("SN", "1932-8494; 1932-8486"), ("LA", "English")]
    yield ("N1", f"undefined; {one['beside']['note']}")
    yield (
        "UR",
        f"https://example.org/view?id=L{one['n']}&from=export http://dx.doi.org/{get['doi']} https://example.org/{one['n']}",
    )
    yield from [("DO", get["doi"]), ("M1", "Journal Article"), ("U3", one["beside"]["AN"])]


def eppi(one):
    get = one["fields"]
    yield from common(one, title="T1", author="A1", whole="JF")
    yield from [
        ("ST", f"Sample ({get['date']})"),
        ("DA", f"{get['date']}///"),
        ("Y1", f"{get['date']}///"),
        ("IS", get["issue"]),
    ]
    yield from [*pages(one), ("CY", ""), ("UR", f"https://example.org/a?b={one['n']} http://dx.doi.org/{get['doi']}")]
    yield from [("SN", "2730-7182"), ("U1", one["beside"]["AN"]), ("N1", one["beside"]["note"])]


def ebsco(one):
    get = one["fields"]
    yield from common(one, title="T1", year="Y1", whole="JF")
    yield from [("JO", get["container"]), ("IS", get["issue"]), ("M3", "Article"), *pages(one), ("SN", "19326203")]
    yield from [("N1", f"Accession Number: {one['beside']['AN']}; {one['beside']['note']}"), ("L3", get["doi"])]
    yield from [("UR", f"https://search.example.org/login.aspx?direct=true&db=aph&AN={one['n']}"), ("DP", "EBSCOhost")]


def embase(one):
    get = one["fields"]
    yield ("M3", "Conference Abstract" if one["n"] % 2 else "Article")
    yield from common(one, title="T1", author="A1", year="Y1", whole="JF")
    yield from [("IS", get["issue"]), *pages(one), ("JO", "J. Samp."), ("U2", one["beside"]["AN"]), ("C5", "38773066")]
    yield from [("DB", "Embase"), ("DB", "Medline"), ("L2", f"http://dx.doi.org/{get['doi']}"), ("DO", get["doi"])]
    yield ("M1", one["beside"]["note"])


def scopus(one):
    get = one["fields"]
    yield from common(one)
    yield from [("IS", get["issue"]), *pages(one), ("DO", get["doi"]), ("J2", "J. Samp."), ("SN", "19328486 (ISSN)")]
    yield from [
        ("M3", "Article"),
        ("AD", "School of Samples"),
        ("C2", one["beside"]["AN"]),
        ("N1", one["beside"]["note"]),
    ]


def endnote(one):
    get = one["fields"]
    yield from [*common(one), ("IS", get["issue"]), ("SP", "-".join(dict.fromkeys(one["ends"]))), ("DO", get["doi"])]
    yield from [("DB", "Embase\nMedline"), ("KW", "article\nlibrarians\nnew professionals"), ("M3", "Article in Press")]
    yield from [
        ("N1", f"{one['beside']['AN']}\n{one['beside']['note']}"),
        ("SN", "1932-8494\n1932-8486"),
        ("ID", f"{one['n']}"),
    ]


def cochrane(one):
    get = one["fields"]
    yield from [("AN", one["beside"]["AN"]), *common(one, whole="JA"), ("NO", get["issue"])]
    yield from [
        ("SP", "‐".join(dict.fromkeys(one["ends"]))),
        ("C3", "PUBMED 1"),
        ("M3", "Journal article"),
        ("DO", get["doi"]),
    ]
    yield ("CC", one["beside"]["note"])


def psycinfo(one):
    get = one["fields"]
    yield from [("DB", "Sample Index <2021>"), ("ID", one["beside"]["AN"]), ("DO", f"https://dx.doi.org/{get['doi']}")]
    yield from common(one, title="T1", author="A1", year="Y1", whole="JF")
    yield from [("A2", "Andres, Bucchi, Buote, Byrne, Casati, Cohen"), ("IS", get["issue"]), *pages(one)]
    yield from [("M3", "Sample Therapy [3311]"), ("NL", "J Samp"), ("PT", one["beside"]["note"])]


def openalex(one):
    get = one["fields"]
    yield from [*common(one), ("IS", get["issue"]), ("UR", f"https://doi.org/{get['doi']}"), ("DO", get["doi"])]
    yield from [*pages(one), ("C1", one["beside"]["AN"]), ("LA", "en"), ("N1", one["beside"]["note"])]


def zotero(one):
    get = one["fields"]
    yield from [*common(one), ("DA", f"{get['date']}///"), ("IS", get["issue"]), *pages(one), ("J2", "J. Samp.")]
    yield from [("DO", get["doi"]), ("DB", "Sample"), ("L2", one["beside"]["AN"]), ("N1", one["beside"]["note"])]


def wos_ris(one):
    get = one["fields"]
    yield from [
        *common(one),
        ("IS", get["issue"]),
        *pages(one),
        ("PU", "SAMPLE PRESS"),
        ("J9", "J SAMP"),
        ("DO", get["doi"]),
    ]
    yield from [("AN", one["beside"]["AN"]), ("N1", one["beside"]["note"])]


def google(made):
    """BibTeX, as Google Scholar and Mendeley write it."""
    return "\n".join(
        f"@article{{s{one['n']},\n  title={{{one['title']}}},\n  author={{{_and(one)}}},\n  journal={{{one['fields']['container']}}},\n"
        f"  volume={{{one['fields']['volume']}}},\n  number={{{one['fields']['issue']}}},\n"
        f"  pages={{{'--'.join(dict.fromkeys(one['ends']))}}},\n  year={{{one['fields']['date']}}},\n"
        f"  doi={{{one['fields']['doi']}}},\n  annote={{{one['beside']['note']}}},\n  file={{{one['beside']['AN']}}}\n}}\n"
        for one in made
    )


def jabref(made):
    """biblatex with strings and a comment, as JabRef saves it."""
    return "@Comment{jabref-meta: databaseType:biblatex;}\n" + "\n".join(
        f"@string{{js{one['n']} = {{{one['fields']['container']}}}}}\n"
        f"@Article{{Sample{one['n']},\n  author       = {{{_and(one)}}},\n  date         = {{{one['fields']['date']}}},\n"
        f"  journaltitle = js{one['n']},\n  title        = {{{one['title']}}},\n  volume       = {{{one['fields']['volume']}}},\n"
        f"  number       = {one['fields']['issue']},\n  pages        = {{{'--'.join(dict.fromkeys(one['ends']))}}},\n"
        f"  doi          = {{{one['fields']['doi']}}},\n  owner        = {{{one['beside']['AN']}}},\n"
        f"  groups       = {{{one['beside']['note']}}},\n}}\n"
        for one in made
    )


def _and(one):
    return " and ".join(f"{family}, {given}" for family, given in one["people"])


def pubmed(made):
    return "\n".join(
        f"PMID- {one['n'] + 1}\nOWN - {one['beside']['AN']}\nVI  - {one['fields']['volume']}\nIP  - {one['fields']['issue']}\n"
        f"DP  - {one['fields']['date']}\nTI  - {_wrapped(one['title'])}.\nPG  - {'-'.join(dict.fromkeys(one['ends']))}\n"
        f"LID - {one['fields']['doi']} [doi]\n"
        + "".join(f"FAU - {family}, {given}\nAU  - {family} {given[:1]}\n" for family, given in one["people"])
        + f"JT  - {one['fields']['container']}\nTA  - J Samp\nPT  - Journal Article\nCOIS- {one['beside']['note']}\n"
        for one in made
    )


def _wrapped(title):
    head, _, tail = title.rpartition(" ")
    return f"{head}\n      {tail}"


def web_of_science(made):
    return (
        "FN Clarivate Analytics Web of Science\nVR 1.0\n"
        + "".join(
            "PT J\nAU " + "\n   ".join(f"{family}, {given[:1]}" for family, given in one["people"]) + "\n"
            "AF " + "\n   ".join(f"{family}, {given}" for family, given in one["people"]) + "\n"
            f"TI {_wrapped(one['title'])}\nSO {one['fields']['container']}\nDT Article\nVL {one['fields']['volume']}\n"
            f"IS {one['fields']['issue']}\nBP {one['ends'][0]}\nEP {one['ends'][1]}\nPY {one['fields']['date']}\n"
            f"DI {one['fields']['doi']}\nUT {one['beside']['AN']}\nFX {one['beside']['note']}\nER\n\n"
            for one in made
        )
        + "EF\n"
    )


def crossref(made):
    items = [
        {
            "type": "journal-article",
            "title": [one["title"].replace("mentoring", "<i>mentoring</i>").replace("<i>", "").replace("</i>", "")],
            "author": [
                {"given": given, "family": family, "sequence": "first", "affiliation": []}
                for family, given in one["people"]
            ],
            "container-title": [one["fields"]["container"]],
            "short-container-title": ["J. Samp."],
            "issued": {"date-parts": [[int(one["fields"]["date"])]]},
            "volume": one["fields"]["volume"],
            "issue": one["fields"]["issue"],
            "page": "-".join(one["ends"]),
            "DOI": one["fields"]["doi"],
            "URL": f"http://dx.doi.org/{one['fields']['doi']}",
            "ISSN": ["1111-1111"],
            "member": one["beside"]["AN"],
            "update-policy": one["beside"]["note"],
            "abstract": "<jats:p>A sample &amp;amp; its abstract.</jats:p>",
        }
        for one in made
    ]
    return json.dumps({"status": "ok", "message-type": "work-list", "message": {"items": items}})


MAKERS = {
    "Rayyan": ris(rayyan),
    "RefWorks": ris(refworks),
    "EPPI-Reviewer": ris(eppi),
    "EBSCO": ris(ebsco),
    "Embase": ris(embase, between="\n\n"),
    "Scopus": ris(scopus),
    "EndNote": ris(endnote),
    "Cochrane": ris(
        cochrane, gap="  -  ", end="ER  -", before="Record #{n} of {all}\nProvider: Sample\nContent: text/plain\n\n"
    ),
    "PsycInfo": ris(psycinfo, before="{n}. \n", end="ER  -  ", between="\n \n\n"),
    "OpenAlex": ris(openalex, end="ER  -"),
    "Zotero": ris(zotero),
    "WoS RIS": ris(wos_ris),
    "Google Scholar": google,
    "JabRef": jabref,
    "PubMed": pubmed,
    "Web of Science": web_of_science,
    "Crossref": crossref,
}
