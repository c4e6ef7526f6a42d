from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """What somebody often narrows their queue to, under a name of their own. Nobody else sees it.

    Holds no words of a search: these name people, and would stay when an application goes.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000, help_text=_("What stands in the address after the question mark."))

    class Meta:
        default_permissions = ()
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="a_filter_once_per_person_and_name")]

    def __str__(self):
        return f"filter {self.pk}"
