"""The next round in one step: what would be planned, then the round, then the texts to look at."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin

from programs.access import PLAN, require
from programs.models import Round
from programs.planning.public_words import page_button

from .comparing import compared
from .form_copies import forms_asked, may_copy
from .forms import COPIES, YEAR, NextRoundForm, ShiftForm, seen
from .old_texts import old_texts
from .proposal import propose, store


class RoundScreen(BaseObjectMixin, WagtailAdminTemplateMixin):
    """A screen about one round, for whoever plans its program."""

    model = Round
    header_icon = "date"

    def get_base_object_queryset(self):
        return Round.objects.select_related("program", "copied_from")

    def get_object(self):
        round = super().get_object()
        require(self.request.user, PLAN, round)
        return round

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        index = {"url": reverse("round:index"), "label": gettext("Rounds")}
        round = {"url": reverse("round:edit", args=[self.object.pk]), "label": str(self.object)}
        return [*self.breadcrumbs_items, index, round, {"url": "", "label": self.page_title}]


class NextRoundView(RoundScreen, FormView):
    """What stands all year has no next round."""

    form_class = NextRoundForm
    page_title = _("Plan the next round")
    template_name = "programs/planning/next_round.html"

    def get_base_object_queryset(self):
        return super().get_base_object_queryset().filter(standing=False)

    @cached_property
    def shift_form(self):
        """How far the proposal that is shown lies from the round: from what was sent, else from the address."""
        asked = self.request.POST or self.request.GET
        return ShiftForm(asked if "months" in asked else None, initial={"months": YEAR}, old=self.object)

    @cached_property
    def proposal(self):
        return propose(self.object, self.shift_form.shift())

    @cached_property
    def may_copy(self):
        forms = forms_asked(self.object.calls.select_related("form", "reference_form"))
        return bool(forms) and may_copy(self.request.user, forms)

    def get_initial(self):
        asked = self.shift_form.cleaned_data if self.shift_form.is_valid() else {"months": YEAR}
        row = self.proposal.row
        return asked | {"name": row.name, "name_es": row.name_es, "slug": row.slug, "seen": seen(self.object)}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"old": self.object, "may_copy": self.may_copy}

    def form_valid(self, form):
        again = Round.objects.filter(copied_from=self.object, slug=form.cleaned_data["slug"]).first()
        if again:
            messages.warning(self.request, gettext("“%(round)s” is planned already.") % {"round": again})
            return redirect("round:texts", again.pk)
        form.name_proposal(self.proposal)
        try:
            stored = store(self.proposal, self.request.user, copy_forms=form.cleaned_data["form_choice"] == COPIES)
        except (ValidationError, IntegrityError) as error:
            form.tell(error)
            del self.proposal  # its rows may carry keys that the database did not keep
            return self.form_invalid(form)
        self.tell_planned(stored)
        return redirect("round:texts", stored.pk)

    def tell_planned(self, round):
        told = gettext("“%(round)s” is planned as a draft. Readers see it when you publish it.") % {"round": round}
        edit = messages.button(reverse("round:edit", args=[round.pk]), gettext("Edit the round"))
        messages.success(self.request, told, buttons=[edit, *page_button(round.program)])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "planned": self.object.copies.all(),
            "shift_form": self.shift_form,
            "pairs": compared(self.object, self.proposal),
            "texts": list(old_texts(self.object, self.proposal.row, self.request.user)),
            "open_questions": any(new.to_check for _old, new in [*self.proposal.milestones, *self.proposal.calls]),
        }


class OldTextsView(RoundScreen, TemplateView):
    """The texts that hold a year or place of the round that this one was copied from."""

    page_title = _("Texts to look at")
    template_name = "programs/planning/old_texts.html"

    def get_context_data(self, **kwargs):
        old = self.object.copied_from
        texts = list(old_texts(old, self.object, self.request.user)) if old else []
        return super().get_context_data(**kwargs) | {"old": old, "texts": texts}
