from django.templatetags.static import static
from django.utils.html import format_html


def typed_css():
    """insert_global_admin_css"""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/typed.css"))


def rows_css():
    """insert_global_admin_css"""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/rows.css"))
