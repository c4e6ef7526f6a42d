"""The first administrator: a superuser, who sets the password by a link that works once, or whose password was typed."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode


def fault_of_person(username, email):
    """A sentence that says what is wrong, or nothing."""
    people = get_user_model().objects
    try:
        validate_email(email)
    except ValidationError:
        return f"{email!r} is no email address. Give the administrator's own, such as name@your-association.org."
    try:
        get_user_model()._meta.get_field("username").run_validators(username)
    except ValidationError as fault:
        return f"{username!r} is no user name. {' '.join(fault.messages)}"
    if people.filter(username__iexact=username).exists() or people.filter(email__iexact=email).exists():
        return (
            f"Somebody with the name {username} or the address {email} has an account, and is no administrator. "
            "Choose another; nobody is made an administrator by mistake."
        )
    return ""


def fault_of_password(password, username, email):
    try:
        validate_password(password, get_user_model()(username=username, email=email))
    except ValidationError as fault:
        return " ".join(fault.messages)
    return ""


def add_administrator(username, email, password=None):
    """Without a password nobody can sign in as this person before the link was followed."""
    return get_user_model().objects.create_superuser(username=username, email=email, password=password)


def password_link(user):
    """Works until a password is set with it, for PASSWORD_RESET_TIMEOUT at most."""
    named = [urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)]
    return settings.SITE_URL + reverse("wagtailadmin_password_reset_confirm", args=named)
