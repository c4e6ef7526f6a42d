"""Deleting a row that others need is refused in words, before anybody is asked whether they are sure."""

from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages

from programs.scoped import ScopedDeleteView

from .obstacles import in_words, obstacles


class PoliteDeleteView(ScopedDeleteView):
    def dispatch(self, request, *args, **kwargs):
        found = obstacles(self.model, [self.object.pk])
        if not found:
            return super().dispatch(request, *args, **kwargs)
        told = _("“%(row)s” cannot be deleted. It is needed by: %(rows)s.")
        messages.error(request, capfirst(told % {"row": self.object, "rows": in_words(found)}))
        return redirect(self.edit_url_name, self.object.pk)
