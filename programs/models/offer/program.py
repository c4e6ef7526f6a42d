from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from portal.texts.words import Worded
from portal.texts.zones import known_time_zone, site_time_zone
from programs.models.files import WithFiles
from programs.offer.standing import RUNS_HERE

from .call import Call
from .commitment import Commitment


class ProgramQuerySet(models.QuerySet):
    def public(self):
        """Those that readers may know of: no drafts."""
        return self.filter(draft=False)

    def with_rounds(self):
        """With everything that states and timelines are derived from: five queries, however many programs there are."""
        calls = Call.objects.select_related("role", "form").defer("form__sections").with_taken()
        return self.select_related("host").prefetch_related(
            "roles", "rounds__milestones", models.Prefetch("rounds__calls", queryset=calls)
        )


class Program(Worded, WithFiles, Commitment, ClusterableModel):
    """What a host offers. A row, not a page: translated pages share one, and a name-only affiliate needs no page."""

    class Kind(models.TextChoices):
        MENTORING = RUNS_HERE, _("Mentoring program")
        DISCUSSION = "discussion", _("Discussion group")
        AFFILIATE = "affiliate", _("Affiliate's program")

    host = models.ForeignKey("Host", verbose_name=_("host"), on_delete=models.PROTECT, related_name="programs")
    code = models.CharField(
        _("code"),
        max_length=12,
        unique=True,
        validators=[RegexValidator(r"^[A-Z][A-Z0-9]+$", _("Use capital letters and digits, such as ALSC."))],
        help_text=_("Stands at the front of every reference, such as ALSC in ALSC-26-7K4M."),
    )
    name = models.CharField(_("name"), max_length=200, unique=True)
    name_es = models.CharField(
        _("name in Spanish"),
        max_length=200,
        blank=True,
        help_text=_(
            "A proper name that stays as it is: write it here again, so that nobody is asked for a translation."
        ),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.MENTORING)
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences for the directory."))
    summary_es = models.TextField(_("summary in Spanish"), blank=True)
    url = models.URLField(_("web address elsewhere"), blank=True, help_text=_("For a program that has no page here."))
    time_zone = models.CharField(_("time zone"), max_length=50, default=site_time_zone, validators=[known_time_zone])
    topics = ParentalManyToManyField("portal.Topic", verbose_name=_("topics"), blank=True, related_name="programs")
    run_by = ParentalManyToManyField(
        "Host",
        verbose_name=_("run by"),
        blank=True,
        related_name="runs",
        help_text=_("The committees or bodies that run it, where that is not the host itself."),
    )
    contact = models.CharField(
        _("who answers questions"),
        max_length=200,
        blank=True,
        help_text=_("An office rather than a person, such as “Chair of the Mentoring Subcommittee”."),
    )
    contact_es = models.CharField(_("who answers questions, in Spanish"), max_length=200, blank=True)
    reply_to = models.EmailField(
        _("reply-to address"), blank=True, help_text=_("Answers to the program's letters go here.")
    )
    draft = models.BooleanField(
        _("draft"), default=False, help_text=_("Readers see nothing of it: no page, no calendar, no form.")
    )
    paused = models.BooleanField(
        _("paused"), default=False, help_text=_("Shows the notice and hides every apply button.")
    )
    paused_at = models.DateTimeField(null=True, blank=True, editable=False)
    paused_notice = models.TextField(_("notice while paused"), blank=True)
    paused_notice_es = models.TextField(_("notice while paused, in Spanish"), blank=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = ProgramQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("program")
        verbose_name_plural = _("programs")

    def __str__(self):
        return self.said("name")

    def save(self, *args, update_fields=None, **kwargs):
        """Keeps since when it is paused: other changes are not news of that."""
        self.paused_at = (self.paused_at or timezone.now()) if self.paused else None
        stored = update_fields if update_fields is None else {*update_fields, "paused_at"}
        super().save(*args, update_fields=stored, **kwargs)

    @property
    def has_references(self):
        """Whether somebody holds a reference that begins with its code."""
        return self.rounds.filter(calls__applications__isnull=False).exists()
