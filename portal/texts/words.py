from django.conf import settings
from django.utils.translation import get_language

from portal.texts.pasted import Tidied


class Worded(Tidied):
    """A row whose texts may also stand in other languages, in columns named <field>_<language>."""

    def said(self, field):
        """The field's text in the reader's language; the association's own wording where there is no translation."""
        return getattr(self, f"{field}_{get_language()}", "") or getattr(self, field)

    def language_of(self, field):
        """Of that text, where it is not the reader's language; else empty."""
        reader = get_language()
        foreign = reader != settings.LANGUAGE_CODE and not getattr(self, f"{field}_{reader}", "")
        return settings.LANGUAGE_CODE if foreign else ""
