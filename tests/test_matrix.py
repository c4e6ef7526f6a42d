"""Who gets in where: every address of ours in the admin, every bulk action and file, for each duty and for nobody.

RULES is the policy written down once more, by address; the addresses come from the URL resolver. A new view without a rule fails
`test_every_address_has_a_rule`. What is refused may answer in several ways (sign in, home, 403, 404); it never opens.
"""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from programs.lifecycle import TRANSITIONS
from programs.models import Host, Rubric
from tests.factories import (
    make_application,
    make_call,
    make_member,
    make_office,
    make_page_editor,
    make_program,
    make_user,
)
from tests.programs.test_admin_attacks import Foreign, admin_addresses, namespace

pytestmark = pytest.mark.django_db

MISSING = 999_999


class Ground:
    """One program with all its rows, and another one. The same duty on this one, or on the other, is own, or foreign."""

    def __init__(self):
        self.rows = Foreign()
        self.program = self.rows.program
        self.other = make_program("OTHER", host=Host.objects.create(name="Other", kind="division"))
        make_application(make_call(self.other))

    def person(self, duty, program):
        if duty == "superuser":
            return make_user(superuser=True)
        if duty == "page editor":
            return make_page_editor(program.pages.get())
        if duty == "program office":
            return make_office(program.host)
        if duty == ANONYMOUS:
            Rubric.objects.update_or_create(program=program, defaults={"anonymous": True})
            return make_member(program, READER)
        return make_member(program, duty)

    def client(self, duty, whose):
        client = Client(raise_request_exception=False)
        if duty != "stranger":
            client.force_login(self.person(duty, self.other if whose == "foreign" else self.program))
        return client

    def addresses(self, whose):
        """(name, address) of every address of ours, with this program's rows or with none that there is."""
        for name, taken in admin_addresses().items():
            row = self.rows.row(name)
            fill = dict.fromkeys(taken, MISSING if whose == "missing" else row.pk)
            if "upload" in taken:
                fill["upload"] = MISSING if whose == "missing" else self.rows.upload.pk
            if "verb" in taken:
                fill["verb"] = next(iter(TRANSITIONS))
            if taken or whose != "missing":
                yield name, reverse(name, kwargs=fill)
        for action in bulk_action_registry.get_bulk_actions_for_model("programs", "application"):
            address = reverse("wagtail_bulk_action", args=["programs", "application", action.action_type])
            pk = MISSING if whose == "missing" else self.rows.application.pk
            yield f"bulk:{action.action_type}", f"{address}?id={pk}&next={reverse('application:index')}"


def opens(answer):
    """Whether somebody got in: to a page, or to where a page of theirs leads on."""
    if answer.status_code in {301, 302}:
        return not answer.url.startswith("/admin/login/") and answer.url != reverse("wagtailadmin_home")
    return answer.status_code in {200, 405}


EDITOR, OFFICE, OBSERVER, READER, COORDINATOR = "page editor", "program office", "observer", "reader", "coordinator"
ANONYMOUS = "anonymous reader"
DUTIES = ["stranger", EDITOR, OFFICE, OBSERVER, ANONYMOUS, READER, COORDINATOR, "superuser"]
"""A duty that is new is one more here, and one more word in RULES."""

READERS, DECIDERS, COUNTERS = {READER, COORDINATOR}, {COORDINATOR}, {OBSERVER, ANONYMOUS, READER, COORDINATOR}
PLANNERS, OFFICES, FORMERS, NONE = {EDITOR, OFFICE, COORDINATOR}, {OFFICE}, {EDITOR, OFFICE}, set()

RULES = {
    "announce": DECIDERS,
    "application": READERS,
    "application:ask": DECIDERS,
    "application:correct": DECIDERS,
    "application:decide": DECIDERS,
    "application:membership": DECIDERS,
    "bulk": DECIDERS,
    "committee": OFFICES,
    "events": FORMERS,
    "forming": FORMERS,
    "host": OFFICES,
    "host:delete": NONE,
    "invitation": DECIDERS,
    "invitation:edit": NONE,
    "invitation:usage": NONE,
    "lettertext": DECIDERS,
    "members": DECIDERS,
    "mentoring_outbox_modeladmin": DECIDERS,
    "numbers": COUNTERS,
    "office": NONE,
    "portal_checks": PLANNERS,
    "portal_links": PLANNERS,
    "program": PLANNERS,
    "program:add": OFFICES,
    "program:begin": OFFICES,
    "program:delete": NONE,
    "questionset": OFFICES,
    "reading": READERS | {ANONYMOUS},
    "reading:program": DECIDERS,
    "reading:programs": DECIDERS,
    "resource-pages": FORMERS,
    "round": PLANNERS,
    "rubric": DECIDERS,
    "rubric:delete": NONE,
    "synonyms": NONE,
    "topic": NONE,
    "waitlist": DECIDERS,
}
"""Who gets in on a program of theirs, by namespace, or by the address where that has a rule of its own. Superusers do everywhere.
On another program nobody does; lists, which show each person their own rows only, open to whoever has such a duty on any."""

NOT_ABOUT_A_PROGRAM = {"application:delete_filter"}
"""One's own saved filters: who has no such filter is told nothing."""

CLOSED = {"application:file", "lettertext:add", "reading:file", "reading:open", "reading:read", "reading:recuse"}
"""What opens to nobody here: the file answers no question that anybody sees, the reading is somebody else's, and a text is added
for a program that the address names. Whom they open to is told in the tests of their rooms."""

ONLY_POSTED = {"reading:assign", "reading:delete_declared", "reading:next", "reading:take"}
"""They say 405 to whoever looks, before they ask who it is; test_admin_attacks posts to each."""


def rule(name):
    return RULES[name] if name in RULES else RULES[namespace(name)]


def expected(name, duty, whose, about_a_row):
    if name in CLOSED or duty == "stranger":
        return False
    if name in ONLY_POSTED:
        return True
    if about_a_row and name not in NOT_ABOUT_A_PROGRAM:
        if whose == "missing":
            return False
        if whose == "foreign":
            return duty == "superuser"
    return duty == "superuser" or duty in rule(name)


@pytest.fixture
def ground():
    return Ground()


@pytest.mark.parametrize("whose", ["own", "foreign", "missing"])
@pytest.mark.parametrize("duty", DUTIES)
def test_each_address_opens_to_whom_the_rule_names_and_fails_for_nobody(ground, duty, whose):
    client = ground.client(duty, whose)
    taken = admin_addresses()
    wrong = {}
    for name, address in ground.addresses(whose):
        answer = client.get(address)
        if answer.streaming:
            list(answer.streaming_content)  # a file is closed when it was read
        about_a_row = bool(taken.get(name, True))
        if opens(answer) != expected(name, duty, whose, about_a_row) or answer.status_code >= 500:
            wrong[address] = answer.status_code
    assert wrong == {}


def test_every_address_has_a_rule(ground):
    named = {name for name, _address in ground.addresses("own")}
    assert {
        name for name in named if not (name in RULES or name.split(":")[0] in RULES or namespace(name) in RULES)
    } == set()
    unknown = {name for name in RULES if ":" in name and name not in named}
    assert unknown == set(), "These have rules and are no addresses."


def test_there_are_many_cells(ground):
    cells = sum(len(list(ground.addresses(whose))) * len(DUTIES) for whose in ("own", "foreign", "missing"))
    assert cells >= 800
