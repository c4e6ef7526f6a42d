"""Works as CSL items in which one thing at a time varies: pages, dates, names, titles, volumes, kinds. Made up, and saying so."""

from tests.resources.citations.works import ANN, BO, WORKS, article, body, book, on, person

from .varied_works import varied

PAGES = [
    "5–19",
    "5-9",
    "12-17",
    "101-9",
    "101–109",
    "145–1020",
    "96–117",
    "100–104",
    "1496–504",
    "1103-4",
    "321–28",
    "42–45",
]
PAGES += ["1002–6", "505–17", "S1–S9", "e12", "e12–e19", "xi–xv", "ix-xiii", "7", "105752", "1–9, 12"]
PAGES += [
    "33–35, 40–41",
    "A1",
    "B2–B4",
    "999–1001",
    "1234–1235",
    "200–299",
    "71–72",
    "3–10",
    "600–13",
    "1087–89",
    "2-3",
    "100-105",
]
DATES = [
    on(2020),
    on(2020, 5),
    on(2020, 5, 4),
    *({"date-parts": [[2020]], "season": n} for n in (1, 2, 3, 4)),
    {"date-parts": [[2020, 5], [2020, 6]]},
    {"date-parts": [[2019, 12], [2020, 1]]},
    {"date-parts": [[2020, 5, 4], [2020, 5, 8]]},
    {"date-parts": [[2020, 5, 30], [2020, 6, 2]]},
    {"date-parts": [[2019, 12, 30], [2020, 1, 2]]},
    {"date-parts": [[2018], [2019]]},
    {"literal": "in press"},
]
VOLUMES = [
    ("12", "3"),
    ("12-13", ""),
    ("12–13", "1–2"),
    ("12", "1-2"),
    ("12", "Suppl 1"),
    ("", "7"),
    ("Spring", ""),
    ("IX", "4"),
]
NAMES = [
    [ANN],
    [ANN, BO],
    [ANN, BO, person("Sample", "Cy")],
    [ANN, BO, person("Sample", "Cy"), person("Sample", "Di")],
    [person("Sample", f"{letter}na") for letter in "ABCDEFGH"],
    [person("Sample", f"{letter}na") for letter in "ABCDEFGHIJKLMNOPQRSTUVW"],
    [person("Sample", "A. B.")],
    [person("Sample", "A.B.")],
    [person("Sample", "AB")],
    [person("Sample", "A B")],
    [person("Sample", "Jean-Luc")],
    [person("Sample", "J.-L.")],
    [person("Sample-Other", "Ann Bo C.")],
    [person("Sample", "Ann", suffix="Jr.")],
    [person("Sample", "Ann", suffix="III")],
    [person("Sample", "Ann", non_dropping_particle="van der")],
    [person("Sample", "Ann", dropping_particle="von")],
    [body("Sample Library Association")],
    [body("Sample Library Association"), ANN],
    [person("Sample")],
    [],
]
TITLES = [
    "A plain title of samples",
    "A title: With a part below",
    "A title: with a small part below",
    "Is this a question?",
    "Is this a question? Some of it",
    "An exclamation!",
    "And so on ...",
    "And so on...",
    "And/or in a title",
    "The '90s in libraries",
    "Rock 'n' roll and libraries",
    "E-learning and e-mail in libraries",
    "Self-care for librarians: a how-to guide",
    "Mentoring librarians' children",
    'A "quoted" word in a title',
    "“Quoted” at the start",
    "Ends with “a quotation”",
    "On <i>Emma</i> and others",
    "The H<sub>2</sub>O of libraries",
    "ALA and the future of LIS",
    "Between us: from here to there",
    "2020 in review",
    "Dashes – and others — in titles",
    "A title with U.S. in it",
    "iPads in libraries",
    "Vs. and versus",
    "Libraries: a history: the second part",
    "Title ends with etc.",
]
KINDS = [
    ("book", {}),
    ("book", {"edition": "2"}),
    ("book", {"edition": "3rd ed."}),
    ("book", {"edition": "Revised"}),
    ("book", {"volume": "2"}),
    ("book", {"number-of-volumes": "3"}),
    ("book", {"collection-title": "Samples in Series", "collection-number": "7"}),
    ("book", {"publisher-place": "Chicago"}),
    ("book", {"URL": "https://example.org/book"}),
    ("book", {"ISBN": "9780306406157"}),
    ("chapter", {"container-title": "A whole book of samples", "page": "12–17"}),
    ("chapter", {"container-title": "A whole book of samples", "page": "101-9", "editor": [BO]}),
    ("chapter", {"container-title": "A whole book of samples", "editor": [BO, ANN], "edition": "2"}),
    ("chapter", {"container-title": "A whole book of samples", "page": "5–19", "DOI": "10.1000/chapter"}),
    ("report", {"number": "12"}),
    ("report", {"genre": "Technical report", "number": "12"}),
    ("report", {"URL": "https://example.org/report"}),
    ("webpage", {"container-title": "Sample Site", "URL": "https://example.org/page"}),
    ("webpage", {"URL": "https://example.org/page"}),
    ("post-weblog", {"container-title": "Sample Blog", "URL": "https://example.org/post"}),
    ("thesis", {"genre": "Doctoral dissertation", "publisher": "Sample University"}),
    ("article-magazine", {"container-title": "Sample Magazine", "page": "5–19"}),
    ("article-magazine", {"container-title": "Sample Magazine", "volume": "12", "issue": "3", "page": "12-17"}),
    ("article-newspaper", {"container-title": "The Daily Sample", "page": "A1"}),
    ("article-newspaper", {"container-title": "The Daily Sample", "URL": "https://example.org/news"}),
    ("paper-conference", {"container-title": "Proceedings of Samples", "page": "5–19"}),
    ("paper-conference", {"event-title": "Conference of Samples"}),
    ("motion_picture", {}),
    ("interview", {"interviewer": [BO]}),
    ("entry-encyclopedia", {"container-title": "Encyclopedia of Samples", "page": "33–35"}),
]


