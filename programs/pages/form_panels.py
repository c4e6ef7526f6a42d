"""What stands beside the questions in the editor of a form: whose it is, which calls ask it, and what is asked first."""

from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.panels import Panel

from programs.forms.purposes import asked_first


class FormFacts(Panel):
    """Whose the form is and which calls use it, as the hook "form_facts" tells it: a function of the page and the user that
    gives what the template shows."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "programs/forming/facts.html"

        @cached_property
        def facts(self):
            return [tell(self.instance, self.request.user) for tell in hooks.get_hooks("form_facts")]

        def is_shown(self):
            return bool(self.instance.pk)


class AskedFirst(Panel):
    """A block that nobody edits: what the portal asks before the form's own questions."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "programs/forming/asked_first.html"

        @cached_property
        def asked(self):
            return asked_first(self.instance.purpose)
