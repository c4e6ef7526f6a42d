"""Filters find what is to be mended: unused, incomplete, held back, leading to nothing, on a topic, for one side."""

import pytest
from wagtail.models import Locale

from resources.models import Activity, Citation, GoalExample
from resources.needs import incomplete, incomplete_activities, incomplete_goals
from tests.resources.admin import rows

pytestmark = pytest.mark.django_db


def found(client, address, names, **query):
    body = client.get(address, query).content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    return {name for name in names if name in body}


GOAL_NAMES = ["Untranslated", "Shown aim", "Unshown aim"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"state": "incomplete"}, {"Untranslated"}),
        ({"state": "unused"}, {"Untranslated", "Unshown aim"}),
        ({"for_whom": "mentor"}, {"Unshown aim"}),
        ({"state": "unused", "for_whom": "mentee"}, set()),
        ({"q": "shown AIM"}, {"Shown aim", "Unshown aim"}),
        ({"q": "unshown", "state": "incomplete"}, set()),
        ({"state": "no such state"}, set(GOAL_NAMES)),
    ],
)
def test_goals(admin, query, names):
    rows.goal("Untranslated", text_es="")
    rows.goals_page(rows.goal("Shown aim"))
    rows.goal("Unshown aim", for_whom="mentor")
    assert found(admin, rows.GOALS, GOAL_NAMES, **query) == names


def test_a_goal_in_a_draft_of_a_page_is_used(admin):
    page, row = rows.goals_page(), rows.goal("In a draft")
    page.body = [{"type": "goals", "value": {"heading": "", "goals": rows.items([row.pk])}}]
    page.save_revision()
    assert found(admin, rows.GOALS, ["In a draft"], state="unused") == set()


@pytest.mark.parametrize("address", [rows.GOALS, rows.CITATIONS, rows.ACTIVITIES, rows.EVENTS, rows.PAGES])
def test_topics(admin, address):
    for name in ("Writing", "Leadership", "Networking"):
        work, aim = rows.on(rows.citation(f"W-{name}"), name), rows.on(rows.goal(f"G-{name}"), name)
        rows.on(rows.activity(f"A-{name}"), name)
        rows.on(rows.event(f"E-{name}"), name)
        rows.reading_list(work, title=f"R-{name}")
        rows.goals_page(aim, title=f"P-{name}")
    names = ["-Writing", "-Leadership", "-Networking"]
    chosen = [rows.topic("Writing").pk, rows.topic("Networking").pk]
    assert found(admin, address, names, topic=chosen) == {"-Writing", "-Networking"}


def test_dead_links_of_citations(admin):
    rows.dead("https://gone.example/")
    rows.dead("https://doi.org/10.1000/182")
    rows.citation("By address", url="https://gone.example/")
    rows.citation("By DOI", doi="10.1000/182")
    rows.citation("DOI lasts", doi="10.1000/183", url="https://gone.example/")
    rows.citation("Fine", url="https://fine.example/")
    names = ["By address", "By DOI", "DOI lasts", "Fine"]
    assert found(admin, rows.CITATIONS, names, state="dead") == {"By address", "By DOI"}


def test_a_link_is_dead_only_after_days_of_silence(admin):
    link = rows.dead("https://gone.example/")
    rows.citation("Work", url=link.url)
    assert found(admin, rows.CITATIONS, ["Work"], state="dead") == {"Work"}
    link.failing_since = link.checked_at
    link.save()
    assert found(admin, rows.CITATIONS, ["Work"], state="dead") == set()


def test_dead_links_of_activities_and_of_their_parts(admin):
    rows.dead("https://gone.example/")
    gone, fine = rows.citation("G", url="https://gone.example/"), rows.citation("F", url="https://fine.example/")
    rows.activity("Itself", citation=gone)
    rows.activity("Its part", {"citation": gone}, {"citation": fine})
    rows.activity("Neither", {"citation": fine}, citation=fine)
    names = ["Itself", "Its part", "Neither"]
    assert found(admin, rows.ACTIVITIES, names, state="dead") == {"Itself", "Its part"}


