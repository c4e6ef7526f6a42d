"""A letter as the mail that a server gets, and what a server answers."""

from smtplib import SMTPDataError, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import salted_hmac

from portal.site.logs import SECRET_LINK

from .writing import STATUS_LINK


def message(letter, link):
    """With a button of the mail program's own for what its kind lets one leave by one click (RFC 8058)."""
    leaving = {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    answered_to = letter.declared.answerable and letter.program.reply_to
    return EmailMessage(
        subject=letter.subject,
        body=letter.body.replace(STATUS_LINK, link),
        to=[letter.to],
        reply_to=[answered_to] if answered_to else None,
        headers={
            "Message-ID": message_id(letter),
            "Auto-Submitted": "auto-generated",
            "Content-Language": letter.language,
        }
        | (leaving if letter.declared.one_click else {}),
    )


def message_id(letter):
    """The same at every try, so that mailboxes know a letter that was sent twice."""
    digest = salted_hmac("programs.letters.message_id", f"{letter.pk} {letter.created_at.isoformat()}").hexdigest()
    return f"<{digest[:32]}@{urlsplit(settings.SITE_URL).hostname}>"


def without_link(text, link):
    """A mail server may quote the letter that it refuses."""
    if link:
        text = text.replace(link, "[private link]").replace(link.rstrip("/").rpartition("/")[2], "[hidden]")
    return SECRET_LINK.sub(r"\1[hidden]", text).replace("\0", "")


def final(error):
    """Whether the mail server refused this letter or its address for good (5xx)."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return isinstance(error, SMTPDataError) and error.smtp_code >= 500
