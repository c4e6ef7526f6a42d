"""“Somebody else has this open”: Wagtail's own editing sessions, which its generic views keep to pages and snippets.

Who else is there is told by Wagtail's address for it, which asks the model's registered policy about the row.
"""

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.admin.ui.editing_sessions import EditingSessionsModule


class OthersEditing:
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if "editing_sessions" not in context:
            context["editing_sessions"] = self.editing_sessions()
        return context

    def editing_sessions(self):
        EditingSession.cleanup()
        session = EditingSession.objects.create(
            user=self.request.user,
            content_type=ContentType.objects.get_for_model(self.model),
            object_id=self.object.pk,
            last_seen_at=timezone.now(),
        )
        row = (self.model._meta.app_label, self.model._meta.model_name, quote(self.object.pk))
        ping = reverse("wagtailadmin_editing_sessions:ping", args=(*row, session.pk))
        release = reverse("wagtailadmin_editing_sessions:release", args=[session.pk])
        return EditingSessionsModule(session, ping, release, [])
