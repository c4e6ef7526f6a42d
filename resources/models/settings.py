from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from resources.citations.lookups import check_lookup


@register_setting(icon="openquote")
class ReadingSettings(BaseSiteSetting):
    """How a site writes its citations."""

    class Style(models.TextChoices):
        APA = "apa", _("APA (7th edition)")
        MLA = "mla", _("MLA (9th edition)")
        CHICAGO = "chicago", _("Chicago, author and date (18th edition)")

    style = models.CharField(
        _("citation style"),
        max_length=10,
        choices=Style,
        default=Style.APA,
        help_text=_("Every reading list of the site follows it at once."),
    )

    worldcat = models.BooleanField(
        _("link to WorldCat"),
        default=True,
        help_text=_("Beside each work that libraries hold: by its ISBN, else by its title."),
    )
    library = models.CharField(
        _("library"), max_length=80, blank=True, help_text=_("Whose look-up it is, such as ALA Library.")
    )
    library_lookup = models.CharField(
        _("library look-up"),
        max_length=500,
        blank=True,
        validators=[check_lookup],
        help_text=_(
            "The address of a search with {isbn}, {doi} or {title} where these belong, such as "
            "https://catalog.example.org/search?isbn={isbn}. A work without what it names gets no link."
        ),
    )

    def clean(self):
        if bool(self.library) != bool(self.library_lookup):
            raise ValidationError(_("A look-up takes both: the name of the library and the address."))

    class Meta:
        verbose_name = _("reading settings")
