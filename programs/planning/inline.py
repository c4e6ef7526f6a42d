"""Rows edited inside their parent's form: roles of a program, calls and milestones of a round."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel

from .obstacles import in_words, obstacles


class ParentForm(WagtailAdminModelForm):
    """A form with rows inline: hands them their parent, and refuses to delete those that others need."""

    def __init__(self, *args, instance=None, **kwargs):
        self.parent = instance
        super().__init__(*args, instance=instance, **kwargs)

    def clean(self):
        cleaned = super().clean()
        for formset in self.formsets.values():
            for form in formset.deleted_forms:
                self._refuse_needed(form.instance)
        return cleaned

    def _refuse_needed(self, row):
        found = obstacles(type(row), [row.pk]) if row.pk else []
        if found:
            told = gettext("“%(row)s” cannot be deleted. It is needed by: %(rows)s.")
            self.add_error(None, ValidationError(told % {"row": row, "rows": in_words(found)}))


class ChildForm(WagtailAdminModelForm):
    """A row inside its parent's form. Its constraints are checked with the parent, which inline forms leave out."""

    parent_field = ""
    settled = ()
    """Fields that stay as they are once the row exists."""

    def __init__(self, *args, parent=None, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in self.settled:
                self.fields[name].disabled = True
        elif parent and parent.pk:
            setattr(self.instance, self.parent_field, parent)

    def _get_validation_exclusions(self):
        saved = getattr(self.instance, f"{self.parent_field}_id")
        return super()._get_validation_exclusions() - ({self.parent_field} if saved else set())


class ChildFormSet(BaseChildFormSet):
    """Tells of two rows that may not be alike in the words of the model's constraint."""

    def get_unique_error_message(self, unique_check):
        constraints = self.model._meta.total_unique_constraints
        return next(row.violation_error_message for row in constraints if set(row.fields) == set(unique_check))


class ChildPanel(InlinePanel):
    """An InlinePanel whose rows have a form of their own, a ChildForm."""

    def __init__(self, relation_name, form=None, **kwargs):
        super().__init__(relation_name, **kwargs)
        self.form = form

    def clone_kwargs(self):
        return super().clone_kwargs() | {"form": self.form}

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name] |= {
            "form": self.form,
            "formset": ChildFormSet,
            "inherit_kwargs": ["parent", "for_user"],
        }
        return options
