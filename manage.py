#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

WRITES_SOURCE = {"makemigrations", "makemessages", "compilemessages"}
"""Commands of who changes the code: they serve nobody, and need none of the settings without which production does not start."""

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if WRITES_SOURCE.intersection(sys.argv[1:2]):
        os.environ.setdefault("PORTAL_ENV", "test")
    execute_from_command_line(sys.argv)
