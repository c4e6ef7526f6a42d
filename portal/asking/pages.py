"""Asks before pages are unpublished, moved or published in Wagtail's screens, singly and in bulk: hooks of theirs."""

from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from .consequences import CHANGE_FORM, EXPIRE, MOVE, UNPUBLISH, ask_first, consequences


def with_those_below(pages):
    """These pages and all below them."""
    keys = {page.pk for page in pages}
    for page in pages:
        keys.update(page.get_descendants().values_list("pk", flat=True))
    return Page.objects.filter(pk__in=keys)


def what_publishing_does(pages, user):
    """Sentences about publishing pages as they were last saved: what it changes, and the ends that it sets."""
    told = consequences(CHANGE_FORM, pages, user)
    for page in pages:
        ends = page.get_latest_revision_as_object().expire_at
        if ends and ends != page.expire_at:
            told += consequences(EXPIRE, [page], user, ends=ends)
    return told


def ask_before_unpublishing(request, page):
    """before_unpublish_page"""
    pages = with_those_below([page]) if request.POST.get("include_descendants") else [page]
    return ask_first(request, consequences(UNPUBLISH, pages, request.user))


def ask_before_moving(request, page, destination):
    """before_move_page: runs when the question is shown, too, and before Wagtail asks who may: what moving does to others
    is told to nobody else, and the root has no parent."""
    if request.method != "POST":
        return None
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied
    if page.get_parent().pk == destination.pk:
        return None
    return ask_first(request, consequences(MOVE, with_those_below([page]), request.user))


def ask_before_bulk_action(request, action_type, objects, action):
    """before_bulk_action"""
    if action.model is not Page or action_type not in ACTS:
        return None
    cleaned = action.cleaned_form.cleaned_data
    below = action_type == "move" or cleaned.get("include_descendants")
    pages = with_those_below(objects) if below else objects
    if action_type == "publish":
        return ask_first(request, what_publishing_does(pages, request.user))
    return ask_first(request, consequences(ACTS[action_type], pages, request.user))


ACTS = {"unpublish": UNPUBLISH, "move": MOVE, "publish": CHANGE_FORM}
