"""The steps of one program from its first row to its public page: what is done, what is next, and where."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin

from portal.site.addresses import ids_in
from programs import access
from programs.models import Program
from programs.planning.before_calls import missing
from programs.planning.public_words import page_button, readers_will_see
from programs.planning.rounds.forms import forms_of

from . import making


@dataclass(frozen=True)
class Step:
    """`press`: what the button of this step asks the screen to do, where one press does it."""

    name: str
    title: str
    is_done: bool
    told: str = ""
    links: list = field(default_factory=list)
    press: str = ""


def steps(program, user):
    yield host_step(program, user)
    yield program_step(program)
    runs_here = program.kind == Program.Kind.MENTORING and not program.url
    if runs_here:
        yield roles_step(program)
    yield page_step(program, user)
    if runs_here:
        yield form_step(program, user)
        yield round_step(program)


def host_step(program, user):
    links = [(gettext("Change the host"), reverse("host:edit", args=[program.host_id]))]
    theirs = access.hosts_for(user).filter(pk=program.host_id).exists()
    return Step("host", gettext("Host"), True, str(program.host), links if theirs else [])


def program_step(program):
    told = gettext("Code %(code)s.") % {"code": program.code}
    if not program.summary:
        told += " " + gettext("Still missing: one or two sentences for the directory.")
    links = [(gettext("Program settings"), reverse("program:edit", args=[program.pk]))]
    return Step("program", gettext("Program"), bool(program.summary), told, links)


def roles_step(program):
    names = ", ".join(role.said("plural") for role in program.roles.all())
    address = reverse("program:edit", args=[program.pk]) + "#tab-roles"
    return Step("roles", gettext("Roles"), bool(names), names, [(gettext("Roles and who can apply"), address)])


def page_step(program, user):
    page, title = making.own_page(program), gettext("Page")
    if page is None:
        may = access.may(user, access.OFFICE, program)
        told = gettext("A draft with the program’s name; what it says you write in the editor.")
        return Step("page", title, False, told, press=gettext("Make the page") if may else "")
    return Step("page", title, True, status(page), editor(page, user))


def form_step(program, user):
    form, page, title = forms_of(program).first(), making.own_page(program), gettext("Application form")
    if form:
        return Step("form", title, True, status(form), editor(form, user))
    may = page is not None and making.may_edit(user, page)
    told = gettext("Name, address and consent are asked by every form.") if may else gettext("First the page.")
    return Step("form", title, False, told, press=gettext("Make the form") if may else "")


def round_step(program):
    found = program.rounds.order_by("-pk").first()
    if found is None:
        address = reverse("round:add", query={"program": program.pk})
        return Step("round", gettext("First round"), False, links=[(gettext("Add the first round"), address)])
    links = [(gettext("Dates and calls"), reverse("round:edit", args=[found.pk]))]
    has_calls = found.calls.exists()
    told = found.said("name") if has_calls else gettext("Still missing: a call for each role.")
    return Step("round", gettext("First round"), has_calls, told, links)


def status(page):
    told = gettext("“%(page)s”, published.") if page.live else gettext("“%(page)s”, a draft.")
    return told % {"page": page.get_admin_display_title()}


def editor(page, user):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return [(gettext("Open the editor"), address)] if making.may_edit(user, page) else []


class StepsView(BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView):
    """For whoever plans the program; each press asks for more where it does more."""

    model = Program
    page_title = _("Steps to the public page")
    header_icon = "list-ol"
    template_name = "programs/planning/new_program/steps.html"

    def get_object(self):
        program = super().get_object()
        access.require(self.request.user, access.PLAN, program)
        return program

    def get_base_object_queryset(self):
        return Program.objects.select_related("host").prefetch_related("roles")

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        index = {"url": reverse("program:index"), "label": gettext("Programs")}
        program = {"url": reverse("program:edit", args=[self.object.pk]), "label": str(self.object)}
        return [*self.breadcrumbs_items, index, program, {"url": "", "label": self.page_title}]

    @cached_property
    def steps(self):
        return list(steps(self.object, self.request.user))

    def get_context_data(self, **kwargs):
        program, user = self.object, self.request.user
        drafts = making.drafts_of(program)
        waiting = [page.title for page in drafts] + [str(row) for row in program.rounds.filter(draft=True)]
        return super().get_context_data(**kwargs) | {
            "program": program,
            "steps": self.steps,
            "next_step": next((step for step in self.steps if not step.is_done), None),
            "copied": making.forms_to_copy(user, program) if self.offers("form") else [],
            "is_public": not (program.draft or waiting),
            "waiting": waiting,
            "will_see": readers_will_see_all(program),
            "obstacles": list(making.obstacles(program, user)),
            "missing": missing(user),
            "may_publish": making.may_publish(program, user),
        }

    def offers(self, name):
        return any(step.press for step in self.steps if step.name == name)

    def post(self, request, *args, **kwargs):
        press = {"page": self.make_page, "form": self.make_form, "publish": self.publish}.get(request.POST.get("do"))
        if press is None:
            raise PermissionDenied
        press()
        return redirect("program:steps", self.object.pk)

    def make_page(self):
        page = making.make_page(self.object, self.request.user)
        messages.success(self.request, gettext("“%(page)s” is made, as a draft.") % {"page": page.title})

    def make_form(self):
        asked = ids_in([self.request.POST.get("copied", "")])
        copied = making.forms_to_copy(self.request.user, self.object).filter(pk__in=asked).first()
        if asked and copied is None:
            raise PermissionDenied
        title = gettext("Application form")
        form = making.make_form(self.object, title, self.request.user, copied)
        messages.success(self.request, gettext("“%(page)s” is made, as a draft.") % {"page": form.title})

    def publish(self):
        found = list(making.obstacles(self.object, self.request.user))
        if found:
            messages.error(self.request, gettext("Nothing was published. %(reasons)s") % {"reasons": " ".join(found)})
            return
        making.publish_all(self.object, self.request.user)
        messages.success(self.request, gettext("Everything is public."), buttons=page_button(self.object))


def readers_will_see_all(program):
    """Sentences: the program, then the calls of each round that would become public with it."""
    told = readers_will_see(program)
    for round in program.rounds.filter(draft=True, called_off=False):
        told += [sentence for sentence in readers_will_see(round)[1:] if sentence not in told]
    return told
