"""What the planner of a program should look at again: names and texts that readers of another language meet in English.

A name that stays as it is is written again in the other language: then there is nothing to tell.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from portal.checks.findings import Finding
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
    yield from untranslated(program, OF_PROGRAM)
    for role in program.roles.all():
        for one in untranslated(role, OF_ROLE):
            where = gettext("Role “%(key)s”: %(field)s") % {"key": role.key, "field": one.where}
            yield Finding(where, one.what)


def untranslated(row, fields):
    for field in fields:
        for language in LANGUAGES:
            translated = row._meta.get_field(f"{field}_{language}")
            if getattr(row, field) and not getattr(row, translated.name):
                where = capfirst(str(translated.verbose_name))
                yield Finding(where, gettext("It is not translated: readers meet it in English."))
