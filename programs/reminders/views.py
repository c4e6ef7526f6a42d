"""Asking to be told when a program opens, confirming that, and leaving.

None of these addresses involves a sign-in: what another site could post to them, it could as well send itself, and a
mail provider that leaves for its reader has no cookie. So none asks for a token or sets a cookie.
"""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.site.slowing import slowed
from programs.listing.pages import page_of, public_pages
from programs.models import Program
from programs.offer.standing import ProgramState, standing

from .asking import ask
from .forms import ReminderForm

FROM_ONE_NETWORK = 40
"""Asked for in an hour; each writes a letter to somebody."""


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remind(request, code):
    """The answer to a POST is the same whether or not the address is on the list."""
    published = Program.objects.public().filter(
        kind=Program.Kind.MENTORING, pk__in=public_pages().order_by().values("program")
    )
    program = get_object_or_404(published.with_rounds(), code=code)
    context = about(program)
    if context["standing"].state == ProgramState.OPEN:
        return render(request, "programs/reminders/open_now.html", context)
    form = ReminderForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if wait := slowed(request, "reminders", most=FROM_ONE_NETWORK):
            return wait
        ask(program, form.cleaned_data["email"], get_language())
        return render(request, "programs/reminders/asked.html", context)
    return render(request, "programs/reminders/ask.html", context | {"form": form}, status=422 if form.errors else 200)


def about(program):
    return {"program": program, "program_page": page_of(program), "standing": standing(program)}
