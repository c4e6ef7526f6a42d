"""A round with its milestones and calls, as one form."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Locale

from portal.asking.consequences import AskingPanel, AsksFirst
from portal.checks.showing.panel import ChecksPanel
from portal.date_fields.asked import FIRST_MINUTE, LAST_MINUTE
from portal.date_fields.fields import MomentField
from programs.forms.purposes import FOR_CALLS, FOR_REFERENCES
from programs.models import ApplicationFormPage, Call, ProgramPage, Role
from programs.offer.dates import ANYWHERE_ON_EARTH, clock, zone_words
from programs.planning.addresses.forms import CommitteeAddress
from programs.planning.conditions import CONDITIONS, conditions_panel
from programs.planning.drafts import DraftPanel
from programs.planning.inline import ChildForm, ChildPanel, ParentForm

from .asking import harm_of_round
from .checks import findings_now


def forms_of(program, purpose=FOR_CALLS):
    """The forms for a purpose below the program's pages; of one that is translated, the original."""
    pages = ProgramPage.objects.filter(program=program).values("path")
    original = ApplicationFormPage.objects.filter(
        locale=Locale.get_default(), translation_key=OuterRef("translation_key")
    )
    found = ApplicationFormPage.objects.filter(
        Q(locale=Locale.get_default()) | ~Exists(original), alias_of=None, **purpose
    )
    above = Substr("path", 1, Length("path") - ApplicationFormPage.steplen)
    return found.annotate(above=above).filter(above__in=pages)


def zone_of(program):
    return f"{zone_words(program.time_zone)} ({program.time_zone})"


class CallForm(CommitteeAddress, ChildForm):
    """Times stand on the program's clock, or on that of “anywhere on Earth”; roles and forms are the program's own."""

    parent_field = "round"
    settled = ("role",)
    committee_field = "url"

    opens = MomentField(label=_("Opens"), required=False)
    preferred_by = MomentField(
        label=_("Soft deadline"),
        required=False,
        ends=True,
        help_text=Call._meta.get_field("preferred_by").help_text,
    )
    closes = MomentField(label=_("Closes"), required=False, ends=True)

    def __init__(self, *args, parent=None, **kwargs):
        super().__init__(*args, parent=parent, **kwargs)
        program = parent.program
        if not self.instance.round_id:
            self.instance.round = parent  # on whose clock its times are compared
        self.fields["role"].queryset = Role.objects.filter(program=program)
        self.fields["membership"].required = False
        self._offer_forms("form", FOR_CALLS, program)
        self._offer_forms("reference_form", FOR_REFERENCES, program)
        self._set_clock(program)
        self.keep_for_committee(program)

    def clean(self):
        """Conditions that would count for nothing are not taken in silence."""
        cleaned = super().clean()
        typed = set(CONDITIONS) & set(self.changed_data) - {"membership"}
        if typed and not cleaned.get("own_conditions"):
            told = gettext("Tick this for the conditions below to count, or leave them as they were.")
            self.add_error("own_conditions", told)
        return cleaned

    def clean_membership(self):
        return self.cleaned_data["membership"] or Call.Membership.ANY

    def _offer_forms(self, name, purpose, program):
        field, chosen = self.fields[name], getattr(self.instance, f"{name}_id")
        offered = Q(pk__in=forms_of(program, purpose).values("pk")) | Q(pk=chosen)
        field.queryset = ApplicationFormPage.objects.filter(offered, **purpose)
        field.label_from_instance = lambda form: (
            form.title if form.live else _("%(form)s (not published)") % {"form": form}
        )
        if name == "form":
            field.help_text = gettext("A page below the program's page. Applying starts when it is published.")

    def _set_clock(self, program):
        """What was ticked decides on which clock the times that came with it were typed."""
        anywhere = self["anywhere_on_earth"].value()
        for name in ("opens", "preferred_by", "closes"):
            self.fields[name].ask(zone=ANYWHERE_ON_EARTH if anywhere else program.time_zone)
            self.fields[name].widget.boxed = ("anywhere_on_earth", program.time_zone, ANYWHERE_ON_EARTH)
        told = {"zone": zone_of(program), "first": clock(FIRST_MINUTE), "last": clock(LAST_MINUTE)}
        self.fields["opens"].help_text = (
            gettext(
                "%(zone)s. A day without a time: from %(first)s. "
                "Empty: open from when it is announced if it has a deadline, else to be announced."
            )
            % told
        )
        self.fields["closes"].help_text = (
            gettext("%(zone)s. A day without a time: until %(last)s. Empty: stays open.") % told
        )


