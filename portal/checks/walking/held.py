"""What a place of a page can hold. Each kind says what is wrong with it and which rows it leads to."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.models import Page

from portal.checks.reading.markup import Markup
from portal.checks.reading.texts import read


@dataclass(frozen=True)
class Place:
    """Where something stands: “Content › Section “Goals” › Text”, and Wagtail's content path of it."""

    where: str
    path: str

    def inside(self, where, key):
        """A place within this one. What is called like the place around it is not named again."""
        last = self.where.rpartition("› ")[2]
        named = where and not f"{last} ".startswith(f"{where} ")
        return Place(f"{self.where} › {where}" if named else self.where, f"{self.path}.{key}")


@dataclass(frozen=True)
class Words:
    """A text without markup. `goes_on`: it is an item of a list, and not the last."""

    place: Place
    text: str
    goes_on: bool = False

    def texts(self):
        return [self.text]

    def noted(self, reading):
        return read(self.text, reading, goes_on=self.goes_on)

    def links(self):
        return []


@dataclass(frozen=True)
class Rich:
    place: Place
    html: str

    @cached_property
    def _markup(self):
        return Markup(self.html)

    def texts(self):
        return [paragraph.text for paragraph in self._markup.paragraphs()]

    def noted(self, reading):
        return self._markup.read(reading)

    def links(self):
        """(model, key, text of the link) of each page and document."""
        return self._links

    @cached_property
    def _links(self):
        return list(self._markup.links())


@dataclass(frozen=True)
class Chosen:
    """A row that was chosen: a page, a document, a citation."""

    place: Place
    model: type
    key: int

    def texts(self):
        return []

    def noted(self, reading):
        return []

    def links(self):
        return [(Page if issubclass(self.model, Page) else self.model, self.key, self.place.where)]


@dataclass(frozen=True)
class Linked:
    """An address of another site."""

    place: Place
    address: str

    def texts(self):
        return []

    def noted(self, reading):
        return []

    def links(self):
        return []


@dataclass(frozen=True)
class Undescribed:
    """A picture of which nobody said what it shows. Published pages cannot hold one unless a script wrote it."""

    place: Place

    def texts(self):
        return []

    def noted(self, reading):
        return [gettext("The picture has no description. Write one, or say that it is decorative.")]

    def links(self):
        return []


@dataclass(frozen=True)
class Bare:
    """A heading with nothing under it. The heading's text is met by itself."""

    place: Place
    heading: str

    def texts(self):
        return []

    def noted(self, reading):
        return [gettext("There is nothing under the heading “%(heading)s”.") % {"heading": self.heading}]

    def links(self):
        return []
