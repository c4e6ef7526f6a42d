"""Letters to people who have an account: in which language, and as whom of a program's correspondents."""

from django.conf import settings

from programs.models import Correspondent

from .correspondents import address_key, correspondent_for


def language_of(user):
    """The language of the admin, as the person chose it."""
    chosen = getattr(getattr(user, "wagtail_userprofile", None), "preferred_language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def staff_correspondent(program, email, language):
    """Whoever has applied or asked for a reminder from the same address keeps the language of that."""
    known = Correspondent.objects.filter(program=program, email_key=address_key(email)).first()
    return correspondent_for(program, email, language=known.language if known else language)
