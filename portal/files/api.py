"""The admin's own lists of pictures and documents for scripts. Wagtail's would tell everybody of every file, and name an
address that the originals of pictures do not have."""

from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


class ForWhoMaySee:
    def get_queryset(self):
        policy = policy_registry.get_by_type(self.model)
        seen = policy.instances_user_has_any_permission_for(self.request.user, {"change", "choose"})
        return super().get_queryset().filter(pk__in=seen.values("pk"))


class DocumentsAPI(ForWhoMaySee, DocumentsAdminAPIViewSet):
    pass


class PicturesAPI(ForWhoMaySee, ImagesAdminAPIViewSet):
    meta_fields = [name for name in ImagesAdminAPIViewSet.meta_fields if name != "download_url"]
    listing_default_fields = [name for name in ImagesAdminAPIViewSet.listing_default_fields if name != "download_url"]
    nested_default_fields = [name for name in ImagesAdminAPIViewSet.nested_default_fields if name != "download_url"]


def offer_files(router):
    """construct_admin_api"""
    router.register_endpoint("documents", DocumentsAPI)
    router.register_endpoint("images", PicturesAPI)