def works():
    """At least 300 items, each with an id of its own."""
    made = [dict(work) for work in WORKS]
    made += [article("Of pages", [ANN], on(2017), volume="57", issue="5", page=page) for page in PAGES]
    made += [article("Of pages", [ANN], on(2017), volume="57", page=page, DOI="10.1000/182") for page in PAGES[::2]]
    made += [
        {
            "type": "chapter",
            "title": "Of pages",
            "author": [ANN],
            "issued": on(2017),
            "page": page,
            "publisher": "Sample Press",
        }
        | {"container-title": "A whole book of samples", "editor": [BO]}
        for page in PAGES
    ]
    for date in DATES:
        made.append(article("Of dates", [ANN], date, volume="57", issue="5", page="12–17"))
        made.append(article("Of dates", [ANN], date, type="article-magazine", container_title="Sample Magazine"))
        made.append(article("Of dates", [ANN], date, type="article-newspaper", container_title="The Daily Sample"))
        made.append(book("Of dates", [ANN], date))
        made.append(
            {"type": "webpage", "title": "Of dates", "author": [ANN], "issued": date, "URL": "https://example.org/x"}
        )
    for volume, issue in VOLUMES:
        made.append(article("Of volumes", [ANN], on(2017), volume=volume, issue=issue, page="12–17"))
        made.append(book("Of volumes", [ANN], on(2017), volume=volume))
    for people in NAMES:
        made.append(article("Of names", people, on(2017), volume="57", issue="5", page="12–17"))
        made.append(book("Of names", people, on(2017)))
        made.append(book("Of editors", [], on(2017), editor=people))
    for title in TITLES:
        made.append(article(title, [ANN], on(2017), volume="57", issue="5", page="12–17"))
        made.append(book(title, [ANN], on(2017)))
    for kind, more in KINDS:
        made.append(
            {"type": kind, "title": "Of kinds", "author": [ANN], "issued": on(2017, 3, 4), "publisher": "Sample Press"}
            | more
        )
    made.append(book("Titel einer anderen Sprache", [ANN], on(2017), language="de"))
    made.append(article("Un título de otra lengua", [ANN], on(2017), language="es", volume="1"))
    made += varied()
    return [
        {key: value for key, value in work.items() if value not in ("", [])} | {"id": f"w{n}"}
        for n, work in enumerate(made)
    ]
