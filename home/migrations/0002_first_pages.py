"""Both languages, and a home page in place of Wagtail's welcome page."""

from django.db import migrations


def first_pages(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Page, Locale, Site = (apps.get_model("wagtailcore", name) for name in ("Page", "Locale", "Site"))
    HomePage = apps.get_model("home.HomePage")
    english, _ = Locale.objects.get_or_create(language_code="en")
    Locale.objects.get_or_create(language_code="es")
    Page.objects.filter(depth=2, slug="home").delete()
    content_type, _ = ContentType.objects.get_or_create(model="homepage", app_label="home")
    home = HomePage.objects.create(
        title="Mentoring Opportunities",
        draft_title="Mentoring Opportunities",
        slug="home",
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=english,
    )
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home, "site_name": "Library Mentors"}
    )


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial"), ("wagtailcore", "0054_initial_locale")]
    operations = [migrations.RunPython(first_pages, migrations.RunPython.noop)]
