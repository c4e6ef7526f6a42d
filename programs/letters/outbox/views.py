"""The outbox's three views. modeladmin asks about models; these ask about the letter in hand."""

from datetime import datetime

from django.contrib.admin.utils import lookup_field
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail_modeladmin.views import IndexView, InspectView

from portal.lists.spreadsheets import harmless, plain, xlsx_cell
from programs.letters.harmless import one_line
from programs.letters.states import State, undelivered
from programs.letters.writing import STATUS_LINK

from .filters import FILTERS
from .resending import NotAgain, send_again, why_not


class OutboxView(IndexView):
    page_title = _("Outbox")
    export_headings = {"created_at": _("Written (UTC)"), "sent_at": _("Sent (UTC)")}

    def get_filters_params(self, params=None):
        """Only what the filters ask for: modeladmin would look up any field of any related row by its value."""
        known = {each.parameter_name for each in FILTERS}
        return {name: value for name, value in super().get_filters_params(params).items() if name in known}

    def get_filters(self, request):
        """Without modeladmin's column of filters: the list has its own above it, which leaves room on a phone."""
        filters, _has_filters, lookups, distinct = super().get_filters(request)
        return filters, False, lookups, distinct

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, search_term.replace("\0", ""))

    def as_spreadsheet(self, queryset, spreadsheet_format):
        return super().as_spreadsheet(queryset.iterator(chunk_size=500), spreadsheet_format)

    def stream_csv(self, letters):
        """Every line at once: the language of whoever asks ends with the request, before a response is streamed."""
        return list(super().stream_csv(letters))

    def to_row_dict(self, letter):
        return {field: lookup_field(field, letter, self.model_admin)[2] for field in self.list_export}

    def preprocess_field_value(self, field, value, export_format):
        cell = super().preprocess_field_value(field, value, export_format)
        cell = one_line(cell) if isinstance(cell, str) else cell
        return harmless(cell) if export_format == self.FORMAT_CSV else cell

    def generate_xlsx_row(self, worksheet, row_dict, date_format=None):
        for field, value in row_dict.items():
            cell = xlsx_cell(worksheet, plain(self.preprocess_field_value(field, value, self.FORMAT_XLSX)))
            if date_format and isinstance(value, datetime):
                cell.number_format = date_format
            yield cell

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            undelivered=undelivered(self.get_base_queryset()).count(),
            undelivered_url=f"{self.index_url}?state={State.GAVE_UP}",
            **kwargs,
        )


class LetterView(InspectView):
    page_title = _("Letter")

    def get_meta_title(self):
        return f"{gettext('Letter')} {self.instance.reference}"

    def get_page_subtitle(self):
        return self.instance.reference

    def get_context_data(self, **kwargs):
        letter = self.model_admin.get_queryset(self.request).get(pk=self.instance.pk)
        return super().get_context_data(
            letter=letter,
            state=State(letter.state).label,
            text=readable(letter),
            about_url=about_url(letter),
            again=self.model._default_manager.filter(again_of=letter).order_by("pk"),
            why_not=why_not(letter),
            **kwargs,
        )

    def get_fields_dict(self):
        return []


class SendAgainView(LetterView):
    """A GET asks, a POST does it. Who may read the letter may send it again."""

    page_title = _("Send again")
    http_method_names = ["get", "head", "post"]

    def get_template_names(self):
        return ["modeladmin/programs/letter/send_again.html"]

    def post(self, request):
        try:
            again = send_again(self.instance, by=request.user)
        except NotAgain as reason:
            messages.error(request, reason)
            return redirect(self.url_helper.get_action_url("inspect", self.instance.pk))
        messages.success(request, gettext("The letter goes to %(to)s within minutes.") % {"to": again.to})
        return redirect(self.url_helper.get_action_url("inspect", again.pk))


def readable(letter):
    """The text without the place of the secret link, which nobody but the applicant gets."""
    return letter.body.replace(STATUS_LINK, gettext("[private link]"))


def about_url(letter):
    """The admin's screen of what it is about; nothing where there is none."""
    matter, row = letter.declared.matter, letter.row
    return reverse(matter.screen, args=[row.pk]) if matter.screen and row else ""
