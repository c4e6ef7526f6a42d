"""What the admin's home says to readers, and to coordinators whose program has a rubric."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import ngettext

from programs.access import DECIDE, programs_for
from programs.models import Application

from .standing import lacking_readings, waiting_for


def needs_readers(user):
    """needs_editor"""
    waiting = waiting_for(user).count()
    if waiting:
        told = ngettext(
            "%(n)d application waits for you to read it.", "%(n)d applications wait for you to read them.", waiting
        )
        yield told % {"n": waiting}, reverse("reading:index", query={"status": "assigned"})
    yield from lacking(user)


def lacking(user):
    """Of each program that has a rubric: who reads together, reads with one."""
    programs = programs_for(user, DECIDE).exclude(rubric=None)
    rows = lacking_readings(Application.objects.awaiting_decision().filter(call__round__program__in=programs))
    counted = rows.order_by().values_list("call__round__program").annotate(n=Count("pk"))
    numbers = dict(counted.values_list("call__round__program", "n"))
    for program in programs.filter(pk__in=numbers).order_by("name"):
        told = ngettext(
            "“%(program)s”: %(n)d application lacks readings.",
            "“%(program)s”: %(n)d applications lack readings.",
            numbers[program.pk],
        )
        yield told % {"program": program, "n": numbers[program.pk]}, reverse("reading:program", args=[program.pk])
