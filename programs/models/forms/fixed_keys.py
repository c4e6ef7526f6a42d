"""A key that was published keeps its question: answers are kept under it, for as long as anybody's are."""

from programs.forms.keys import key_of

from .form_version import FormVersion


def changed_keys(form):
    """(label, published key) where the answers of a published question would get another key.

    Its translations share the keys, so that one answer is the same in every language.
    """
    published = type(form).objects.filter(translation_key=form.translation_key, live=True)
    pages = sorted(published, key=lambda page: page.pk == form.pk)
    fixed = {block.id: key_of(block) for page in pages for block in page.keyed() if block.id}
    for block in form.keyed():
        if block.id in fixed and fixed[block.id] != key_of(block):
            yield block.value["label"], fixed[block.id]


def reused_keys(form):
    """(label, key, label of the earlier question) where a question has the key of another one that was published once,
    in any language, and may be deleted since."""
    asked = list(asked_before(form))
    for block in form.keyed():
        key = key_of(block)
        before = [(label, kind, block_id) for name, label, kind, block_id in asked if name == key]
        if before and not any(_is_same(block, *one) for one in before):
            yield block.value["label"], key, before[-1][0]


def asked_before(form):
    """(key, label, type, block id) of every question of every version of the form and its translations."""
    versions = FormVersion.objects.filter(form__translation_key=form.translation_key).order_by("pk")
    for version in versions:
        for question in version.asked:
            yield question["key"], question["label"], question["type"], version.blocks.get(question["key"])


def _is_same(block, label, kind, block_id):
    """The same block, whatever its words are now; or one that was added anew and asks the same."""
    return kind == block.block_type and (block.id == block_id or block.value["label"] == label)


def blocks_of(form):
    """{key: id of the block that asks it}, for a version to keep."""
    return {key_of(block): block.id for block in form.keyed() if block.id}
