"""What the steps make at one press: the program's page, its form, and at last everything public."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.functions import Length, Substr
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from portal.pages.unfilled import unfilled_places
from portal.rows import recording
from programs import access
from programs.forms.purposes import FOR_CALLS
from programs.models import ApplicationFormPage, ProgramPage, Round
from programs.planning.before_calls import missing
from programs.planning.rounds.forms import forms_of

from .presets import small_form


def own_page(program):
    """Its oldest page in the site's first language."""
    return (
        ProgramPage.objects.filter(program=program, locale=Locale.get_default(), alias_of=None).order_by("pk").first()
    )


def front_page():
    """Where programs' pages stand."""
    return Page.objects.filter(depth=2, locale=Locale.get_default()).order_by("path").first()


@transaction.atomic
def make_page(program, by):
    """A draft with the program's name, once. For whoever may fill the program's committee."""
    access.require(by, access.OFFICE, program)
    if own_page(program):
        return own_page(program)
    parent = front_page()
    slug = find_available_slug(parent, slugify(program.name) or program.code.lower())
    page = ProgramPage(
        title=program.name, slug=slug, program=program, live=False, owner=by, promise=program.summary[:300]
    )
    parent.add_child(instance=page)
    page.save_revision(user=by, log_action="wagtail.create")
    return page


def may_edit(user, page):
    return policy_registry.get_by_type(Page).user_has_permission_for_instance(user, "change", page)


def forms_to_copy(user, program):
    """Forms of other programs that this person plans."""
    planned = access.programs_for(user, access.PLAN).exclude(pk=program.pk)
    pages = ProgramPage.objects.filter(program__in=planned.values("pk"), alias_of=None)
    above = Substr("path", 1, Length("path") - ApplicationFormPage.steplen)
    forms = ApplicationFormPage.objects.filter(alias_of=None, **FOR_CALLS).annotate(above=above)
    return forms.filter(above__in=pages.values("path")).order_by("title", "pk")


@transaction.atomic
def make_form(program, title, by, copied=None):
    """A draft below the program's page, once: the small form, or what another form asks."""
    page = own_page(program)
    if page is None or not may_edit(by, page):
        raise PermissionDenied
    if forms_of(program).exists():
        return forms_of(program).first()
    latest = copied.get_latest_revision_as_object() if copied else None
    sections = latest.sections.raw_data if latest else small_form(page.locale.language_code)
    fields = {"intro": latest.intro, "minutes": latest.minutes} if latest else {}
    slug = find_available_slug(page, slugify(title) or "form")
    form = ApplicationFormPage(title=title, slug=slug, live=False, owner=by, **fields)
    form.sections = ApplicationFormPage._meta.get_field("sections").stream_block.to_python(list(sections))
    page.add_child(instance=form)
    form.save_revision(user=by, log_action="wagtail.create")
    return form


def drafts_of(program):
    """The pages that publishing would make public: the program's page, then its forms, as they were last saved."""
    page = own_page(program)
    pages = [page, *ApplicationFormPage.objects.child_of(page).filter(alias_of=None)] if page else []
    return [page.get_latest_revision_as_object() for page in pages if not page.live]


def obstacles(program, user):
    """Sentences: why nothing can be published yet."""
    calls = [call for round in program.rounds.filter(called_off=False) for call in round.calls.filter(url="")]
    if calls:
        yield from (sentence for sentence, _address in missing(user))
    for page in drafts_of(program):
        faults = list(page.faults()) if isinstance(page, ApplicationFormPage) else []
        for told in [*faults, *(told for _field, told in unfilled_places(page))]:
            yield f"“{page.title}”: {told}"


def may_publish(program, user):
    """Whether all its drafts are this person's to publish."""
    policy = policy_registry.get_by_type(Page)
    pages = drafts_of(program)
    return access.may(user, access.PLAN, program) and all(
        policy.user_has_permission_for_instance(user, "publish", page) for page in pages
    )


@transaction.atomic
def publish_all(program, by):
    """Page and forms, then the rounds, then the program: readers see all of it or nothing."""
    if not may_publish(program, by) or list(obstacles(program, by)):
        raise PermissionDenied
    for page in drafts_of(program):
        page.get_latest_revision().publish(user=by)
    for row in [*Round.objects.filter(program=program, draft=True), program]:
        with recording.recorded(row, by):
            row.draft = False
            row.save(update_fields=["draft", "changed_at"])
