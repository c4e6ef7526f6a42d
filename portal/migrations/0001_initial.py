from django.db import migrations, models

import portal.texts.words


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Allowance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64, unique=True)),
                ("ends", models.DateTimeField(db_index=True)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ExternalLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.CharField(max_length=2000, unique=True, verbose_name="address")),
                ("asked_at", models.DateTimeField(blank=True, help_text="When a check of it last began.", null=True)),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="checked")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="last answered")),
                ("failing_since", models.DateTimeField(blank=True, null=True, verbose_name="failing since")),
                ("status", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="answer")),
                ("trouble", models.CharField(blank=True, max_length=12, verbose_name="trouble")),
                ("moved_to", models.CharField(blank=True, max_length=2000, verbose_name="moved to")),
            ],
            options={
                "verbose_name": "external link",
                "verbose_name_plural": "external links",
                "ordering": ["url"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ForgottenPassword",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254)),
                ("language", models.CharField(max_length=10)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="name")),
                ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="short name in addresses")),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "ordering": ["name"],
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
    ]
