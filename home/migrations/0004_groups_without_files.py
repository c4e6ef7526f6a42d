"""Takes from Wagtail's first groups, “Editors” and “Moderators”, its rights on pictures and documents.

Who may add and change those follows from duties on programs and pages (programs/access/files.py). What an administrator
gives a group on purpose, from here on, counts.
"""

from django.db import migrations

FILES = {"wagtaildocs", "wagtailimages"}


def take_away(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    Given = apps.get_model("wagtailcore.GroupCollectionPermission")
    first = Group.objects.filter(name__in=["Editors", "Moderators"])
    Given.objects.filter(group__in=first, permission__content_type__app_label__in=FILES).delete()
    for group in first:
        group.permissions.remove(*group.permissions.filter(content_type__app_label__in=FILES))


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0003_trigrams"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [migrations.RunPython(take_away, migrations.RunPython.noop)]
