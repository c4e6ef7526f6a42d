"""A copy of one application for its owner: to read, and for machines. Sensitive answers too: they are the person's own."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from programs.access.shown_to import Audience, by_section, valued
from programs.models import Receipt
from programs.offer import dates

from .own import own_application
from .words import told

OWN_KINDS = [Receipt.Kind.FIRST, Receipt.Kind.CHANGE]
"""What its owner sent; a second try by the same address may be a stranger's."""


@never_cache
@require_safe
def readable(request, reference):
    """One page that needs nothing else, whenever and wherever it is opened."""
    application = own_application(request, reference)
    zone = application.program.time_zone
    context = {
        "application": application,
        "told": told(application),
        "sections": by_section(application, to=Audience.APPLICANT),
        "sent": dates.moment(application.submitted_at, zone),
        "changed": application.changed_at and dates.moment(application.changed_at, zone),
        "inquiries": application.inquiries.all(),
        "LANGUAGE_CODE": get_language(),
    }
    page = render_to_string("programs/applying/status/copy.html", context)
    return attached(page, "text/html; charset=utf-8", f"{application.reference}.html")


@never_cache
@require_safe
def for_machines(request, reference):
    application = own_application(request, reference)
    content = json.dumps(as_data(application), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    return attached(content, "application/json; charset=utf-8", f"{application.reference}.json")


def as_data(application):
    call = application.call
    sent = application.receipts.filter(kind__in=OWN_KINDS).select_related("version")
    return {
        "reference": application.reference,
        "program": application.program.said("name"),
        "round": call.round.said("name"),
        "role": call.role.said("name"),
        "name": application.name,
        "email": application.email,
        "language": application.language,
        "status": str(told(application).status),
        "sent_at": application.submitted_at,
        "changed_at": application.changed_at,
        "answers": answers(application),
        "questions": list(application.inquiries.values("question", "asked_at", "answer", "answered_at")),
        "sent": [
            {"reference": one.reference, "at": one.created_at, "name": one.name, "answers": answers(one)}
            for one in sent
        ],
    }


def answers(sent):
    return [
        {"key": key, "question": label, "value": value, "answer": [str(line) for line in lines]}
        for key, label, value, lines in valued(sent, to=Audience.APPLICANT)
    ]


def attached(content, content_type, name):
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