def test_dead_links_of_events(admin):
    rows.dead("https://gone.example/")
    rows.event("By link", link="https://gone.example/")
    rows.event("By recording", recording="https://gone.example/")
    rows.event("By text", body='<p><a href="https://gone.example/">there</a></p>')
    rows.event("Fine", link="https://fine.example/")
    names = ["By link", "By recording", "By text", "Fine"]
    assert found(admin, rows.EVENTS, names, state="dead") == set(names[:3])


def test_dead_links_of_resource_pages(admin):
    rows.dead("https://gone.example/")
    gone = rows.citation("G", url="https://gone.example/")
    rows.reading_list(gone, title="By entry")
    rows.activities_page(rows.activity("A", {"citation": gone}), title="By part")
    rows.goals_page(rows.goal("G"), title="By text", intro='<a href="https://gone.example/">there</a>')
    rows.reading_list(rows.citation("F"), title="Fine")
    names = ["By entry", "By part", "By text", "Fine"]
    assert found(admin, rows.PAGES, names, state="dead") == set(names[:3])


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("incomplete", {"Placeless"}),
        ("draft", {"Draft event"}),
        ("published", {"Placeless", "Linked", "Translated"}),
        ("unused", {"Placeless", "Draft event"}),
    ],
)
def test_states_of_events(admin, state, names):
    rows.event("Placeless", place="")
    rows.event("Draft event", live=False)
    rows.activity("Go", page=rows.event("Linked"))
    translated = rows.event("Translated")
    spanish, _ = Locale.objects.get_or_create(language_code="es")
    translated.get_parent().copy_for_translation(spanish, copy_parents=True)
    copy = translated.copy_for_translation(spanish)
    rows.activity("Ve", page=copy)
    copy.title = copy.draft_title = "Copia"
    copy.save()
    every = ["Placeless", "Draft event", "Linked", "Translated"]
    assert found(admin, rows.EVENTS, every, state=state) == names


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"state": "incomplete"}, {"Empty"}),
        ({"state": "draft"}, {"Draft page"}),
        ({"state": "published"}, {"Empty", "Linked"}),
        ({"state": "unused"}, {"Empty", "Draft page"}),
        ({"kind": "goalexamplespage"}, {"Empty"}),
    ],
)
def test_states_of_resource_pages(admin, query, names):
    rows.goals_page(title="Empty")
    rows.activities_page(rows.activity("A"), title="Draft page", live=False)
    rows.activity("Read", page=rows.reading_list(rows.citation("W"), title="Linked"))
    assert found(admin, rows.PAGES, ["Empty", "Draft page", "Linked"], **query) == names


def test_searching_pages_takes_any_order(admin):
    rows.event("Forum")
    for ordering in ("starts", "-title", "live", "nonsense"):
        assert found(admin, rows.EVENTS, ["Forum"], q="foru", ordering=ordering) == {"Forum"}


@pytest.mark.parametrize("address", rows.LISTS)
@pytest.mark.parametrize(
    "query",
    [
        "state=%00",
        "topic=x",
        "topic=99999",
        f"topic={10**30}",
        "topic=%00",
        "q=%00",
        "kind=x&for_whom=x",
        "p=99&export=pdf",
    ],
)
def test_nonsense_in_the_address_harms_nothing(admin, address, query):
    assert admin.get(f"{address}?{query}").status_code == 200


def test_the_database_finds_what_each_entry_says_of_itself():
    held, draft = rows.citation("Held", container=""), rows.citation("Draft", draft=True)
    fine, hidden = rows.citation("Fine"), rows.event("Hidden", live=False)
    rows.goal("a", text_es="")
    rows.goal("b")
    for leading in ({"citation": held}, {"citation": draft}, {"citation": fine}, {"page": hidden}, {"text_es": ""}, {}):
        rows.activity("itself", **leading)
        rows.activity("part", leading)
    for queryset, model in [
        (incomplete(), Citation),
        (incomplete_goals(), GoalExample),
        (incomplete_activities(), Activity),
    ]:
        lacking = {row.pk for row in model.objects.all() if row.missing}
        assert lacking
        assert sorted(queryset.values_list("pk", flat=True)) == sorted(lacking)


def test_an_event_that_only_links_to_itself_is_linked_from_nowhere(admin):
    alone = rows.event("Alone")
    alone.body = f'<p><a linktype="page" id="{alone.pk}">Here</a></p>'
    alone.save()
    assert found(admin, rows.EVENTS, ["Alone"], state="unused") == {"Alone"}
