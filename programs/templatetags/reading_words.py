from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext

from programs.access.shown_to import Audience
from programs.moderation.queue.reach import reach_of
from programs.moderation.readings.people import name_of, panel_of

register = template.Library()

ASSIGNING = "readers"
"""In the address: who could read it is looked for when somebody wants to know."""

register.filter("reader_name", name_of)


@register.inclusion_tag("programs/moderation/readings/panel.html", takes_context=True)
def readings_of(context, application):
    """The panel of an application: only for whoever may read it by name."""
    request = context["request"]
    reach = reach_of(request)
    if not reach.shows(application):
        return {}
    decides = reach.audience(application.call) == Audience.COORDINATOR
    panel = panel_of(application, request.user, decides=decides, assigning=ASSIGNING in request.GET)
    narrowed = request.GET.copy()
    narrowed[ASSIGNING] = ""
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "to_assign": f"?{narrowed.urlencode()}#readings",
    } | panel


@register.filter
def scored(reading, criterion):
    """The score that a reading gives by a criterion, or nothing."""
    return reading.scores.get(str(criterion.pk))


@register.filter
def read_words(read):
    """Read by 2 of 3; average 3.8, from 3.0 to 4.5"""
    told = gettext("Read by %(done)d of %(wanted)d") % {"done": read.done, "wanted": read.wanted}
    if read.average is None:
        return told
    numbers = {name: number_format(getattr(read, name), 1) for name in ("average", "lowest", "highest")}
    if read.done == 1:
        return f"{told}; " + gettext("score %(average)s") % numbers
    return f"{told}; " + gettext("average %(average)s, from %(lowest)s to %(highest)s") % numbers
