"""Every address that programs add to the Wagtail admin, tried by people it is not meant for.

The addresses come from the URL resolver: a screen that nobody thought of here is attacked like the others where its
namespace is known, and fails the test where it is not.
"""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import ModelLogEntry, Page

from home.models import Synonyms
from portal.models import Topic
from portal.rows import recording
from programs.letters.writing import write
from programs.lifecycle import TRANSITIONS
from programs.models import (
    Application,
    CommitteeMember,
    Decision,
    Host,
    Invitation,
    Letter,
    LetterText,
    MemberList,
    Note,
    ProgramOffice,
    QuestionSet,
    Reading,
    Rubric,
    Upload,
)
from programs.moderation.deciding.one import decide
from resources.models import EventPage, GoalExamplesPage
from tests.factories import (
    SECTIONS,
    make_application,
    make_call,
    make_member,
    make_office,
    make_page_editor,
    make_program,
    make_round,
    make_user,
)

pytestmark = pytest.mark.django_db

NOT_OURS = ("wagtail", "simple_translation")
NO_ROWS = ("portal_dates", "second_factor")
"""Namespaces of addresses that read no row and are for all staff: each is tested on its own."""
PEOPLE = {
    "lettertext",
    "application",
    "announce",
    "waitlist",
    "invitation",
    "members",
    "reading",
    "rubric",
    "mentoring_outbox_modeladmin",
}
"""Namespaces of screens that show applicants; page editors have no business there, whatever pages they edit."""


class Foreign:
    """A program that the attacker has no duty on, with all that could be seen or changed."""

    def __init__(self):
        self.program = make_program("SECRET", name="Hidden Mentoring Program")
        self.round = make_round(self.program, name="Hidden Round", slug="hidden")
        self.call = make_call(self.program, round=self.round)
        marked = {"name": "Hidden Person", "email": "hidden.person@example.org", "answers": {"work": "Hidden Library"}}
        self.application = make_application(self.call, **marked)
        self.decided = make_application(self.call, name="Hidden Second", email="second.person@example.org")
        self.by = make_member(self.program, user=make_user("hiddencoordinator"))
        decide(self.decided, "accept", by=self.by, seen="received", reason="Hidden reason")
        self.version = recording.created(self.round, self.by)
        self.letter = write("received", self.application)
        self.invitation = Invitation.objects.create(
            call=self.call, correspondent=self.application.correspondent, language="en", until=date(2099, 1, 1)
        )
        self.office = ProgramOffice.objects.create(host=self.program.host, user=make_user("hiddenoffice"))
        self.members = MemberList.objects.create(call=self.call, added_at=timezone.now())
        sent = {"question": "cv", "name": "Hidden.pdf", "kind": "pdf", "size": 1, "digest": "x", "file": "uploads/x"}
        self.upload = Upload.objects.create(application=self.application, **sent)
        self.reading = Reading.objects.create(
            application=self.application, reader=self.by, assigned_at=timezone.now(), words="Hidden words"
        )
        self.rubric = Rubric.objects.create(program=self.program)
        self.note = Note.objects.create(application=self.application, text="Hidden note", at=timezone.now())
        self.set = QuestionSet.objects.create(name="Hidden Set", host=self.program.host, sections=SECTIONS)
        self.rows = {
            "application": self.application,
            "announce": self.round,
            "numbers": self.round,
            "waitlist": self.call,
            "invitation": self.invitation,
            "round": self.round,
            "program": self.program,
            "host": self.program.host,
            "committee": CommitteeMember.objects.get(user=self.by),
            "office": self.office,
            "members": self.members,
            "reading": self.reading,
            "reading:program": self.program,
            "reading:assign": self.application,
            "rubric": self.rubric,
            "lettertext": LetterText.objects.create(
                program=self.program, kind="accept", language="en", subject="Hidden Text", body="Hidden Text"
            ),
            "mentoring_outbox_modeladmin": self.letter,
            "topic": Topic.objects.create(name="Hidden Topic", slug="hidden-topic"),
            "synonyms": Synonyms.objects.create(words="hidden word, hidden term"),
            "forming": self.call.form,
            "questionset": self.set,
            "portal_checks": self.round,
            "portal_links": self.round,
            "events": self.page(EventPage, title="Hidden Event", starts=date(2026, 5, 1), ends=date(2026, 5, 1)),
            "resource-pages": self.page(GoalExamplesPage, title="Hidden Goals"),
        }
        self.marks = [
            "Hidden Person",
            "Hidden Second",
            "hidden.person@example.org",
            "Hidden Library",
            "Hidden Round",
            "Hidden Mentoring Program",
            "Hidden Topic",
            "Hidden Set",
            "Hidden Text",
            "Hidden reason",
            "Hidden words",
            "Hidden note",
            "Hidden Event",
            "Hidden Goals",
            self.application.reference,
            self.decided.reference,
            "hiddencoordinator",
            "hiddenoffice",
        ]

    def row(self, name):
        """The row that an address of this name is about."""
        return self.rows.get(name) or self.rows[namespace(name)]

    def page(self, model, **fields):
        return self.program.pages.get().add_child(instance=model(slug=model._meta.model_name, **fields))

    def shown_in(self, response):
        body = b"".join(response.streaming_content) if response.streaming else response.content
        return [mark for mark in self.marks if mark in body.decode(errors="replace")]


