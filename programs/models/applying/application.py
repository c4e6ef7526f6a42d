from django.db import models
from django.utils.translation import gettext_lazy as _

SUSPICIONS = {
    "trap": _("a field was filled that no person sees"),
    "address": _("variants of one address"),
    "links": _("many web addresses in the answers"),
    "fast": _("sent within seconds"),
    "many": _("very many from one network"),
    "old": _("the form had been open for months"),
}
"""Why an application may be junk, by the word that its row keeps."""

STRONG = {"trap", "address", "links"}
"""What people hardly ever do: then no letter goes out before a person has looked."""


def is_held(suspected):
    return bool(STRONG & set(suspected.split()))


class ApplicationQuerySet(models.QuerySet):
    def standing(self):
        """Those that are neither withdrawn nor junk: of an address and a call there is one."""
        return self.exclude(status__in=[Application.Status.WITHDRAWN, Application.Status.JUNK])

    def counted(self):
        """Those that take a place in a call with a limit: anybody may type an address, so only where it is proven."""
        return self.standing().exclude(proven_at=None)

    def not_withdrawn(self):
        """Those that their applicants know of; junk is told apart to the committee only."""
        return self.exclude(status=Application.Status.WITHDRAWN)

    def unproven(self):
        """Received, and nobody has opened the letter's link yet: they stand apart from those that wait."""
        return self.filter(status=Application.Status.RECEIVED, proven_at=None)

    def awaiting_decision(self):
        return self.filter(status=Application.Status.RECEIVED).exclude(proven_at=None)

    def light(self):
        """For lists, which show no answers: these are what is heavy."""
        return self.defer("answers")

    def with_program(self):
        """For lists that name program, round and role of every row."""
        return self.select_related("call__round__program", "call__role", "correspondent")


class Application(models.Model):
    """One person asking for one role in one round, with the form version they answered.

    `proven_at` is when somebody first opened a link of a letter to the address: only then is it known to be theirs.
    """

    class Status(models.TextChoices):
        RECEIVED = "received", _("Received")
        WAITLISTED = "waitlisted", _("Waitlisted")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        JUNK = "junk", _("Junk")

    reference = models.CharField(_("reference"), max_length=24, unique=True)
    call = models.ForeignKey("Call", verbose_name=_("call"), on_delete=models.PROTECT, related_name="applications")
    version = models.ForeignKey("FormVersion", on_delete=models.PROTECT, related_name="applications")
    correspondent = models.ForeignKey("Correspondent", on_delete=models.CASCADE, related_name="applications")
    name = models.CharField(_("name"), max_length=200, help_text=_("As it was given here."))
    language = models.CharField(_("language"), max_length=10)
    answers = models.JSONField(_("answers"))
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.RECEIVED)
    submitted_at = models.DateTimeField(_("received"))
    changed_at = models.DateTimeField(_("changed by the applicant"), null=True, blank=True)
    proven_at = models.DateTimeField(_("address proven"), null=True, blank=True)
    rank = models.PositiveIntegerField(
        _("place on the waiting list"), null=True, blank=True, help_text=_("Once somebody has ordered the list.")
    )
    after_limit = models.BooleanField(
        _("came after the limit"), default=False, help_text=_("The call had filled up before the address was proven.")
    )
    suspected = models.CharField(
        _("may be junk"), max_length=80, blank=True, help_text=_("Why, in words of ours; see SUSPICIONS.")
    )
    network = models.CharField(
        max_length=64, blank=True, help_text=_("A keyed hash of where it was sent from, until the address is proven.")
    )
    junked_at = models.DateTimeField(_("marked as junk"), null=True, blank=True)
    late = models.BooleanField(_("sent after closing"), default=False, help_text=_("Begun before, sent in the grace."))

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["submitted_at", "id"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        indexes = [
            models.Index(fields=["call", "status", "submitted_at"], name="application_queue"),
            models.Index(fields=["submitted_at", "id"], name="application_by_time"),
            models.Index(fields=["status", "submitted_at", "id", "proven_at"], name="application_by_state"),
            models.Index(
                fields=["call", "proven_at", "suspected"],
                condition=models.Q(status="received"),
                name="application_received",
            ),
            models.Index(
                fields=["network", "submitted_at"],
                condition=models.Q(status="received", proven_at=None),
                name="application_unproven",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "correspondent"],
                condition=~models.Q(status__in=["withdrawn", "junk"]),
                name="one_standing_application_per_address_and_call",
            )
        ]

    def __str__(self):
        return self.reference

    @property
    def program(self):
        return self.call.round.program

    @property
    def email(self):
        return self.correspondent.email

    @property
    def about(self):
        """What letters and links say they are about; see Matter."""
        return f"application:{self.reference}"

    @property
    def suspicions(self):
        """Why it may be junk, in the words of whoever reads."""
        return [SUSPICIONS[word] for word in self.suspected.split() if word in SUSPICIONS]

    @property
    def held(self):
        """Whether it waits for a person: no letter goes out before."""
        return is_held(self.suspected)

    @property
    def letters(self):
        return self.correspondent.letters.filter(about=self.about)

    @property
    def disclosed_status(self):
        """What the applicant may know: decisions stay silent until they are announced, and junk is received."""
        if self.status == self.Status.WITHDRAWN:
            return self.status
        announced = self.decisions.filter(announced_at__isnull=False).order_by("-announced_at", "-id").first()
        return announced.disclosed_status if announced else self.Status.RECEIVED


class Receipt(models.Model):
    """One successful submit. A second try by the same address gets its own, so that nobody can tell the two apart."""

    class Kind(models.TextChoices):
        FIRST = "first", _("Application")
        AGAIN = "again", _("Second application with the same address")
        CHANGE = "change", _("Change")

    kind = models.CharField(max_length=6, choices=Kind, default=Kind.FIRST)
    key = models.CharField(
        max_length=64, unique=True, help_text=_("Hash of the opened form and of what was typed in it.")
    )
    reference = models.CharField(_("reference"), max_length=24, unique=True)
    call = models.ForeignKey("Call", on_delete=models.PROTECT, related_name="receipts")
    application = models.ForeignKey("Application", on_delete=models.CASCADE, related_name="receipts")
    version = models.ForeignKey("FormVersion", on_delete=models.PROTECT, related_name="receipts")
    name = models.CharField(_("name"), max_length=200)
    answers = models.JSONField(_("answers"))
    created_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ["created_at", "id"]

    def __str__(self):
        return self.reference
