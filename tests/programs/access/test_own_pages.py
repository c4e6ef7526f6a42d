"""What a duty lets somebody do with pages: the program's own tree, and never more."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.permissions import policy_registry

from home.models import HomePage, StandardPage
from programs.models import ProgramPage
from tests.factories import make_form, make_member, make_office, make_program, make_program_page, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    program = make_program("OWN")
    make_form(program)
    return program


@pytest.fixture
def foreign():
    program = make_program("FOREIGN")
    make_form(program)
    return program


def editable(user, action="change"):
    return set(
        policy_registry.get_by_type(Page).instances_user_has_permission_for(user, action).values_list("pk", flat=True)
    )


def tree(program):
    page = program.pages.order_by("pk").first()
    return set(page.get_descendants(inclusive=True).values_list("pk", flat=True))


@pytest.mark.parametrize("action", ["add", "change", "publish"])
def test_coordinator_edits_its_own_tree_only_where_the_association_says_so(program, foreign, settings, action):
    user = make_member(program)
    assert editable(user, action) == set()
    settings.COORDINATORS_EDIT_PAGES = True
    del user._page_permission_cache
    assert editable(user, action) == tree(program)


@pytest.mark.parametrize("duty", ["reader", "observer"])
def test_other_duties_edit_no_page(program, settings, duty):
    settings.COORDINATORS_EDIT_PAGES = True
    assert editable(make_member(program, duty)) == set()


def test_program_office_edits_the_pages_of_its_programs(program, foreign):
    assert editable(make_office(program.host)) == tree(program)


def test_duty_that_ended_edits_nothing(program, settings):
    settings.COORDINATORS_EDIT_PAGES = True
    yesterday = timezone.localdate() - timedelta(days=1)
    assert editable(make_member(program, until=yesterday)) == set()
    assert editable(make_office(program.host, until=yesterday)) == set()
    off = make_office(program.host)
    off.is_active = False
    assert editable(off) == set()


def test_copy_of_the_page_elsewhere_gives_nothing(program, foreign):
    """Somebody else's copy under a foreign page would open all below it."""
    user = make_office(program.host)
    page = program.pages.get()
    copy = page.copy(to=HomePage.objects.get(), update_attrs={"slug": "copy"}, recursive=False)
    copy.add_child(instance=StandardPage(title="Not theirs", slug="not-theirs"))
    assert editable(user) == tree(program)


def attempts(page, below, target):
    yield reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "Taken", "action-publish": "1"}
    yield reverse("wagtailadmin_pages:add", args=["home", "standardpage", page.pk]), {"title": "New", "slug": "new"}
    for action in ("delete", "unpublish", "copy"):
        yield reverse(f"wagtailadmin_pages:{action}", args=[page.pk]), {"new_title": "x", "new_slug": "x"}
    yield reverse("wagtailadmin_pages:move_confirm", args=[page.pk, target.pk]), {}
    yield reverse("wagtailadmin_pages:move_confirm", args=[below.pk, page.pk]), {}
    yield reverse("wagtailadmin_pages:history", args=[page.pk]), {}
    yield reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"}
    for action in ("publish", "unpublish", "delete"):
        yield (
            reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={page.pk}",
            {"include_descendants": "on"},
        )


def test_no_address_of_a_page_opens_a_foreign_one(client, program, foreign, settings):
    settings.COORDINATORS_EDIT_PAGES = True
    own = program.pages.get()
    before = list(Page.objects.order_by("pk").values("pk", "title", "path", "live", "latest_revision"))
    for user in (make_member(program), make_office(program.host)):
        client.force_login(user)
        for page in (foreign.pages.get(), HomePage.objects.get()):
            for address, data in attempts(page, own, own):
                assert client.post(address, data).status_code in {302, 403, 404, 405}, address
                if "/move/" not in address and "/bulk/" not in address:  # these ask once somebody confirms
                    assert client.get(address).status_code in {302, 403, 404, 405}, address
                client.cookies.pop("messages", None)
    assert list(Page.objects.order_by("pk").values("pk", "title", "path", "live", "latest_revision")) == before
    assert not PageViewRestriction.objects.exists()


def test_own_page_opens_in_the_editor_and_keeps_its_program(client, program, foreign):
    client.force_login(make_office(program.host))
    page = client.get(reverse("wagtailadmin_pages:edit", args=[program.pages.get().pk]))
    assert page.status_code == 200
    offered = page.context["form"].fields["program"].queryset
    assert list(offered) == [program]
    assert ProgramPage.objects.get(program=foreign).title not in page.content.decode()


def test_permissions_are_asked_once_however_many_programs(program, django_assert_max_num_queries):
    user = make_office(program.host)
    for n in range(3):
        make_program_page(make_program(f"MORE{n}", host=program.host))
    policy = policy_registry.get_by_type(Page)
    with django_assert_max_num_queries(4):
        assert len(policy.get_cached_permissions_for_user(user)) == 12
        policy.get_cached_permissions_for_user(user)


def test_nobody_gets_anything_without_a_duty(program, settings):
    settings.COORDINATORS_EDIT_PAGES = True
    assert editable(make_user()) == set()
