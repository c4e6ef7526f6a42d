"""By which words an application is found: its name, address and references, and of its answers what whoever searches sees.

Search asks these words and never the answers. Sensitive answers are among nobody's. Kept whenever an application is
received, changed or corrected (`note_words`); gone with it.
"""

from itertools import chain

from portal.site.slowing import mailbox
from portal.texts.finding import chosen_word, runs, words_in
from programs.models import Application, FoundBy

from .shown_to import Audience, answered, chosen

AT_ONCE = 500
MOST_WORDS = 20_000
LONGEST = 400


def note_words(application):
    """Write down the words of an application as it stands. In the transaction that changed it."""
    references = application.receipts.values_list("reference", flat=True)
    fields = words_of(application, references)
    row = FoundBy(application=application, **fields)
    FoundBy.objects.bulk_create([row], update_conflicts=True, unique_fields=["application"], update_fields=fields)


def words_of(application, references=()):
    """The fields of its FoundBy."""
    own = words_in(application.name, application.email, application.reference, *references)
    return {
        "coordinator": _as_text(own | _answered(application, Audience.COORDINATOR)),
        "reader": _as_text(own | _answered(application, Audience.READER)),
        "name": " ".join(sorted(runs(application.name)))[:LONGEST],
        "mailbox": mailbox(application.email),
    }


def note_missing_words():
    """Of applications that were stored another way than by intake; run by `tick`. Whether there are more."""
    missing = Application.objects.filter(found_by=None).select_related("version", "correspondent").order_by("pk")
    rows = list(missing[:AT_ONCE])
    for application in rows:
        note_words(application)
    return len(rows) == AT_ONCE


def _answered(application, audience):
    lines = chain.from_iterable(lines for _label, lines in answered(application, to=audience, sensitive=False))
    return words_in(*map(str, lines)) | {chosen_word(*pair) for pair in chosen(application, to=audience)}


def _as_text(words):
    return f" {' '.join(sorted(words)[:MOST_WORDS])} "
