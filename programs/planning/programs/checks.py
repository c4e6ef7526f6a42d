"""What the planner of a program should look at again: names and texts that readers of another language meet in English.

A name that stays as it is is written again in the other language: then there is nothing to tell.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from portal.findings import Finding
from programs import access
from programs.models import Program

OF_PROGRAM = ("name", "summary", "contact", "paused_notice")
OF_ROLE = ("name", "plural", "conditions")
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def report_findings(user):
    """report_findings: the programs that this person may plan. Two queries."""
    for program in access.programs_for(user, access.PLAN).prefetch_related("roles"):
        found = list(findings(program))
        if found:
            yield str(program), reverse("program:edit", args=[program.pk]), found


def findings_now(program):
    """Of what was last saved."""
    stored = Program.objects.prefetch_related("roles").filter(pk=program.pk).first()
    return list(findings(stored)) if stored else []


def findings(program):
    yield from untranslated(program, OF_PROGRAM, "%s")
    for role in program.roles.all():
        yield from untranslated(role, OF_ROLE, gettext("Role “%(key)s”: %%s") % {"key": role.key})


def untranslated(row, fields, where):
    for field in fields:
        for language in LANGUAGES:
            translated = row._meta.get_field(f"{field}_{language}")
            if getattr(row, field) and not getattr(row, translated.name):
                named = capfirst(str(translated.verbose_name))
                yield Finding(where % named, gettext("It is not translated: readers meet it in English."))
