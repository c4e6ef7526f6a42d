"""The page behind the secret link of a referee's letter: the whole form, without account and without cookies.

The secret is all that it asks for, and stays in the address, which no log holds. A GET changes nothing, so that a mail
scanner that follows the link answers nothing and says no to nothing.
"""

from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from programs.listing.pages import page_of
from programs.models import Referee
from programs.offer import dates
from programs.people.secret_links import note_use
from programs.people.secret_links import opened as opened_by

from . import answering
from .letters import REFEREE, words_of_referee
from .standing import Status, takes_references

PAGES = {Status.ANSWERED: "sent", Status.DECLINED: "declined"}
"""What is shown of a reference that is settled, until somebody asks to write it again."""


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request, token):
    row = opened_by(token, REFEREE)
    if row is None:
        return render(request, "programs/references/link_unknown.html", status=404)
    if not takes_references(row.application):
        return over(request, row)
    if request.method != "POST":
        return settled(request, row) if row.status in PAGES else fill(request, row, answering.opened(row))
    note_use(token)
    try:
        return take(request, row, request.POST.get("go", "send"))
    except answering.Over:
        return over(request, row)


def take(request, row, go):
    """What was pressed. What is stored answers with a redirect, so that the page can be loaded again."""
    if go == "no":
        answering.say_no(row, request.POST.get("reason", ""))
        return redirect(request.path)
    if go == "write":
        return fill(request, row, answering.filled(row) if row.status == Status.ANSWERED else answering.opened(row))
    filling = answering.posted(row, request.POST)
    if "speak" in request.POST:
        return fill(request, row, filling, judged=False)
    if not filling.form.is_valid():
        return fill(request, row, filling)
    answering.keep(row, filling)
    return redirect(request.path)


def fill(request, row, filling, judged=True):
    """The form; what is wrong with it is said once it was sent, not when only the language was changed."""
    judged = judged and request.POST.get("go", "send") == "send" and request.method == "POST"
    if not judged and filling.form.is_bound:
        filling.form.tell_only([])
    context = about(row) | {"filling": filling, "form": filling.form, "asked": answering.page_asked(row)}
    context["reasons"] = Referee.Reason.choices
    wrong = judged and filling.form.errors
    return render(request, "programs/references/form.html", context, status=422 if wrong else 200)


def settled(request, row):
    at = row.changed_at or row.answered_at or row.declined_at
    context = about(row) | {"at": dates.moment(at, row.program.time_zone)}
    return render(request, f"programs/references/{PAGES[row.status]}.html", context)


def over(request, row):
    """Nothing is taken any more; what was typed is given back."""
    posts = request.method == "POST"
    context = about(row) | {"typed": answering.lines_given_back(request.POST)}
    return render(request, "programs/references/over.html", context, status=409 if posts else 200)


def about(row):
    """What a referee may know: whose reference it is, for which program, and until when. Nothing else of the application."""
    program = row.program
    told = words_of_referee(row)
    return {
        "program": program,
        "program_page": page_of(program),
        "applicant": told["applicant"],
        "until": told["until"],
    }


urlpatterns = [path("reference/open/<str:token>/", open_link, name="reference_open")]
