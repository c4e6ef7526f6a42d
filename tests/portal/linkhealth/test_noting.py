"""What is kept of an answer: when a link counts as dead, and when silence is only our own."""

from datetime import UTC, datetime, timedelta

import pytest

from home.models import HomePage, StandardPage
from portal.checks.walking.pages import findings_of
from portal.linkhealth.noting import checked_on, keep_up, look, spread
from portal.linkhealth.reaching import Answer, Trouble
from portal.models import ExternalLink
from programs.models import Host
from tests.factories import make_call, make_program, make_user

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)
GOOD, BAD = "https://good.example/", "https://bad.example/"


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


def page_with(*urls, live=True):
    links = "".join(f'<p>See <a href="{url}">the guide of {n}</a>.</p>' for n, url in enumerate(urls))
    page = StandardPage(title="Guides", slug="guides", body=[{"type": "text", "value": links}], live=live)
    return HomePage.objects.get().add_child(instance=page)


def answers(**by_host):
    """What to ask instead of the net: the host's first word decides."""

    def asked(url):
        return by_host[url.split("//")[1].split(".")[0]]

    return asked


DEAD = answers(good=Answer(200), bad=Answer(404))
OFFLINE = answers(good=Answer(trouble=Trouble.NAME), bad=Answer(trouble=Trouble.NAME))


def link(url):
    return ExternalLink.objects.get(url=url)


def test_links_of_published_pages_are_known_and_others_forgotten():
    page = page_with(GOOD, BAD)
    keep_up()
    assert set(ExternalLink.objects.values_list("url", flat=True)) == {GOOD, BAD}
    page.unpublish()
    keep_up()
    assert not ExternalLink.objects.exists()


def test_links_of_programs_hosts_and_calls_are_known():
    urls = [f"https://{name}.example/" for name in ("call", "host", "program")]
    program = make_program(url=urls[2], host=Host.objects.create(name="Host", kind="division", url=urls[1]))
    make_call(program, url=urls[0])
    keep_up()
    assert sorted(ExternalLink.objects.values_list("url", flat=True)) == urls


def test_a_link_is_dead_when_it_has_failed_for_three_days(clock):
    page = page_with(GOOD, BAD)
    keep_up()
    for day in range(4):
        clock.move_to(NOW + day * DAY, tick=False)
        assert look(asked=DEAD, pause=0) == (2 if day == 0 else 1)
        assert link(BAD).is_dead == (day == 3)
    assert link(BAD).failing_since == NOW
    (finding,) = findings_of(page)
    assert finding.what == f"{BAD}: Dead since January 4, 2027: answer 404."


def test_a_link_that_answers_again_lives(clock):
    page_with(BAD, GOOD)
    keep_up()
    look(asked=DEAD, pause=0)
    clock.move_to(NOW + 4 * DAY, tick=False)
    look(asked=answers(bad=Answer(200), good=Answer(200)), pause=0)
    assert (link(BAD).failing_since, link(BAD).answered_at) == (None, NOW + 4 * DAY)


def test_a_machine_without_internet_has_checked_nothing(clock):
    page_with(GOOD, BAD)
    keep_up()
    assert look(asked=OFFLINE, pause=0) == 0
    assert (link(GOOD).checked_at, link(GOOD).failing_since) == (None, None)
    assert checked_on([GOOD, BAD]) == {}


def test_silence_is_believed_while_somebody_else_answers(clock):
    page_with(GOOD, BAD)
    keep_up()
    look(asked=answers(good=Answer(200), bad=Answer(trouble=Trouble.NAME)), pause=0)
    assert link(BAD).failing_since == NOW
    assert checked_on([GOOD, BAD]) == {GOOD: NOW}


@pytest.mark.parametrize("status", [200, 204, 401, 403, 405, 429])
def test_an_answer_that_forbids_machines_is_no_death(clock, status):
    page_with(GOOD)
    keep_up()
    look(asked=answers(good=Answer(status)), pause=0)
    assert link(GOOD).failing_since is None


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_an_answer_that_says_gone_or_broken_is_a_failure(clock, status):
    page_with(GOOD)
    keep_up()
    look(asked=answers(good=Answer(status)), pause=0)
    assert link(GOOD).failing_since == NOW


def test_a_working_link_is_left_alone_for_a_week(clock):
    page_with(GOOD)
    keep_up()
    asked = answers(good=Answer(200))
    assert look(asked=asked, pause=0) == 1
    clock.move_to(NOW + 7 * DAY - timedelta(seconds=1), tick=False)
    assert look(asked=asked, pause=0) == 0
    clock.move_to(NOW + 7 * DAY, tick=False)
    assert look(asked=asked, pause=0) == 1


def test_the_links_of_one_host_stand_apart():
    links = [ExternalLink(url=f"https://{host}/{n}") for host in ("a", "b") for n in (1, 2)]
    assert [row.url for row in spread(links)] == ["https://a/1", "https://b/1", "https://a/2", "https://b/2"]


def test_two_runs_at_once_ask_each_link_once(clock):
    page_with(GOOD)
    keep_up()
    asked = []

    def second_run_meanwhile(url):
        asked.append(url)
        look(asked=lambda url: asked.append(url) or Answer(200), pause=0)
        return Answer(200)

    look(asked=second_run_meanwhile, pause=0)
    assert asked == [GOOD]


def test_the_report_lists_dead_links_first_with_where_they_stand(client, clock):
    page = page_with(GOOD, BAD)
    keep_up()
    look(asked=DEAD, pause=0)
    clock.move_to(NOW + 4 * DAY, tick=False)
    client.force_login(make_user(superuser=True))
    text = client.get("/admin/reports/links/").content.decode()
    assert text.index(BAD) < text.index(GOOD)
    assert "Dead since January 4, 2027: answer 404" in text
    assert f"/admin/pages/{page.pk}/edit/" in text


def test_the_report_is_for_editors(client):
    client.force_login(make_user())
    assert client.get("/admin/reports/links/").status_code == 302
