"""The demo's staff. Their names say that they are not people; their addresses are example.org."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from programs.models import CommitteeMember
from programs.planning.organization.joining import account_for, tell_member
from resources.models import Activity, Citation, GoalExample

PASSWORD = "demo-only-password"  # noqa: S105 - printed by the demo; the demo is never loaded in production
Duty = CommitteeMember.Duty
ENTRIES = [model._meta.model_name for model in (Activity, Citation, GoalExample)]


def add_admin():
    return get_user_model().objects.create_superuser(**person("admin"))


def add_editor():
    """Somebody who writes and publishes pages, citations, goals and activities, and sits on no committee."""
    editors, _ = Group.objects.get_or_create(name="Page editors")
    editors.permissions.add(
        Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin"),
        Permission.objects.get(codename="submit_translation", content_type__app_label="simple_translation"),
        *Permission.objects.filter(content_type__app_label="resources", content_type__model__in=ENTRIES),
    )
    root = Page.get_first_root_node()
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=editors, page=root, permission=permission)
    get_user_model().objects.create_user(**person("editor")).groups.add(editors)


def add_committees(programs):
    """One coordinator for the programs that have applications, a reader for one of them, and somebody who is invited."""
    coordinator = get_user_model().objects.create_user(**person("coordinator"))
    reader = get_user_model().objects.create_user(**person("reader"))
    for code in ("NMRT", "YALSA", "STS"):
        CommitteeMember.objects.create(program=programs[code], user=coordinator, duty=Duty.COORDINATOR)
    CommitteeMember.objects.create(program=programs["NMRT"], user=reader, duty=Duty.READER)
    invited = account_for("sample-observer@example.org")
    observer = CommitteeMember.objects.create(program=programs["NMRT"], user=invited, duty=Duty.OBSERVER)
    tell_member(observer, by=coordinator)
    return coordinator


def person(name):
    return {
        "username": name,
        "password": PASSWORD,
        "email": f"{name}@example.org",
        "first_name": "Demo",
        "last_name": name.capitalize(),
    }
