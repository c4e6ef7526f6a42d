"""Citations in the three styles against the manuals' rules, and what no text of an entry can do to a page."""

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from home.demo.reading import COMPLETE, TITLE_LOST
from resources.citations.formatting.finishing import TAGS
from resources.citations.formatting.lines import STYLES, formatted, in_style
from resources.models import Citation

TEXT = "Is There a Mentoring Culture Within the LIS Profession?"

SEEDS = {
    "Oregon": {
        "apa": "<i>Oregon Library Association Quarterly</i>. (2015). <i>23</i>(3).",
        "mla": "<i>Oregon Library Association Quarterly</i>, vol. 23, no. 3, 2015.",
        "chicago": "<i>Oregon Library Association Quarterly</i>. 2015. 23 (3).",
    },
    "Hussey": {
        "apa": f"Hussey, L. K., &amp; Campbell-Meier, J. (2017). {TEXT} <i>Journal of Library Administration</i>, "
        "<i>57</i>(5), 500–516.",
        "mla": f"Hussey, L. K., and J. Campbell-Meier. “{TEXT}” <i>Journal of Library Administration</i>, vol. 57, "
        "no. 5, 2017, pp. 500–16.",
        "chicago": f"Hussey, L. K., and J. Campbell-Meier. 2017. “{TEXT}” <i>Journal of Library Administration</i> "
        "57 (5): 500–516.",
    },
    "Williams": {
        "apa": "Williams, G. H. (2019). Mentoring Mid-Career: Reflections on Fostering a Culture of Mentorship for "
        "Experienced Librarians. <i>Journal of Academic Librarianship</i>, <i>45</i>(2), 171–173.",
        "mla": "Williams, G. H. “Mentoring Mid-Career: Reflections on Fostering a Culture of Mentorship for Experienced "
        "Librarians.” <i>Journal of Academic Librarianship</i>, vol. 45, no. 2, 2019, pp. 171–73.",
        "chicago": "Williams, G. H. 2019. “Mentoring Mid-Career: Reflections on Fostering a Culture of Mentorship for "
        "Experienced Librarians.” <i>Journal of Academic Librarianship</i> 45 (2): 171–73.",
    },
    "Murphy": {
        "apa": "Murphy, S. A. (2008). Developmental Relationships in the Dynamic Library Environment: Re-conceptualizing "
        "Mentoring for the Future. <i>Journal of Academic Librarianship</i>, <i>34</i>(5), 434–437.",
        "mla": "Murphy, S. A. “Developmental Relationships in the Dynamic Library Environment: Re-conceptualizing "
        "Mentoring for the Future.” <i>Journal of Academic Librarianship</i>, vol. 34, no. 5, 2008, pp. 434–37.",
        "chicago": "Murphy, S. A. 2008. “Developmental Relationships in the Dynamic Library Environment: "
        "Re-conceptualizing Mentoring for the Future.” <i>Journal of Academic Librarianship</i> 34 (5): 434–37.",
    },
    "Eldredge": {
        "apa": "Eldredge, J. D. (2014). The Long Reach of a Mentor’s Influence. <i>Hypothesis: Journal of the Research "
        "Section of MLA</i>, <i>26</i>(1), 14–19.",
        "mla": "Eldredge, J. D. “The Long Reach of a Mentor’s Influence.” <i>Hypothesis: Journal of the Research Section "
        "of MLA</i>, vol. 26, no. 1, 2014, pp. 14–19.",
        "chicago": "Eldredge, J. D. 2014. “The Long Reach of a Mentor’s Influence.” <i>Hypothesis: Journal of the "
        "Research Section of MLA</i> 26 (1): 14–19.",
    },
    "Mavrinac": {
        "apa": "Mavrinac, M. A., &amp; Stymest, K. (2012). <i>Pay it forward: Mentoring new information "
        "professionals</i>. Association of College &amp; Research Libraries.",
        "mla": "Mavrinac, M. A., and K. Stymest. <i>Pay It Forward: Mentoring New Information Professionals</i>. "
        "Association of College &amp; Research Libraries, 2012.",
        "chicago": "Mavrinac, M. A., and K. Stymest. 2012. <i>Pay It Forward: Mentoring New Information "
        "Professionals</i>. Association of College &amp; Research Libraries.",
    },
}
"""The complete citations of the captured pages, by the word they begin with."""

