"""Letters to applicants: what each can say, whichever stage writes it; and the first one, which proves the address."""

from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.site.slowing import DAY, allowed, mailbox
from programs.access.shown_to import Audience
from programs.access.shown_to import answered as answered_by
from programs.models import Application, Draft, Erased, Invitation, LetterKind, Matter
from programs.models.applying.application import is_held
from programs.offer import dates
from programs.offer.windows import until

from .harmless import name_to_greet, one_line
from .writing import write

AT_ONCE = 6
"""Letters an hour that one network can cause at once; what is more is written by programs/floods/owed.py."""

TO_ONE = 5
"""Such letters a day to one mailbox, whatever stands after a + in its address."""


def words_of_application(application):
    """All of it is one line each."""
    round, role = application.call.round, application.call.role
    program = round.program
    return {
        "name": name_to_greet(application.name),
        "reference": getattr(application, "reference", ""),
        "program": one_line(program.said("name")),
        "round": one_line(round.said("name")),
        "role": one_line(role.said("name")),
        "answerable": bool(program.reply_to),
        "prove": "" if getattr(application, "proven_at", None) else _prove(application.call),
    } | _dates(application.call)


def _prove(call):
    told = [
        gettext(
            "Please open the link below once and press the button. It shows the committee that this address is yours; "
            "only then does your application count."
        )
    ]
    if call.reference_form_id:
        told.append(
            gettext(
                "Only then do we write to whom you named for a reference. You can see on the page of your application "
                "whether it has come."
            )
        )
    return "\n\n".join(told)


def _dates(call):
    """Those that are still to come: a letter promises no day that has passed."""
    now = timezone.now()
    round = call.round
    if round.called_off:
        return {}
    today = timezone.localdate(now, ZoneInfo(round.program.time_zone))
    return {
        "promised": _ahead(round.decisions_by, today) and dates.weekday_and_day(round.decisions_by),
        "starts": _ahead(round.starts, today) and dates.day(round.starts),
        "ends": _ahead(round.ends, today) and dates.day(round.ends),
        "closes": _ahead(call.closes, now) and until(call.closes, call.zone),
    }


def _ahead(date, now):
    return date is not None and date >= now


def words_of_draft(draft):
    """Nothing that was typed: whoever asked may be a stranger to the address."""
    return words_of_application(draft) | {"name": ""}


def words_of_erased(row):
    program = row.program
    told = {"name": name_to_greet(row.correspondent.name), "reference": row.reference}
    return told | {"program": one_line(program.said("name")), "answerable": bool(program.reply_to)}


DRAFT = Matter("draft", _("Application begun"), Draft.objects.unsent().with_program, key="pk")


def words_of_invitation(invitation):
    return words_of_application(invitation) | {"until": dates.weekday_and_day(invitation.until)}


INVITATION = Matter("invitation", _("Late entry"), Invitation.objects.with_program, key="pk")

ERASED = Matter(
    "erased", _("Application deleted"), Erased.objects.select_related("correspondent__program").all, key="reference"
)


def link_ends(application, now):
    """LINK_DAYS after the last day that is known of its round, and as long after it was made."""
    round = application.call.round
    last = round.ends or round.decisions_by
    over = last and datetime.combine(last, time.max, ZoneInfo(round.program.time_zone))
    known = [now, over, application.call.closes]
    return max(moment for moment in known if moment) + timedelta(days=settings.LINK_DAYS)


APPLICATION = Matter(
    "application",
    _("Application"),
    Application.objects.with_program,
    key="reference",
    screen="application:inspect",
    link_ends=link_ends,
)


def no_junk(letter):
    """Nothing goes to the address of junk, unless somebody with that address asks for it."""
    row = letter.row
    return letter.declared.unasked or row is None or row.status != Application.Status.JUNK


to_applicants = partial(
    LetterKind, matter=APPLICATION, page="status_open", words=words_of_application, still_true=no_junk
)
"""Declares a kind of letter about an application; its link opens where the application stands."""

ABOUT_APPLICATIONS = ("greeting", "name", "reference", "program", "round", "role", "link", "signoff")
OF_ROUND = ("promised", "starts", "ends", "closes", "sentence")

worded = partial(to_applicants, placeholders=ABOUT_APPLICATIONS + OF_ROUND, needs=("link",))
"""The same, of a kind that a program may put into its own words."""


def greet(application):
    """Write the letter that proves the address; later or never where a network sends many, or a person has to look first.

    Says nothing of it to whoever sent: junk and honest applications are answered the same.
    """
    if application.held:
        return None
    if application.network and not allowed("letters at once", application.network, most=AT_ONCE):
        return None
    return write_received(application)


def tell_again(application, *, network, suspected, answered):
    """Tell the owner of the address that somebody has applied with it once more. While nobody has proven it, that letter is
    bounded like the first one: otherwise whoever sends everything twice would cause any number."""
    free = application.proven_at or not network
    if free or (not is_held(suspected) and allowed("letters at once", network, most=AT_ONCE)):
        return write("again", application, answered=answered)
    return None


def write_received(application):
    """That letter, unless the mailbox has had its share of them today."""
    if not allowed("received", mailbox(application.email), most=TO_ONE, per=DAY):
        return None
    told = answered_by(application, to=Audience.APPLICANT, sensitive=False)
    return write("received", application, answered=told)
