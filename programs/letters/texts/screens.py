"""The texts of a program's letters, for its coordinators: which there are, and one of them with its preview."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.site.addresses import ids_in
from programs.access import LETTERS, ProgramPolicy, may, programs_for, require
from programs.access.screens import ScopedCreateView, ScopedEditView, ScopedViewSet
from programs.letters.placeholders import ALL
from programs.models import SIGN_OFF, LetterText, Round, letter_kinds

from .forms import TextForm, is_whole, offered, preview


def own_kinds():
    """The kinds that a program may put into its own words."""
    return [kind for kind in letter_kinds().values() if kind.placeholders]


def kind_label(text):
    if text.kind == SIGN_OFF:
        return gettext("Sign-off of all letters")
    return str(letter_kinds()[text.kind].label)


def chosen_program(request):
    """The one that the address names, of those whose letters this person may see; else the first."""
    programs = programs_for(request.user, LETTERS).order_by("name")
    named = ids_in([request.GET.get("program", "")])
    found = programs.filter(pk__in=named).first() if request.GET.get("program") else programs.first()
    if found is None:
        raise PermissionDenied
    return found


class TextsView(WagtailAdminTemplateMixin, TemplateView):
    """What a program says in whose words, kind by kind and language by language."""

    page_title = _("Texts of letters")
    header_icon = "mail"
    template_name = "programs/letter_texts/texts.html"

    def dispatch(self, request, *args, **kwargs):
        require(request.user, LETTERS)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        program = chosen_program(self.request)
        texts = {(row.round_id, row.kind, row.language): row for row in LetterText.objects.filter(program=program)}
        kinds = [*own_kinds(), None]
        sentences = [kind for kind in own_kinds() if "sentence" in kind.placeholders]
        rounds = Round.objects.not_over(timezone.now()).filter(program=program).order_by("-pk")
        return super().get_context_data(**kwargs) | {
            "program": program,
            "programs": programs_for(self.request.user, LETTERS).order_by("name"),
            "languages": [name for _code, name in settings.LANGUAGES],
            "letters": [_line(texts, program, None, kind) for kind in kinds],
            "rounds": [(round, [_line(texts, program, round, kind) for kind in sentences]) for round in rounds],
        }


def _line(texts, program, round, kind):
    """(label, [(address, the text there is or None), ...] in the order of the languages)."""
    name = kind.name if kind else SIGN_OFF
    cells = []
    for code, _name in settings.LANGUAGES:
        text = texts.get((round and round.pk, name, code))
        query = {"program": program.pk, "kind": name, "language": code} | ({"round": round.pk} if round else {})
        address = reverse("lettertext:edit", args=[text.pk]) if text else reverse("lettertext:add", query=query)
        cells.append((address, text if text and text.body else None))
    return kind_label(LetterText(kind=name)), cells


class Previewing:
    """A view of one text, with the button that shows it and the one that goes back to the portal's words."""

    def form_valid(self, form):
        if "preview" in self.request.POST:
            self.form = form
            return self.render_to_response(self.get_context_data(form=form))
        try:
            return super().form_valid(form)
        except IntegrityError:
            form.add_error(
                "body",
                gettext("Somebody else has written this text meanwhile. Open it in another window before you go on."),
            )
            return self.form_invalid(form)

    def get_page_subtitle(self):
        return f"{kind_label(self.text)}: {dict(settings.LANGUAGES)[self.text.language]}"

    def get_breadcrumbs_items(self):
        index = {"url": self.get_success_url(), "label": gettext("Texts of letters")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_subtitle()}]

    def get_success_url(self):
        return reverse("lettertext:index", query={"program": self.text.program_id})

    def get_success_message(self, *saved):
        return gettext(
            "Saved. Letters that are written from now on say so; those that wait in the outbox stay as they are."
        )

    def get_success_buttons(self):
        return []

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = context["form"]
        return context | {
            "text": self.text,
            "round": self.text.round,
            "placeholders": [ALL[name] for name in offered(self.text)],
            "needed": letter_kinds()[self.text.kind].needs if is_whole(self.text) else (),
            "preview": None if form.is_bound and form.errors else preview(self.text, *form.typed()),
        }


class TextCreateView(Previewing, ScopedCreateView):
    template_name = "programs/letter_texts/create.html"

    def get(self, request, *args, **kwargs):
        found = LetterText.objects.filter(**self.asked).first()
        return redirect("lettertext:edit", found.pk) if found else super().get(request, *args, **kwargs)

    @cached_property
    def asked(self):
        """What the address asks for, where such a text may be: program, round, kind, language."""
        program, query = chosen_program(self.request), self.request.GET
        kinds = {kind.name: kind for kind in own_kinds()}
        kind, language, round = query.get("kind", ""), query.get("language", ""), None
        if query.get("round"):
            round = Round.objects.filter(program=program, pk__in=ids_in([query["round"]])).first()
            if round is None or kind not in kinds or "sentence" not in kinds[kind].placeholders:
                raise Http404
        if kind not in {*kinds, SIGN_OFF} or language not in dict(settings.LANGUAGES):
            raise Http404
        return {"program": program, "round": round, "kind": kind, "language": language}

    @cached_property
    def text(self):
        return LetterText(**self.asked)

    def get_initial_form_instance(self):
        return self.text

    def get_add_url(self):
        return self.request.get_full_path()


class TextEditView(Previewing, ScopedEditView):
    template_name = "programs/letter_texts/edit.html"

    @property
    def text(self):
        return self.object


class TextsMenuItem(MenuItem):
    def is_shown(self, request):
        return may(request.user, LETTERS)


class LetterTextViewSet(ScopedViewSet):
    model = LetterText
    name = "lettertext"
    policy = ProgramPolicy(LetterText, add=LETTERS, change=LETTERS, view=LETTERS)
    url_prefix = "mentoring/letter-texts"
    icon = "mail"
    menu_label = _("Texts of letters")
    menu_order = 26
    menu_item_class = TextsMenuItem
    inspect_view_enabled = False
    add_view_class = TextCreateView
    edit_view_class = TextEditView
    edit_handler = ObjectList([FieldPanel("subject"), FieldPanel("body")], base_form_class=TextForm)

    def get_urlpatterns(self):
        return [
            path("", self.construct_view(TextsView), name="index"),
            path("add/", self.add_view, name="add"),
            path("<int:pk>/", self.edit_view, name="edit"),
            path("<int:pk>/history/", self.history_view, name="history"),
            path("<int:pk>/history/results/", self.history_results_view, name="history_results"),
        ]

    def get_common_view_kwargs(self, **kwargs):
        names = ("delete", "usage", "index_results")
        return super().get_common_view_kwargs(**{f"{name}_url_name": None for name in names} | kwargs)
