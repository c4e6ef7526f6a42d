from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Note(models.Model):
    """What somebody of a committee wrote about an application, for the committee alone. It goes with the application, and is
    in nothing that its applicant gets."""

    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(_("note"))
    for_coordinators = models.BooleanField(_("for coordinators only"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["at", "id"]

    def __str__(self):
        return f"note {self.pk}"


class Tag(models.Model):
    """A word of a committee's own for applications of its program, by which the queue is filtered."""

    program = models.ForeignKey("Program", on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(_("tag"), max_length=40)
    applications = models.ManyToManyField("Application", related_name="tags")

    class Meta:
        default_permissions = ()
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint("program", Lower("name"), name="a_tag_once_per_program")]

    def __str__(self):
        return self.name
