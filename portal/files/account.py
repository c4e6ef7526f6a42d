"""Staff's own settings, without a picture of themselves: a door for files that nobody here needs."""

from wagtail.admin.views.account import AccountView, AvatarSettingsPanel


class Account(AccountView):
    def get_panels(self):
        return [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]
