"""Blocks of the resource pages. A note for editors is never published; what holds an entry back is said in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class EditorsNoteBlock(blocks.TextBlock):
    def __init__(self, **kwargs):
        told = {"label": _("Note for editors"), "help_text": _("Never published.")}
        super().__init__(required=False, rows=2, search_index=False, **told, **kwargs)


class ActivityBlock(blocks.StructBlock):
    """One thing to do; may be broken down, and may lead to a page (a reading list, an event)."""

    text = blocks.TextBlock(label=_("Activity"), rows=2)
    parts = blocks.ListBlock(blocks.TextBlock(label=_("Part"), rows=1), label=_("Broken down"), default=[])
    page = blocks.PageChooserBlock(
        label=_("Page"), required=False, help_text=_("A reading list, a resource or an event.")
    )

    class Meta:
        icon = "pick"
        label = _("Activity")


class CategoryBlock(blocks.StructBlock):
    """Activities under a heading. Without activities it shows nothing, not even its heading."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    numbered = blocks.BooleanBlock(label=_("Number the activities"), required=False)
    activities = blocks.ListBlock(ActivityBlock(), label=_("Activities"), default=[])
    editors_note = EditorsNoteBlock()

    class Meta:
        icon = "folder-open-inverse"
        label = _("Category")
        content = "activities"


class EventsBlock(blocks.StructBlock):
    """Chosen events under a heading."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    events = blocks.ListBlock(blocks.PageChooserBlock("resources.EventPage"), label=_("Events"))

    class Meta:
        icon = "calendar"
        label = _("Events")


class GoalsBlock(blocks.StructBlock):
    """Goal examples, under a heading where there are several kinds."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    goals = blocks.ListBlock(blocks.TextBlock(label=_("Goal"), rows=1), label=_("Goals"))

    class Meta:
        icon = "check"
        label = _("Goals")


class ReadingBlock(blocks.StructBlock):
    """A citation in a list, with what the editors say of it."""

    citation = SnippetChooserBlock("resources.Citation", label=_("Citation"))
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=300)

    class Meta:
        icon = "openquote"
        label = _("Reading")


class ReadingsBlock(blocks.StructBlock):
    """Readings in the order the editors give, under a heading where there are several groups."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    intro = blocks.TextBlock(label=_("Introduction"), required=False, rows=2)
    entries = blocks.ListBlock(ReadingBlock(), label=_("Readings"))

    class Meta:
        icon = "list-ul"
        label = _("Group of readings")
