"""A form's draft, and what comes into it from elsewhere: question sets, another form, a file. Never published from here."""

from copy import deepcopy

from django.core.exceptions import PermissionDenied
from django.db import transaction

from programs.forms.keys import key_of
from programs.models import ApplicationFormPage

LONGEST_KEY = 40


def may_build(user, form):
    """Whether this person may change the form now, by Wagtail's permissions and the duties; an alias is changed in its
    original, and a locked page by whoever locked it."""
    theirs = form.permissions_for_user(user)
    return not form.alias_of_id and theirs.can_edit() and not theirs.page_locked()


def require_building(user, form):
    if not may_build(user, form):
        raise PermissionDenied


@transaction.atomic
def save_draft(form, sections, by, *, in_place=False):
    """A new revision with these raw sections behind what the draft asks, or in its place."""
    locked = ApplicationFormPage.objects.select_for_update().get(pk=form.pk)
    require_building(by, locked)
    draft = locked.get_latest_revision_as_object()
    existing = [] if in_place else list(draft.sections.raw_data)
    stream = ApplicationFormPage._meta.get_field("sections").stream_block
    draft.sections = stream.to_python(joined(existing, sections, [key_of(block) for block in draft.keyed()]))
    draft.settle_choices()
    return draft.save_revision(user=by, log_action=True)


def joined(existing, added, keys):
    """Raw sections one behind the other. Among what is added, a block's id that is taken is given up, and a question's key
    that is taken gives way to another, also where a condition names it."""
    if not existing:
        return deepcopy(list(added))
    ids, renamed = set(ids_in(existing)), {}
    added = [_without(ids, section) for section in deepcopy(list(added))]
    for value in _questions(added):
        key = value.get("key")
        if key and key in keys:
            renamed[key] = value["key"] = _free(key, keys)
        keys = [*keys, value.get("key")]
    for value in [*(section["value"] for section in added), *_questions(added)]:
        condition = value.get("shown_if") or {}
        if condition.get("question") in renamed:
            condition["question"] = renamed[condition["question"]]
    return [*existing, *added]


def ids_in(raw):
    """The id of every block in what a stream stores."""
    if isinstance(raw, list):
        for one in raw:
            yield from ids_in(one)
    elif isinstance(raw, dict):
        if raw.get("id"):
            yield raw["id"]
        for one in raw.values():
            yield from ids_in(one)


def _without(ids, raw):
    if isinstance(raw, list):
        return [_without(ids, one) for one in raw]
    if isinstance(raw, dict):
        kept = {name: _without(ids, value) for name, value in raw.items()}
        return {name: value for name, value in kept.items() if name != "id" or value not in ids}
    return raw


def _questions(sections):
    return [one["value"] for section in sections for one in section["value"].get("questions", [])]


def _free(key, taken):
    numbers = (f"{key[: LONGEST_KEY - 4]}-{n}" for n in range(2, 1000))
    return next(one for one in numbers if one not in taken)
