"""Who a program writes to, and the one rule for when two addresses are the same."""

from programs.models import Correspondent


def address_key(email):
    """The form in which two spellings of one address are the same."""
    return email.strip().lower()


def masked(email):
    """The address so that its owner knows it and nobody else learns it: s•••e@example.org."""
    name, _at, host = email.rpartition("@")
    return f"{name[:1]}•••{name[-1:] if len(name) > 2 else ''}@{host}"


def correspondent_for(program, email, *, language, name="", named_by_others=False):
    """The row of this address in this program, with what was given last, locked until the transaction ends.

    The lock keeps it from being erased before the caller's row points to it; it is the weak one, which lets others
    write letters to the same person meanwhile. What others say of somebody (`named_by_others`) changes no name and language.
    """
    person, made = Correspondent.objects.select_for_update(no_key=True).get_or_create(
        program=program,
        email_key=address_key(email),
        defaults={"email": email.strip(), "language": language, "name": name},
    )
    if not made and not named_by_others and (person.language, person.name) != (language, name or person.name):
        person.language, person.name = language, name or person.name
        person.save(update_fields=["language", "name"])
    return person
