"""Pages with a place that is still to be filled in: drafts until it is, however somebody tries to publish them."""

from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Page

from portal.checks.reading.placeholders import unfilled
from portal.checks.walking.places import walk


def unfilled_places(page):
    """(name of the field, sentence) for each."""
    for held in walk(page):
        for text in held.texts():
            for told in unfilled(text):
                yield held.place.path.partition(".")[0], told


class Filled:
    """A page that does not become public with such a place in it. One that is public stays so: its form refuses."""

    def publishing_faults(self):
        """Sentences: what keeps the page, as it is here, from being published. Its form says the same beside its fields."""
        return [told for _field, told in unfilled_places(self)]

    def stays_draft(self):
        return super().stays_draft() or (any(unfilled_places(self)) and not self._is_live())

    def _is_live(self):
        return type(self)._base_manager.filter(pk=self.pk, live=True).exists()


def keep_unfilled_drafts(request, action_type, objects, action):
    """before_bulk_action: the same for a selection of pages, in words."""
    if action_type != "publish" or action.model is not Page:
        return None
    pages = set(objects)
    if action.cleaned_form.cleaned_data["include_descendants"]:
        pages |= {below for page in objects for below in page.get_descendants().not_live()}
    latest = [page.get_latest_revision_as_object() for page in pages]
    told = [
        f"“{page.get_admin_display_title()}”: {sentence}"
        for page in latest
        for _field, sentence in unfilled_places(page)
    ]
    if not told:
        return None
    messages.error(request, gettext("Nothing was published. %(reasons)s") % {"reasons": " ".join(told)})
    return redirect(action.next_url)
