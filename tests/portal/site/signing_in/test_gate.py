"""A password alone opens nothing of the admin, by whichever way it was given, until the second factor was shown."""

from urllib.parse import unquote

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.management import call_command
from django.urls import get_resolver, reverse
from django.urls.exceptions import NoReverseMatch
from wagtail.models import ModelLogEntry

from portal.site.signing_in import factors
from portal.site.signing_in.gate import HERE, OPEN
from tests.factories import make_application, make_call, make_member, make_user
from tests.test_fuzz import walk

pytestmark = pytest.mark.django_db

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SHOW = "/admin/second-factor/"


@pytest.fixture(autouse=True)
def asked(settings):
    settings.SECOND_FACTOR = True
    cache.clear()  # allauth keeps used codes there, by a person's number, which tests give again


def now(secret=SECRET, place=1):
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[place]))


def enrolled(user):
    assert factors.add_app(user, SECRET, now(place=0))
    return user


@pytest.fixture
def half(client):
    """Signed in by a password, with a second factor that was not shown."""
    user = enrolled(make_user(superuser=True))
    client.force_login(user)
    return user


def addresses():
    for name, taken in walk(get_resolver()):
        try:
            yield name, reverse(name, kwargs=dict.fromkeys(taken, 1))
        except NoReverseMatch:
            continue


def test_every_address_of_the_admin_leads_to_the_second_factor(client, half):
    tried = 0
    for name, address in addresses():
        if not address.startswith("/admin/") or address.startswith((HERE, *OPEN)):
            continue
        for answer in (client.get(address), client.post(address, {})):
            assert answer.status_code == 302, name
            assert answer.url.startswith(SHOW), name
        tried += 1
    assert tried > 150


def test_open_addresses_show_no_row(client, half):
    application = make_application(make_call())
    for _name, address in addresses():
        if address.startswith((HERE, *OPEN)):
            body = client.get(address, follow=True).content.decode()
            assert application.reference not in body
            assert reverse("application:index") not in body


@pytest.mark.parametrize("door", ["/admin/login/", "/_util/login/"])
def test_whichever_way_the_password_is_given(client, door):
    user = enrolled(make_user(superuser=True))
    client.post(door, {"username": user.username, "password": "a-password-for-tests"})
    assert client.session["_auth_user_id"] == str(user.pk)
    assert client.get("/admin/").url == f"{SHOW}?next=%2Fadmin%2F"
    assert client.get("/admin/login/", follow=True).redirect_chain[-1][0].startswith(SHOW)


def test_elsewhere_somebody_half_in_is_a_visitor(client, half):
    page = make_call().round.program.pages.get()
    page.unpublish()
    assert client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 302
    assert not client.get("/").context["request"].user.is_authenticated
    client.post(SHOW, {"code": now()})
    assert client.get("/").context["request"].user == half


def test_a_code_opens_the_admin_where_one_wanted_to_go(client, half):
    wanted = reverse("application:index")
    assert unquote(client.get(wanted).url) == f"{SHOW}?next={wanted}"
    assert client.post(SHOW, {"code": now(), "next": wanted}).url == wanted
    assert client.get(wanted).status_code == 200


def test_it_leads_to_no_other_site(client, half):
    assert client.post(SHOW, {"code": now(), "next": "https://example.net/"}).url == "/admin/"


def test_a_code_is_good_once(client, half):
    code = now()
    client.post(SHOW, {"code": code})
    client.logout()
    client.force_login(half)
    assert client.post(SHOW, {"code": code}).status_code == 200
    assert client.get("/admin/").status_code == 302


def test_a_recovery_code_is_good_once(client, half):
    code = factors.codes_of(half)[0]
    assert client.post(SHOW, {"code": f" {code[:4]}-{code[4:]} "}).status_code == 302
    assert client.get("/admin/").status_code == 200
    client.logout()
    client.force_login(half)
    client.post(SHOW, {"code": code})
    assert client.get("/admin/").status_code == 302
    assert len(factors.codes_of(half)) == 9


