"""The second factors of one person: codes of an app, security keys, and ten recovery codes beside them.

They are django-allauth's rows and cryptography (`allauth.mfa`); asking for them is ours, so that one gate stands before the
whole admin, whichever way somebody signed in.
"""

import logging
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, validate_totp_code
from allauth.mfa.webauthn.internal import auth as webauthn
from cryptography.fernet import InvalidToken
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction

from portal.site.slowing import allowed, give_back

logger = logging.getLogger(__name__)

Type = Authenticator.Type

MOST_WRONG = 10
"""Tries of one person in an hour: of a million codes three are right at any time."""
REPLAY = timedelta(minutes=3)
"""Longer than a code of an app is good for: so long it is good only once."""


def of(user):
    return Authenticator.objects.filter(user_id=user.pk)


def has_one(user):
    return of(user).exclude(type=Type.RECOVERY_CODES).exists()


def may_try(user):
    return allowed("second factor of", user.pk, most=MOST_WRONG)


def passed_by_code(user, code):
    """The factor that this code of an app, or this recovery code, belongs to; None where it is wrong or was used before."""
    code = "".join(character for character in code if character.isalnum())
    for row in of(user).exclude(type=Type.WEBAUTHN).order_by("-type"):
        try:
            right = row.wrap().validate_code(code)
        except InvalidToken:
            logger.error("A second factor cannot be read: SECRET_KEY is another than when it was set up.")
            continue
        if right and (row.type != Type.TOTP or allowed("second factor code", f"{user.pk} {code}", most=1, per=REPLAY)):
            return _used(row)
    return None


def passed_by_key(user, answer):
    """The security key that gave this answer to the question of this session; None where it did not."""
    try:
        webauthn.parse_authentication_response(answer)
        return _used(webauthn.complete_authentication(user, answer))
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _used(row):
    row.record_usage()
    give_back("second factor of", row.user_id)
    return row


@transaction.atomic
def add_app(user, secret, code):
    """The app's factor, in place of an earlier one, if this is a code of it."""
    if not validate_totp_code(secret, "".join(code.split())):
        return None
    of(user).filter(type=Type.TOTP).delete()
    return _added(TOTP.activate(user, secret).instance)


@transaction.atomic
def add_key(user, name, answer):
    try:
        webauthn.parse_registration_response(answer)
        webauthn.complete_registration(answer)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return _added(webauthn.WebAuthn.add(user, name, answer).instance)


def _added(row):
    """With the first factor come recovery codes."""
    RecoveryCodes.activate(row.user)
    logger.warning("A second factor was added: %s of user %s", row.type, row.user_id)
    return row


@transaction.atomic
def renew_codes(user):
    get_user_model()._default_manager.select_for_update().get(pk=user.pk)
    of(user).filter(type=Type.RECOVERY_CODES).delete()
    return RecoveryCodes.activate(user).instance


def codes_of(user):
    """Those not used yet."""
    row = of(user).filter(type=Type.RECOVERY_CODES).first()
    return row.wrap().get_unused_codes() if row else []


def reset(user):
    """All gone: at the next sign-in new ones are set up, and who is signed in is asked at once. How many there were."""
    number = has_one(user)
    of(user).delete()
    logger.warning("The second factors were reset: of user %s", user.pk)
    return number
