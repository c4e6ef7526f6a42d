"""Rows that belong to hosts: for whoever is given Django's permissions on them, and for program offices among their hosts."""

from wagtail.permission_policies import ModelPermissionPolicy

from .duties import hosts_for


class OfficePolicy(ModelPermissionPolicy):
    """Django's permissions, and for a program office `actions` on the rows whose `host` is one of its own."""

    def __init__(self, model, host, actions):
        super().__init__(model)
        self.host, self.actions = host, set(actions)

    def user_has_permission(self, user, action):
        return self.user_has_any_permission(user, {action})

    def user_has_any_permission(self, user, actions):
        return self.given(user, actions) or (bool(self.actions & set(actions)) and hosts_for(user).exists())

    def given(self, user, actions):
        """Whether Django's permissions allow it, on every row."""
        return any(super(OfficePolicy, self).user_has_permission(user, action) for action in actions)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return self.instances_user_has_any_permission_for(user, actions).filter(pk=instance.pk).exists()

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_any_permission_for_instance(user, {action}, instance)

    def instances_user_has_any_permission_for(self, user, actions):
        rows = self.model._default_manager.all()
        if self.given(user, actions):
            return rows
        mine = self.actions & set(actions)
        return rows.filter(**{f"{self.host}__in": hosts_for(user).values("pk")}) if mine else rows.none()

    def instances_user_has_permission_for(self, user, action):
        return self.instances_user_has_any_permission_for(user, {action})
