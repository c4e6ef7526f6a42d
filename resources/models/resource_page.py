from portal.lists.narrowing import NarrowedPage
from portal.pages.languages import TranslatedPage
from resources.narrowing import NarrowedGroups


def with_bodies(model, pages):
    """These pages of one kind with the rows that their bodies choose: one query for each kind of row."""
    block = model._meta.get_field("body").stream_block
    stored = [block.get_prep_value(page.body) for page in pages]
    for page, body in zip(pages, block.bulk_to_python(stored), strict=True):
        page.body = body
    return pages


class ResourcePage(NarrowedPage, TranslatedPage):
    """Entries in groups, which a reader may narrow to a side or a topic. The entries are rows of their own: the same may
    stand in many pages, and a copy of a page shows the same rows."""

    kept_from_index = ("body",)
    narrowed_by = ("for", "topic")
    counted = ""
    """“3 of 12 readings”: a plural text of how many are `shown` and how many there are, `total`."""

    def groups(self):
        """What readers may see, as resources.shown.Group; a group without anything is left out."""
        return self.groups_of([self])[0]

    @classmethod
    def groups_of(cls, pages):
        """The same for each of several pages in one language: in as many queries for many as for one."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["found"] = found = NarrowedGroups(self.groups(), request.path, request.GET, self.counted)
        self.keep_choice(context, found)
        return context
