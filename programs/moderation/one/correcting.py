"""A mistyped name or address, put right: whoever has the wrong address has nothing of the application from then on."""

from django import forms
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from programs.access.found_by import note_words
from programs.forms.fields import EmailField, LineField
from programs.letters.applicants import write_received
from programs.letters.outbox.resending import NotAgain, send_again
from programs.lifecycle import Refused
from programs.models import AccessLink, Application, Correction, Correspondent, Draft, Letter, Upload
from programs.moderation.queue.one_application import OneApplication
from programs.people.correspondents import address_key, correspondent_for
from programs.people.erasing import without_rows
from programs.uploads.removing import remove

What = Correction.What


def correct(application, *, name, email, seen, by, tell):
    """Put name and address right; what was corrected, as values of What. `seen` are the (name, address) that the person saw.
    With `tell` the last letter that counts goes to a corrected address. Raises Refused; then nothing has changed.

    The people are locked before the application, as whoever erases does.
    """
    try:
        with transaction.atomic():
            old = Correspondent.objects.select_for_update().get(pk=application.correspondent_id)
            rows = Application.objects.with_program().select_for_update(of=("self",))
            row = rows.filter(pk=application.pk, correspondent=old).first()
            if row is None or (row.name, old.email) != seen:
                raise Refused(gettext("Somebody has corrected it meanwhile. Look at it again."))
            done = [*_correct_name(row, old, name, by), *_correct_address(row, old, email, by)]
            if done:
                note_words(row)
            if tell and What.EMAIL in done:
                write_again(row, by)
    except IntegrityError:  # an application of the right address came at the same moment
        raise Refused(taken_words()) from None
    return done


def _correct_name(row, person, name, by):
    if name == row.name:
        return []
    _note(row, What.NAME, row.name, name, by)
    if person.name == row.name:
        Correspondent.objects.filter(pk=person.pk).update(name=name)
    row.name = name
    row.save(update_fields=["name"])
    return [What.NAME]


def _correct_address(row, old, email, by):
    if email == old.email:
        return []
    _note(row, What.EMAIL, old.email, email, by)
    if address_key(email) == old.email_key:  # the same mailbox, written otherwise
        Correspondent.objects.filter(pk=old.pk).update(email=email)
        return [What.EMAIL]
    refuse_while_sent(row)
    new = correspondent_for(row.program, email, language=row.language, name=row.name, named_by_others=True)
    standing = Application.objects.standing().filter(call=row.call_id, correspondent=new).exclude(pk=row.pk)
    if standing.exists():
        raise Refused(taken_words())
    _move(row, old, new)
    return [What.EMAIL]


def _move(row, old, new):
    """All that is about the application is the new person's; no link opens any more, no draft of a change goes on, and
    nobody has proven the address."""
    about = {"correspondent": old, "about": row.about}
    Letter.objects.waiting().filter(**about).update(to=new.email)
    Letter.objects.filter(**about).update(correspondent=new)
    AccessLink.objects.filter(**about).update(correspondent=new, expires_at=timezone.now())
    begun = Draft.objects.unsent().filter(application=row)
    remove(Upload.objects.filter(draft__in=begun))
    begun.delete()
    row.correspondent, row.proven_at, row.after_limit = new, None, False
    row.save(update_fields=["correspondent", "proven_at", "after_limit"])
    without_rows(Correspondent.objects.filter(pk=old.pk)).delete()


def refuse_while_sent(row):
    """A letter that somebody is sending now goes to the wrong address still, with a link of its own."""
    waiting = Letter.objects.waiting().filter(correspondent=row.correspondent_id, about=row.about)
    if any(letter.leased_until and letter.leased_until > timezone.now() for letter in waiting.select_for_update()):
        raise Refused(gettext("A letter is being sent to the old address just now. Try again in ten minutes."))


def write_again(row, by):
    """The letter that told the last decision, or the first one; its link is what proves the address. Not to junk."""
    if row.status == Application.Status.JUNK:
        return
    told = row.decisions.exclude(letter=None).filter(announced_at__isnull=False).order_by("announced_at", "id").last()
    try:
        if told:
            send_again(told.letter, by=by)
            return
    except NotAgain:
        pass  # it is on its way to the new address already, or no longer true
    if not row.letters.waiting().exists():
        write_received(row)


def _note(row, what, before, after, by):
    Correction.objects.create(application=row, what=what, before=before, after=after, by=by, at=timezone.now())


def taken_words():
    return gettext("The right address has an application for this role already. Nothing was changed.")


class CorrectForm(forms.Form):
    name = LineField(label=_("Full name"), max_length=200, error_messages={"required": _("Enter the name")})
    email = EmailField(
        label=_("Email address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter the address")},
    )
    tell = forms.BooleanField(
        label=_("Send the last letter to the corrected address"),
        required=False,
        initial=True,
        help_text=_("Its link shows that the address is theirs."),
    )
    seen_name = forms.CharField(widget=forms.HiddenInput, strip=False)
    seen_email = forms.CharField(widget=forms.HiddenInput, strip=False)


class CorrectView(OneApplication, FormView):
    permission_required = "change"
    template_name = "programs/moderation/correct.html"
    page_title = _("Correct name or address")
    form_class = CorrectForm

    def own_breadcrumbs(self):
        return [{"url": self.own_address(), "label": str(self.object)}, {"url": "", "label": self.page_title}]

    def get_initial(self):
        now = self.object.name, self.object.email
        return dict(zip(("name", "email", "seen_name", "seen_email"), now * 2, strict=True))

    def form_valid(self, form):
        typed = form.cleaned_data
        try:
            seen = typed["seen_name"], typed["seen_email"]
            tell, user = typed["tell"], self.request.user
            done = correct(self.object, name=typed["name"], email=typed["email"], seen=seen, by=user, tell=tell)
        except Refused as refused:
            return self.refuse(form, refused)
        if done:
            messages.success(self.request, " ".join(f"{What(what).label}." for what in done))
        else:
            messages.info(self.request, gettext("Nothing was changed."))
        return redirect(self.own_address())

    def refuse(self, form, refused):
        """What was typed stays, beside what is stored now."""
        self.object = self.get_object()
        messages.error(self.request, str(refused))
        stored = {"seen_name": self.object.name, "seen_email": self.object.email}
        again = CorrectForm(form.data.dict() | stored)
        return self.render_to_response(self.get_context_data(form=again), status=409)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"application": self.object}
