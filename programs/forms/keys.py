"""Keys: the names under which answers are stored, whatever becomes of the words of questions and choices."""

from uuid import uuid4

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

KEY = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Use small letters, digits and single hyphens."))


def key_block():
    return blocks.CharBlock(
        label=_("Key"),
        required=False,
        max_length=40,
        validators=[KEY],
        help_text=_(
            "Names this in lists and exports. Fixed once the form is published. Left empty, the portal gives one."
        ),
    )


def key_of(child, taken=()):
    """The key an editor gave, or one made from the block's own id, which copies in other languages share.

    A key that is taken gives way. A block that was never saved has no id yet: its key serves the preview only.
    """
    given = child.value["key"]
    return given if given and given not in taken else (child.id or uuid4().hex).replace("-", "")[:10]
