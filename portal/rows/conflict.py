"""Two people at one row: what one of them typed beside what the other saved meanwhile.

What this person left alone is taken over from what was saved; what both changed is shown with both values, and this
person's stays in the form until they choose. So nothing that was typed is lost, and nothing that was saved is undone
unasked.
"""

from dataclasses import dataclass

from django.utils.translation import gettext

from .values import plain, same

TAKE = "take"
"""The boxes that say: the other's value instead of mine. Each holds the name of its field in the form."""
UNKNOWN = object()
"""A value as it was opened, where nobody can tell."""


@dataclass(frozen=True)
class Clash:
    """`take`: the name under which the other's value can be chosen; empty where there is nothing to choose."""

    label: str
    typed: str
    saved: str
    take: str = ""


def without_gone(data, kept):
    """Posted data in which rows that somebody deleted meanwhile are new ones: {place in the form: former key}."""
    gone = {}
    for relation, rows in kept["rows"].items():
        for name in [name for name in data if name.startswith(f"{relation}-") and name.endswith("-id")]:
            key = data[name]
            if key.isascii() and key.isdecimal() and str(int(key)) not in rows:
                gone[name.removesuffix("-id")] = str(int(key))
                data[name] = ""
    return gone


def take_chosen(form, chosen):
    """Before the form is checked: the fields whose box is ticked keep what is stored."""
    for each in [form, *(row for rows in formsets(form).values() for row in rows.forms)]:
        for name, field in each.fields.items():
            if each.add_prefix(name) in chosen:
                field.disabled = True
                show_stored(field)


def show_stored(field):
    """Whatever was sent for it, the field shows the row's own value. It can be edited still."""
    field.bound_data = lambda data, initial: initial


def release(form):
    """After the form was checked: no field stays locked."""
    for each in [form, *(row for rows in formsets(form).values() for row in rows.forms)]:
        for field in each.fields.values():
            if "bound_data" in vars(field):
                field.disabled = False


def formsets(form):
    return getattr(form, "formsets", {})


class Conflict:
    """`opened`: the row as this person opened it, or None; `kept`: as it is now; `gone`: see without_gone()."""

    def __init__(self, form, opened, kept, gone, words):
        self.form, self.opened, self.kept, self.gone, self.words = form, opened, kept, gone, words
        form.is_valid()
        self.clashes, self.taken_over = [], []
        self._compare(form, opened and opened["fields"], kept["fields"])
        for relation, rows in formsets(form).items():
            self._compare_rows(relation, rows)

    def _compare(self, form, opened, kept, relation=""):
        for name, field in form.fields.items():
            if name not in kept:
                continue
            before = opened.get(name, UNKNOWN) if opened else UNKNOWN
            typed, saved = typed_value(form, name), kept[name]
            if same(typed, saved) or (before is not UNKNOWN and same(saved, before)):
                continue
            clash = (
                self.words.label(name, relation, kept),
                self._say(name, typed, relation, kept),
                self._say(name, saved, relation, kept),
            )
            if before is not UNKNOWN and same(typed, before):
                show_stored(field)
                self.taken_over.append(Clash(*clash))
            else:
                self.clashes.append(Clash(*clash, take=form.add_prefix(name)))

    def _say(self, name, value, relation, values):
        return self.words.value(name, value, relation, values)

    def _compare_rows(self, relation, rows):
        opened = self.opened["rows"].get(relation, {}) if self.opened else {}
        kept, in_form = self.kept["rows"][relation], set()
        for form in rows.forms:
            key = str(form.instance.pk or "")
            in_form.add(key)
            deletes = rows._should_delete_form(form)
            if form.prefix in self.gone and not deletes:
                self._deleted_meanwhile(relation, form, opened.get(self.gone[form.prefix]))
            elif key in kept and deletes:
                self._deleted_here(relation, form, opened.get(key), kept[key])
            elif key in kept:
                self._compare(form, opened.get(key), kept[key], relation)
        for key in kept.keys() - in_form - opened.keys():
            stays = gettext("Added: %(row)s. It stays.") % {"row": self.words.summary(relation, kept[key])}
            self.taken_over.append(Clash(self.words.title(relation, kept[key]), "", stays))

    def _deleted_meanwhile(self, relation, form, before):
        """A row that this person changed comes back as a new one; one that they left alone goes."""
        title = self.words.title(relation, before or {})
        if before and all(
            same(typed_value(form, name), value) for name, value in before.items() if name in form.fields
        ):
            form.data[f"{form.prefix}-DELETE"] = "on"
            self.taken_over.append(Clash(title, "", gettext("Deleted")))
        else:
            typed = {name: typed_value(form, name) for name in form.fields if before and name in before}
            back = gettext("Deleted. When you save, your line is added again.")
            self.clashes.append(Clash(title, self.words.summary(relation, typed), back))

    def _deleted_here(self, relation, form, before, saved):
        """Whoever keeps the row after all keeps it as it was saved."""
        for name in form.fields.keys() & saved.keys():
            show_stored(form.fields[name])
        if before != saved:
            title, told = self.words.title(relation, saved), self.words.summary(relation, saved)
            self.clashes.append(Clash(title, gettext("Deleted"), told, take=f"{form.prefix}-DELETE"))


def typed_value(form, name):
    """As the database would hold it; what cannot be read stays as it was typed."""
    cleaned = getattr(form, "cleaned_data", {})
    return plain(cleaned[name]) if name in cleaned else form[name].data
