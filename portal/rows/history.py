"""History that says what changed from what to what, with a way back."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from .differences import differences
from .words import Words


class ChangesColumn(Column):
    cell_template_name = "portal/rows/changes_cell.html"


class RowHistory:
    """Before Wagtail's HistoryView."""

    @cached_property
    def columns(self):
        action, *others = super().columns
        return [
            action,
            ChangesColumn("changes", label=_("What changed"), accessor=lambda entry: entry.changes),
            *others,
        ]

    def get_table(self, object_list):
        entries = list(object_list)
        versions = [entry.data.get(side) for entry in entries for side in ("before", "after")]
        words, now = Words(self.object, versions), self._newest()
        for entry in entries:
            before, after = entry.data.get("before"), entry.data.get("after")
            entry.changes = {
                "lines": differences(before, after, words),
                "told": bool(before and after),
                "restore": self._restore_address(entry) if after and entry.pk != now else "",
            }
        return super().get_table(entries)

    def _newest(self):
        versions = self.get_base_queryset().filter(data__has_key="after")  # other acts stand in the log, too
        return versions.values_list("pk", flat=True).first()

    def _restore_address(self, entry):
        return reverse(self.edit_url_name, args=[quote(self.object.pk)], query={"version": entry.pk})
