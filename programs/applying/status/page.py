"""Where an applicant stands: what they may know, what they told us, and everything they can do from here."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from programs.access.shown_to import Audience, by_section
from programs.applying.before import about
from programs.applying.steps import YOU
from programs.floods.own_links import links_in_words
from programs.models import Program
from programs.offer import dates
from programs.offer.call_state import CallState, call_state
from programs.offer.standing import standing
from programs.offer.windows import until
from programs.people.correspondents import masked
from programs.references.showing import for_owner

from .elsewhere import open_elsewhere
from .going_on.beginning_again import own_offers
from .going_on.changing import may_change
from .leaving.deleting import may_delete
from .leaving.withdrawing import WITHDRAWN_FROM
from .own import own_application
from .own_dates import own_dates
from .way import way
from .words import Status, told

WAYS_ON = {Status.WAITLISTED, Status.DECLINED, Status.WITHDRAWN}
"""Whoever was told so is shown what else is open."""


@never_cache
@require_safe
def status(request, reference):
    application = own_application(request, reference)
    stands = told(application)
    context = about(application.call) | what_was_sent(application) | ways_on(request, application, stands)
    context |= {
        "application": application,
        "told": stands,
        "other_links": links_in_words(request, application),
        "inquiries": list(application.inquiries.all()),
        "way": way(application, stands),
        **for_owner(application),
        "has_dates": bool(own_dates(application, stands)),
        "may_change": may_change(application, stands),
        "may_withdraw": stands.status in WITHDRAWN_FROM,
        "may_delete": may_delete(application, stands),
    }
    return render(request, "programs/applying/status/page.html", context)


def what_was_sent(application):
    """Sections with the number of the step that asks them."""
    zone, closes = application.program.time_zone, application.call.closes
    sections = by_section(application, to=Audience.APPLICANT)
    return {
        "email": masked(application.email),
        "sent": dates.moment(application.submitted_at, zone),
        "changed": application.changed_at and dates.moment(application.changed_at, zone),
        "change_until": closes and until(closes, application.call.zone),
        "sections": [(YOU + 1 + n, heading, answers) for n, heading, answers in sections],
    }


def ways_on(request, application, stands):
    """What is open beside this application: here, with the same answers, and in other programs."""
    context = {"offers": own_offers(application, stands)}
    if stands.status in WAYS_ON:
        program = Program.objects.with_rounds().get(pk=application.program.pk)
        context |= {"elsewhere": open_elsewhere(request, application), "standing": standing(program)}
        context["open_again"] = call_state(application.call) == CallState.OPEN
    return context
