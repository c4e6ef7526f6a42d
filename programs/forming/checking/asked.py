"""A form as its checks read it: each question with its words, its settings and its place in the editor."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext

from portal.checks.findings import Finding
from programs.forms.defining import Defining


@dataclass(frozen=True)
class Asked:
    """One question of a form."""

    kind: str
    label: str
    definition: dict
    settings: dict
    where: str
    path: str
    section: str

    def finding(self, what):
        return Finding(self.where, what, self.path)

    @property
    def words(self):
        """Everything that says what it asks."""
        told = [self.definition.get(name) or "" for name in ("label", "hint", "why")]
        return " ".join([*told, *(str(label) for _key, label in self.block_options)])

    @property
    def block_options(self):
        return [(one.get("key"), one.get("label", "")) for one in self.definition.get("choices", [])]


class Form:
    """The questions of a form page, read once for all its checks."""

    def __init__(self, page):
        self.page, self.purpose = page, page.purpose
        self.defining = Defining(page.sections)

    @cached_property
    def questions(self):
        return [_asked(section, child, told) for section, child, told in self.defining.placed if "key" in told]

    @cached_property
    def text(self):
        """All its words, to see whether something is mentioned."""
        told = [strip_tags(self.page.intro), *(asked.words for asked in self.questions)]
        for section in self.defining.defined:
            told += [section["heading"], section["intro"]]
            told += [strip_tags(one["text"]) for one in section["questions"] if "text" in one]
        return "\n".join(told)

    @property
    def whole(self):
        """A place for what is said of all of it."""
        return str(capfirst(self.page._meta.get_field("sections").verbose_name)), "sections"

    def lost(self):
        """Places of what is to show by an answer that there is not."""
        return [_place(section, child) for section, child in self.defining.lost]


def _asked(section, child, told):
    where, path = _place(section, child)
    return Asked(child.block_type, told["label"], told, child.value, where, path, section.value["heading"])


def _place(section, child):
    """In the editor's words, and as Wagtail's content path."""
    heading = section.value["heading"]
    where, path = gettext("Section “%(heading)s”") % {"heading": heading}, f"sections.{section.id or ''}"
    if child is None:
        return where, path
    named = f"{capfirst(str(child.block.label))} “{child.value['label']}”"
    return f"{where} › {named}", f"{path}.questions.{child.id or ''}"
