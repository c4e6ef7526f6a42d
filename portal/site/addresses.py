from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri


def domain():
    """The portal's own name, such as mentoring.example.org: what makes a row's key one that no other site gives."""
    return urlsplit(settings.SITE_URL).hostname


def absolute(address):
    """An address without its query, under SITE_URL and not under whatever name a request came in by."""
    plain = urlsplit(address)._replace(query="", fragment="").geturl() if "://" in address else address.split("?")[0]
    return plain if "://" in address else settings.SITE_URL + iri_to_uri(plain)


BIGGEST_ID = 2**63 - 1


def ids_in(values):
    """Those of the values that can be a row's id: nonsense in an address finds nothing."""
    numbers = [int(value) for value in values if value.isdecimal() and len(value) < 20]
    return [number for number in numbers if number <= BIGGEST_ID]
