"""A program with its roles, and who can take them, as one form."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface

from portal.checks.showing.panel import ChecksPanel
from portal.texts.zones import time_zones
from programs.access import OFFICE, hosts_for, may
from programs.models import Host, Program
from programs.offer import commitment
from programs.offer.dates import ANYWHERE_ON_EARTH, ZONE_WORDS
from programs.planning.addresses.forms import CommitteeAddress
from programs.planning.conditions import Boxes, Picked, conditions_panel
from programs.planning.drafts import DraftPanel
from programs.planning.inline import ChildForm, ChildPanel, ParentForm
from programs.planning.panels import ReadersSee

from .checks import findings_now
from .zone_change import Meaning, ZoneChange, ZoneQuestion


def zone_choices():
    """The zones that libraries here write most, then all others."""
    common = [(name, f"{word} ({name})") for name, word in ZONE_WORDS.items() if name != ANYWHERE_ON_EARTH]
    others = [(name, name) for name in sorted(time_zones() - ZONE_WORDS.keys()) if "/" in name]
    return [(_("Mainland United States"), common), (_("Other zones"), others)]


class ProgramForm(CommitteeAddress, ParentForm):
    """`zone_asked`: the time zone for which the dates were shown that `zone_meaning` answers for."""

    committee_field = "reply_to"

    ways = forms.MultipleChoiceField(
        label=_("Ways of contact"), choices=Program.Way.choices, widget=Boxes, required=False
    )
    relationships = forms.MultipleChoiceField(
        label=_("Kinds of relationship"), choices=Program.Relationship.choices, widget=Boxes, required=False
    )
    zone_meaning = forms.ChoiceField(choices=Meaning.choices, widget=forms.RadioSelect, required=False)
    zone_asked = forms.CharField(widget=forms.HiddenInput, required=False)
    zone_change = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.has_references:
            code = self.fields["code"]
            code.disabled = True
            code.help_text = gettext("References that applicants hold begin with it: it cannot change any more.")
        self.keep_for_committee(self.instance)
        self._offer_hosts(self.fields["host"])

    def _offer_hosts(self, field):
        """Which host a program has decides whose office it is in: so an office moves it among its own, others not at all."""
        if self.for_user.is_superuser:
            return
        kept = Host.objects.filter(pk=self.instance.host_id)
        theirs = not self.instance.pk or may(self.for_user, OFFICE, self.instance)
        field.queryset = hosts_for(self.for_user) | kept if theirs else kept

    def clean(self):
        cleaned = super().clean()
        old, new = self.initial.get("time_zone"), cleaned.get("time_zone")
        if self.instance.pk and new and new != old:  # not changed_data, which believes what is sent as the old zone
            change = ZoneChange(self.instance, old, new)
            self.zone_change = change if change.readings else None
        if self.zone_change:
            self._ask_which_is_meant(cleaned)
        return cleaned

    def _ask_which_is_meant(self, cleaned):
        if not cleaned.get("zone_meaning") or cleaned.get("zone_asked") != self.zone_change.new:
            told = gettext("The program has dates with a time. Say what is to happen to them.")
            self.add_error("zone_meaning", told)
            return
        try:
            self.zone_change.refuse(cleaned["zone_meaning"])
        except forms.ValidationError as refusal:
            self.add_error("zone_meaning", refusal.messages)

    def save(self, commit=True):
        program = super().save(commit)
        if commit and self.zone_change:
            self.zone_change.apply(self.cleaned_data["zone_meaning"])
        return program


class RoleForm(ChildForm):
    parent_field = "program"
    settled = ("key",)


def commitment_words(program):
    told = (
        commitment.in_words(program),
        ", ".join(map(str, program.ways_in_words)),
        ", ".join(commitment.relationships_in_words(program)),
    )
    return [words for words in told if words]


PROGRAM = ObjectList(
    [
        DraftPanel(),
        ChecksPanel(find=findings_now),
        MultiFieldPanel([FieldPanel(name) for name in ("host", "code", "name", "kind")], _("Program")),
        MultiFieldPanel([FieldPanel("summary"), FieldPanel("topics", widget=Boxes)], _("In the directory")),
        MultiFieldPanel(
            [
                ReadersSee(commitment_words),
                FieldRowPanel([FieldPanel(name) for name in ("asks_amount", "asks_unit", "asks_per")]),
                FieldPanel("length_months"),
                FieldPanel("ways"),
                FieldPanel("relationships"),
                FieldRowPanel([FieldPanel("group_people"), FieldPanel("group_mentors")]),
            ],
            _("What it asks of people"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("time_zone", widget=forms.Select(choices=zone_choices)),
                ZoneQuestion(),
                FieldPanel("reply_to"),
                FieldPanel("contact"),
            ],
            _("Times and letters"),
        ),
    ],
    heading=_("Program"),
)

ROLES = ObjectList(
    [
        ChildPanel(
            "roles",
            form=RoleForm,
            heading=_("Roles"),
            label=_("Role"),
            panels=[
                FieldRowPanel([FieldPanel("key"), FieldPanel("side")]),
                FieldRowPanel([FieldPanel("name"), FieldPanel("plural")]),
                FieldRowPanel([FieldPanel("name_es"), FieldPanel("plural_es")]),
                conditions_panel(_("Who can apply")),
            ],
        ),
    ],
    heading=_("Roles"),
)

SPANISH = ObjectList(
    [FieldPanel(name) for name in ("name_es", "summary_es", "contact_es", "paused_notice_es")], heading=_("Spanish")
)

RARE = ObjectList(
    [
        MultiFieldPanel([FieldPanel("paused"), FieldPanel("paused_notice")], _("Pause")),
        MultiFieldPanel([FieldPanel("run_by", widget=Picked)], _("Who runs it")),
        FieldPanel("url"),
    ],
    heading=_("Rarely needed"),
)

PROGRAM_PANELS = TabbedInterface([PROGRAM, ROLES, SPANISH, RARE], base_form_class=ProgramForm)
