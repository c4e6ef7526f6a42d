from itertools import chain
from operator import attrgetter

from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks, hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from portal.caching.remembering import remembered
from portal.files.blocks import PictureBlock
from portal.pages.languages import TranslatedPage
from portal.pages.readable import readable
from portal.pages.subpages import family
from portal.texts.streams import StreamField
from programs.offer.catalog import OfferedProgram
from programs.pages.blocks import program_blocks
from programs.pages.editing import ProgramLinks, ProgramPageForm, second_page

from .program import Program


class ProgramPage(TranslatedPage, Page):
    """What editors publish about a program. Copying, moving or deleting it touches no round, call or application."""

    program = models.ForeignKey("Program", verbose_name=_("program"), on_delete=models.PROTECT, related_name="pages")
    promise = models.CharField(_("promise"), max_length=300, blank=True, help_text=_("One sentence under the title."))
    overview = RichTextField(
        _("overview"), blank=True, features=["bold", "italic", "link", "ul", "ol"], help_text=_("Before the timeline.")
    )
    run_by = models.CharField(
        _("run by"), max_length=300, blank=True, help_text=_("Only where the program names nobody who runs it.")
    )
    time_asked = models.CharField(
        _("time it takes"), max_length=200, blank=True, help_text=_("Only where the program does not say it as data.")
    )
    picture = StreamField(
        [("picture", PictureBlock())], blank=True, max_num=1, verbose_name=_("picture"), help_text=_("Before the text.")
    )
    body = StreamField(program_blocks(), blank=True, verbose_name=_("content"))
    resources = StreamField(
        [("page", blocks.PageChooserBlock(label=_("Page")))],
        blank=True,
        verbose_name=_("resources"),
        help_text=_("Shown beside the program. Its own pages stand there without being chosen."),
    )

    content_panels = Page.content_panels + [
        FieldPanel("program"),
        ProgramLinks(heading=_("Program and rounds"), icon="group"),
        FieldPanel("promise"),
        FieldPanel("overview"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    rare_panels = [
        MultiFieldPanel([FieldPanel("run_by"), FieldPanel("time_asked")], heading=_("At a glance")),
        FieldPanel("resources"),
    ]
    parent_page_types = ["home.HomePage"]
    base_form_class = ProgramPageForm

    class Meta:
        verbose_name = _("program page")
        verbose_name_plural = _("program pages")

    def published_rival(self):
        """Another published page of this program in this language. One is enough; aliases follow their page."""
        live = ProgramPage.objects.live().filter(alias_of=None).exclude(pk=self.pk)
        return live.filter(program=self.program_id, locale=self.locale_id).first()

    def stays_draft(self):
        """A copy, a converted alias or a scheduled draft does not become the second published page of its program."""
        return super().stays_draft() or self.would_be_second()

    def publishing_faults(self):
        yield from super().publishing_faults()
        if self.would_be_second():
            yield second_page(self.published_rival())

    def would_be_second(self):
        """Whether another page of its program is published. One that is itself published stays so: none locks another."""
        return not (self.alias_of_id or self.is_published()) and self.published_rival() is not None

    def is_published(self):
        """Whether this page, as it is stored, is a published page of its program in its language."""
        stored = ProgramPage.objects.live().filter(pk=self.pk, alias_of=None)
        return stored.filter(program=self.program_id, locale=self.locale_id).exists()

    def get_context(self, request, *args, **kwargs):
        """404 for readers while its program is a draft."""
        context, facts = super().get_context(request, *args, **kwargs), self.facts(timezone.now())
        if facts["program"].draft and not getattr(request, "is_preview", False):
            raise Http404
        return context | facts

    def facts(self, now):
        """Everything the page says from rows: the program's standing, its rounds with timelines, its calls, its pages."""
        program = OfferedProgram(remembered("program", self.rows, of=self.program_id))
        calls, pages = program.offered_calls(now), family(self)
        events = [event for event in self.events(timezone.localdate(now)) if event.live]
        read = self.readable_pages(calls)
        return {
            "program": program.row,
            "standing": program.standing(now),
            "who_can_apply": program.who_can_apply(calls),
            "asks": program.asks(),
            "relationships": program.relationships(),
            "rounds": program.rounds(now),
            "past_rounds": program.past_rounds(now),
            "calls": calls,
            "minutes": max((call.row.form.minutes for call in calls if call.is_open and call.row.form), default=None),
            "pages": pages,
            "events": events,
            "chosen_resources": self.chosen_resources(read, beside=[*pages, *events]),
            "asking": asking(calls, read),
        }

    def rows(self):
        """Its program with everything that readers are told of it; read only."""
        rows = Program.objects.with_rounds().select_related("host__parent", "host__logo")
        return rows.prefetch_related("run_by", "roles__member_of", "roles__member_also").get(pk=self.program_id)

    def events(self, since):
        """The program's events that last until this day or longer, soonest first; those called off, too, whose page is gone:
        calendars tell of them. Other rooms tell of them through the hook
        "program_events": a function of the page and the day."""
        told = [offer(self, since) for offer in hooks.get_hooks("program_events")]
        return sorted(chain.from_iterable(told), key=attrgetter("starts"))

    def readable_pages(self, calls):
        """The chosen pages and the forms of open calls, as a reader of this page gets them: see readable()."""
        return readable([*self.chosen, *(call.row.form_id for call in calls if call.asks_here)], self.locale_id)

    @property
    def chosen(self):
        """Keys as they are stored: to have the pages would ask a query."""
        return [child["value"] for child in self.resources.raw_data]

    def chosen_resources(self, read, beside):
        """The chosen pages that anybody may read, without those that stand beside them already."""
        named = {page.pk for page in beside}
        return [read[pk] for pk in self.chosen if pk in read and read[pk].pk not in named]


def asking(calls, read):
    """(role, page that says what its form asks) of each open call with a form here; a form for two roles stands once."""
    found = {}
    for call in calls:
        if call.asks_here and call.row.form_id in read:
            found.setdefault(read[call.row.form_id], call.role)
    return [(role, page) for page, role in found.items()]


def draft_trees():
    """hidden_trees: where the pages of draft programs stand. The page itself is served to nobody; what an editor published
    below it is named nowhere."""
    return ProgramPage.objects.filter(program__draft=True).values_list("path", flat=True)
