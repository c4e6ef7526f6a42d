"""What every planning screen shares."""

from contextlib import ExitStack, contextmanager

from django.db import transaction
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from programs.access import COUNT, programs_for
from programs.access.screens import ScopedDeleteView, ScopedViewSet

from .obstacles import in_words, obstacles


@contextmanager
def changing_rounds(program):
    """Around a change of a program's rounds, which stands as a whole or not at all: other stages that keep something of
    their dates do it through the hook "around_rounds"."""
    with transaction.atomic(), ExitStack() as stack:
        for around in hooks.get_hooks("around_rounds"):
            stack.enter_context(around(program))
        yield


class PoliteDeleteView(ScopedDeleteView):
    """Refuses in words to delete a row that others need, before anybody is asked whether they are sure."""

    def dispatch(self, request, *args, **kwargs):
        found = self.obstacles()
        return self.refuse(found) if found else super().dispatch(request, *args, **kwargs)

    def refuse(self, found):
        told = _("“%(row)s” cannot be deleted. It is needed by: %(rows)s.")
        messages.error(self.request, capfirst(told % {"row": self.object, "rows": in_words(found)}))
        return redirect(self.edit_url_name, self.object.pk)

    def obstacles(self):
        """[(model, rows), ...] that would lose something if the row went."""
        return obstacles(self.model, [self.object.pk])


class CountingView:
    """A list in which the number of applications is the committee's alone."""

    @cached_property
    def counted(self):
        """Keys of the programs whose applications this person may count."""
        return set(programs_for(self.request.user, COUNT).values_list("pk", flat=True))


class PlanningViewSet(ScopedViewSet):
    delete_view_class = PoliteDeleteView
    index_results_template_name = "programs/planning/results.html"
    search_backend_name = None


def planning_css():
    """insert_global_admin_css"""
    return format_html('<link rel="stylesheet" href="{}">', static("programs/planning.css"))
