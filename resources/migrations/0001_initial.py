import django.db.models.deletion
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import portal.pages.languages
import portal.texts.lines
import portal.texts.words
import portal.texts.zones
import resources.citations.identifiers
import resources.citations.lookups
import resources.models.resource_page


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("portal", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActivitiesPage",
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
                (
                    "material",
                    models.JSONField(blank=True, default=list, verbose_name="pictures, documents, recordings"),
                ),
                ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                ("body", models.JSONField(blank=True, default=list, verbose_name="activities")),
            ],
            options={
                "verbose_name": "activities page",
                "verbose_name_plural": "activities pages",
            },
            bases=(resources.models.resource_page.ResourcePage, "wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="EventsPage",
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
            ],
            options={
                "verbose_name": "events page",
                "verbose_name_plural": "events pages",
            },
            bases=(portal.pages.languages.TranslatedPage, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="GoalExamplesPage",
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
                (
                    "material",
                    models.JSONField(blank=True, default=list, verbose_name="pictures, documents, recordings"),
                ),
                ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                ("body", models.JSONField(blank=True, default=list, verbose_name="goals")),
                (
                    "smart",
                    models.BooleanField(
                        default=True,
                        help_text="Shows five questions below the goals: specific, measurable, achievable, relevant, time-bound.",
                        verbose_name="help with goals of one’s own",
                    ),
                ),
            ],
            options={
                "verbose_name": "goal examples page",
                "verbose_name_plural": "goal examples pages",
            },
            bases=(resources.models.resource_page.ResourcePage, "wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ReadingListPage",
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
                (
                    "material",
                    models.JSONField(blank=True, default=list, verbose_name="pictures, documents, recordings"),
                ),
                ("intro", wagtail.fields.RichTextField(blank=True, verbose_name="introduction")),
                ("body", models.JSONField(blank=True, default=list, verbose_name="readings")),
            ],
            options={
                "verbose_name": "reading list",
                "verbose_name_plural": "reading lists",
            },
            bases=(resources.models.resource_page.ResourcePage, "wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="text")),
                ("text_es", models.TextField(blank=True, verbose_name="text in Spanish")),
                (
                    "for_whom",
                    models.CharField(
                        choices=[
                            ("both", "For mentors and mentees"),
                            ("mentor", "For mentors"),
                            ("mentee", "For mentees"),
                        ],
                        default="both",
                        max_length=10,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "editors_note",
                    models.TextField(blank=True, help_text="Never published.", verbose_name="note for editors"),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        help_text="A reading list, a resource or an event. Readers get it in their language.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                (
                    "topics",
                    models.ManyToManyField(blank=True, related_name="+", to="portal.topic", verbose_name="topics"),
                ),
            ],
            options={
                "verbose_name": "activity",
                "verbose_name_plural": "activities",
                "ordering": ["text", "pk"],
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article", "Article in a journal or magazine"),
                            ("issue", "Whole issue of a journal"),
                            ("book", "Book"),
                            ("chapter", "Chapter of a book"),
                            ("report", "Report"),
                            ("web", "Web page or post"),
                            ("webinar", "Webinar, talk, film or recording"),
                        ],
                        default="article",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "draft",
                    models.BooleanField(
                        default=False,
                        help_text="A draft is not published. Imported entries are drafts until somebody has looked at them.",
                        verbose_name="draft",
                    ),
                ),
                (
                    "authors",
                    models.TextField(
                        blank=True,
                        help_text="One name a line, the family name first: Hussey, L. K. With a suffix: Sample, Ann, Jr. An association is written as it stands: American Library Association.",
                        verbose_name="authors",
                    ),
                ),
                (
                    "editors",
                    models.TextField(
                        blank=True,
                        help_text="Of a book or an issue; one name a line, as with the authors.",
                        verbose_name="editors",
                    ),
                ),
                (
                    "date",
                    models.CharField(
                        blank=True,
                        help_text="As much as is known: 2017, January 2020, 2019-05-04, Spring 2015, in press; n.d. if it has none.",
                        max_length=60,
                        verbose_name="date",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="Without a full stop at its end. A name of a work in it may be set in italics: <i>Emma</i>.",
                        max_length=1000,
                        verbose_name="title",
                    ),
                ),
                (
                    "container",
                    models.CharField(
                        blank=True,
                        help_text="Where it stands: Journal of Library Administration. For a chapter, the title of the book.",
                        max_length=500,
                        verbose_name="journal, magazine or site",
                    ),
                ),
                (
                    "volume",
                    models.CharField(
                        blank=True, help_text="The number alone: 57.", max_length=60, verbose_name="volume"
                    ),
                ),
                (
                    "issue",
                    models.CharField(
                        blank=True, help_text="The number alone: 5, or 7–8.", max_length=60, verbose_name="issue"
                    ),
                ),
                (
                    "pages",
                    models.CharField(
                        blank=True, help_text="The first and the last: 500–516.", max_length=100, verbose_name="pages"
                    ),
                ),
                (
                    "edition",
                    models.CharField(
                        blank=True,
                        help_text="Empty for a first edition: 2, or revised.",
                        max_length=100,
                        verbose_name="edition",
                    ),
                ),
                (
                    "publisher",
                    models.CharField(
                        blank=True,
                        help_text="Who published it: ALA Editions. For a webinar or a film, who held or made it.",
                        max_length=500,
                        verbose_name="publisher",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Where the publisher is: Chicago, IL. The current styles leave it out; exports carry it.",
                        max_length=200,
                        verbose_name="place",
                    ),
                ),
                (
                    "doi",
                    models.CharField(
                        blank=True,
                        help_text="As you find it: 10.1000/182.",
                        max_length=300,
                        validators=[resources.citations.identifiers.check_doi],
                        verbose_name="DOI",
                    ),
                ),
                (
                    "isbn",
                    models.CharField(
                        blank=True,
                        help_text="With or without hyphens: 978-0-306-40615-7.",
                        max_length=40,
                        validators=[resources.citations.identifiers.check_isbn],
                        verbose_name="ISBN",
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="With https:// in front.", max_length=2000, verbose_name="web address"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="Of the work, as a code: en, es. Empty means English.",
                        max_length=20,
                        verbose_name="language",
                    ),
                ),
                (
                    "editors_note",
                    models.TextField(blank=True, help_text="Never published.", verbose_name="note for editors"),
                ),
                ("more", models.JSONField(blank=True, default=dict, editable=False)),
                ("written", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "topics",
                    models.ManyToManyField(blank=True, related_name="+", to="portal.topic", verbose_name="topics"),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "ordering": ["authors", "date", "title", "container"],
            },
            bases=(portal.texts.lines.OneLines, models.Model),
        ),
        migrations.CreateModel(
            name="ActivityPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.TextField(verbose_name="text")),
                ("text_es", models.TextField(blank=True, verbose_name="text in Spanish")),
                (
                    "activity",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="resources.activity"
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        help_text="A reading list, a resource or an event. Readers get it in their language.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        help_text="One work, shown below as the site’s style wants it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="resources.citation",
                        verbose_name="reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "part",
                "verbose_name_plural": "parts",
                "ordering": ["sort_order"],
                "abstract": False,
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
        migrations.AddField(
            model_name="activity",
            name="citation",
            field=models.ForeignKey(
                blank=True,
                help_text="One work, shown below as the site’s style wants it.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="resources.citation",
                verbose_name="reading",
            ),
        ),
        migrations.CreateModel(
            name="EventPage",
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
                (
                    "material",
                    models.JSONField(blank=True, default=list, verbose_name="pictures, documents, recordings"),
                ),
                ("starts", models.DateField(verbose_name="first day")),
                ("ends", models.DateField(blank=True, help_text="Empty: the same day.", verbose_name="last day")),
                (
                    "start_time",
                    models.TimeField(
                        blank=True,
                        help_text="Such as 2:00 pm. Empty: the whole day.",
                        null=True,
                        verbose_name="begins at",
                    ),
                ),
                (
                    "end_time",
                    models.TimeField(blank=True, help_text="On the last day.", null=True, verbose_name="ends at"),
                ),
                (
                    "time_zone",
                    models.CharField(
                        default=portal.texts.zones.site_time_zone,
                        help_text="On whose clock: America/New_York is Eastern, America/Chicago is Central.",
                        max_length=50,
                        validators=[portal.texts.zones.known_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                ("link", models.URLField(blank=True, verbose_name="web address")),
                (
                    "join",
                    models.URLField(
                        blank=True,
                        help_text="Anybody who opens the page sees it, until the event is over. Calendars and feeds do not carry it.",
                        verbose_name="link to join",
                    ),
                ),
                ("recording", models.URLField(blank=True, verbose_name="recording")),
                ("body", wagtail.fields.RichTextField(blank=True, verbose_name="text")),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="+", to="portal.topic", verbose_name="topics"
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
            },
            bases=(portal.pages.languages.TranslatedPage, "wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="GoalExample",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="text")),
                ("text_es", models.TextField(blank=True, verbose_name="text in Spanish")),
                (
                    "for_whom",
                    models.CharField(
                        choices=[
                            ("both", "For mentors and mentees"),
                            ("mentor", "For mentors"),
                            ("mentee", "For mentees"),
                        ],
                        default="both",
                        max_length=10,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "editors_note",
                    models.TextField(blank=True, help_text="Never published.", verbose_name="note for editors"),
                ),
                (
                    "topics",
                    models.ManyToManyField(blank=True, related_name="+", to="portal.topic", verbose_name="topics"),
                ),
            ],
            options={
                "verbose_name": "goal example",
                "verbose_name_plural": "goal examples",
                "ordering": ["text", "pk"],
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
        migrations.CreateModel(
            name="ReadingSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "style",
                    models.CharField(
                        choices=[
                            ("apa", "APA (7th edition)"),
                            ("mla", "MLA (9th edition)"),
                            ("chicago", "Chicago, author and date (18th edition)"),
                        ],
                        default="apa",
                        help_text="Every reading list of the site follows it at once.",
                        max_length=10,
                        verbose_name="citation style",
                    ),
                ),
                (
                    "worldcat",
                    models.BooleanField(
                        default=True,
                        help_text="Beside each work that libraries hold: by its ISBN, else by its title.",
                        verbose_name="link to WorldCat",
                    ),
                ),
                (
                    "library",
                    models.CharField(
                        blank=True,
                        help_text="Whose look-up it is, such as ALA Library.",
                        max_length=80,
                        verbose_name="library",
                    ),
                ),
                (
                    "library_lookup",
                    models.CharField(
                        blank=True,
                        help_text="The address of a search with {isbn}, {doi} or {title} where these belong, such as https://catalog.example.org/search?isbn={isbn}. A work without what it names gets no link.",
                        max_length=500,
                        validators=[resources.citations.lookups.check_lookup],
                        verbose_name="library look-up",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False, on_delete=django.db.models.deletion.CASCADE, to="wagtailcore.site"
                    ),
                ),
            ],
            options={
                "verbose_name": "reading settings",
            },
        ),
    ]
