"""What an editor is told to look at again. Findings warn; nothing is ever refused because of one.

Other apps add their own through three hooks, so that the portal need not know them:

    page_findings      fn(walked) yields (page, Finding) for any of the pages of {page: what its places hold}
    report_findings    fn(user) yields (title, address, findings): rows other than pages that this person may edit
    reads_findings     fn(user): whether this person has such rows, and so the report in the menu
"""

import re
from dataclasses import dataclass

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Finding:
    """`where` and `what` are in the editor's words; `path` is Wagtail's content path of the place, such as
    "body.<block id>.text", or empty."""

    where: str
    what: str
    path: str = ""

    @property
    def anchor(self):
        """The id of the place in the editor: of the innermost block that has one, of the field's label otherwise."""
        field, *inside = self.path.split(".")
        block = next((part for part in reversed(inside) if UUID.fullmatch(part)), inside[0] if inside else "")
        return f"block-{block}-section" if block else f"id_{field}-label" if field else ""
