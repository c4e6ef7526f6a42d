"""The findings of form pages, for the editor's panel, the message after publishing and the report."""

from collections import defaultdict

from django.db.models import Prefetch
from django.utils import timezone

from programs.models import ApplicationFormPage, Call, Host

from .asked import Form
from .eligibility import not_mentioned
from .questions import CHECKS, referees


def page_findings(walked):
    """page_findings: (page, Finding) for forms, whose calls are read together."""
    pages = [page for page in walked if isinstance(page, ApplicationFormPage)]
    calls = _calls(pages) if pages else {}
    for page in pages:
        form = Form(page)
        found = [finding for check in CHECKS for finding in check(form)]
        asking = calls.get(page.translation_key, [])
        found += [*not_mentioned(form, asking), *referees(form, asking)]
        yield from ((page, finding) for finding in dict.fromkeys(found))


def _calls(pages):
    """{translation key of a form: its calls that are not over}."""
    keys = [page.translation_key for page in pages]
    rows = Call.objects.filter(form__translation_key__in=keys, round__called_off=False)
    rows = rows.select_related("round__program", "role", "form")
    bodies = ("member_of", "member_also", "role__member_of", "role__member_also")
    rows = rows.prefetch_related(*(Prefetch(name, Host.objects.all()) for name in bodies))
    now, found = timezone.now(), defaultdict(list)
    for call in rows:
        if not call.has_closed(now):
            found[call.form.translation_key].append(call)
    return found
