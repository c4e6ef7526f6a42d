from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _


class ReadableFormMiddleware:
    """Answers 400 to a form sent in a character set that Django's form parser refuses.

    Django raises BadRequest for these while the CSRF check reads the body, which a real server turns into a 500.
    """

    FORM_TYPE = "application/x-www-form-urlencoded"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        charset = request.content_params.get("charset", "utf-8").lower()
        if request.content_type == self.FORM_TYPE and charset not in {"utf-8", "utf8"}:
            return HttpResponse(_("Please send forms as UTF-8."), status=400, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class AdminPolicyMiddleware:
    """Gives Wagtail's admin, and it alone, the content security policy its widgets need."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith("/admin/"):
            response._csp_config = settings.ADMIN_POLICY
        return response
