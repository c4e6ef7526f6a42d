"""The outbox: which letters were written and what became of them. Nothing in it can be changed.

It holds no letter whose kind keeps it from the committee (see access.scope): of reminders staff see how many people
wait, not who.
"""

from django.urls import re_path
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import AdminURLHelper, ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from programs.access import LETTERS, may, scope
from programs.letters.states import State, with_state
from programs.models import Letter

from .filters import FILTERS
from .views import LetterView, OutboxView, SendAgainView


class LetterPermissions(PermissionHelper):
    """Nobody adds, edits or deletes a letter; who has the duty on a letter's program reads it and sends it again."""

    def user_can_list(self, user):
        return may(user, LETTERS)

    def user_can_inspect_obj(self, user, obj):
        return may(user, LETTERS, obj)

    def nobody(self, user, obj=None):
        return False

    user_can_create = user_can_edit_obj = user_can_delete_obj = nobody


class LetterURLs(AdminURLHelper):
    def _get_object_specific_action_url_pattern(self, action):
        return rf"^{self.base_url_path}/{action}/(?P<instance_pk>[0-9]+)/$"


class LetterButtons(ButtonHelper):
    """In the list, the reference is the one link. The list holds no letter that the person may not read."""

    def get_buttons_for_obj(self, obj, **kwargs):
        return []

    def get_primary_button(self, obj):
        return self.inspect_button(obj.pk)


class Outbox(ModelAdmin):
    model = Letter
    base_url_path = "mentoring/outbox"
    menu_label = _("Outbox")
    menu_item_name = "outbox"
    menu_icon = "mail"
    menu_order = 25
    add_to_admin_menu = False  # it stands in the menu "Mentoring"
    inspect_view_enabled = True
    history_view_enabled = False
    list_display = ("reference", "to", "program", "kind_words", "state_words", "created_at", "sent_at", "attempts")
    list_export = ("reference", "to", "program", "kind_words", "state_words", "created_at", "sent_at", "attempts")
    list_filter = FILTERS
    list_per_page = 50
    empty_value_display = ""
    list_select_related = ("correspondent__program",)
    search_fields = ("about", "correspondent__name", "to", "subject")
    export_filename = "letters"
    permission_helper_class = LetterPermissions
    url_helper_class = LetterURLs
    button_helper_class = LetterButtons
    index_view_extra_css = inspect_view_extra_css = ["programs/outbox.css"]
    index_view_class = OutboxView
    inspect_view_class = LetterView

    def get_queryset(self, request):
        letters = scope(super().get_queryset(request), request.user, LETTERS)
        return with_state(letters).select_related("correspondent__program")

    def reference(self, letter):
        return letter.reference

    reference.short_description = _("reference")
    reference.admin_order_field = "about"

    def program(self, letter):
        return letter.program

    program.short_description = _("program")
    program.admin_order_field = "correspondent__program"

    def state_words(self, letter):
        return State(letter.state).label

    state_words.short_description = _("state")
    state_words.admin_order_field = "state"

    def kind_words(self, letter):
        return letter.declared.label

    kind_words.short_description = _("kind")
    kind_words.admin_order_field = "kind"

    def send_again_view(self, request, instance_pk):
        return SendAgainView.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def get_admin_urls_for_registration(self):
        """Only these three: modeladmin would bring addresses for adding, editing and deleting."""
        views = {"index": self.index_view, "inspect": self.inspect_view, "send_again": self.send_again_view}
        urls = self.url_helper
        return tuple(
            re_path(urls.get_action_url_pattern(action), view, name=urls.get_action_url_name(action))
            for action, view in views.items()
        )

    def register_admin_url_finders(self):
        """None: nothing else in the admin links to a letter."""

    def register_indexing(self):
        """Not at all: letters stay out of the reference index."""
