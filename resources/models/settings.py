from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


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

    class Meta:
        verbose_name = _("reading settings")
