"""What readers meet before there is anything to read."""

from django.contrib.auth import get_user_model
from django.template.response import TemplateResponse
from wagtail.permissions import policy_registry

from programs.models import Program

RETRY_AFTER = 3600
"""Seconds."""


def not_begun(request, directory):
    """The page of a site that nobody has set up, or nothing. It says what to run on the server, and offers nothing.

    Asked only while no program is public: a running site whose last administrator left stays what it is.
    """
    if directory.programs or Program.objects.exists() or administrators().exists():
        return None
    return TemplateResponse(request, "home/not_begun.html", status=503, headers={"Retry-After": RETRY_AFTER})


def administrators():
    return get_user_model().objects.filter(is_superuser=True, is_active=True)


def may_add(user):
    """Whether this person may add a program."""
    return policy_registry.get_by_type(Program).user_has_permission(user, "add")
