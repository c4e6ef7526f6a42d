"""By which words an application is found: its name, address and references, and of its answers what whoever searches sees.

Search asks these words and never the answers. Sensitive answers are among nobody's; name and address are not among those
of who reads anonymously. Kept whenever an application is
received, changed or corrected (`note_words`); gone with it.
"""

from itertools import chain

from django.db.models import Q

from portal.site.slowing import mailbox
from portal.texts.finding import chosen_word, runs, words_in
from programs.models import Application, FoundBy

from .naming import reads_anonymously
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
    named = words_in(application.reference, *references)
    own = named | words_in(application.name, application.email)
    return {
        "coordinator": _as_text(own | _answered(application, Audience.COORDINATOR)),
        "reader": _as_text(own | _answered(application, Audience.READER)),
        "anonymous": _as_text(named | _answered(application, Audience.ANONYMOUS))
        if reads_anonymously(application.program)
        else "",
        "name": " ".join(sorted(runs(application.name)))[:LONGEST],
        "mailbox": mailbox(application.email),
    }


def note_missing_words():
    """Of applications that were stored another way than by intake; run by `tick`. Whether there are more."""
    untold = Q(found_by__anonymous="", call__round__program__rubric__anonymous=True)
    missing = Application.objects.filter(Q(found_by=None) | untold).with_program().select_related("version")
    rows = list(missing.select_related("call__round__program__rubric").order_by("pk")[:AT_ONCE])
    for application in rows:
        note_words(application)
    return len(rows) == AT_ONCE


def forget_anonymous_words(program):
    """Another rule says what names somebody: nobody finds anything by the old words; `tick` writes new ones."""
    FoundBy.objects.filter(application__call__round__program=program).update(anonymous="")


def _answered(application, audience):
    lines = chain.from_iterable(lines for _label, lines in answered(application, to=audience, sensitive=False))
    return words_in(*map(str, lines)) | {chosen_word(*pair) for pair in chosen(application, to=audience)}


def _as_text(words):
    return f" {' '.join(sorted(words)[:MOST_WORDS])} "
