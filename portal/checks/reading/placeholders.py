"""Places that a starting text leaves to be filled in, such as [To be completed: how long you keep applications]."""

import re

from django.utils.translation import gettext

PLACEHOLDER = re.compile(r"\[(?:To be completed|Por completar)\s*:[^\]]*\]?", re.IGNORECASE)


def unfilled(text):
    for match in PLACEHOLDER.finditer(text):
        yield gettext("“%(words)s” is still to be filled in. The page cannot be published before.") % {
            "words": match[0]
        }