class MilestoneForm(ChildForm):
    parent_field = "round"


class RoundForm(AsksFirst, ParentForm):
    """A round stays in its program, which the screen has chosen; so that is no field."""

    def clean(self):
        cleaned = super().clean()
        calls = self.formsets.get("calls")
        if calls and not self.errors:
            called_off = "called_off" in self.changed_data and cleaned.get("called_off")
            forms = [(form, calls._should_delete_form(form)) for form in calls.initial_forms if form.is_valid()]
            self.ask_first(list(harm_of_round(self.instance, called_off, forms, self.for_user)))
        return cleaned

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"program"}


class ProgramLine(Panel):
    """Says which program the round is in and on which clock its times stand."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "programs/planning/program_line.html"

        def get_context_data(self, parent_context=None):
            program = self.instance.program
            return super().get_context_data(parent_context) | {"program": program, "zone": zone_of(program)}


CALL_PANELS = [
    FieldRowPanel([FieldPanel("role"), FieldPanel("form", widget=forms.Select)]),
    FieldPanel("reference_form", widget=forms.Select),
    FieldPanel("url"),
    FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
    FieldRowPanel([FieldPanel("opens_precision"), FieldPanel("opens_around")]),
    FieldRowPanel([FieldPanel("closes_precision"), FieldPanel("closes_around")]),
    FieldPanel("to_check"),
    FieldRowPanel([FieldPanel("preferred_by"), FieldPanel("anywhere_on_earth")]),
    FieldRowPanel([FieldPanel("places"), FieldPanel("limit")]),
    conditions_panel(_("Who can apply in this round"), FieldPanel("own_conditions")),
]

MILESTONE_PANELS = [
    FieldRowPanel([FieldPanel("label"), FieldPanel("label_es")]),
    FieldPanel(
        "precision",
        help_text=_(
            "Say only what is known. “Early November”: choose “Early in a month” and any day of that November. "
            "“Fall 2027”: choose “A season” and any day of that fall."
        ),
    ),
    FieldRowPanel([FieldPanel("starts"), FieldPanel("ends", help_text=_("Empty: it is one day, week or month."))]),
    FieldRowPanel([FieldPanel("time"), FieldPanel("place")]),
    FieldRowPanel([FieldPanel("conference"), FieldPanel("to_check")]),
]

ROUND = ObjectList(
    [
        DraftPanel(),
        AskingPanel(),
        ChecksPanel(find=findings_now),
        ProgramLine(heading=_("Program")),
        TitleFieldPanel("name", targets=["slug"], classname="", placeholder=False),
        MultiFieldPanel(
            [FieldPanel("decisions_by"), FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")])], _("Dates")
        ),
        ChildPanel("calls", form=CallForm, heading=_("Calls"), label=_("Call"), panels=CALL_PANELS),
    ],
    heading=_("Round"),
)

TIMELINE = ObjectList(
    [
        ChildPanel(
            "milestones",
            form=MilestoneForm,
            heading=_("Other lines of the timeline"),
            label=_("Line"),
            panels=MILESTONE_PANELS,
        ),
    ],
    heading=_("Timeline"),
)

SPANISH = ObjectList([FieldPanel("name_es")], heading=_("Spanish"))

RARE = ObjectList(
    [FieldPanel(name) for name in ("called_off", "standing", "most_mentees", "slug")], heading=_("Rarely needed")
)

ROUND_PANELS = TabbedInterface([ROUND, TIMELINE, SPANISH, RARE], base_form_class=RoundForm)
