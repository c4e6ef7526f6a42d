"""Wagtail's screen that makes a page private, asking first. It has no hook: its address is ours (portal/urls.py)."""

from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import PageViewRestriction

from .consequences import HIDE, AsksFirst, consequences
from .pages import with_those_below


class RestrictionForm(AsksFirst, PageViewRestrictionForm):
    page = user = None
    is_public = True

    def clean(self):
        cleaned = super().clean()
        if self.is_public and cleaned.get("restriction_type") != PageViewRestriction.NONE:
            self.ask_first(consequences(HIDE, with_those_below([self.page]), self.user))
        return cleaned


class PrivacyView(SetPrivacyView):
    form_class = RestrictionForm

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.page, form.user = self.page, self.request.user
        form.is_public = not (self.restriction or self.restriction_on_ancestor)
        return form

    def render_to_response(self, context, **response_kwargs):
        if not context["form"].asked:
            return super().render_to_response(context, **response_kwargs)
        return render_modal_workflow(
            self.request,
            "portal/asking/privacy.html",
            template_vars=context,
            json_data={"step": "set_privacy"},
            **response_kwargs,
        )


set_privacy = require_admin_access(PrivacyView.as_view())
