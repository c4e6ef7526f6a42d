from django.db import models
from django.utils.translation import gettext_lazy as _


class Commitment(models.Model):
    """What a program asks of whoever takes part, as data; programs.commitment makes the sentences. All may be empty."""

    class Unit(models.TextChoices):
        HOURS = "hours", _("hours")
        CONTACTS = "contacts", _("contacts")

    class Per(models.TextChoices):
        WEEK = "week", _("a week")
        MONTH = "month", _("a month")
        ROUND = "round", _("in the whole round")

    class Way(models.TextChoices):
        EMAIL = "email", _("email")
        PHONE = "phone", _("telephone")
        VIDEO = "video", _("video call")
        CHAT = "chat", _("online chat")
        IN_PERSON = "in_person", _("face to face")

    class Relationship(models.TextChoices):
        PAIR = "pair", _("one to one")
        GROUP = "group", _("groups with one mentor")
        CIRCLE = "circle", _("circles with several mentors")
        PEERS = "peers", _("peers in pairs")
        PEER_GROUP = "peer_group", _("groups of peers")
        SHORT = "short", _("short meetings, such as speed mentoring")

    listed = {"ways": dict(Way.choices), "relationships": dict(Relationship.choices)}
    """How the values of fields that hold a list read."""

    asks_amount = models.PositiveSmallIntegerField(_("at least"), null=True, blank=True)
    asks_unit = models.CharField(_("of what"), max_length=8, choices=Unit, default=Unit.HOURS)
    asks_per = models.CharField(_("in which time"), max_length=5, choices=Per, blank=True)
    length_months = models.PositiveSmallIntegerField(_("length in months"), null=True, blank=True)
    ways = models.JSONField(_("ways of contact"), default=list, blank=True)
    relationships = models.JSONField(_("kinds of relationship"), default=list, blank=True)
    group_people = models.PositiveSmallIntegerField(_("people in a group or circle"), null=True, blank=True)
    group_mentors = models.PositiveSmallIntegerField(_("mentors of a circle"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def ways_in_words(self):
        """The ways of contact, each in the reader's language, in the order of Way."""
        return [way.label for way in self.Way if way in self.ways]