@pytest.fixture
def foreign():
    return Foreign()


def walk(resolver, spaces=()):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        elif pattern.name:
            yield ":".join([*spaces, pattern.name]), pattern.pattern.converters or pattern.pattern.regex.groupindex


def admin_addresses():
    """The name of every named address below /admin/ that is not Wagtail's own, with the arguments it takes."""
    admin = next(part for part in get_resolver().url_patterns if str(part.pattern) == "admin/")
    return {name: sorted(taken) for name, taken in walk(admin) if not name.startswith(NOT_OURS + NO_ROWS)}


def namespace(name):
    return name.split(":")[0] if ":" in name else name.rpartition("_modeladmin_")[0] + "_modeladmin"


def addresses(foreign, only=None):
    """Every address of ours, filled with the foreign rows."""
    for name, taken in admin_addresses().items():
        if only and namespace(name) not in only:
            continue
        row = foreign.row(name)
        fillings = [{argument: row.pk for argument in taken if argument in {"pk", "instance_pk"}}]
        if "upload" in taken:
            fillings[0]["upload"] = foreign.upload.pk
        if "note" in taken:
            fillings[0]["note"] = foreign.note.pk
        if "verb" in taken:
            fillings = [fillings[0] | {"verb": verb} for verb in TRANSITIONS]
        for filling in fillings:
            assert sorted(filling) == taken, f"{name} takes {taken}: say here what to attack it with."
            yield reverse(name, kwargs=filling), bool(filling)
            if name.endswith(":edit"):
                yield reverse(name, kwargs=filling, query={"version": foreign.version.pk}), True


def bulk_addresses(foreign):
    """Every bulk action on our rows, for all rows and for the foreign ones."""
    queue = reverse("application:index")
    for model in apps.get_app_config("programs").get_models():
        if issubclass(model, Page):
            continue
        for action in bulk_action_registry.get_bulk_actions_for_model("programs", model._meta.model_name):
            assert model is Application, f"Say here what to attack the bulk action {action} on {model} with."
            address = reverse("wagtail_bulk_action", args=["programs", "application", action.action_type])
            for chosen in (["all"], [foreign.application.pk, foreign.decided.pk]):
                yield address + "?" + "&".join(f"id={one}" for one in chosen) + f"&next={queue}"
            yield address + f"?id=all&next={queue}%3Fround={foreign.round.pk}"
            yield address + "?id=all"
            yield address


def sent(foreign, address):
    """What the screen there would send to change the foreign rows: what it showed, and something in every field."""
    both = f"{foreign.application.pk}:received,{foreign.decided.pk}:accepted"
    told = f"{Decision.objects.values_list('pk', flat=True).get(application=foreign.decided)}:accept"
    seen = told if "announce" in address else both if "/bulk/" in address else "received"
    taken = {"program": foreign.program.pk, "name": "Taken over", "slug": "taken", "user": 1, "duty": "coordinator"}
    return taken | {"seen": seen, "reason": "x"}


def everything():
    """Every row of programs and every line of the log, to see that nothing changed."""
    models = [*apps.get_app_config("programs").get_models(), Topic, ModelLogEntry]
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def attack(client, foreign, tried, *, may_open_lists=False):
    """GET and POST each address: never an error, never foreign data, never a change."""
    before = everything()
    for address, names_a_row in tried:
        for response in (client.get(address), client.post(address, sent(foreign, address)), client.post(address)):
            told = f"{response.request['REQUEST_METHOD']} {address} answered {response.status_code}"
            assert response.status_code in (
                {302, 400, 403, 404, 405} | ({200} if may_open_lists and not names_a_row else set())
            ), told
            assert not foreign.shown_in(response), f"{told} and showed {foreign.shown_in(response)}"
            client.cookies.pop("messages", None)
    assert everything() == before


