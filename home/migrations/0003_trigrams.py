"""Lets PostgreSQL compare words, so that search mends spelling mistakes in texts, too.

Needs the right to create in the database (pg_trgm is a trusted extension). Where that is missing, the portal runs
all the same and mends mistakes in names and titles only; whoever runs the database can add it at any time with
CREATE EXTENSION pg_trgm.
"""

import logging

from django.db import DatabaseError, migrations, transaction

logger = logging.getLogger("django")


def allow_trigrams(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError as error:
        logger.warning("Search mends fewer spelling mistakes without the extension pg_trgm: %s", error)


class Migration(migrations.Migration):
    dependencies = [("home", "0002_first_pages")]
    operations = [migrations.RunPython(allow_trigrams, migrations.RunPython.noop)]
