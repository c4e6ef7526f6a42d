"""DOI and ISBN: what people paste made plain, checked, and where it leads."""

import re
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DOI_FORMS = re.compile(r"^\s*(?:https?://(?:dx\.|www\.)?doi\.org/|doi\s*[:=]?\s*)", re.I)
DOI = re.compile(r"^10\.\d{4,9}(?:\.\d+)*/\S+$", re.ASCII)
ISBN_FORMS = re.compile(r"^\s*(?:urn:)?isbn(?:-1[03])?\s*:?\s*", re.I)


def plain_doi(text):
    """10.1000/xyz from “https://doi.org/10.1000/xyz”, “doi: 10.1000/xyz” and the like."""
    return DOI_FORMS.sub("", text).strip().rstrip(".,;")


def plain_isbn(text):
    """Its digits, and the X at the end of some."""
    return re.sub(r"[\s‐‑–-]", "", ISBN_FORMS.sub("", text)).upper()


def check_doi(text):
    if not DOI.match(plain_doi(text)):
        raise ValidationError(_("This is not a DOI. A DOI looks like 10.1000/182."), code="doi")


def check_isbn(text):
    if not is_isbn(plain_isbn(text)):
        raise ValidationError(
            _("This is not an ISBN: it has 10 or 13 digits, and the last one must fit the others."), code="isbn"
        )


def is_isbn(digits):
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return False


def doi_address(doi):
    return f"https://doi.org/{quote(doi, safe='/:;()._-', errors='replace')}"


def isbn_address(isbn):
    """WorldCat’s page of the book, which names the libraries that have it."""
    return f"https://www.worldcat.org/isbn/{isbn}"
