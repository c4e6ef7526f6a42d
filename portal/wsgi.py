import io
import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.core.management import call_command
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")


class Request(WSGIRequest):
    """Read as UTF-8 whatever it names: Django would read the query in another character set before any middleware could
    refuse it (ReadableFormMiddleware does)."""

    def _set_content_type_params(self, meta):
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))


class Application(WSGIHandler):
    request_class = Request


django.setup(set_prefix=False)
if settings.PRODUCTION:  # what `check --deploy` finds ends the start with its sentences, instead of waiting to be asked
    call_command("check", deploy=True, fail_level="WARNING", stdout=io.StringIO())
application = Application()
