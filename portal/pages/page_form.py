"""How every page of ours is edited: one whose end has passed can be worked on again, and none is published unfinished."""

from django.core.exceptions import ValidationError
from django.utils import formats, timezone
from django.utils.translation import gettext
from wagtail.admin.forms import WagtailAdminPageForm

from portal.asking.consequences import EXPIRE, AsksFirst, consequences
from portal.pages.unfilled import unfilled_places


class PageForm(WagtailAdminPageForm):
    """Wagtail refuses to save even a draft while the page's end lies in the past, beside a field of a closed dialog.
    Here a draft is saved; publishing says above everything else what is wrong, and where to look."""

    def _post_clean(self):
        """After clean(): Wagtail checks the schedule in a class that it lays over this one."""
        self._look_at_the_end()
        super()._post_clean()
        if not self.is_deferred_validation:
            self._refuse_unfilled()

    def _refuse_unfilled(self):
        """A draft may hold what is to be filled in; readers meet none of it."""
        for field, told in unfilled_places(self.instance):
            self.add_error(field if field in self.fields else None, ValidationError(told))

    def _look_at_the_end(self):
        ended = self.initial.get("expire_at")
        if self.has_error("expire_at") and not self.has_error("go_live_at") and ended and ended <= timezone.now():
            if "expire_at" not in self.changed_data and self.is_deferred_validation:
                del self.errors["expire_at"]
                self.cleaned_data["expire_at"] = ended
            else:
                self.add_error(None, ValidationError(self._where_to_look(ended)))

    def _where_to_look(self, ended):
        told = gettext(
            "The end of this page, %(when)s, has passed. Under “Status”, open the schedule and take the end away or "
            "choose a later one."
        )
        return told % {"when": formats.date_format(timezone.localtime(ended), "DATETIME_FORMAT")}


class AskingPageForm(AsksFirst, PageForm):
    """Publishing says first what it does to others, where it sets the page's end."""

    def ask_about_publishing(self):
        if self.is_deferred_validation or self.errors or not self.instance.pk or self._sends_back():
            return
        stored = type(self.instance).objects.get(pk=self.instance.pk)
        told = self.about_content(stored)
        ends = self.cleaned_data.get("expire_at")
        if ends and ends != stored.expire_at:
            told += consequences(EXPIRE, [stored], self.for_user, ends=ends)
        self.ask_first(told)

    def _sends_back(self):
        """A step of a workflow that asks for changes publishes nothing."""
        posted = self.data.get
        return posted("workflow-action-name") == "reject" and not posted("action-publish")

    def about_content(self, stored):
        """Sentences about what is changed of the page itself."""
        return []
