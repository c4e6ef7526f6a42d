from django.utils.translation import gettext_lazy as _

from .entry import Entry


class GoalExample(Entry):
    """A goal that somebody has set, or could, for new pairs to start from."""

    class Meta:
        ordering = ["text", "pk"]
        verbose_name = _("goal example")
        verbose_name_plural = _("goal examples")

    @property
    def missing(self):
        return [] if self.text_es else [_("text in Spanish")]
