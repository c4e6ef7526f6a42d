"""The dates of one application as a calendar file, for whoever opened it."""

from datetime import UTC, timedelta

import icalendar
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.site.addresses import absolute, domain
from programs.offer.windows import last_minute

from .going_on.changing import may_change
from .own import own_application
from .way import AHEAD
from .words import Status, told


@never_cache
@require_safe
def calendar(request, reference):
    application = own_application(request, reference)
    found = icalendar.Calendar()
    found.add("prodid", f"-//{domain()}//Own dates//EN")
    found.add("version", "2.0")
    for what, when, words in own_dates(application, told(application)):
        found.add_component(event(application, what, when, words))
    if not found.subcomponents:
        found.add_component(icalendar.Timezone.from_tzid("UTC"))  # the RFC knows no calendar without any component
    response = HttpResponse(found.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{application.reference}.ics"'
    return response


def own_dates(application, told):
    """[(key, day or instant, words), ...] of what this applicant has to expect."""
    call, round = application.call, application.call.round
    if round.called_off or told.status not in AHEAD:
        return []
    changes = may_change(application, told) and call.closes
    dates = [
        ("closes", changes and last_minute(call.closes, call.zone), _("Last moment to change your application")),
        ("decisions", told.status == Status.RECEIVED and round.decisions_by, _("The decision reaches you by this day")),
        ("starts", round.starts, _("Formal mentoring begins")),
        ("ends", round.ends, _("Formal mentoring ends")),
    ]
    return [(what, when, words) for what, when, words in dates if when]


def event(application, what, when, words):
    found = icalendar.Event()
    found.add("uid", f"{application.reference.lower()}-{what}@{domain()}")
    found.add("dtstamp", application.call.round.changed_at.astimezone(UTC))
    found.add("summary", _("%(line)s – %(program)s") % {"line": words, "program": application.program.said("name")})
    if what == "closes":
        found.add("dtstart", when.astimezone(UTC))
    else:
        found.add("dtstart", when)
        found.add("dtend", when + timedelta(days=1))
    found.add("transp", "TRANSPARENT")
    found.add("url", absolute(f"/status/{application.reference}/"))
    return found
