"""What a log may not hold: the secret part of a link in a letter."""

import logging
import re

SECRET_LINK = re.compile(r"(/(?:(?:status|draft|invitation|reference)/open|remind/confirm|remind/leave)/)[^/\s'\"]+")


class HideSecretLinks(logging.Filter):
    """Replaces the secret in every address before a line is written; lets every line through."""

    def filter(self, record):
        message = record.getMessage()
        hidden = SECRET_LINK.sub(r"\1[hidden]", message)
        if hidden != message:
            record.msg, record.args = hidden, ()
        return True
