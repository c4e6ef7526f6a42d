"""What may not be done to pages, said before the database refuses it: hooks of Wagtail's page screens."""

from collections import Counter

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from programs.models import ApplicationFormPage, ProgramPage
from programs.planning.obstacles import in_words, page_obstacles


def keep_needed_page(request, page):
    """before_delete_page: refuses to delete a page that rounds or applications need, or any page above it."""
    found = page_obstacles([page])
    if not found:
        return None
    _refuse_deletion(request, page.get_admin_display_title(), found)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def keep_needed_pages(request, action_type, objects, action):
    """before_bulk_action: the same for a selection of pages."""
    if action_type != "delete" or action.model is not Page:
        return None
    found = page_obstacles(objects)
    if not found:
        return None
    _refuse_deletion(request, ", ".join(page.get_admin_display_title() for page in objects), found)
    return redirect(action.next_url)


def _refuse_deletion(request, title, found):
    told = _(
        "“%(title)s” cannot be deleted. It or a page below it is needed by: %(rows)s. You can unpublish it instead."
    )
    messages.error(request, told % {"title": title, "rows": in_words(found)})


def tell_of_copied_drafts(request, page, new_page):
    """after_copy_page: which copies were not published, though that was asked for."""
    if not (request.POST.get("publish_copies") or request.POST.get("alias")):
        return
    copies = ProgramPage.objects.descendant_of(new_page, inclusive=True).not_live()
    for copy in [copy for copy in copies if copy.would_be_second()]:
        told = _("“%(page)s” was copied as a draft: its program has a published page in this language already.")
        messages.warning(request, told % {"page": copy.get_admin_display_title()})


def check_before_publishing(request, action_type, objects, action):
    """before_bulk_action: what the editor's own screen asks of each page that is to be published."""
    if action_type != "publish" or action.model is not Page:
        return None
    keys = _to_be_published(objects, action.cleaned_form.cleaned_data["include_descendants"])
    faults = [*_second_pages(keys), *_faulty_forms(keys)]
    if not faults:
        return None
    messages.error(request, _("Nothing was published. %(reasons)s") % {"reasons": " ".join(faults)})
    return redirect(action.next_url)


def _to_be_published(pages, include_descendants):
    keys = {page.pk for page in pages}
    if include_descendants:
        for page in pages:
            keys.update(page.get_descendants().not_live().values_list("pk", flat=True))
    return keys


def _as_published(model, keys):
    return [page.get_latest_revision_as_object() for page in model.objects.filter(pk__in=keys, alias_of=None)]


def _second_pages(keys):
    """A program has one published page in each language."""
    pages = _as_published(ProgramPage, keys)
    together = Counter((page.program_id, page.locale_id) for page in pages)
    for page in pages:
        if page.would_be_second() or together[page.program_id, page.locale_id] > 1:
            told = _("“%(page)s” would be the second published page of its program in this language.")
            yield told % {"page": page.get_admin_display_title()}


def _faulty_forms(keys):
    for form in _as_published(ApplicationFormPage, keys):
        for fault in form.faults():
            yield f"“{form.get_admin_display_title()}”: {fault}"
