"""What an act does to others, in sentences, and whether the person has seen exactly these.

Other apps say what through the hook "consequences": a function of the act, the pages it meets, the user and what else
is known of it. Works without JavaScript: what was posted comes back, with a box to tick.
"""

from hashlib import sha256
from itertools import chain

from django.core.exceptions import ValidationError
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import Panel

SEEN = "consequences_seen"
UNPUBLISH, MOVE, HIDE, EXPIRE, CHANGE_FORM = "unpublish", "move", "hide", "expire", "change form"
"""The last is publishing something else than is published: the hook looks whether it is; `changed` says that it is known."""


def consequences(act, pages, user, **facts):
    return list(chain.from_iterable(hook(act, pages, user, **facts) for hook in hooks.get_hooks("consequences")))


def token(sentences):
    """Names what was seen: when it is something else by the time of the second try, that is asked anew."""
    return sha256("\n".join(map(str, sentences)).encode()).hexdigest()[:16]


def has_seen(posted, sentences):
    return posted.get(SEEN) == token(sentences)


def ask_first(request, sentences):
    """The page that asks, holding all that was posted; None when there is nothing to ask, or it was answered."""
    if not sentences or has_seen(request.POST, sentences):
        return None
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in (SEEN, "csrfmiddlewaretoken")
    ]
    context = {"sentences": sentences, "token": token(sentences), "seen": SEEN, "kept": kept}
    return TemplateResponse(request, "portal/asking/page.html", context)


class AsksFirst:
    """A form that is saved once the person has seen what that does to others."""

    asked = ()

    def ask_first(self, sentences):
        """Called at the end of clean(): an error that says what it is about, and the box to tick in an AskingPanel."""
        if sentences and not has_seen(self.data, sentences):
            self.asked = sentences
            self.add_error(
                None, ValidationError([gettext("Read what this does, tick the box and save again."), *sentences])
            )

    @property
    def asked_token(self):
        return token(self.asked)


class AskingPanel(Panel):
    """Where a form asks."""

    def __init__(self, **kwargs):
        super().__init__(**{"heading": _("Before this is saved"), "icon": "warning"} | kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "portal/asking/panel.html"

        def is_shown(self):
            return bool(getattr(self.form, "asked", ()))
