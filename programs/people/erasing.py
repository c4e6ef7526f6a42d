"""Erasing what is known of people: a stage's rows with the letters and links about them, and whoever is left without any.

Every way out of the database that holds personal data goes through here, so that nothing of a person stays behind.
"""

from django.db import transaction
from django.db.models import CASCADE, Exists, OuterRef, Q

from programs.models import AccessLink, Correspondent, Letter, letter_kinds
from programs.uploads.removing import files_go_too


def erase(rows, *, most=None, wait=True):
    """Delete these rows of one stage with their files and the letters and links about them; how many there were.

    What goes with a row and is about somebody else, such as a referee of an application, goes in the same way.
    Under a lock on each person, so that no sender mints a link for a row that goes. A person with nothing else in the
    program goes too. Without `wait`, whoever is in somebody else's hands is left for the next time.
    """
    with transaction.atomic():
        locked = _locked(rows, most, wait)
        rows = rows.filter(correspondent__in=locked)
        for name, others in _going_with(rows):
            rows = rows.exclude(pk__in=others.exclude(correspondent__in=locked).values(name))
        going = list(rows)
        keys = rows.model.objects.filter(pk__in=[row.pk for row in going])
        _delete_about({(row.correspondent_id, row.about) for row in [*going, *_others_of(keys)]})
        with files_go_too(locked):
            keys.delete()
            without_rows(Correspondent.objects.filter(pk__in=locked)).delete()
    return len(going)


def _locked(rows, most, wait):
    """Keys of the people whose rows these are, and of all others whose rows go with them, locked in one order."""
    people = Correspondent.objects.select_for_update(skip_locked=not wait).order_by("pk")
    own = rows.order_by().values("correspondent")
    if most:
        own = [person.pk for person in people.filter(pk__in=own)[:most]]
        rows = rows.filter(correspondent__in=own)
    those = Q(pk__in=own)
    for _name, others in _going_with(rows):
        those |= Q(pk__in=others.order_by().values("correspondent"))
    return [person.pk for person in people.filter(those)]


def _going_with(rows):
    """(name of their key, rows) of each kind that goes with these rows and is about a person of its own."""
    for relation in rows.model._meta.related_objects:
        model = relation.related_model
        if relation.on_delete is CASCADE and any(field.name == "correspondent" for field in model._meta.fields):
            name = relation.field.name
            found = model._base_manager.filter(**{f"{name}__in": rows.order_by().values("pk")})
            yield name, found.exclude(correspondent=None)


def _others_of(rows):
    return [other for _name, others in _going_with(rows) for other in others]


def _delete_about(matters):
    people = {person for person, _about in matters}
    for model in (Letter, AccessLink):
        theirs = model.objects.filter(correspondent__in=people).order_by().values_list("pk", "correspondent", "about")
        model.objects.filter(pk__in=[pk for pk, person, about in theirs if (person, about) in matters]).delete()


def erase_people(people):
    """Delete these people with all that any stage knows of them, their files, letters and links."""
    with transaction.atomic():
        locked = [person.pk for person in people.select_for_update().order_by("pk")]
        others = [other for rows in _rows_of(locked) for other in _others_of(rows)]
        _delete_about({(other.correspondent_id, other.about) for other in others})
        with files_go_too(locked):
            Correspondent.objects.filter(pk__in=locked).delete()
        without_rows(Correspondent.objects.filter(pk__in=[other.correspondent_id for other in others])).delete()
    return len(locked)


def _rows_of(people):
    """Of each stage the rows of these people."""
    for relation in Correspondent._meta.related_objects:
        if relation.related_model not in {Letter, AccessLink}:
            yield relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": people})


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
