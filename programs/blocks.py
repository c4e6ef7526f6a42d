"""Blocks for program pages."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.blocks import prose_blocks


class ApplyBlock(blocks.StructBlock):
    """The start of the application forms of this page's program: name and email, and a button for each open call that
    carries them over to its form.

    It names a role, never a row, so that copies and translations of the page stay true.
    """

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    role = blocks.CharBlock(
        label=_("Only this role"),
        required=False,
        max_length=20,
        help_text=_("The role's key, such as mentee. Empty: every role."),
    )

    class Meta:
        icon = "form"
        label = _("Application form")
        template = "programs/blocks/apply.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        calls = (parent_context or {}).get("calls", [])
        offered = [call for call in calls if call.role.key == (value["role"] or call.role.key)]
        context["offered"] = offered
        context["startable"] = [call for call in offered if call.is_open and not call.row.url]
        return context


def program_blocks():
    return [*prose_blocks(), ("apply", ApplyBlock())]
