"""Who somebody of a committee is to the answers of a call."""

from django.core.exceptions import PermissionDenied

from programs.forms.audiences import Audience

from .duties import DECIDE, SCORE, may
from .naming import reads_anonymously


def audience_of(user, call):
    """PermissionDenied for who reads nothing there."""
    if may(user, DECIDE, call):
        return Audience.COORDINATOR
    if not may(user, SCORE, call):
        raise PermissionDenied
    return Audience.ANONYMOUS if reads_anonymously(call.round.program) else Audience.READER
