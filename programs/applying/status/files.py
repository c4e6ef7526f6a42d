"""The files that an applicant has sent, for whoever opened the application in this browser."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from programs.access.shown_to import Audience, uploads_seen
from programs.uploads.serving import handed_out

from .own import own_application


@never_cache
@require_safe
def own_file(request, reference, upload):
    application = own_application(request, reference)
    if upload not in uploads_seen(application, to=Audience.APPLICANT):
        raise Http404
    return handed_out(get_object_or_404(application.uploads, pk=upload), application.reference)