def test_eleven_wrong_ones_in_an_hour_are_too_many(client, half):
    answers = [client.post(SHOW, {"code": "000000"}).status_code for _ in range(11)]
    assert answers == [200] * 10 + [429]
    assert client.post(SHOW, {"code": now()}).status_code == 429


@pytest.mark.parametrize(
    "answer", ["", "x", "[]", "{}", '{"id": 1}', '{"response": {}}', '{"rawId": "AA", "response": 1}']
)
def test_nonsense_of_a_key_is_no_failure(client, half, answer):
    assert client.post(SHOW, {"answer": answer}).status_code == 200
    assert client.get("/admin/").status_code == 302


def test_who_has_none_sets_one_up_and_keeps_the_codes(client):
    user = make_user(superuser=True)
    client.force_login(user)
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == reverse("second_factor:set_up")
    address = reverse("second_factor:set_up")
    assert client.post(address, {"code": "000000"}).status_code == 200
    assert not Authenticator.objects.exists()
    secret = client.session["mfa.totp.secret"]
    assert client.post(address, {"code": now(secret)}).url == reverse("second_factor:codes")
    shown = client.get(reverse("second_factor:codes")).content.decode()
    assert all(code in shown for code in factors.codes_of(user))
    client.post(reverse("second_factor:codes"))
    assert factors.codes_of(user)[0] not in client.get(reverse("second_factor:codes"), follow=True).content.decode()
    assert client.get("/admin/").status_code == 200
    assert ModelLogEntry.objects.filter(action="portal.second_factor_added").count() == 1


@pytest.mark.parametrize("name", ["set_up", "codes", "mine"])
def test_a_password_alone_changes_no_second_factor(client, half, name):
    before = list(Authenticator.objects.values())
    address = reverse(f"second_factor:{name}")
    for answer in (client.get(address), client.post(address, {"renew": "yes", "code": now()})):
        assert answer.url == SHOW
    assert list(Authenticator.objects.values()) == before


def test_secrets_are_not_kept_in_the_clear(half):
    kept = str(list(Authenticator.objects.values()))
    assert SECRET not in kept
    assert not any(code in kept for code in factors.codes_of(half))


def test_the_last_one_cannot_be_removed_and_codes_can_be_renewed(client, half):
    client.post(SHOW, {"code": now()})
    mine = reverse("second_factor:mine")
    row = Authenticator.objects.get(type="totp")
    client.post(mine, {"remove": row.pk})
    assert Authenticator.objects.filter(pk=row.pk).exists()
    old = factors.codes_of(half)
    assert client.post(mine, {"renew": "yes"}).url == reverse("second_factor:codes")
    assert not set(old) & set(factors.codes_of(half))


def test_an_administrator_resets_it_and_the_person_is_asked_at_once(client, half, django_user_model):
    other = type(client)()
    member = enrolled(make_member(make_call().round.program))
    other.force_login(member)
    other.post(SHOW, {"code": now()})
    assert other.get("/admin/").status_code == 200
    client.post(SHOW, {"code": now()})
    address = reverse("second_factor:reset", args=[member.pk])
    assert member.username in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert other.get("/admin/", follow=True).redirect_chain[-1][0] == reverse("second_factor:set_up")
    entry = ModelLogEntry.objects.get(action="portal.second_factor_reset")
    assert (entry.user, entry.object_id) == (half, str(member.pk))


def test_nobody_else_resets_one(client, half):
    member = enrolled(make_member(make_call().round.program))
    client.force_login(member)
    client.post(SHOW, {"code": now()})
    client.post(reverse("second_factor:reset", args=[half.pk]))
    assert factors.has_one(half)


def test_a_command_resets_it_when_nobody_is_left(half, capsys):
    call_command("reset_second_factor", half.username)
    assert not factors.has_one(half)
    assert "sets up a second factor" in capsys.readouterr().out
    assert ModelLogEntry.objects.filter(action="portal.second_factor_reset").count() == 1


def test_where_it_is_off_nothing_is_asked(client, half, settings):
    settings.SECOND_FACTOR = False
    assert client.get("/admin/").status_code == 200
    assert client.get(reverse("second_factor:set_up")).status_code == 404
