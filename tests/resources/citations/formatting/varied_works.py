"""More works as CSL items, after what real files hold: odd pages and numbers, names of other shapes, titles with signs in them,
other languages, and kinds of works with people and places of their own.
"""

from tests.resources.citations.works import ANN, BO, article, body, book, on, person

PAGES = ["1-2", "9-10", "99-101", "100-9", "1200-1215", "2999-3001", "12345-12355", "s12-s15", "12a-12c", "e1001-e1010"]
PAGES += [
    "1-10, 15, 20-25",
    "vii-xii",
    "123-125.e2",
    "A1, A4",
    "A1+",
    "12+",
    "123.e1",
    "300-304",
    "e0123456",
    "1000-1001",
]
NUMBERS = [("1-2", "3-4"), ("12/13", "1/2"), ("12 & 13", "1 & 2"), ("12, 13", "1, 2"), ("XII", "iv"), ("12A", "3B")]
NUMBERS += [("57", "S1"), ("57", "3, Pt. 2"), ("57", "special issue"), ("57(2)", "3"), ("2017", "5")]
GIVEN = [
    "Anne-Marie",
    "A. M.",
    "AM",
    "A",
    "Ö.",
    "Émile Zoé",
    "J. Edgar",
    "J R R",
    "Th.",
    "Wm.",
    "Chr. Bo",
    "O'Neil",
    "Yu-Ting",
]
NAMES = [
    [person("O'Neil", "Ann")],
    [person("Sample", "Ann", suffix="IV"), BO],
    [person("Gogh", "Vincent", non_dropping_particle="van")],
    [person("Sample Other", "Ann")],
    [person("王", "小明")],
    [person("김", "민수"), person("이", "지은")],
    [body("A, B & C Associates")],
    [body("UNESCO"), body("World Bank")],
    [ANN, body("Sample Group")],
    [body("Sample Group"), ANN],
    [ANN, BO, body("Sample Group")],
    [body("UNESCO"), body("World Bank"), body("Sample Group")],
]
TITLES = ["Either/or: a choice", "What is this for: a guide", "A how-to", "The run-up", "Step-by-step: how-to"]
TITLES += ["Twenty-first-century skills", "X-ray vision", "Work—and life—at home", "Dash—em dash and after", "K–12"]
TITLES += ["'Tis the season", "'Emma' and 'Jo'", "The 'in' crowd", "Mentors' and mentees' rights", "Back in the ’80s"]
TITLES += ["Why “mentoring?”", "Is “Emma” good?", "Wait... what?", "Yes!: no", "¿Qué es?", "C++ for librarians"]
TITLES += [
    "AT&T & others",
    "10 ways to mentor",
    "[Untitled]",
    "Mentor/mentee relations",
    "library as place",
    "LIBRARY AS PLACE",
]
TITLES += ["Co-mentoring", "Self-directed e-mail", "(Re)thinking mentoring"]
DATES = [on(800), on(-50), {"date-parts": [[2020, 6, 1], [2020, 6, 30]]}, {"date-parts": [[2020, 3, 1], [2020, 5, 1]]}]
DATES += [{"date-parts": [[1815]], "circa": True}, {"date-parts": [[2019], [2021]]}, {"literal": "forthcoming"}]
LANGUAGES = [("fr", "Une histoire de la lecture", "Revue des bibliothèques"), ("pt-BR", "A biblioteca", "Revista")]
LANGUAGES += [("de-DE", "Die Bibliothek als Ort", "Bibliothek: Forschung"), ("en-GB", "The library as place", "Review")]
KINDS = [
    ("book", {"edition": "112"}),
    ("book", {"edition": "2nd rev. ed."}),
    ("book", {"volume": "12 & 13"}),
    ("book", {"volume": "12/13"}),
    ("book", {"editor": [BO], "translator": [BO]}),
    ("report", {"genre": "White paper"}),
    ("thesis", {"genre": "Master's thesis", "URL": "https://example.org"}),
    ("paper-conference", {"event-title": "Conference of samples", "event-place": "Chicago"}),
    ("motion_picture", {"director": [BO], "author": []}),
    ("motion_picture", {"genre": "Video", "container-title": "Sample Channel", "URL": "https://example.org/v"}),
    ("broadcast", {"genre": "Podcast episode", "container-title": "Sample Show", "host": [BO]}),
    ("broadcast", {"container-title": "Sample Show", "number": "12", "URL": "https://example.org/p"}),
    ("song", {"performer": [BO]}),
    ("interview", {"interviewer": [BO], "container-title": "Sample Magazine", "page": "3"}),
    ("review", {"container-title": "J", "reviewed-title": "A book", "reviewed-author": [BO], "volume": "3"}),
    ("article", {"publisher": "arXiv", "number": "1234.5", "URL": "https://example.org"}),
    ("article-newspaper", {"container-title": "The Daily Sample", "section": "Arts", "page": "C1, C4"}),
    ("article-journal", {"container-title": "J", "volume": "s2-12", "issue": "3", "page": "1-2"}),
    ("dataset", {"version": "2", "URL": "https://example.org/d"}),
]


def varied():
    made = [article("Of pages", [ANN], on(2017), volume="57", issue="5", page=page) for page in PAGES]
    for volume, issue in NUMBERS:
        made.append(article("Of numbers", [ANN], on(2017), volume=volume, issue=issue, page="12–17"))
        made.append(article("Of numbers", [ANN], on(2017), issue=issue, page="12–17"))
    for given in GIVEN:
        made.append(article("Of names", [person("Sample", given)], on(2017), volume="57", page="12–17"))
    for people in NAMES:
        made.append(book("Of names", people, on(2017)))
        made.append(book("Of editors", [], on(2017), editor=people))
    for title in TITLES:
        made.append(article(title, [ANN], on(2017), volume="57", issue="5", page="12–17"))
        made.append(book(title, [ANN], on(2017)))
    for date in DATES:
        made.append(article("Of dates", [ANN], date, volume="57", issue="5", page="12–17"))
        made.append(book("Of dates", [ANN], date))
    for language, title, whole in LANGUAGES:
        made.append(article(title, [ANN], on(2017), language=language, container_title=whole, volume="57"))
        made.append(book(title, [ANN], on(2017), language=language))
    for kind, more in KINDS:
        plain = {"title": "Of kinds", "author": [ANN], "issued": on(2017, 3, 4), "publisher": "Sample Press"}
        made.append({"type": kind} | plain | more)
    return made
