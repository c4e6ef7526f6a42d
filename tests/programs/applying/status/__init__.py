"""What the tests of the status page share."""

import re

from programs.lifecycle import advance
from programs.moderation.announcing.telling import announce
from tests.factories import make_user


def decide(application, verb):
    return advance(application, verb, by=make_user(), seen=application.status)


def tell(application, verb):
    """Decide and announce."""
    decide(application, verb)
    announce(application.decisions.all(), by=make_user())
    application.refresh_from_db()


def page(client, application, language=""):
    """The status page, without the token that differs every time."""
    text = client.get(f"{language}/status/{application.reference}/").content.decode()
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1", text)
