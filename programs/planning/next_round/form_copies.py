"""Copies of application forms for another round: drafts beside the originals, with the same keys of answers."""

from wagtail.actions.copy_page import CopyPageAction
from wagtail.coreutils import find_available_slug


def forms_asked(calls):
    """Every form of these calls, those for references too."""
    return {form for call in calls for form in (call.form, call.reference_form) if form}


def languages_of(form):
    """The form and its translations."""
    return form.get_translations(inclusive=True).filter(alias_of=None)


def may_copy(user, forms):
    """Whether this person may add pages where all of these forms, in all their languages, stand."""
    pages = [page for form in forms for page in languages_of(form)]
    return all(page.permissions_for_user(user).can_copy_to(page.get_parent()) for page in pages)


def copy_forms(round, forms, user):
    """{form: its copy}. PermissionDenied where this person may not copy one."""
    return {form: copy_form(round, form, user) for form in forms}


def copy_form(round, form, user):
    """The copy's translations are copies of the form's translations."""
    copy = _copy(round, form, user)
    for page in languages_of(form).exclude(pk=form.pk):
        _copy(round, page, user, translation_key=copy.translation_key)
    return copy


def _copy(round, page, user, **attributes):
    parent, old = page.get_parent(), round.copied_from
    attributes |= {
        "title": _title(page, old, round),
        "slug": find_available_slug(parent, f"{page.slug.removesuffix(f'-{old.slug}')}-{round.slug}"),
    }
    action = CopyPageAction(
        page,
        to=parent,
        update_attrs=attributes,
        copy_revisions=False,
        keep_live=False,
        reset_translation_key="translation_key" not in attributes,
        user=user,
    )
    return action.execute()


def _title(page, old, round):
    """With the new round's name in the place of the old one's, or behind it."""
    language = page.locale.language_code
    before, after = (getattr(row, f"name_{language}", "") or row.name for row in (old, round))
    return page.title.replace(before, after) if before in page.title else f"{page.title} – {after}"
