from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .texts.words import Worded


class Topic(Worded, models.Model):
    """A subject that readers look for (cataloging, leadership, storytime). The association's own list."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    name_es = models.CharField(_("name in Spanish"), max_length=80, blank=True)
    slug = models.SlugField(_("short name in addresses"), max_length=80, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self):
        return self.said("name")


class ExternalLinkQuerySet(models.QuerySet):
    def due(self, now):
        """Those that were not asked for a week or, failing or not heard yet, for a day."""
        waited = models.Q(asked_at=None) | models.Q(asked_at__lte=now - ExternalLink.EVERY)
        unsettled = models.Q(failing_since__isnull=False) | models.Q(checked_at=None)
        return self.filter(waited | unsettled & models.Q(asked_at__lte=now - ExternalLink.FAILING_EVERY))

    def dead(self, now):
        return self.filter(failing_since__lte=now - ExternalLink.PATIENCE)


class ExternalLink(models.Model):
    """An address outside the site that a published text links to, and what it last answered."""

    EVERY, FAILING_EVERY, PATIENCE = timedelta(days=7), timedelta(days=1), timedelta(days=3)
    """Between two questions; the same while it fails; and how long it may fail before editors are told it is dead."""

    url = models.CharField(_("address"), max_length=2000, unique=True)
    asked_at = models.DateTimeField(null=True, blank=True, help_text=_("When a check of it last began."))
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    answered_at = models.DateTimeField(_("last answered"), null=True, blank=True)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    trouble = models.CharField(_("trouble"), max_length=12, blank=True)
    moved_to = models.CharField(_("moved to"), max_length=2000, blank=True)

    objects = ExternalLinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["url"]
        verbose_name = _("external link")
        verbose_name_plural = _("external links")

    def __str__(self):
        return self.url

    @property
    def is_dead(self):
        return bool(self.failing_since) and self.failing_since <= timezone.now() - self.PATIENCE


class ForgottenPassword(models.Model):
    """Somebody asked for a letter to this address, whether or not anybody here has it; see site/passwords.py."""

    email = models.EmailField()
    language = models.CharField(max_length=10)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"forgotten password {self.pk}"


class Allowance(models.Model):
    """How often somebody has asked for something in the time that began with the first time; see slowing.py."""

    key = models.CharField(max_length=64, unique=True)
    ends = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.count} until {self.ends}"


class ContentVersion(models.Model):
    """One row, whose word is another one as soon as anything changed that readers may see; see caching/raising.py."""

    word = models.CharField(max_length=36)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.word

    @classmethod
    def raise_now(cls):
        """For what no row tells of: the database does the rest by itself."""
        cls.objects.update_or_create(id=1, defaults={"word": uuid4().hex})