def everywhere(foreign):
    return [*addresses(foreign), *((address, True) for address in bulk_addresses(foreign))]


def test_every_admin_address_belongs_to_a_known_namespace(foreign):
    spaces = {name for name in foreign.rows if ":" not in name}
    assert {namespace(name) for name in admin_addresses()} == spaces
    assert set(foreign.rows) - spaces <= set(admin_addresses())


def test_every_program_model_with_people_is_guarded_by_its_own_policy():
    """Wagtail falls back on model permissions where no policy is registered; these rows have none to give."""
    for model in (Application, Decision, Letter):
        assert model._meta.default_permissions == ()


def test_anonymous_visitor_is_sent_to_sign_in(client, foreign):
    for address, _ in everywhere(foreign):
        for response in (client.get(address), client.post(address, {})):
            assert response.status_code == 302, address
            assert response.url.startswith("/admin/login/"), address
    attack(client, foreign, everywhere(foreign))


def test_staff_without_any_duty_see_and_change_nothing(client, foreign):
    client.force_login(make_page_editor())
    attack(client, foreign, everywhere(foreign))


def test_page_editor_sees_no_applicant_even_of_a_program_whose_page_is_theirs(client, foreign):
    client.force_login(make_page_editor(foreign.program.pages.get()))
    attack(
        client, foreign, [*addresses(foreign, PEOPLE | {"committee"}), *((a, True) for a in bulk_addresses(foreign))]
    )


@pytest.mark.parametrize("duty", CommitteeMember.Duty.values)
def test_committee_of_another_program_sees_and_changes_nothing(client, foreign, duty):
    own = make_program("OWN")
    make_application(make_call(own))
    client.force_login(make_member(own, duty))
    attack(client, foreign, addresses(foreign), may_open_lists=True)
    attack(client, foreign, [(address, False) for address in bulk_addresses(foreign)], may_open_lists=True)


def test_program_office_of_another_host_sees_and_changes_nothing(client, foreign):
    """Nor by adding a program, host or duty of its own that would reach into the foreign host."""
    client.force_login(make_office(Host.objects.create(name="Own", kind="division")))
    foreign.marks.remove("Hidden Topic")  # subjects are the association's: whoever adds a program chooses among them
    attack(client, foreign, addresses(foreign), may_open_lists=True)
    attack(client, foreign, [(address, False) for address in bulk_addresses(foreign)], may_open_lists=True)


def test_program_office_sees_no_applicant_of_its_own_programs(client, foreign):
    client.force_login(foreign.office.user)
    attack(client, foreign, [*addresses(foreign, PEOPLE | {"office"}), *((a, True) for a in bulk_addresses(foreign))])


def test_program_office_that_ended_opens_nothing(client, foreign):
    yesterday = timezone.localdate() - timedelta(days=1)
    client.force_login(make_office(foreign.program.host, until=yesterday))
    attack(client, foreign, everywhere(foreign))


def test_duty_that_ended_yesterday_opens_nothing(client, foreign):
    yesterday = timezone.localdate() - timedelta(days=1)
    client.force_login(make_member(foreign.program, until=yesterday))
    attack(client, foreign, everywhere(foreign))


def test_duty_that_begins_tomorrow_opens_nothing(client, foreign):
    client.force_login(make_member(foreign.program, since=timezone.localdate() + timedelta(days=1)))
    attack(client, foreign, everywhere(foreign))


def test_deactivated_coordinator_is_out_at_once(client, foreign):
    client.force_login(foreign.by)
    foreign.by.is_active = False
    foreign.by.save()
    attack(client, foreign, everywhere(foreign))


def test_observer_sees_no_applicant(client, foreign):
    client.force_login(make_member(foreign.program, "observer"))
    attack(
        client, foreign, [*addresses(foreign, PEOPLE | {"committee"}), *((a, True) for a in bulk_addresses(foreign))]
    )


