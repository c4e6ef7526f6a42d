"""Panels of forms that Wagtail has not."""

from wagtail.admin.panels import MultiFieldPanel, Panel


class FoldedPanel(MultiFieldPanel):
    """A group of fields inside an inline row, folded away until somebody opens it or something in the row is wrong.
    Wagtail's own panels fold at the top of a form only."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "programs/planning/folded.html"


class ReadersSee(Panel):
    """What readers are told, shown beside the data it is made of: the sentences that `sentences(row)` makes of a saved row;
    nothing beside a new one."""

    def __init__(self, sentences=None, **kwargs):
        super().__init__(**kwargs)
        self.sentences = sentences

    def clone_kwargs(self):
        return super().clone_kwargs() | {"sentences": self.sentences}

    class BoundPanel(Panel.BoundPanel):
        template_name = "programs/planning/readers_see.html"

        def is_shown(self):
            return bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"sentences": self.panel.sentences(self.instance)}
