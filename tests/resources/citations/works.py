"""Works as CSL items: books out of copyright, and samples that say so. Every oddity that lists of readings have."""


def person(family, given="", **other):
    return {"family": family, "given": given} | {key.replace("_", "-"): value for key, value in other.items()}


def body(name):
    return {"literal": name}


def on(*parts):
    return {"date-parts": [list(parts)]}


def article(title, author, issued, **other):
    found = {"type": "article-journal", "title": title, "author": author, "issued": issued}
    return (
        found
        | {"container-title": "Journal of Samples"}
        | {key.replace("_", "-"): value for key, value in other.items()}
    )


def book(title, author, issued, **other):
    found = {"type": "book", "title": title, "author": author, "issued": issued, "publisher": "Sample Press"}
    return found | {key.replace("_", "-"): value for key, value in other.items()}


ANN, BO = person("Sample", "Ann"), person("Sample", "Bo")

WORKS = [
    book("Emma", [person("Austen", "Jane")], on(1815), publisher="John Murray", publisher_place="London"),
    book("Also sprach Zarathustra", [person("Nietzsche", "Friedrich")], on(1883), language="de"),
    book("Les Misérables", [person("Hugo", "Victor")], on(1862), language="fr", volume="2"),
    book(
        "Don Quijote de la Mancha",
        [person("Cervantes Saavedra", "Miguel", dropping_particle="de")],
        on(1605),
        language="es",
    ),
    book("Faust", [person("Goethe", "Johann Wolfgang", dropping_particle="von")], on(1808)),
    book("Fables", [person("La Fontaine", "Jean", dropping_particle="de")], {"date-parts": [[1668], [1694]]}),
    book("Reise", [person("Humboldt", "Alexander", non_dropping_particle="von")], on(1845), edition="2"),
    book("A Sample of Dutch Names", [person("Berg", "Anna", non_dropping_particle="van den")], on(1999)),
    book("Kosmos & Chaos: 100% true_story #1 {sic}", [ANN], on(2001)),
    book("Backslash \\ caret ^ tilde ~ dollar $x$", [ANN], on(2001)),
    book("Dashes -- and --- quotes ''here'' ``there`` ?`", [ANN], on(2002)),
    book("Ærø, Łódź, Ångström, Øresund, Čapek, Đorđe, İstanbul", [person("Čapek", "Karel")], on(1920)),
    book("源氏物語", [person("紫式部")], {"literal": "n.d."}, language="ja"),
    book("Война и мир", [person("Толстой", "Лев")], on(1869), language="ru"),
    book("A book edited", [], on(2010), editor=[ANN, person("Doe", "Jan", suffix="Jr.")]),
    book("A book by a body", [body("American Library Association")], on(1876)),
    book("A book by a body with a comma", [body("Office of Samples, Lists, and Forms")], on(1990)),
    book("A body and a person", [body("Samples and Sons"), ANN], on(1991), ISBN="9780306406157"),
    book("With an old ISBN", [ANN], on(1990), ISBN="080442957X", number_of_volumes="3"),
    book("A translation", [person("Homer")], on(1900), translator=[person("Butler", "Samuel")]),
    book("Circa", [ANN], {"date-parts": [[1850]], "circa": True}),
    book("In press", [ANN], {"literal": "in press"}),
    book("Series volume", [ANN], on(2003), collection_title="Samples in Series", note="A note. With a 2nd sentence."),
    article("Of two authors", [ANN, BO], on(2017), volume="57", issue="5", page="500–516", DOI="10.1000/182"),
    article("Is this a question?", [ANN], on(2018, 1), volume="3", page="e12"),
    article("On <i>Emma</i> and H<sub>2</sub>O", [ANN], on(2019, 5, 4), volume="1", issue="7–8"),
    article("<b>Bold</b> claims <sup>2</sup>", [ANN], on(2019), volume="1", ISSN="1234-5678"),
    article("Math: 2 < 3 and 5 > 4", [ANN], on(2019), volume="1"),
    article("Hyphens", [person("Campbell-Meier", "Jean-Luc")], on(2017), volume="57"),
    article("Suffix", [person("King", "Martin Luther", suffix="Jr.")], on(1963), volume="1"),
    article("Small letters", [person("boyd", "danah")], on(2008), volume="4"),
    article("No author at all", [], on(2020, 6), type="article-magazine", container_title="Together"),
    article("A newspaper", [ANN], on(2020, 6, 1), type="article-newspaper", container_title="The Daily Sample"),
    article("Spring", [ANN], {"date-parts": [[2019]], "season": 1}, volume="9"),
    article(
        "With much more", [ANN], on(2011), volume="2", abstract="Two sentences. Of which this is one.", keyword="a; b c"
    ),
    article("“Quoted” within ‘a title’", [ANN], on(2012), volume="2", issue="1", page="1–9, 12"),
    {
        "type": "periodical",
        "container-title": "Oregon Library Association Quarterly",
        "volume": "23",
        "issue": "3",
        "issued": on(2015),
    },
    {
        "type": "periodical",
        "title": "A themed issue",
        "editor": [ANN],
        "container-title": "Journal of Samples",
        "issue": "3",
        "issued": on(2015),
    },
    {
        "type": "chapter",
        "title": "A chapter",
        "author": [ANN],
        "editor": [BO],
        "container-title": "The Book of Samples",
        "publisher": "Sample Press",
        "page": "12–34",
        "issued": on(1999),
    },
    {
        "type": "paper-conference",
        "title": "A paper",
        "author": [ANN],
        "container-title": "Proceedings",
        "issued": on(2004),
    },
    {
        "type": "report",
        "title": "A report",
        "author": [body("American Library Association")],
        "publisher": "ALA",
        "issued": on(2021),
    },
    {
        "type": "thesis",
        "title": "A thesis",
        "author": [ANN],
        "publisher": "Sample University",
        "genre": "Doctoral dissertation",
        "issued": on(2022),
    },
    {
        "type": "webpage",
        "title": "A page",
        "container-title": "Sample Site",
        "URL": "https://example.org/a?b=1&c=%7Bd%7D#e",
        "issued": on(2020, 12),
    },
    {"type": "webpage", "title": "No date", "author": [body("Sample Association")], "URL": "https://example.org/"},
    {
        "type": "post-weblog",
        "title": "A post",
        "author": [ANN],
        "container-title": "Blog",
        "URL": "https://example.org/p",
        "issued": on(2013, 2, 28),
    },
    {
        "type": "speech",
        "title": "A webinar",
        "author": [ANN],
        "publisher": "ALA",
        "genre": "Webinar",
        "issued": on(2019, 5, 4),
    },
    {
        "type": "article-journal",
        "container-title": "Forbes",
        "author": [person("Sample", "Cyd")],
        "issued": on(2018, 1),
    },
]
