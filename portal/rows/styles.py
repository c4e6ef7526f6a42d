from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext


def typed_css():
    """insert_global_admin_css"""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/typed.css"))


def rows_css():
    """insert_global_admin_css"""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/rows.css"))


def errors_js():
    """insert_editor_js"""
    heading = gettext("What is to be put right")
    return format_html('<script src="{}" data-heading="{}" defer></script>', static("portal/errors.js"), heading)


def limits_js():
    """insert_global_admin_js"""
    told = gettext("{letters} of at most {most} characters")
    return format_html('<script src="{}" data-told="{}" defer></script>', static("portal/limits.js"), told)
