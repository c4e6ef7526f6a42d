"""Blocks of the resource pages. A note for editors is never published; what holds an entry back is said in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from resources.for_whom import ForWhom


class EditorsNoteBlock(blocks.TextBlock):
    def __init__(self, **kwargs):
        told = {"label": _("Note for editors"), "help_text": _("Never published.")}
        super().__init__(required=False, rows=2, search_index=False, **told, **kwargs)


class CategoryBlock(blocks.StructBlock):
    """Activities under a heading. Without activities it shows nothing, not even its heading."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    numbered = blocks.BooleanBlock(label=_("Number the activities"), required=False)
    activities = blocks.ListBlock(SnippetChooserBlock("resources.Activity"), label=_("Activities"), default=[])
    editors_note = EditorsNoteBlock()

    class Meta:
        icon = "folder-open-inverse"
        label = _("Category")


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
    goals = blocks.ListBlock(SnippetChooserBlock("resources.GoalExample"), label=_("Goals"))

    class Meta:
        icon = "check"
        label = _("Goals")


class ReadingBlock(blocks.StructBlock):
    """A citation in a list, with what the editors say of it."""

    citation = SnippetChooserBlock("resources.Citation", label=_("Citation"))
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=300)
    for_whom = blocks.ChoiceBlock(label=_("For whom"), choices=ForWhom.choices, default=ForWhom.BOTH)

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
