"""Readings by hand: the panel of an application, who reads it, and the press that gives or takes it."""

from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.generic import View
from wagtail.admin import messages

from portal.site.addresses import ids_in
from programs.access import DECIDE, READ, SCORE, require, scope
from programs.access.naming import rubric_of
from programs.lifecycle.steps import Refused
from programs.models import Application, Reading
from programs.readings.assigning import READABLE, assign, readers_of, to_assign
from programs.readings.conflicts import Conflicts
from programs.readings.standing import Status, lacking_readings, read_of, sees_scores, take


def name_of(user):
    """How a reader is called; nobody's name where the account is gone."""
    if user is None:
        return gettext("Somebody whose account is gone")
    return user.get_full_name() or user.get_username()


def panel_of(application, user, *, decides, assigning=False):
    """What an application's screen says of its readings to somebody who may READ it. None where nobody reads it, one however
    many do, and one for the criteria of what is shown; three more where somebody is `assigning`."""
    readings = list(application.readings.select_related("reader")) if application.has_readings else []
    mine = next((one for one in readings if one.reader_id == user.pk), None)
    rubric = rubric_of(application.program)
    sees = sees_scores(mine.status if mine else "", decides)
    application._prefetched_objects_cache = {"readings": readings}
    return {
        "application": application,
        "readings": readings if decides else [one for one in readings if one.status == Status.SUBMITTED],
        "summary": read_of(application, user, decides=decides),
        "sees_scores": sees,
        "mine": mine,
        "decides": decides,
        "criteria": list(rubric.criteria.all()) if sees and readings and rubric.pk else [],
        "may_take": application.status in READABLE and mine is None,
        "may_assign": decides and application.status in READABLE,
        "offered": offered(application, readings) if assigning and decides and application.status in READABLE else None,
    }


def offered(application, readings):
    """[(reader, name, why not)] of whoever does not read it yet."""
    readers = readers_of(application.program)
    conflicts = Conflicts(application.program, readers, [application])
    has = {one.reader_id for one in readings if one.status != Status.TAKEN}
    return [
        (reader, name_of(reader), conflicts.between(reader, application)) for reader in readers if reader.pk not in has
    ]


class AssignView(View):
    """Gives an application to one reader: by its coordinators; to oneself, by whoever may read it by name."""

    http_method_names = ["post"]

    def post(self, request, *args, pk, **kwargs):
        application = get_object_or_404(Application, pk=pk)
        chosen = ids_in([request.POST.get("reader", "")]) or [request.user.pk]
        require(request.user, READ if chosen == [request.user.pk] else DECIDE, application)
        rows = to_assign(Application.objects.filter(pk=pk))
        reader = get_user_model().objects.filter(pk__in=chosen).first()
        made = assign(rows[0].program, rows, [(pk, chosen[0])], by=request.user)
        if not made:
            messages.error(request, self.refusal(rows[0], reader))
        elif made[0].reader == request.user:
            return redirect("reading:read", made[0].pk)
        else:
            told = gettext("%(reader)s reads it. A letter says so.") % {"reader": name_of(reader)}
            messages.success(request, told)
        return redirect("application:inspect", pk)

    def refusal(self, application, reader):
        why = reader and Conflicts(application.program, [reader], [application]).between(reader, application)
        if why:
            return gettext("Not assigned. %(why)s: that is a conflict.") % {"why": why}
        return gettext(
            "Not assigned: this person reads it already, or does not read for the program, or it is decided."
        )


class TakeAwayView(View):
    """Takes what is not submitted from its reader, who keeps what they had written."""

    http_method_names = ["post"]

    def post(self, request, *args, pk, **kwargs):
        reading = get_object_or_404(Reading.objects.with_application(), pk=pk)
        require(request.user, DECIDE, reading)
        try:
            take(reading, "take", by=request.user)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, gettext("Taken away. Assign it to somebody else, or leave it."))
        return redirect("application:inspect", reading.application_id)


class NextView(View):
    """Gives whoever asks the application of their programs that lacks readings most, and that they have no conflict with."""

    http_method_names = ["post"]
    TRIED = 50

    def post(self, request, *args, **kwargs):
        require(request.user, SCORE)
        lacking = lacking_readings(Application.objects.awaiting_decision())
        rows = scope(lacking, request.user, SCORE).exclude(readings__reader=request.user)
        for application in to_assign(rows)[: self.TRIED]:
            made = assign(application.program, [application], [(application.pk, request.user.pk)], by=request.user)
            if made:
                return redirect("reading:read", made[0].pk)
        messages.info(request, gettext("Nothing lacks a reading that you could do."))
        return redirect("reading:index")
