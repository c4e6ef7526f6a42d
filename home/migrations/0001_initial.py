import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import portal.lists.narrowing
import portal.pages.languages
import portal.texts.pasted


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                (
                    "programs_heading",
                    models.CharField(blank=True, max_length=120, verbose_name="heading of the programs"),
                ),
                (
                    "programs_intro",
                    wagtail.fields.RichTextField(blank=True, verbose_name="introduction to the programs"),
                ),
                (
                    "groups_heading",
                    models.CharField(blank=True, max_length=120, verbose_name="heading of the discussion groups"),
                ),
                (
                    "groups_intro",
                    wagtail.fields.RichTextField(blank=True, verbose_name="introduction to the discussion groups"),
                ),
                (
                    "affiliates_heading",
                    models.CharField(blank=True, max_length=120, verbose_name="heading of the affiliates"),
                ),
                (
                    "affiliates_intro",
                    wagtail.fields.RichTextField(blank=True, verbose_name="introduction to the affiliates"),
                ),
            ],
            options={
                "verbose_name": "home page",
                "verbose_name_plural": "home pages",
            },
            bases=(portal.lists.narrowing.NarrowedPage, portal.pages.languages.TranslatedPage, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="StandardPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("lead", models.CharField(blank=True, max_length=300, verbose_name="lead")),
                ("body", models.JSONField(blank=True, default=list, verbose_name="content")),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("about", "About"),
                            ("privacy", "Privacy notice"),
                            ("accessibility", "Accessibility statement"),
                        ],
                        help_text="The footer and the forms link to the page right below the front page that has this purpose.",
                        max_length=20,
                        verbose_name="purpose",
                    ),
                ),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
            },
            bases=(portal.pages.languages.TranslatedPage, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="Synonyms",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="With commas between them, such as: rookie, new librarian.",
                        max_length=500,
                        verbose_name="words",
                    ),
                ),
                ("words_es", models.CharField(blank=True, max_length=500, verbose_name="words in Spanish")),
            ],
            options={
                "verbose_name": "words that mean the same",
                "verbose_name_plural": "words that mean the same",
                "ordering": ["words", "words_es", "pk"],
            },
            bases=(portal.texts.pasted.Tidied, models.Model),
        ),
    ]
