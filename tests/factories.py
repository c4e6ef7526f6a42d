"""Rows for tests: each function makes what it names, with all it needs, and takes what a test wants otherwise."""

from datetime import timedelta
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import timezone
from wagtail.models import GroupPagePermission, Locale

from home.models import HomePage, StandardPage
from programs.access.found_by import note_words
from programs.models import (
    Application,
    ApplicationFormPage,
    Call,
    CommitteeMember,
    Host,
    Program,
    ProgramOffice,
    ProgramPage,
    Role,
    Round,
)
from programs.people.correspondents import correspondent_for
from programs.people.secret_links import mint

number = count(1)

SECTIONS = [
    {
        "type": "section",
        "id": "11111111-0000-0000-0000-000000000001",
        "value": {
            "heading": "Your work",
            "intro": "",
            "questions": [
                {
                    "type": "short_text",
                    "id": "11111111-0000-0000-0000-000000000002",
                    "value": {"label": "Where do you work?", "hint": "", "why": "", "required": True, "key": "work"},
                },
                {
                    "type": "choose_several",
                    "id": "11111111-0000-0000-0000-000000000003",
                    "value": {
                        "label": "What would you like to work on?",
                        "hint": "",
                        "why": "",
                        "required": False,
                        "key": "topics",
                        "choices": [
                            {"key": "storytime", "label": "Storytime"},
                            {"key": "edi", "label": "Equity, Diversity and Inclusion"},
                        ],
                    },
                },
            ],
        },
    }
]
"""A form's questions as raw StreamField data: one required short text, one optional choice of several."""


def make_user(name=None, *, superuser=False, groups=()):
    name = name or f"user{next(number)}"
    create = get_user_model().objects.create_superuser if superuser else get_user_model().objects.create_user
    user = create(username=name, email=f"{name}@example.org", password="a-password-for-tests")
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_member(program, duty="coordinator", **fields):
    """A user with a duty on the program's committee."""
    user = fields.pop("user", None) or make_user()
    CommitteeMember.objects.create(program=program, user=user, duty=duty, **fields)
    return user


def make_office(host, **fields):
    """A user who is the program office of this host and all below it."""
    user = fields.pop("user", None) or make_user()
    ProgramOffice.objects.create(host=host, user=user, **fields)
    return user


def make_page_editor(*pages, permissions=("add", "change", "publish")):
    """A user who has these permissions on these pages and all below, and may enter the admin."""
    user = make_user()
    group = Group.objects.create(name=f"Editors {user.pk}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for page in pages:
        for permission in permissions:
            GroupPagePermission.objects.create(group=group, page=page, permission_type=permission)
    user.groups.add(group)
    return user


def make_program(code=None, **fields):
    code = code or f"P{next(number)}"
    host = fields.pop("host", None) or Host.objects.create(name=f"Host of {code}", acronym=code, kind="division")
    defaults = {
        "name": f"{code} Mentoring Program",
        "time_zone": "America/New_York",
        "reply_to": f"{code.lower()}@example.org",
    }
    return Program.objects.create(host=host, code=code, **defaults | fields)


def make_role(program, key="mentee", **fields):
    side = {"mentee": "receives", "mentor": "gives"}.get(key, "peer")
    return Role.objects.create(program=program, key=key, **{"side": side, "name": key, "plural": f"{key}s"} | fields)


def make_program_page(program, *, parent=None, live=True, **fields):
    parent = parent or HomePage.objects.get(locale=Locale.get_default())
    page = ProgramPage(
        **{"title": program.name, "slug": f"program-{program.pk}-{next(number)}", "program": program, "live": live}
        | fields
    )
    return parent.add_child(instance=page)


def make_form(program, *, page=None, live=True, **fields):
    page = page or program.pages.first() or make_program_page(program)
    return page.add_child(
        instance=ApplicationFormPage(
            **{"title": "Application form", "sections": SECTIONS, "live": live, "slug": f"form-{next(number)}"} | fields
        )
    )


def make_round(program, **fields):
    name = f"Round {next(number)}"
    return Round.objects.create(program=program, **{"name": name, "slug": name.lower().replace(" ", "-")} | fields)


def make_call(program=None, role="mentee", **fields):
    """An open call; opened yesterday, closes in thirty days."""
    program = program or make_program()
    role = program.roles.filter(key=role).first() or make_role(program, role)
    now = timezone.now()
    defaults = {"opens": now - timedelta(days=1), "closes": now + timedelta(days=30)}
    if "form" not in fields and not fields.get("url"):
        fields["form"] = make_form(program)
    round = fields.pop("round", None) or make_round(program)
    return Call.objects.create(round=round, role=role, **defaults | fields)


def make_application(call=None, **fields):
    call = call or make_call()
    n = next(number)
    defaults = {
        "reference": f"{call.round.program.code}-26-T{n:04}",
        "version": call.form.version(),
        "name": f"Sample Applicant {n}",
        "email": f"applicant{n}@example.org",
        "language": "en",
        "answers": {"work": "A public library", "topics": ["storytime"]},
        "submitted_at": timezone.now(),
        "proven_at": timezone.now(),
    }
    fields = defaults | fields
    given = {name: fields[name] for name in ("language", "name")}
    with transaction.atomic():
        person = correspondent_for(call.round.program, fields.pop("email"), **given)
    application = Application.objects.create(call=call, correspondent=person, **fields)
    note_words(application)
    return application


def make_link(application):
    """A secret link as a letter about it holds one."""
    return mint(application, "status_open")


def make_privacy_notice(**fields):
    """Without a published one no call is made public."""
    home = HomePage.objects.get(locale=Locale.get_default())
    return home.add_child(
        instance=StandardPage(**{"title": "Privacy notice", "slug": "privacy", "purpose": "privacy"} | fields)
    )
