from django.db import migrations

from resources.citations.names import split_apa


def split_authors(apps, schema_editor):
    """“Hussey, L. K., & Campbell-Meier, J.” becomes two lines; what is one name stays as it is."""
    citations = apps.get_model("resources", "Citation").objects.using(schema_editor.connection.alias)
    for citation in citations.exclude(authors="").only("authors"):
        citation.authors = split_apa(citation.authors)
        citation.save(update_fields=["authors"])


class Migration(migrations.Migration):
    dependencies = [("resources", "0002_citations_in_full")]

    operations = [migrations.RunPython(split_authors, migrations.RunPython.noop)]
