"""What comes with a step of a form: how many files and how much of them one network may give, and which place each takes among
those that the draft has.

A step calls too_many_files(), and received() with what was posted, before it saves the draft.
"""

from django.core.exceptions import ValidationError

from portal.files.taking.names import clean_name
from portal.files.taking.refusals import refused
from portal.site.slowing import slowed
from programs.forms.questions import files as typing

from .removing import remove
from .taking import answer_of, take_in

FILES, BYTES = 400, 400 * 1024 * 1024
"""What a conference gives, a megabyte each. A draft is kept for weeks whether or not it is sent, so that without a bound on
what its files weigh one network fills the disk with 400 of the largest in every hour."""


def too_many_files(request):
    """The page that asks to wait, where the files that came with this request are too many or too large for this hour;
    otherwise nothing, and they are counted: what is refused as well, for it was read and looked into."""
    files = [file for _name, several in request.FILES.lists() for file in several]
    if not files:
        return None
    return slowed(request, "files", most=FILES, by=len(files)) or slowed(
        request, "bytes of files", most=BYTES, by=sum(file.size for file in files)
    )


def received(draft, questions, typed, files, *, prefix, removing=True):
    """What was posted, as the draft may keep it: {name of a field: [text, ...]} with a file's place taken by its name.

    `questions` are those of the step, `typed` what was posted in words, `files` request.FILES, `prefix` what stands before
    a key in a field's name. What is posted in words about files is believed in one thing only: which are to be removed, and
    this not while somebody is still filling the page and may take the tick back (`removing`).
    """
    for question in questions:
        if question["type"] == "file":
            name = prefix + question["key"]
            wanted = typed.get(name + typing.REMOVE, []) if removing else []
            typed = {one: texts for one, texts in typed.items() if one != name and not one.startswith(f"{name}_")}
            placed, refusals = _placed(draft, question, name, files, wanted)
            told = {name + typing.GIVEN: placed, name + typing.REFUSED: refusals}
            typed |= {one: texts for one, texts in told.items() if texts}
    return typed


def _placed(draft, question, name, files, remove_these):
    """(the names of the files that the draft then has, refusals): those of before in their places, some replaced or gone,
    and new ones behind them."""
    placed, refusals = [], []
    for text, file in _moves(draft, question, name, files):
        before = typing.named(text)
        if file is None:
            if {"on", str(before["upload"])} & set(remove_these):
                remove(draft.uploads.filter(pk=before["upload"]))
            else:
                placed.append(text)
            continue
        try:
            if not before and len(placed) >= question.get("most", 1):
                raise refused("many", most=question.get("most", 1))
            upload = take_in(draft, question, file, instead=before and before["upload"])
            placed.append(typing.given(answer_of(upload)))
        except ValidationError as error:
            placed += [text] if text else []
            refusals.append(typing.refused(clean_name(file.name), error.error_list[0]))
    return placed, refusals


def _moves(draft, question, name, files):
    """[(name of a file of before or "", the file that comes in its place or None), ...]. A file for the place of one that is
    gone, as from another tab, is added."""
    held = {
        answer["upload"]: text for text in draft.typed.get(name + typing.GIVEN, []) if (answer := typing.named(text))
    }
    added = files.getlist(name)
    if question.get("most", 1) == 1 and held and added:
        return [(next(iter(held.values())), added[-1])]
    place = name + typing.REPLACE
    instead = {one.removeprefix(place): files[one] for one in files if one.startswith(place)}
    stay = [(text, instead.pop(str(pk), None)) for pk, text in held.items()]
    return [*stay, *(("", file) for file in [*instead.values(), *added])]
