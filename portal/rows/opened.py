"""What a row was when somebody opened its form: sent along with the form, signed, and compared when it comes back."""

from django.core import signing

from .values import stored

SALT = "a row as it was opened"
FIELD = "as_opened"


def sealed(row, values):
    return signing.dumps({"row": _name(row), "values": values}, salt=SALT, compress=True)


def unsealed(row, sent):
    """The values that were sealed; None for what is missing, broken, or of another row."""
    try:
        found = signing.loads(sent, salt=SALT)
    except signing.BadSignature:
        return None
    return found["values"] if found["row"] == _name(row) else None


def _name(row):
    return [row._meta.label_lower, str(row.pk)]


def locked(model, key):
    """What is stored of the row, which nobody else saves before this transaction ends."""
    model._base_manager.select_for_update().filter(pk=key).order_by().first()
    return stored(model, key)
