"""How a program's page is edited: which program it may tell about, and the way from there to the program's rows.

Asks Wagtail's registries of policies and hooks, where access and the screens register, so that models know neither.
"""

from itertools import chain

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin.panels import Panel
from wagtail.permissions import policy_registry

from portal.asking.consequences import CHANGE_FORM, consequences
from portal.pages.page_form import AskingPageForm


def second_page(rival):
    told = gettext("“%(page)s” is already published for this program in this language. Unpublish it first.")
    return told % {"page": rival.title}


class ProgramPageForm(AskingPageForm):
    """A page tells about a program that its editor may plan.

    Whoever edits a program's oldest page plans the program (see programs.access). So nobody makes a page for a program of
    others, and no existing page is turned to a program that has one.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.for_user.is_superuser:
            self.fields["program"].queryset = self._programs(self.fields["program"].queryset)

    def _programs(self, programs):
        policy = policy_registry.get_by_type(programs.model)
        planned = policy.instances_user_has_permission_for(self.for_user, "change").values("pk")
        pages = type(self.instance).objects.all()
        stored = pages.filter(pk=self.instance.pk)
        if not stored:
            return programs.filter(pk__in=planned)
        without_page = Q(pk__in=planned) & ~Q(pk__in=pages.values("program"))
        return programs.filter(without_page | Q(pk__in=stored.values("program")))

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation and cleaned.get("program"):
            self.refuse_second_page(cleaned["program"])
        self.ask_about_publishing()
        return cleaned

    def refuse_second_page(self, program):
        """Only when the page is to be published: a draft may stand beside the published page. A page that is published
        already is never locked by another one."""
        self.instance.program = program
        rival = self.instance.published_rival()
        if rival and not self.instance.is_published():
            self.add_error("program", ValidationError(second_page(rival)))


class FormPageForm(AskingPageForm):
    """Keys are checked when a form is published; its drafts may be as unfinished as they are."""

    def clean(self):
        cleaned = super().clean()
        if "sections" in cleaned:
            self.instance.sections = cleaned["sections"]
            self.instance.settle_choices()
        if not self.is_deferred_validation and "sections" in cleaned:
            for fault in self.instance.faults():
                self.add_error("sections", ValidationError(fault))
        self.ask_about_publishing()
        return cleaned

    def about_content(self, stored):
        self.instance.sections = self.cleaned_data.get("sections", self.instance.sections)
        changed = self.instance.definition() != stored.definition()
        return consequences(CHANGE_FORM, [stored], self.for_user, changed=True) if changed else []


class ProgramLinks(Panel):
    """The way from a program's page to its rows. Screens offer them through the hook "program_links", each only to
    those who may open it: a function of the program and the user that yields (label, address)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "programs/planning/links.html"

        @cached_property
        def links(self):
            page = type(self.instance).objects.select_related("program").filter(pk=self.instance.pk).first()
            if not page:
                return []
            offered = [offer(page.program, self.request.user) for offer in hooks.get_hooks("program_links")]
            return list(chain.from_iterable(offered))

        def is_shown(self):
            return bool(self.links)
