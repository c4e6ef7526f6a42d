"""The one letter of this room: it reminds whoever has not opened the first one's link."""

from django.utils.translation import gettext_lazy as _

from programs.letters.applicants import no_junk, to_applicants


def still_unproven(letter):
    return no_junk(letter) and letter.row is not None and letter.row.proven_at is None


def letter_kinds():
    return [
        to_applicants(
            "prove",
            _("Reminder to open the link"),
            still_true=still_unproven,
            untrue=_("The address is proven by now."),
        )
    ]
