"""Puts the demo together, in the order in which an association's staff would: people, programs, pages, rounds, calls."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from home.first_day.address import place_site
from home.models import HomePage
from programs.models import Program

from .content.alcts import add_alcts
from .content.alsc import add_alsc
from .content.conditions import add_conditions
from .content.details import add_details
from .content.directory import add_programs, write_home
from .content.events import add_events, add_orientation
from .content.short_pages import add_short_pages
from .content.standard import add_standard_pages
from .form_pages import add_calls, add_forms, translate_forms
from .hosts import add_hosts
from .material import add_material
from .people import add_admin, add_committees, add_editor
from .planning import add_planning
from .references import CALL, add_reference_form
from .rounds import PLANS, add_past_rounds, plan_round
from .samples import add_applications
from .translating.pages import translate_home, translate_program_page
from .translating.trees import translate_tree


@transaction.atomic
def load():
    """Everything or nothing. False, with nothing changed, where programs are here already."""
    if Program.objects.exists():
        return False
    admin = add_admin()
    add_editor()
    place_site()
    home = HomePage.objects.get(locale=Locale.get_default())
    programs = write_rows()
    pages = write_pages(home, programs, admin)
    write_calls(programs, pages, admin)
    return True


def write_rows():
    """Hosts and programs with all that is data about them; the programs by code."""
    hosts = add_hosts()
    programs = add_programs(hosts)
    add_conditions(programs, hosts)
    add_details(programs, hosts)
    return programs


def write_pages(home, programs, by):
    """Every page but the forms; the programs' short pages by code."""
    spanish = Locale.objects.get(language_code="es")
    write_home(home, by)
    translate_home(home, spanish, by)
    add_standard_pages(home, spanish, by)
    events = add_events(home, by)
    alcts = add_alcts(home, programs["ALCTS"], [events["midwinter"], events["annual"]], by)
    alsc = add_alsc(home, programs["ALSC"], events["forum"], by)
    for tree in (events["midwinter"].get_parent(), alcts, alsc):
        translate_tree(tree, spanish, by)
    pages = add_short_pages(home, programs, by)
    for page in pages.values():
        translate_program_page(page, spanish, by)
    add_material(pages["NMRT"], spanish)
    add_orientation(pages, spanish, timezone.localdate(), by)
    return pages


def write_calls(programs, pages, by):
    today = timezone.localdate()
    add_past_rounds(programs)
    forms = add_forms(pages, by)
    translate_forms(forms, Locale.objects.get(language_code="es"), by)
    rounds = {code: plan_round(programs[code], plan, today) for code, plan in PLANS.items()}
    reference = add_reference_form(pages[CALL[0]], Locale.objects.get(language_code="es"), by)
    calls = add_calls(rounds, forms, reference, today)
    coordinator = add_committees(programs)
    add_applications(calls, by=coordinator)
    add_planning(rounds["NMRT"], coordinator)
