"""What readers are told, shown beside the data it is made of."""

from wagtail.admin.panels import Panel


class ReadersSee(Panel):
    """The sentences that `said(row)` makes of a saved row; nothing beside a new one."""

    def __init__(self, said=None, **kwargs):
        super().__init__(**kwargs)
        self.said = said

    def clone_kwargs(self):
        return super().clone_kwargs() | {"said": self.said}

    class BoundPanel(Panel.BoundPanel):
        template_name = "programs/planning/readers_see.html"

        def is_shown(self):
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"sentences": self.panel.said(self.instance)}
