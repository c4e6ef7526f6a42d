"""Letters to who forgot a password: few, so that nobody floods a mailbox from our address, and written by `tick`.

Whether somebody has the asked address is looked up only then: neither the answer nor the time it takes tells of it.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.views.account import PasswordResetView

from portal.models import ForgottenPassword

from .slowing import allowed, network

MOST_TO_ONE, MOST_FROM_ONE = 3, 20
"""Letters an hour to one address, and from one network (an office may share one)."""


class SlowedPasswordResetForm(PasswordResetForm):
    """Answers the same whether a letter goes out, would be one too many, or has nobody to go to."""

    def save(self, *args, request=None, **kwargs):
        if may_be_sent(self.cleaned_data["email"], request):
            ForgottenPassword.objects.create(
                email=self.cleaned_data["email"], language=translation.get_language() or settings.LANGUAGE_CODE
            )


def may_be_sent(email, request):
    where = request and network(request)
    if where and not allowed("password reset from", where, most=MOST_FROM_ONE):
        return False
    return allowed("password reset to", email.strip().casefold(), most=MOST_TO_ONE)


def write_to_who_forgot():
    """Run by `tick`. Whoever deletes the row sends the letter, so that two of them send one."""
    for asked in ForgottenPassword.objects.order_by("pk"):
        if ForgottenPassword.objects.filter(pk=asked.pk).delete()[0]:
            send(asked)


def send(asked):
    """Django's letter, in the language in which it was asked for; none where nobody has the address."""
    site = urlsplit(settings.SITE_URL)
    form = PasswordResetForm({"email": asked.email})
    with translation.override(asked.language):
        if form.is_valid():
            form.save(
                domain_override=site.netloc,
                use_https=site.scheme == "https",
                subject_template_name=PasswordResetView.subject_template_name,
                email_template_name=PasswordResetView.email_template_name,
            )
