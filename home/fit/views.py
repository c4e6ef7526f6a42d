"""The screen of “Which programs fit me?”.

Answers are sent in the body: in an address they would stay in logs, in the browser's history and with whoever gets the
link. They are used for the answer and forgotten; no row, no cookie.
"""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from programs.models import Host, Program, Role

from .questions import Questions
from .verdicts import Verdict, calls_asking_otherwise, verdicts


@csrf_exempt  # Nothing is kept and no sign-in is involved: a token would only set a cookie.
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def fit(request):
    mentoring = Program.objects.public().filter(kind=Program.Kind.MENTORING)
    roles = list(Role.objects.filter(program__in=mentoring).prefetch_related("member_of", "member_also"))
    now = timezone.now()
    own = calls_asking_otherwise(mentoring, now)
    hosts = Host.objects.by_key()
    form = Questions([*roles, *own.values()], hosts, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "home/fit.html", {"form": form}, status=422 if form.errors else 200)
    found = verdicts(
        form.reader(),
        form.cleaned_data.get("role", ""),
        roles,
        own,
        request=request,
        now=now,
    )
    groups = [(verdict, [each for each in found if each.verdict == verdict]) for verdict in Verdict]
    return render(request, "home/fit.html", {"form": form, "groups": [group for group in groups if group[1]]})
