"""The form that somebody opens, under a key of its own: sent however often, it begins one draft."""

import hashlib
import uuid

from django.core import signing
from django.utils.translation import get_language

from programs.applying import drafts
from programs.applying.form import CONTACT
from programs.forms.answering import parts_of
from programs.models import FormVersion

SALT = "opened form"


def new_key(call, version):
    """One key per opened form: it names the call and the version that was opened, and cannot be made elsewhere."""
    return signing.dumps({"call": call.pk, "version": version.pk, "once": uuid.uuid4().hex}, salt=SALT)


def begun(request, call, *, tried):
    """(a draft of the form that was opened, whether it is new); (None, False) where what opened it is none of this call's.

    The start of the form that a program's page embeds was not opened: it brings name and address only.
    """
    version, once = opened_form(request.POST["opened"], call) if "opened" in request.POST else (None, uuid.uuid4().hex)
    if once is None:
        return None, False
    return drafts.begin(
        call,
        version or call.form.in_language(get_language()).version(),
        once=hashlib.sha256(once.encode()).hexdigest(),
        language=get_language(),
        typed={part: list(texts) for name in CONTACT for part, texts in parts_of(request.POST, name).items()},
        tried=tried,
    )


def opened_form(key, call):
    """The version that was opened and its key's unique part; (None, None) when the key is not one of this call's."""
    try:
        told = signing.loads(key, salt=SALT)
    except signing.BadSignature:
        return None, None
    if told["call"] != call.pk:
        return None, None
    return FormVersion.objects.get(pk=told["version"]), told["once"]