def test_reader_reads_but_every_direct_post_is_refused(client, foreign):
    client.force_login(make_member(foreign.program, "reader"))
    application = reverse("application:inspect", args=[foreign.application.pk])
    assert client.get(application).status_code == 200
    before = everything()
    decisions = [reverse("application:decide", args=[foreign.application.pk, verb]) for verb in TRANSITIONS]
    others = addresses(foreign, {"announce", "mentoring_outbox_modeladmin", "round", "program", "committee", "host"})
    for address in [*decisions, *(address for address, _ in others), *bulk_addresses(foreign)]:
        for response in (client.get(address), client.post(address, sent(foreign, address)), client.post(address)):
            assert response.status_code in {302, 403, 404, 405}, address
            assert response.status_code != 302 or response.url == "/admin/", address
            client.cookies.pop("messages", None)
    assert client.post(application, {"seen": "received"}).status_code == 405
    assert everything() == before


def test_reader_is_offered_no_decision_and_no_letters(client, foreign):
    client.force_login(make_member(foreign.program, "reader"))
    page = client.get(reverse("application:inspect", args=[foreign.application.pk])).content.decode()
    assert "Hidden Library" in page
    assert not any(f"/{verb}/" in page for verb in TRANSITIONS)
    assert 'id="letters-section"' not in page
    queue = client.get(reverse("application:index")).content.decode()
    assert foreign.application.reference in queue
    assert "bulk-action" not in queue


@pytest.mark.parametrize("query", ["?q=hidden", "?q=second.person", "?export=csv", "?export=xlsx", "?ordering=email"])
@pytest.mark.parametrize("name", ["index", "index_results"])
def test_no_search_order_or_export_shows_foreign_rows(client, foreign, query, name):
    client.force_login(make_member(make_program("OWN")))
    response = client.get(reverse(f"application:{name}") + query)
    assert response.status_code == 200
    assert not foreign.shown_in(response)


@pytest.mark.parametrize("field", ["program", "round", "role"])
def test_filtering_by_a_foreign_row_is_no_choice(client, foreign, field):
    client.force_login(make_member(make_program("OWN")))
    row = {"program": foreign.program, "round": foreign.round, "role": foreign.call.role}[field]
    response = client.get(reverse("application:index"), {field: row.pk})
    assert response.status_code == 200
    assert "Select a valid choice" in response.content.decode()
    assert not foreign.shown_in(response)


@pytest.mark.parametrize("bad", ["0", "-1", "x", "9" * 30, "9" * 5000, "1%00", "٣", "all,1", ""])
def test_nonsense_ids_are_no_error(client, foreign, bad):
    client.force_login(foreign.by)
    before = everything()
    for action in (*Decision.Verb.values, "announce", "delete", "withdraw"):
        address = reverse("wagtail_bulk_action", args=["programs", "application", action])
        response = client.get(f"{address}?id={bad}&next=/admin/mentoring/applications/")
        assert response.status_code in {302, 404}, (action, bad)
        for seen in (
            f"{bad}:received",
            bad,
            f"{foreign.application.pk}:nonsense",
            f"{foreign.application.pk}:accept:x",
        ):
            sent = client.post(f"{address}?id={foreign.application.pk}", {"seen": seen, "reason": ""})
            assert sent.status_code in {200, 302, 404}, (action, seen)
    assert everything() == before


@pytest.mark.parametrize("name", ["application", "round", "program", "host", "committee", "topic"])
@pytest.mark.parametrize("duty", CommitteeMember.Duty.values)
def test_nobody_learns_who_has_a_foreign_row_open(client, foreign, name, duty):
    """Wagtail's own address for it asks the registered policy about the row."""
    client.force_login(foreign.by)
    client.get(reverse("round:edit", args=[foreign.round.pk]))
    row = foreign.rows[name]
    client.force_login(make_member(make_program("OWN"), duty))
    told = (row._meta.app_label, row._meta.model_name, row.pk)
    for session in (1, *EditingSession.objects.values_list("pk", flat=True)):
        answer = client.post(reverse("wagtailadmin_editing_sessions:ping", args=[*told, session]))
        assert answer.status_code == 404
    assert EditingSession.objects.count() == 1


def test_site_wide_history_shows_applications_to_superusers_only(client, foreign):
    history = reverse("wagtailadmin_reports:site_history")
    for user in (foreign.by, make_page_editor(foreign.program.pages.get()), make_member(foreign.program, "reader")):
        client.force_login(user)
        assert foreign.decided.reference not in client.get(history, follow=True).content.decode()
    client.force_login(make_user(superuser=True))
    page = client.get(history).content.decode()
    assert foreign.decided.reference in page
    assert reverse("application:inspect", args=[foreign.decided.pk]) in page
