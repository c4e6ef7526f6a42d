"""Letters to who forgot a password: few, so that nobody floods a mailbox from our address."""

from wagtail.admin.forms.auth import PasswordResetForm

from .slowing import allowed, network

MOST_TO_ONE, MOST_FROM_ONE = 3, 20
"""Letters an hour to one address, and from one network (an office may share one)."""


class SlowedPasswordResetForm(PasswordResetForm):
    """Answers the same whether a letter goes out, would be one too many, or has nobody to go to."""

    def save(self, *args, request=None, **kwargs):
        if may_be_sent(self.cleaned_data["email"], request):
            super().save(*args, request=request, **kwargs)


def may_be_sent(email, request):
    where = request and network(request)
    if where and not allowed("password reset from", where, most=MOST_FROM_ONE):
        return False
    return allowed("password reset to", email.strip().casefold(), most=MOST_TO_ONE)
