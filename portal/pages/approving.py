"""Wagtail's screen that approves a step of a workflow, from the admin's home. Where the approval publishes, it asks what the
editor's own screen asks. It has no hook: its address is ours (portal/urls.py)."""

from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Task

from portal.asking.consequences import ask_first
from portal.asking.pages import what_publishing_does

from .unfilled import Filled


class ApprovingView(WorkflowActionView):
    def post(self, request, *args, **kwargs):
        if not self.publishes():
            return super().post(request, *args, **kwargs)
        return self.refuse() or self.ask() or super().post(request, *args, **kwargs)

    def publishes(self):
        """Whether nothing comes between this step and the page's publication. A kind of step that is not Wagtail's may do
        so by any action."""
        state = self.task_state.workflow_state
        left = Task.objects.filter(workflow_tasks__workflow=state.workflow, active=True).exclude(pk=self.task.pk)
        return self.action_name != "reject" and not left.exclude(task_states__in=state.successful_task_states).exists()

    def refuse(self):
        latest = self.object.get_latest_revision_as_object()
        faults = list(latest.publishing_faults()) if isinstance(latest, Filled) else []
        if not faults:
            return None
        told = gettext("Nothing was published. %(reasons)s") % {"reasons": " ".join(map(str, faults))}
        messages.error(self.request, told)
        return self.leave()

    def ask(self):
        page = ask_first(self.request, what_publishing_does([self.object], self.request.user))
        if page and self.is_in_dialog():
            context = page.context_data | {"submit_url": self.get_submit_url()}
            return render_modal_workflow(
                self.request, "portal/asking/approving.html", None, context, json_data={"step": "action"}
            )
        return page

    def leave(self):
        if self.is_in_dialog():
            return self.render_modal_json(self.request, {"step": "success", "redirect": self.redirect_url})
        return redirect(self.redirect_url)

    def is_in_dialog(self):
        return self.request.headers.get("x-requested-with") == "XMLHttpRequest"


approve = require_admin_access(ApprovingView.as_view())
