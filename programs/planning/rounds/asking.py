"""What saving a round does to its calls that are open now: said before it is saved, once."""

from django.utils import timezone
from django.utils.translation import gettext

from programs.models import Call
from programs.offer.dates import moment
from programs.planning.in_the_middle import call_in_words, in_the_middle, is_open


def harm_of_round(round, called_off, forms, user):
    """Sentences about the forms of its calls, (form, is to be deleted), as they were posted."""
    now = timezone.now()
    stored = {call.pk: call for call in _stored(round)}
    for form, deleted in forms:
        call = stored.get(form.instance.pk)
        if call and is_open(call, now):
            told = [gettext("The round is called off.")] if called_off else list(_harm(call, form, deleted, now))
            if told:
                yield " ".join([call_in_words(call), *told])
                yield from in_the_middle(call, user)


def _stored(round):
    return Call.objects.filter(round=round.pk).select_related("round__program", "role", "form") if round.pk else []


def _stays_open(form, opens, closes, now):
    """As Window.has_opened() says of a stored call."""
    if opens:
        return opens <= now
    new = form.cleaned_data
    closing = closes or new.get("closes_precision")
    return not new.get("opens_precision") and bool(closing or form.instance.round.standing)


def _harm(call, form, deleted, now):
    if deleted:
        yield gettext("It is deleted.")
        return
    new = form.cleaned_data
    closes, opens = new.get("closes"), new.get("opens")
    if closes and (call.closes is None or closes < call.closes.replace(second=0, microsecond=0)):
        yield gettext("It closes earlier from now on: %(when)s.") % {"when": moment(closes, call.zone)}
    if not _stays_open(form, opens, closes, now):
        yield gettext("It is not open any more.")
    if {"form", "url"} & set(form.changed_data):
        yield gettext("It asks with another form from now on.")