PART = {"container": "The <i>Sample</i> Book", "publisher": "Sample Press", "date": "1999"}
ODD = [
    (
        {"title": "Sample of an article", "container": "Together", "date": "December 2010"},
        "Sample of an article. (2010, December). <i>Together</i>.",
        "“Sample of an Article.” <i>Together</i>, Dec. 2010.",
        "<i>Together</i>. 2010. “Sample of an Article.” December.",
    ),
    (
        {"kind": "web", "title": "Sample page", "authors": "Sample Association", "url": "https://example.org/a?b&c"},
        (
            'Sample Association. (n.d.). <i>Sample page</i>. <a href="https://example.org/a?b&amp;c">'
            "https://example.org/a?b&amp;c</a>"
        ),
        'Sample Association. <i>Sample Page</i>. <a href="https://example.org/a?b&amp;c">https://example.org/a?b&amp;c</a>.',
        'Sample Association. n.d. “Sample Page.” <a href="https://example.org/a?b&amp;c">https://example.org/a?b&amp;c</a>.',
    ),
    (
        {
            "kind": "issue",
            "title": "Sample issue",
            "editors": "Sample, Ann",
            "container": "J",
            "date": "2015",
            "issue": "3",
        },
        "Sample, A. (Ed.). (2015). Sample issue [Special issue]. <i>J</i>, (3).",
        "Sample, Ann, editor. <i>Sample Issue</i>. Special issue of <i>J</i>, no. 3, 2015.",
        "Sample, Ann, ed. 2015. “Sample Issue.” Special issue, <i>J</i>, no. 3.",
    ),
    (
        {
            "title": "What “Emma” says",
            "authors": "boyd, danah\nBerg, Bo, Jr.",
            "container": "J",
            "volume": "1",
            "date": "2010",
            "doi": "10.1000/182",
        },
        (
            'boyd, d., &amp; Berg, B., Jr. (2010). What “Emma” says. <i>J</i>, <i>1</i>. <a href="https://doi.org/10.1000/182">'
            "https://doi.org/10.1000/182</a>"
        ),
        (
            "boyd, danah, and Bo Berg Jr. “What ‘Emma’ Says.” <i>J</i>, vol. 1, 2010, "
            '<a href="https://doi.org/10.1000/182">https://doi.org/10.1000/182</a>.'
        ),
        (
            "boyd, danah, and Bo Berg Jr. 2010. “What ‘Emma’ Says.” <i>J</i> 1. "
            '<a href="https://doi.org/10.1000/182">https://doi.org/10.1000/182</a>.'
        ),
    ),
    (
        {"kind": "chapter", "title": "Why?", "authors": "van den Berg, Anna", "editors": "Roe, Jo", "pages": "12-34"}
        | PART,
        "van den Berg, A. (1999). Why? In J. Roe (Ed.), <i>The </i>Sample<i> Book</i> (pp. 12–34). Sample Press.",
        "van den Berg, Anna. “Why?” <i>The </i>Sample<i> Book</i>, edited by Jo Roe, Sample Press, 1999, pp. 12–34.",
        "Berg, Anna van den. 1999. “Why?” In <i>The </i>Sample<i> Book</i>, edited by Jo Roe. Sample Press.",
    ),
    (
        {
            "kind": "book",
            "title": "Sample",
            "editors": "Roe, Jo\nDoe, Jan",
            "publisher": "Pub",
            "date": "2019/2020",
            "edition": "2",
        },
        "Roe, J., &amp; Doe, J. (Eds.). (2019–2020). <i>Sample</i> (2nd ed.). Pub.",
        "Roe, Jo, and Jan Doe, editors. <i>Sample</i>. 2nd ed., Pub, 2019–2020.",
        "Roe, Jo, and Jan Doe, eds. 2019–2020. <i>Sample</i>. 2nd ed. Pub.",
    ),
    (
        {
            "kind": "report",
            "title": "Sample report",
            "authors": "{Office, of Samples}",
            "publisher": "Sample Press",
            "date": "in press",
        },
        "Office, of Samples. (in press). <i>Sample report</i>. Sample Press.",
        "Office, of Samples. <i>Sample Report</i>. Sample Press, in press.",
        "Office, of Samples. in press. <i>Sample Report</i>. Sample Press.",
    ),
    (
        {"kind": "webinar", "title": "Start", "authors": "Sample, Ann", "publisher": "ALA", "date": "2019-05-04"},
        "Sample, A. (2019, May 4). <i>Start</i> [Webinar]. ALA.",
        "Sample, Ann. “Start.” Webinar. ALA, 4 May 2019.",
        "Sample, Ann. 2019. “Start.” Webinar. ALA, May 4.",
    ),
]
"""What is unusual, each in APA, MLA and Chicago."""


