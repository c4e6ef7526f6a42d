from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

FOLDER = "uploads"


def stored_name(upload, filename):
    """Generated, and without an ending: nothing of the name that somebody gave."""
    return f"{FOLDER}/{uuid4().hex}"


class UploadQuerySet(models.QuerySet):
    def of_people(self, people):
        """Those that these correspondents sent or are about to send."""
        theirs = models.Q(application__correspondent__in=people) | models.Q(draft__correspondent__in=people)
        return self.filter(theirs)


class Upload(models.Model):
    """A file that answers a question: of a draft until that is sent, then of the application.

    A row that goes by a cascade leaves its file behind; programs.uploads.removing finds it.
    """

    draft = models.ForeignKey("Draft", null=True, blank=True, on_delete=models.CASCADE, related_name="uploads")
    application = models.ForeignKey(
        "Application", null=True, blank=True, on_delete=models.CASCADE, related_name="uploads"
    )
    question = models.CharField(max_length=40, help_text=_("The key of the question that it answers."))
    name = models.CharField(max_length=200, help_text=_("As it was called by who gave it: shown, never a place."))
    kind = models.CharField(max_length=8, help_text=_("Its ending, as its content was judged."))
    size = models.PositiveIntegerField(help_text=_("Bytes."))
    digest = models.CharField(max_length=64, help_text=_("SHA-256 of the file."))
    file = models.FileField(upload_to=stored_name, max_length=100)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(draft=None) ^ models.Q(application=None), name="upload_belongs_to_one"
            )
        ]

    def __str__(self):
        return f"upload {self.pk}"
