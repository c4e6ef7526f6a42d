"""Every day, time and moment of Wagtail's admin, its own dialogs and filters among them, is read by these fields.

Wagtail's picker writes today over whatever it cannot read, as soon as the field is left.
"""

import django_filters
from django.db import models
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail.admin.forms.models import register_form_field_override

from .fields import DayField, DayRangeField, MomentField, TimeField

ENDS = {"expire_at"}
"""Moments of Wagtail's models that end something."""


def _moment(field):
    return {"form_class": MomentField, "ends": field.name in ENDS}


def use_everywhere():
    register_form_field_override(models.DateField, override={"form_class": DayField})
    register_form_field_override(models.TimeField, override={"form_class": TimeField})
    register_form_field_override(models.DateTimeField, override=_moment)
    django_filters.DateFilter.field_class = DayField
    django_filters.DateTimeFilter.field_class = MomentField
    django_filters.DateFromToRangeFilter.field_class = DayRangeField


def date_fields_css():
    """insert_global_admin_css"""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/date_fields.css"))


def date_fields_js():
    """insert_global_admin_js"""
    return format_html('<script src="{}" defer></script>', static("portal/date_fields.js"))
