from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import QueryDict
from wagtail.permissions import policy_registry

from portal.site.addresses import ids_in


class WithinList:
    """A bulk action whose “all” means what the list shows, filters and search included. Wagtail's own means every row, and
    names the chosen rows to whoever asks."""

    def dispatch(self, request, *args, **kwargs):
        policy = policy_registry.get_by_type(self.model)
        if not policy.user_has_any_permission(request.user, {"add", "change", "delete", "view"}):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @classmethod
    def get_queryset(cls, model, object_ids):
        return super().get_queryset(model, ids_in(map(str, object_ids)))

    def get_all_objects_in_listing_query(self, parent_id):
        asked = QueryDict(urlsplit(self.next_url).query)
        declared, rows = self.model.snippet_viewset, self.model.objects.all()
        filters = declared.filterset_class(asked, queryset=rows, request=self.request)
        found = Q()
        for name in declared.search_fields:
            found |= Q(**{f"{name}__icontains": asked.get("q", "").replace("\0", "")})
        listed = filters.qs if filters.is_valid() else rows.none()
        return listed.filter(found).values_list("pk", flat=True)
