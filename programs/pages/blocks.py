"""Blocks for program pages. They name roles by key, never rows, so that copies and translations of a page stay true."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.pages.blocks import Anchored, HeadedBlock, prose_blocks

INLINE = ["bold", "italic", "link"]


def own_heading():
    return blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("Empty: the usual heading of this part.")
    )


class PointsBlock(HeadedBlock):
    """Points of one kind under a heading, numbered where their order counts."""

    heading = own_heading()
    intro = blocks.RichTextBlock(label=_("Introduction"), required=False, features=INLINE)
    ordered = blocks.BooleanBlock(label=_("Number the points"), required=False)
    points = blocks.ListBlock(blocks.RichTextBlock(label=_("Point"), features=INLINE), label=_("Points"), default=[])

    class Meta:
        content = "points"
        template = "programs/blocks/points.html"


class GoalsBlock(PointsBlock):
    """What the program sets out to do."""

    class Meta:
        icon = "check"
        label = _("Goals")
        usual_heading = _("Goals")


class GuidelinesBlock(PointsBlock):
    """What holds for everybody who takes part."""

    class Meta:
        icon = "list-ul"
        label = _("Guidelines")
        usual_heading = _("Guidelines")


class ExpectationBlock(blocks.StructBlock):
    """What one role gives or gets."""

    ASKED, OFFERED = "asked", "offered"

    role = blocks.CharBlock(label=_("Role"), max_length=20, help_text=_("The role's key, such as mentee."))
    about = blocks.ChoiceBlock(
        label=_("This says"),
        choices=[(ASKED, _("what we expect of them")), (OFFERED, _("what they can expect"))],
        default=ASKED,
    )
    text = blocks.RichTextBlock(label=_("Text"), features=[*INLINE, "ul", "ol"])

    class Meta:
        icon = "user"
        label = _("Role")


class ExpectationsBlock(HeadedBlock):
    """Expectations by role, each under a heading in the program's own word for the role."""

    heading = own_heading()
    roles = blocks.ListBlock(ExpectationBlock(), label=_("Roles"), default=[])

    class Meta:
        icon = "group"
        label = _("Expectations by role")
        usual_heading = _("What to expect")
        content = "roles"
        template = "programs/blocks/expectations.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        program = (parent_context or {}).get("program")
        words = {role.key: role.said("plural") for role in program.roles.all()} if program else {}
        context["expectations"] = [(expectation_heading(entry, words), entry["text"]) for entry in value["roles"]]
        return context


def expectation_heading(entry, words):
    """“What buddies can expect”; empty where the program has no such role."""
    if entry["role"] not in words:
        return ""
    asked = entry["about"] == ExpectationBlock.ASKED
    told = gettext("What we expect of %(roles)s") if asked else gettext("What %(roles)s can expect")
    return told % {"roles": words[entry["role"]]}


class ConfidentialityBlock(HeadedBlock):
    """What stays between the people of a pair, and who else learns what."""

    heading = own_heading()
    text = blocks.RichTextBlock(label=_("Text"))

    class Meta:
        icon = "lock"
        label = _("Confidentiality")
        usual_heading = _("Confidentiality")
        template = "portal/blocks/section.html"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question")


class FaqBlock(HeadedBlock):
    """Questions that open to their answers, without script; on paper all are open."""

    heading = own_heading()
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), default=[])

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        usual_heading = _("Questions and answers")
        content = "questions"
        template = "programs/blocks/faq.html"


class ApplyBlock(blocks.StructBlock):
    """The start of the application forms of this page's program: name and email, and a button for each open call that
    carries them over to its form."""

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
        value_class = Anchored

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        calls = (parent_context or {}).get("calls", [])
        offered = [call for call in calls if call.role.key == (value["role"] or call.role.key)]
        context["offered"] = offered
        context["startable"] = [call for call in offered if call.is_open and not call.row.url]
        return context


def program_blocks():
    return [
        *prose_blocks(),
        ("goals", GoalsBlock()),
        ("guidelines", GuidelinesBlock()),
        ("expectations", ExpectationsBlock()),
        ("confidentiality", ConfidentialityBlock()),
        ("faq", FaqBlock()),
        ("apply", ApplyBlock()),
    ]
