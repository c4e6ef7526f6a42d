"""Erasing what is known of people: a stage's rows with the letters and links about them, and whoever is left without any.

Every way out of the database that holds personal data goes through here, so that nothing of a person stays behind.
"""

from django.db import transaction
from django.db.models import Exists, OuterRef

from programs.models import AccessLink, Correspondent, Letter, letter_kinds
from programs.uploads.removing import files_go_too


def erase(rows, *, most=None, wait=True):
    """Delete these rows of one stage with their files and the letters and links about them; how many there were.

    Under a lock on each person, so that no sender mints a link for a row that goes. A person with nothing else in the
    program goes too. Without `wait`, whoever is in somebody else's hands is left for the next time.
    """
    with transaction.atomic():
        people = Correspondent.objects.select_for_update(skip_locked=not wait).order_by("pk")
        locked = [person.pk for person in people.filter(pk__in=rows.values("correspondent"))[:most]]
        going = list(rows.filter(correspondent__in=locked))
        _delete_about({(row.correspondent_id, row.about) for row in going})
        with files_go_too(locked):
            rows.model.objects.filter(pk__in=[row.pk for row in going]).delete()
            without_rows(Correspondent.objects.filter(pk__in=locked)).delete()
    return len(going)


def _delete_about(matters):
    people = {person for person, _about in matters}
    for model in (Letter, AccessLink):
        theirs = model.objects.filter(correspondent__in=people).order_by().values_list("pk", "correspondent", "about")
        model.objects.filter(pk__in=[pk for pk, person, about in theirs if (person, about) in matters]).delete()


def erase_people(people):
    """Delete these people with all that any stage knows of them, their files, letters and links."""
    with transaction.atomic():
        locked = [person.pk for person in people.select_for_update().order_by("pk")]
        with files_go_too(locked):
            Correspondent.objects.filter(pk__in=locked).delete()
    return len(locked)


def without_rows(people):
    """Those of whom no stage knows anything: what is left of them are letters and links."""
    known = [
        relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
        for relation in Correspondent._meta.related_objects
        if relation.related_model not in {Letter, AccessLink}
    ]
    return people.filter(*[~Exists(rows) for rows in known])


def erase_leftovers():
    """Letters and links about rows that are gone, and people of whom nothing is left; called every hour.

    Rows should go by erase(). This is for those that went another way, such as in a shell.
    """
    for matter in {kind.matter for kind in letter_kinds().values()}:
        for model in (Letter, AccessLink):
            matter.orphans(model.objects.all()).delete()
    with transaction.atomic():
        people = without_rows(Correspondent.objects.all()).select_for_update(skip_locked=True, of=("self",))
        locked = list(people.order_by("pk").values_list("pk", flat=True))
        without_rows(Correspondent.objects.filter(pk__in=locked)).delete()
