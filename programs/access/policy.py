"""What Wagtail and Django ask of the duties: whose screens open, on which rows, and who enters the admin at all."""

from django.contrib.auth.backends import BaseBackend
from wagtail.permission_policies import BasePermissionPolicy

from programs.models import CommitteeMember, ProgramOffice

from .duties import may, scope


class ProgramPolicy(BasePermissionPolicy):
    """Tells Wagtail's views what this module decides: which duty each of its actions needs on a model's rows.

    An action that is not named is allowed to superusers only.
    """

    def __init__(self, model, **duties):
        super().__init__(model)
        self.duties = duties

    def _duty(self, actions):
        return [self.duties[action] for action in actions if action in self.duties]

    def user_has_permission(self, user, action):
        return self.user_has_any_permission(user, {action})

    def user_has_any_permission(self, user, actions):
        return (user.is_active and user.is_superuser) or any(may(user, what) for what in self._duty(actions))

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, {action}, instance)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        if user.is_active and user.is_superuser:
            return True
        return self.instances_user_has_any_permission_for(user, actions).filter(pk=instance.pk).exists()

    def instances_user_has_permission_for(self, user, action):
        return self.instances_user_has_any_permission_for(user, {action})

    def instances_user_has_any_permission_for(self, user, actions):
        rows = self.model._default_manager.all()
        if user.is_active and user.is_superuser:
            return rows
        allowed = rows.none()
        for what in set(self._duty(actions)):
            allowed |= scope(rows, user, what)
        return allowed

    def users_with_any_permission(self, actions):
        raise NotImplementedError("Duties are asked per person; nothing here lists people.")

    def users_with_permission(self, action):
        return self.users_with_any_permission({action})


class CommitteeBackend(BaseBackend):
    """Lets whoever has an active duty on any committee, or for any host, into the Wagtail admin, for as long as the duty lasts."""

    def has_perm(self, user_obj, perm, obj=None):
        if perm != "wagtailadmin.access_admin" or not user_obj.is_active:
            return False
        duties = (CommitteeMember, ProgramOffice)
        return any(rows.objects.active().filter(user_id=user_obj.pk).exists() for rows in duties)
