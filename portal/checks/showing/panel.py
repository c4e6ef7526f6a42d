"""The findings in the editor, for what was last saved."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, Panel, TabbedInterface
from wagtail.utils.decorators import cached_classmethod

from portal.asking.consequences import AskingPanel
from portal.checks.walking.pages import findings_of


class ChecksPanel(Panel):
    """`find` gives the findings of the row that is edited."""

    def __init__(self, find=findings_of, **kwargs):
        super().__init__(**{"heading": _("Checks"), "icon": "glasses"} | kwargs)
        self.find = find

    def clone_kwargs(self):
        return super().clone_kwargs() | {"find": self.find}

    class BoundPanel(Panel.BoundPanel):
        template_name = "portal/findings/panel.html"

        def is_shown(self):
            return self.instance.pk is not None

        @cached_property
        def places(self):
            """[(where, anchor, sentences), ...]: each place once."""
            places = {}
            for finding in self.panel.find(self.instance):
                places.setdefault((finding.where, finding.anchor), []).append(finding.what)
            return [(*place, said) for place, said in places.items()]


class CheckedPage:
    """A page whose editor shows its findings above everything else, and has a tab for what is rarely needed, if any is."""

    rare_panels = ()

    @cached_classmethod
    def get_edit_handler(cls):  # noqa: N805
        handler = super().get_edit_handler()
        first, *others = handler.children
        first = ObjectList([AskingPanel(), ChecksPanel(), *first.children], heading=first.heading)
        rare = [ObjectList(cls.rare_panels, heading=_("Rarely needed"))] if cls.rare_panels else []
        return TabbedInterface([first, *rare, *others], base_form_class=handler.base_form_class).bind_to_model(cls)
