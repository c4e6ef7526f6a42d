"""Importing: good records become drafts once, the others come back whole, and nothing that is pasted breaks the screen."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.admin.importing.keeping import import_text
from resources.citations import csljson
from resources.citations.bibtex import writing as bibtex_writing
from resources.citations.csl import to_csl
from resources.citations.reading_in import format_of, text_of
from resources.citations.ris import writing as ris_writing
from resources.models import Citation
from tests.factories import make_user
from tests.resources.citations.works import WORKS

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/snippets/resources/citation/import/"

MIXED_RIS = """TY  - JOUR
AU  - Sample, Ann
TI  - Good one
T2  - Journal of Samples
PY  - 2019
ER  -

AU  - Lost, Bo
TI  - No beginning
ER  -
TY  - JOUR
TI  - No end
TY  - NOPE
TI  - No such type
ER  -
TY  - BOOK
AB  - Nothing to know it by
ER  -
"""
MIXED_BIBTEX = """@article{good, title = {Good one}, author = {Sample, Ann}, year = 2019, journal = "Journal of Samples"}
@book{open, title = {No end
@book{twice, title = {One}, title = {Two}}
@article{good, title = {Same key, other work}, year = {2020}}
a comment
"""


def import_as(client, user, **data):
    client.force_login(user)
    return client.post(ADDRESS, data)


@pytest.fixture
def admin():
    return make_user(superuser=True)


def test_good_records_are_drafts_and_bad_ones_come_back_with_line_and_reason():
    answer = import_text(MIXED_RIS)
    kept, odd = answer.kept
    assert "NOPE" in odd.editors_note
    assert (kept.title, kept.authors, kept.date, kept.draft, kept.is_public) == (
        "Good one",
        "Sample, Ann",
        "2019",
        True,
        False,
    )
    assert [(record.line, record.text.splitlines()[0]) for record in answer.failed] == [
        (8, "AU  - Lost, Bo"),
        (11, "TY  - JOUR"),
        (16, "TY  - BOOK"),
    ]
    reasons = [record.reason for record in answer.failed]
    assert ["begin" in reasons[0], "no end" in reasons[1], "to know" in reasons[2]] == [True] * 3


def test_a_broken_entry_of_bibtex_costs_no_other():
    answer = import_text(MIXED_BIBTEX)
    assert [citation.title for citation in answer.kept] == ["Good one", "One", "Same key, other work"]
    assert [citation.editors_note for citation in answer.kept][1] == "title: Two"
    assert "good" in answer.kept[2].editors_note
    assert [record.line for record in answer.failed] == [2]
    assert answer.failed[0].text == "@book{open, title = {No end"


def test_json_says_the_line_of_each_record():
    answer = import_text('[\n{"type": "book", "title": "A"},\n{"title": "No type"},\n7\n]')
    assert [citation.title for citation in answer.kept] == ["A"]
    assert [(record.line, record.text) for record in answer.failed] == [(3, '{\n  "title": "No type"\n}'), (4, "7")]
    (broken,) = import_text('[{"type":\n "book",,]').failed
    assert (broken.line, broken.text) == (2, '[{"type":\n "book",,]')


@pytest.mark.parametrize("module", [ris_writing, bibtex_writing, csljson])
def test_importing_again_makes_no_copies(module):
    text = module.write([{"id": f"w{n}"} | work for n, work in enumerate(WORKS)])
    assert len(import_text(text).kept) == Citation.objects.count() == len(WORKS)
    again = import_text(text)
    assert (again.kept, len(again.known), again.failed) == ([], len(WORKS), [])
    assert Citation.objects.count() == len(WORKS)


def test_another_format_of_the_same_works_makes_no_copies():
    import_text(csljson.write(WORKS))
    items = list(map(to_csl, Citation.objects.all()))
    assert import_text(ris_writing.write(items)).kept == import_text(bibtex_writing.write(items)).kept == []


@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nTI  - Other words\nDO  - https://doi.org/10.1000/ABC\nER  - ",
        "TY  - BOOK\nTI  - The Sample: a <i>Book</i>\nPY  - 1999\nAU  - Sämple, A.\nER  - ",
    ],
)
def test_the_same_work_in_other_words_is_known(text):
    Citation.objects.create(title="Sample", container="J", doi="10.1000/abc")
    Citation.objects.create(kind="book", title="the sample – a book", date="June 1999", authors="Sample, Ann")
    answer = import_text(text)
    assert (answer.kept, len(answer.known)) == ([], 1)


def test_what_is_no_identifier_is_kept_for_the_editors():
    (kept,) = import_text("TY  - BOOK\nTI  - T\nSN  - 123\nDO  - nonsense\nUR  - javascript:alert(1)\nER  - ").kept
    assert (kept.isbn, kept.doi, kept.url) == ("", "", "")
    assert kept.editors_note == "DOI: nonsense\nISBN: 123\nURL: javascript:alert(1)"


def test_a_value_too_long_is_told_and_no_crash():
    (kept,) = import_text(f"TY  - BOOK\nTI  - {'x' * 1001}\nER  - ").kept
    assert len(kept.title) == 1000
    assert f"title: {'x' * 1001}" in kept.editors_note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_survive_however_the_file_was_saved(encoding):
    assert (
        "Čapek"[1:] in text_of("Čapek".encode(encoding))
        if encoding != "cp1252"
        else "é" in text_of("é".encode(encoding))
    )


def test_the_format_is_found():
    assert [format_of(text) for text in ("\n TY  - X", "% c\n@book {a,", ' [{"', "words")] == [
        "ris",
        "bibtex",
        "csl",
        "",
    ]


def test_the_screen_tells_what_became_of_each_record(client, admin):
    page = import_as(client, admin, text=MIXED_RIS, name="").content.decode()
    kept = Citation.objects.get(title="Good one")
    assert f'href="/admin/snippets/resources/citation/edit/{kept.pk}/"' in page
    assert "AU  - Lost, Bo\nTI  - No beginning" in page
    again = import_as(client, admin, file=SimpleUploadedFile("a.ris", MIXED_RIS.encode()), name="ris").content.decode()
    assert "already here" in again
    assert Citation.objects.count() == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, "one of the two"),
        ({"text": "only words"}, "looks like none"),
        ({"file": SimpleUploadedFile("a.ris", b"x" * 900_001)}, "too large"),
    ],
)
def test_the_screen_says_what_it_cannot_take(client, admin, data, told):
    assert told in import_as(client, admin, **data).content.decode()


@pytest.mark.parametrize("permissions", [[], ["access_admin"], ["access_admin", "change_citation", "view_citation"]])
def test_who_may_not_add_citations_imports_none(client, permissions):
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    assert import_as(client, user, text=MIXED_RIS).status_code in {302, 403}
    assert client.get(ADDRESS).status_code in {302, 403}
    assert not Citation.objects.exists()


def test_a_post_from_another_site_imports_nothing(admin):
    assert import_as(Client(enforce_csrf_checks=True), admin, text=MIXED_RIS).status_code == 403
    assert not Citation.objects.exists()


PIECES = [
    "TY  - JOUR\n",
    "ER  - \n",
    "TI  - ",
    "AU  - ",
    "PY  - ",
    "SP  - ",
    "DO  - ",
    "@book{",
    "a,",
    "title",
    " = ",
    "{",
    "}",
    '"',
    "#",
]
PIECES += [
    ",",
    "\n",
    "\\",
    "\\emph{",
    "$",
    "%",
    "author = {",
    " and ",
    "year = ",
    "[",
    "]",
    '{"type": "book"',
    '"author": [',
    '"issued": ',
]
PIECES += [
    '{"date-parts": [[',
    "null",
    "99999999999999",
    "\\ud800",
    "\\u0000",
    "\x00",
    "\ud800",
    "<script>",
    "É",
    "<i>",
    "-",
    "2020/13/77",
]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["ris", "bibtex", "csl"]),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join),
)
def test_nothing_that_is_pasted_fails(name, text):
    Citation.objects.all().delete()
    answer = import_text(text, name)
    for citation in answer.kept:
        citation.refresh_from_db()
        assert str(citation)
        citation.draft = False
        citation.save()


PARTS = st.sampled_from(["family", "given", "literal", "date-parts", "season", "raw", "circa"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PARTS, inner, max_size=3),
    max_leaves=6,
)
VARIABLES = [
    "title",
    "author",
    "editor",
    "issued",
    "event-date",
    "container-title",
    "page",
    "DOI",
    "ISBN",
    "URL",
    "type",
]
VARIABLES += ["id", "language", "translator", "ris", "bibtex", "volume"]
ITEMS = st.dictionaries(st.sampled_from(VARIABLES), VALUES, max_size=6)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ITEMS, st.sampled_from(["book", "article-journal", "periodical", "speech"]))
def test_no_item_of_json_fails_however_odd(item, csl_type):
    Citation.objects.all().delete()
    item = {"title": "T", "type": csl_type} | item
    for citation in import_text(csljson.write([item]), "csl").kept:
        citation.draft = False
        citation.save()
        for module in (ris_writing, bibtex_writing, csljson):
            assert module.write([to_csl(citation)])
