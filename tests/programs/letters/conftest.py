import logging

import pytest

from . import mail


@pytest.fixture
def mail_server(settings):
    """A mail server under the test's control, in use for every letter."""
    settings.EMAIL_BACKEND = "tests.programs.letters.mail.Backend"
    mail.server.__init__()
    return mail.server


@pytest.fixture
def log_lines(caplog):
    """What the portal's own loggers write; they do not propagate to where caplog listens."""
    logger = logging.getLogger("programs")
    logger.addHandler(caplog.handler)
    caplog.set_level(logging.INFO, "programs")
    yield caplog
    logger.removeHandler(caplog.handler)
