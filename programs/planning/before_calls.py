"""What the site must have before anybody can be asked to apply, such as a published privacy notice. Rooms above say it
through the hook "before_calls": a function of the user that yields (sentence, address where it is mended)."""

from itertools import chain

from django.utils.html import format_html
from django.utils.translation import gettext
from wagtail import hooks

from programs.models import Call, Program


def missing(user):
    return list(chain.from_iterable(hook(user) for hook in hooks.get_hooks("before_calls")))


def refusals(user):
    """The same as errors of a form, each with the way to mend it."""
    link = '{} <a href="{}">{}</a>'
    return [format_html(link, sentence, address, gettext("Write it")) for sentence, address in missing(user)]


def calls_made_public(form, publishing):
    """Whether saving this form of a program or a round asks readers to apply here, who were not asked before."""
    row = form.instance
    if isinstance(row, Program):
        return publishing and Call.objects.filter(round__program=row.pk, round__draft=False, url="").exists()
    if form.cleaned_data.get("called_off") or "calls" not in form.formsets:
        return False
    formset = form.formsets["calls"]
    kept = [
        one for one in formset.forms if one not in formset.deleted_forms and one.has_changed() | bool(one.instance.pk)
    ]
    asking = [one for one in kept if not one.cleaned_data.get("url")]
    return bool(asking) if publishing else any(one.instance.pk is None for one in asking)
