"""The way from a program's page to its rows."""

from django.urls import reverse
from django.utils.translation import gettext

from programs import access
from programs.models import Round


def planning_links(program, user):
    """Whoever plans the program reaches its row and its rounds."""
    if access.may(user, access.PLAN, program):
        yield gettext("Program settings"), reverse("program:edit", args=[program.pk])
        yield gettext("Rounds and calls"), reverse("round:index", query={"program": program.pk})
        last = Round.objects.filter(program=program).order_by("-pk").first()
        if last:
            yield gettext("Plan the next round"), reverse("round:next", args=[last.pk])
        else:
            yield gettext("Add the first round"), reverse("round:add", query={"program": program.pk})


def application_links(program, user):
    """The queue is the committee's alone."""
    if access.may(user, access.READ, program):
        yield gettext("Applications"), reverse("application:index", query={"program": program.pk})
    if access.may(user, access.LETTERS, program):
        yield gettext("Texts of letters"), reverse("lettertext:index", query={"program": program.pk})
