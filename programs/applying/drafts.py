"""Drafts: begun once for each opened form, saved step by step, and kept by the browser that filled them."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.utils import timezone

from portal.texts.pasted import CONTROLS
from programs.floods.own_links import HELD
from programs.forms.answering import belongs, parts_of, said_anew
from programs.models import Draft

SESSION_KEY = HELD

SENT = "sent"
"""In the session: the applications that this browser sent. Until the address is proven it may change them, and see no more of
them than that."""

SALT = "draft"

KEPT = timedelta(days=7)
"""So long a draft is kept after its call has closed, and one that was sent after that."""

KEPT_WITHOUT_END = timedelta(days=90)
"""The same, since it was last saved, where a call has no closing date."""


def begin(call, version, *, once, language, typed=None, tried=(), application=None, invitation=None, now=None):
    """(the draft of this opened form, whether it is new): a form that is sent twice begins one draft."""
    now = now or timezone.now()
    return Draft.objects.get_or_create(
        once=once,
        defaults={
            "call": call,
            "version": version,
            "language": language,
            "typed": {part: [tidy(text) for text in texts] for part, texts in (typed or {}).items()},
            "tried": list(tried),
            "application": application,
            "invitation": invitation,
            "begun_at": now,
            "saved_at": now,
        },
    )


def save(draft, names, data, *, tried=None, now=None):
    """Keep what a request brings for these fields, checked or not; every other field stays as it was.

    Under a lock, so that of two tabs none undoes what the other saved. `tried` is the number of the step that was sent on.
    Raises Draft.DoesNotExist.
    """
    with transaction.atomic():
        draft_now = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
        if draft_now.sent_at is None:
            kept = {part: texts for part, texts in draft_now.typed.items() if not belongs(part, names)}
            for name in names:
                kept |= {part: [tidy(text) for text in texts] for part, texts in parts_of(data, name).items()}
            draft_now.typed, draft_now.saved_at = kept, now or timezone.now()
            draft_now.tried = sorted({*draft_now.tried, *([tried] if tried else [])})
            draft_now.save(update_fields=["typed", "saved_at", "tried"])
    draft.typed, draft.tried, draft.sent_at = draft_now.typed, draft_now.tried, draft_now.sent_at


def put(draft, **fields):
    """Store these fields of it. Raises Draft.DoesNotExist, where it was deleted meanwhile."""
    if not Draft.objects.filter(pk=draft.pk).update(**fields):
        raise Draft.DoesNotExist
    for field, value in fields.items():
        setattr(draft, field, value)


def tidy(text):
    """As it was typed, but for signs that no database keeps and nobody sees."""
    return CONTROLS.sub(" ", text)


def in_language(draft, version, language):
    """Go on with another language of the form. What was understood, hidden or not, is said anew in it; all else stays
    as it was typed."""
    typed = said_anew(draft.typed, (draft.version, draft.language), version, language)
    put(draft, typed=typed, version=version, language=language)


def hold(request, draft):
    """Let this browser go on with the draft, until it is closed: many people use a library's computer. Whoever is signed in
    has said how long."""
    if not request.user.is_authenticated:
        request.session.set_expiry(0)
    request.session[SESSION_KEY] = request.session.get(SESSION_KEY, {}) | {draft.call.slug: draft.pk}


def is_held(request, draft):
    return draft.pk in request.session.get(SESSION_KEY, {}).values()


def sent_here(request, receipt):
    """The draft by which this browser sent what got this receipt, whoever's application it belongs to; or None."""
    return receipt.drafts.filter(pk__in=request.session.get(SESSION_KEY, {}).values()).first()


def calls_sent_here(request):
    """The numbers of the calls to which this browser has sent something, and holds it still."""
    rows = Draft.objects.filter(pk__in=request.session.get(SESSION_KEY, {}).values()).exclude(sent_at=None)
    return set(rows.values_list("call", flat=True))


def let_go(request, call):
    held = request.session.get(SESSION_KEY, {})
    request.session[SESSION_KEY] = {slug: pk for slug, pk in held.items() if slug != call.slug}


def held(request, call):
    """The draft of this call that the request goes on with: the browser's own, or the one whose key it brings."""
    pk = request.session.get(SESSION_KEY, {}).get(call.slug) or _from_key(request.POST.get("draft", ""))
    rows = Draft.objects.select_related("version")  # most drafts have nothing of all else that they may have
    draft = rows.filter(pk=pk, call=call).first() if pk else None
    if draft:
        draft.call = call
        if draft.invitation:
            draft.invitation.call = call
    return draft


def key_of(draft):
    """What a page carries for a browser that keeps no cookies; it cannot be made elsewhere."""
    return signing.dumps(draft.pk, salt=SALT)


def _from_key(key):
    try:
        return signing.loads(key, salt=SALT)
    except signing.BadSignature:
        return None


def close(draft, receipt):
    """It was sent: what was typed stands in the receipt."""
    draft.typed, draft.receipt, draft.sent_at = {}, receipt, receipt.created_at
    draft.save(update_fields=["typed", "receipt", "sent_at"])


def forget_drafts(now=None):
    """Delete what nobody can send any more; called every hour."""
    now = now or timezone.now()
    over = Draft.objects.filter(call__closes__lt=now - KEPT, saved_at__lt=now - KEPT)
    old = Draft.objects.filter(saved_at__lt=now - KEPT_WITHOUT_END)
    return (over | old).delete()[0]
