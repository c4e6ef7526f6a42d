"""A group of fields inside an inline row, folded away until somebody opens it or something in the row is wrong."""

from wagtail.admin.panels import MultiFieldPanel


class FoldedPanel(MultiFieldPanel):
    """Wagtail's own panels fold at the top of a form only."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "programs/planning/folded.html"
