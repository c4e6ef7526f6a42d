"""Who may do what with pictures and documents. It follows from duties; what Wagtail's groups are given comes on top.

Each program has a collection: who plans the program adds, changes and chooses there, and sees no other program's. What
stands in the root is the association's own: whoever edits pages chooses from it, whoever edits the home page keeps it.
"""

from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy

from .duties import PLAN, programs_for

CHOOSE = {"choose"}
KEEP = {"add", "change", "choose"}


class FilesPolicy(CollectionOwnershipPermissionPolicy):
    def __init__(self, model):
        super().__init__(model, owner_field_name="uploaded_by_user")

    def _collections_with_perm(self, user, actions):
        return super()._collections_with_perm(user, actions) | Collection.objects.filter(pk__in=known(user, actions))

    def _check_perm(self, user, actions, collection=None):
        if super()._check_perm(user, actions, collection):
            return True
        return collection.pk in known(user, actions) if collection else bool(known(user, actions))


def known(user, actions):
    """The keys of by_duty(), asked once for each request's user: every entry of the admin's menu asks again."""
    kept = user.__dict__.setdefault("_files_by_duty", {})
    what = frozenset(actions)
    if what not in kept:
        kept[what] = set(by_duty(user, actions).values_list("pk", flat=True))
    return kept[what]


def by_duty(user, actions):
    """The collections in which this person's duties allow any of the actions."""
    actions = set(actions)
    if not (user.is_active and user.is_authenticated and actions & KEEP):
        return Collection.objects.none()
    allowed = Q(pk__in=programs_for(user, PLAN).exclude(collection=None).values("collection"))
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    if pages.filter(depth=2).exists():
        return Collection.objects.all()
    if actions & CHOOSE and pages.exists():
        allowed |= Q(depth=1)
    return Collection.objects.filter(allowed)


def register_policies():
    """In place of Wagtail's own, which ask for the rights of groups only; `exact_class`, as its own may come later."""
    for model in (get_document_model(), get_image_model()):
        register_permission_policy(model, FilesPolicy(model), exact_class=True)
