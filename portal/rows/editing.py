"""The views of a row that several people edit. They stand before Wagtail's generic views:

class TopicEditView(RowEditing, generic.EditView): ...
"""

from functools import partial

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.admin import messages

from . import recording
from .conflict import TAKE, Conflict, release, take_chosen, without_gone
from .opened import FIELD, locked, sealed, unsealed
from .restoring import fill, version_of
from .sessions import OthersEditing
from .values import stored
from .words import Words


class RowCreating:
    """A new row, and what it was made with."""

    @cached_property
    def action_class(self):
        return partial(super().action_class, log_action=None)

    def save_instance(self):
        row = super().save_instance()
        recording.created(row, self.request.user)
        return row


class RowDeleting:
    @cached_property
    def action_class(self):
        return partial(super().action_class, log_action=None)

    def delete_action(self):
        with transaction.atomic():
            recording.deleted(self.object, self.request.user)
            super().delete_action()


class RowEditing(OthersEditing):
    """Refuses to save over what somebody else saved since the form was opened, and shows both. The comparison and the
    save are one transaction, in which the row is locked."""

    template_name = "portal/rows/edit.html"
    opened = conflict = version = None
    """The row as it stood when the form was opened; what is the matter; an earlier version that fills the form."""

    @property
    def row_key(self):
        return self.object.pk if getattr(self, "object", None) else self.object_pk

    def get(self, request, *args, **kwargs):
        """The values are read before the row is: what is saved in between is refused later rather than overwritten."""
        self.opened = stored(self.model, self.row_key)
        if asked := request.GET.get("version"):
            self.object = self.get_object()
            self.version = version_of(self.object, asked)
            self.tell_version()
        return super().get(request, *args, **kwargs)

    def tell_version(self):
        told = gettext("You see the values of %(when)s, by %(who)s. Nothing is stored until you save.")
        messages.warning(self.request, told % self.version.words)

    def post(self, request, *args, **kwargs):
        with transaction.atomic():
            self.kept = locked(self.model, self.row_key)
            self.object = self.get_object()
            self.opened = unsealed(self.object, request.POST.get(FIELD, ""))
            if self.opened != self.kept:
                return self.refuse()
            return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if self.version:
            kwargs["initial"] = fill(self.object, self.version) | kwargs.get("initial", {})
        if "data" in kwargs:
            kwargs["data"] = kwargs["data"].copy()
            for name in self.chosen:
                if name.endswith("-DELETE"):
                    kwargs["data"].pop(name, None)
        return kwargs

    @property
    def chosen(self):
        """The fields of which this person takes the other's value."""
        return set(self.request.POST.getlist(TAKE))

    def is_valid(self, form):
        take_chosen(form, self.chosen)
        found = super().is_valid(form)
        release(form)
        return found

    def refuse(self):
        """The form again with all that was typed, and with what was saved meanwhile: the next save is on purpose."""
        self.gone = {}
        form = self.get_form_class()(**self._typed())
        words = Words(self.object, [self.opened, self.kept])
        self.conflict = Conflict(form, self.opened, self.kept, self.gone, words)
        self.conflict.last = recording.last_change(self.object, self.kept)
        self.conflict.is_untold = self.opened is None
        self.opened = self.kept
        self.produced_error_code = "invalid_revision"
        self.produced_error_message = self.refusal
        return self.form_invalid(form)

    def _typed(self):
        kwargs = self.get_form_kwargs()
        self.gone = without_gone(kwargs["data"], self.kept)
        return kwargs

    @property
    def refusal(self):
        if self.conflict.is_untold:
            return gettext("Not saved: it cannot be told which version you were editing. Nothing you typed is lost.")
        return gettext("Not saved: somebody else saved this meanwhile. Nothing you typed is lost.")

    def save_instance(self):
        row = super().save_instance()
        recording.changed(row, self.request.user, before=self.kept)
        return row

    @cached_property
    def action_class(self):
        return partial(super().action_class, log_action=None)

    def get_context_data(self, **kwargs):
        sealed_now = sealed(self.object, self.opened)
        return super().get_context_data(**kwargs) | {"as_opened": sealed_now, "conflict": self.conflict}
