from urllib.parse import urlsplit

from django.db.models import Q
from django.http import QueryDict


class WithinList:
    """A bulk action whose “all” means what the list shows, filters and search included. Wagtail's own means every row."""

    def get_all_objects_in_listing_query(self, parent_id):
        asked = QueryDict(urlsplit(self.next_url).query)
        declared, rows = self.model.snippet_viewset, self.model.objects.all()
        filters = declared.filterset_class(asked, queryset=rows, request=self.request)
        found = Q()
        for name in declared.search_fields:
            found |= Q(**{f"{name}__icontains": asked.get("q", "").replace("\0", "")})
        listed = filters.qs if filters.is_valid() else rows.none()
        return listed.filter(found).values_list("pk", flat=True)
