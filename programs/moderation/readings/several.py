"""Spreading the chosen applications over the committee: a preview of who gets what, and who was left out and why."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from portal.site.addresses import ids_in
from programs.access import DECIDE, scope
from programs.access.naming import rubric_of
from programs.models import Application, CommitteeMember
from programs.models.readings.rubric import MOST_READERS
from programs.moderation.queue.selection import Selection
from programs.readings.assigning import assign, readers_of, spread, to_assign

from .people import name_of


class PairsField(forms.CharField):
    """Applications and who would read them, as the screen showed them: "12:3,13:5" is [(12, 3), (13, 5)]."""

    widget = forms.HiddenInput

    def prepare_value(self, value):
        return value if isinstance(value, str) else ",".join(f"{one}:{other}" for one, other in value or [])

    def to_python(self, value):
        pairs = [ids_in(pair.split(":")) for pair in super().to_python(value).split(",") if pair]
        if not all(len(pair) == 2 for pair in pairs):
            raise ValidationError(gettext("This screen was sent incompletely. Open it again."))
        return [tuple(pair) for pair in pairs]


class SpreadForm(forms.Form):
    """Who reads, and how many read each; `shown` is for whom the plan was made that `pairs` holds."""

    readers = forms.MultipleChoiceField(label=_("Who reads"), widget=forms.CheckboxSelectMultiple, required=False)
    wanted = forms.IntegerField(label=_("Readings of each application"), min_value=1, max_value=MOST_READERS)
    pairs = PairsField(required=False)
    shown = forms.CharField(widget=forms.HiddenInput, required=False)


def shown_for(readers, wanted):
    """What a plan was made for, as a word."""
    return f"{wanted}:{'.'.join(sorted(map(str, readers)))}"


class SpreadSelection(Selection):
    """Reading for the chosen applications of one program, given to its readers evenly."""

    duty = DECIDE
    display_name = _("Assign readers")
    aria_label = _("Spread the selected applications over the readers")
    action_type = "spread"
    action_priority = 110
    form_class = SpreadForm
    template_name = "programs/moderation/readings/bulk_spread.html"

    @cached_property
    def applications(self):
        return to_assign(Application.objects.filter(pk__in=[row.pk for row in self.chosen[0]]))

    @cached_property
    def program(self):
        """The one program of all that is chosen; None where there are several, or nothing is chosen."""
        programs = {application.program.pk: application.program for application in self.applications}
        return next(iter(programs.values())) if len(programs) == 1 else None

    @cached_property
    def readers(self):
        return readers_of(self.program) if self.program else []

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["readers"].choices = [(str(reader.pk), name_of(reader)) for reader in self.readers]
        return form

    def get_initial(self):
        """At first those read who are readers and nothing else; coordinators are offered, too."""
        if not self.program:
            return {}
        duty = CommitteeMember.Duty.READER
        only = CommitteeMember.objects.active().filter(program=self.program, duty=duty).values_list("user", flat=True)
        return {"readers": [str(pk) for pk in only], "wanted": rubric_of(self.program).wanted}

    shown = None
    """The form that says for whom the plan is made, once one was sent that only asks for a plan."""

    def asked(self):
        """(readers, how many) that the screen's plan is made for."""
        typed = self.shown.cleaned_data if self.shown else self.get_initial()
        chosen = set(typed.get("readers", []))
        return [reader for reader in self.readers if str(reader.pk) in chosen], typed.get("wanted", 1)

    def get_context_data(self, **kwargs):
        readers, wanted = self.asked()
        plan = spread(self.program, self.applications, readers, wanted) if self.program else None
        context = super().get_context_data(**kwargs)
        if plan:
            told = {"pairs": plan.pairs, "shown": shown_for([reader.pk for reader in readers], wanted)}
            fields = {name: context["form"][name] for name in told}
            context["hidden"] = [
                (fields[name].html_name, fields[name].field.prepare_value(told[name])) for name in told
            ]
        return context | {
            "plan": plan,
            "by_reader": [(name_of(reader), rows) for reader, rows in plan.by_reader()] if plan else [],
            "left_out": [(row, name_of(reader), why) for row, reader, why in plan.left_out] if plan else [],
        }

    def get_actionable_objects(self):
        """Once it is sent, what the screen showed; its program is that of the rows that are chosen still."""
        if self.cleaned_form is None:
            return super().get_actionable_objects()
        keys = {one for one, _reader in self.cleaned_form.cleaned_data["pairs"]}
        rows = scope(Application.objects.filter(pk__in=keys), self.request.user, DECIDE)
        return to_assign(rows.filter(call__round__program=self.program)), {}

    def prepare_action(self, objects, objects_without_access):
        """The plan again, where it was asked for, or where somebody changed for whom it is since it was shown."""
        typed = self.cleaned_form.cleaned_data
        changed = typed["shown"] != shown_for(typed["readers"], typed["wanted"])
        if self.program and not changed and "show" not in self.request.POST:
            return None
        if self.program and changed and "show" not in self.request.POST:
            told = gettext("You changed who reads. This is the plan now: look at it, then assign.")
            messages.warning(self.request, told)
        self.shown, self.cleaned_form = self.cleaned_form, None
        return self.render_to_response(self.get_context_data(form=self.shown))

    @classmethod
    def execute_action(cls, objects, *, action, **kwargs):
        pairs = action.cleaned_form.cleaned_data["pairs"]
        made = assign(action.program, objects, pairs, by=action.request.user)
        if len(made) < len(pairs):
            passed = len(pairs) - len(made)
            told = ngettext(
                "%(n)d reading was passed over: something has changed since it was shown.",
                "%(n)d readings were passed over: something has changed since they were shown.",
                passed,
            )
            messages.warning(action.request, told % {"n": passed})
        return len(made), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects:
            return None
        told = ngettext(
            "%(n)d reading assigned. Each reader gets one letter.",
            "%(n)d readings assigned. Each reader gets one letter.",
            num_parent_objects,
        )
        return told % {"n": num_parent_objects}
