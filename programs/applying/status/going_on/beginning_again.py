"""A new application from the answers of an earlier one: after withdrawing, in a later round, or for another role."""

from django.http import Http404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from programs.applying.again.filled_in import begin
from programs.applying.again.offers import offers
from programs.applying.status.own import own_application
from programs.applying.status.words import Status, told
from programs.models import Application


def own_offers(application, told):
    """The open calls of this program for which this person has no application standing; of its own call only once it is
    withdrawn."""
    mine = Application.objects.standing().filter(correspondent=application.correspondent_id)
    own = set() if told.status == Status.WITHDRAWN else {application.call_id}
    return offers(application, application.call, but=own.union(mine.values_list("call", flat=True)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def begin_again(request, reference, slug):
    application = own_application(request, reference)
    offer = next((one for one in own_offers(application, told(application)) if one.call.slug == slug), None)
    if offer is None:
        raise Http404
    return begin(request, offer, reference=reference, name=application.name, email=application.email)
