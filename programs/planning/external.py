"""Addresses on other sites that programs, their hosts and their calls lead to, for whoever checks links."""

from django.urls import reverse

from programs.models import Call, Host, Program


def external_links():
    """external_links: (url, title, address in the admin) of every row that names one."""
    for host in Host.objects.exclude(url=""):
        yield host.url, str(host), reverse("host:edit", args=[host.pk])
    for program in Program.objects.exclude(url=""):
        yield program.url, str(program), reverse("program:edit", args=[program.pk])
    for call in Call.objects.exclude(url="").select_related("round__program", "role"):
        yield call.url, str(call), reverse("round:edit", args=[call.round_id])
