"""What a committee writes beside an application for itself: notes, each of a person and a day, and tags."""

from dataclasses import dataclass

from django import forms
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages

from programs.access.shown_to import Audience
from programs.forms.fields import TextField
from programs.models import Note, Tag
from programs.moderation.queue.one_application import OneApplication
from programs.moderation.queue.reach import reach_of

MOST_TAGS = 20
"""On one application."""

MOST_OFFERED = 200


class NoteForm(forms.Form):
    text = TextField(
        label=_("New note"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the committee only. The applicant never sees it."),
        error_messages={"required": _("Write the note first")},
    )
    for_coordinators = forms.BooleanField(label=_("For coordinators only"), required=False)

    def __init__(self, *args, decides, **kwargs):
        super().__init__(*args, **kwargs)
        if not decides:
            del self.fields["for_coordinators"]


class TagForm(forms.Form):
    name = TextField(
        label=_("Tag"),
        max_length=Tag._meta.get_field("name").max_length,
        error_messages={"required": _("Enter the tag")},
    )

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())


@dataclass(frozen=True)
class Shown:
    note: Note
    may_delete: bool


def seen_by(audience, application):
    """The notes on it that this audience may read."""
    notes = application.notes.select_related("by")
    return notes if audience == Audience.COORDINATOR else notes.filter(for_coordinators=False)


def notes_of(application, audience, user):
    """Those that this person reads. Whoever wrote one may delete it, and so may a coordinator."""
    decides = audience == Audience.COORDINATOR
    return [Shown(note, decides or note.by_id == user.pk) for note in seen_by(audience, application)]


def tags_of(application):
    """{"on": tags it has, "others": names of the program's other ones}. One query."""
    through = Tag.applications.through.objects.filter(application=application, tag=OuterRef("pk"))
    known = Tag.objects.filter(program=application.call.round.program_id).annotate(on=Exists(through))
    known = list(known.order_by("-on", "name")[:MOST_OFFERED])
    return {"on": [tag for tag in known if tag.on], "others": [tag.name for tag in known if not tag.on]}


def tag(applications, name):
    """Give this tag to applications of one program; a new one is made, and an old one found however it is spelled."""
    program = applications[0].call.round.program_id
    known = Tag.objects.filter(program=program, name__iexact=name)
    found = known.first()
    if found is None:
        try:
            with transaction.atomic():
                found = Tag.objects.create(program_id=program, name=name)
        except IntegrityError:  # somebody else made it at the same moment
            found = known.get()
    found.applications.add(*applications)
    return found


def untag(application, pk):
    """Take it off. A tag that nothing has any more is gone."""
    with transaction.atomic():
        for found in Tag.objects.select_for_update().filter(pk=pk, applications=application):
            found.applications.remove(application)
            if not found.applications.exists():
                found.delete()


class Beside(OneApplication, View):
    """What any member of the committee who reads it may do beside an application."""

    any_permission_required = ["view", "change"]
    http_method_names = ["post"]

    def back(self, part):
        return redirect(f"{self.own_address()}#{part}")


class DeleteNoteView(Beside):
    def post(self, request, *args, note, **kwargs):
        audience = reach_of(request).audience(self.object.call)
        found = get_object_or_404(seen_by(audience, self.object), pk=note)
        if audience != Audience.COORDINATOR and found.by_id != request.user.pk:
            messages.error(request, gettext("Only who wrote a note, or a coordinator, deletes it."))
        else:
            found.delete()
            messages.success(request, gettext("The note is deleted."))
        return self.back("notes")


class TagView(Beside):
    """Adds the tag that was typed, or takes off the one whose button was pressed."""

    def post(self, request, *args, **kwargs):
        if gone := request.POST.get("remove", ""):
            if gone.isascii() and gone.isdigit() and len(gone) < 18:
                untag(self.object, int(gone))
            return self.back("notes")
        form = TagForm(request.POST)
        if not form.is_valid():
            messages.error(request, " ".join(form.errors["name"]))
        elif self.object.tags.count() >= MOST_TAGS:
            told = gettext("An application has %(most)d tags at most. Take one off first.")
            messages.error(request, told % {"most": MOST_TAGS})
        else:
            tag([self.object], form.cleaned_data["name"])
        return self.back("notes")


def add_note(application, form, *, by):
    kept = form.cleaned_data
    return Note.objects.create(
        application=application,
        text=kept["text"],
        for_coordinators=kept.get("for_coordinators", False),
        by=by,
        at=timezone.now(),
    )