def written(fields):
    told = formatted(Citation(**fields))
    return {style: told[style] for style in STYLES}


def test_every_complete_citation_of_the_seeds_has_its_golden_text():
    assert len(COMPLETE) == len(SEEDS) == 6
    for fields in COMPLETE:
        (word,) = [word for word in SEEDS if word in str(fields)]
        assert written(fields) == SEEDS[word]


def test_every_incomplete_citation_of_the_seeds_is_held_back_for_its_title():
    assert len(TITLE_LOST) == 6
    for _, fields in TITLE_LOST:
        citation = Citation(**fields)
        assert "title" in citation.missing
        assert not citation.is_public


@pytest.mark.parametrize(("fields", "apa", "mla", "chicago"), ODD)
def test_odd_entries_follow_the_manuals(fields, apa, mla, chicago):
    assert written(fields) == {"apa": apa, "mla": mla, "chicago": chicago}


def test_an_address_that_is_not_of_the_web_is_no_link():
    html = written({"kind": "web", "title": "T", "url": "javascript:alert(1)"})
    assert all("<a" not in text for text in html.values())


@pytest.mark.parametrize(
    ("kind", "fields", "missing"),
    [
        ("article", {}, ["title", "journal, magazine or site", "date"]),
        ("issue", {}, ["journal, magazine or site", "date"]),
        ("book", {"title": "T"}, ["publisher", "date"]),
        ("chapter", {"title": "T", "container": " "}, ["journal, magazine or site", "publisher", "date"]),
        ("web", {"title": "T"}, ["web address"]),
        ("webinar", {"title": "T", "publisher": "P", "date": "n.d."}, []),
    ],
)
def test_what_a_kind_needs_and_lacks_is_named(kind, fields, missing):
    assert Citation(kind=kind, **fields).missing == missing


HOSTILE = st.text(max_size=40) | st.lists(
    st.sampled_from(["<", ">", "&", '"', "“", "”", "'", "<i>", "</i>", "<b>", "</b", "<script>", "</a>", "\ue000", "\ue030", "\x00",
                     "?", ".", ",", " ", "{", "}", "\n", "--", "<sub>", "&lt;", "javascript:", "É", "毛", "\ud800"]), max_size=12
).map("".join)  # fmt: skip
FIELDS = [
    "title",
    "authors",
    "editors",
    "container",
    "date",
    "volume",
    "issue",
    "pages",
    "edition",
    "publisher",
    "url",
    "doi",
]


def tags_in(html):
    """The elements that a browser makes of it, with their attributes."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return [(element.tag, dict(element.attrib)) for element in tree.iter() if element.tag != "DOCUMENT_FRAGMENT"]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(Citation.Kind.values), st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, HOSTILE)))
def test_no_text_of_an_entry_breaks_out_of_it_or_fails(kind, fields):
    for html in written({"kind": kind, **fields}).values():
        for tag, attributes in tags_in(html):
            assert tag in {"a", *TAGS}, html
            assert set(attributes) <= ({"href"} if tag == "a" else set()), html
            assert re.match("https?://", attributes.get("href", "https://")), html


def test_what_the_engine_cannot_write_is_said_plainly(caplog):
    item = {"type": "book", "title": "A <b>", "author": [{"literal": "B & C"}], "issued": {"date-parts": [[]]}}
    assert in_style(item, "apa") == "B &amp; C. A &lt;b&gt;"
    assert "could not be written" in caplog.text
