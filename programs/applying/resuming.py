"""Coming back to a draft: by a link in a letter, on whatever device, until the call has closed for a while."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from programs.letters.applicants import DRAFT
from programs.letters.writing import write
from programs.models import Draft
from programs.people.correspondents import address_key, correspondent_for
from programs.people.secret_links import opened as opened_by

from . import drafts
from .steps import Filling


def save_for_later(draft):
    """Write a letter with a link to the draft, if the address that was typed can be one."""
    form = Filling(draft).form
    email = form.cleaned_data.get("email")
    if email:
        with transaction.atomic():
            name = form.cleaned_data.get("name", "")
            person = correspondent_for(draft.program, email, language=draft.language, name=name)
            drafts.put(draft, correspondent=person)
            write("draft", draft)


def close_for_others(draft):
    """A link that went to another address than the one that is typed now opens nothing any more: it may be a stranger's."""
    typed = address_key(" ".join(draft.typed.get("email", [])))
    if draft.correspondent and draft.correspondent.email_key != typed:
        drafts.put(draft, correspondent=None)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request, token):
    """A GET changes nothing, so that a mail scanner that follows the link spends nothing and opens nothing."""
    draft = opened_by(token, DRAFT)
    if draft is None:
        return render(request, "programs/applying/draft_gone.html", status=404)
    if request.method == "POST":
        request.session.cycle_key()
        drafts.hold(request, draft)
        return redirect("apply_form", slug=draft.call.slug)
    return render(request, "programs/applying/draft_open.html", {"program": draft.program, "call": draft.call})


def send_draft_links(email):
    """One letter for each draft of which this address was sent a link before."""
    with transaction.atomic():
        for draft in Draft.objects.unsent().with_program().filter(correspondent__email_key=address_key(email)):
            write("draft", draft)
