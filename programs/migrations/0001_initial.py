import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import portal.pages.languages
import portal.texts.pasted
import portal.texts.words
import portal.texts.zones
import programs.models.applying.upload
import programs.models.forms.previews
import programs.models.forms.question_set
import programs.offer.windows


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("portal", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailimages", "0027_image_description"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ApplicationFormPage",
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
                ("minutes", models.PositiveSmallIntegerField(default=12, verbose_name="minutes it takes")),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("application", "Applications"),
                            ("reference", "References from somebody else"),
                            ("check-in", "Check-ins during the program"),
                            ("evaluation", "Evaluations at the end"),
                        ],
                        default="application",
                        help_text="A call asks one for applications, and another one for references if it wants these.",
                        max_length=12,
                        verbose_name="what it is for",
                    ),
                ),
                ("sections", models.JSONField(blank=True, default=list, verbose_name="sections")),
            ],
            options={
                "verbose_name": "application form",
                "verbose_name_plural": "application forms",
            },
            bases=(
                programs.models.forms.previews.PreviewedInSteps,
                portal.pages.languages.TranslatedPage,
                "wagtailcore.page",
            ),
        ),
        migrations.CreateModel(
            name="Correspondent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254, verbose_name="email address")),
                (
                    "email_key",
                    models.CharField(
                        editable=False,
                        help_text="The address as it is compared: trimmed, in small letters.",
                        max_length=254,
                    ),
                ),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
            ],
            options={
                "verbose_name": "correspondent",
                "verbose_name_plural": "correspondents",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "membership",
                    models.CharField(
                        choices=[("any", "any one of them"), ("all", "all of them")],
                        default="any",
                        max_length=3,
                        verbose_name="of several, member of",
                    ),
                ),
                (
                    "may_join",
                    models.BooleanField(
                        default=False,
                        help_text="Whoever intends to join can apply as well.",
                        verbose_name="or will become a member",
                    ),
                ),
                (
                    "years_least",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="at least … years of experience"
                    ),
                ),
                (
                    "years_below",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Readers see “less than …”.",
                        null=True,
                        verbose_name="fewer than … years of experience",
                    ),
                ),
                (
                    "years_most",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Readers see “up to …”.",
                        null=True,
                        verbose_name="up to … years of experience",
                    ),
                ),
                ("first_year", models.BooleanField(default=False, verbose_name="in the first year of the post")),
                (
                    "students",
                    models.CharField(
                        blank=True,
                        choices=[("only", "only students"), ("too", "students too, whatever their experience")],
                        max_length=4,
                        verbose_name="students",
                    ),
                ),
                (
                    "newcomers",
                    models.BooleanField(
                        default=False,
                        help_text="They are named among those who can apply, whatever else is asked. The directory finds the program for them.",
                        verbose_name="people new to the profession",
                    ),
                ),
                (
                    "age_least",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="at least … years old"),
                ),
                (
                    "guardian",
                    models.BooleanField(
                        default=False,
                        help_text="Without a least age: minors need a guardian’s permission.",
                        verbose_name="younger with a guardian’s permission",
                    ),
                ),
                (
                    "conditions",
                    models.TextField(
                        blank=True,
                        help_text="Whole sentences, one a line, such as “You work with children.”",
                        verbose_name="other conditions",
                    ),
                ),
                ("conditions_es", models.TextField(blank=True, verbose_name="other conditions in Spanish")),
                ("exceptions", models.BooleanField(default=False, verbose_name="the coordinator can make exceptions")),
                (
                    "slug",
                    models.SlugField(blank=True, editable=False, max_length=80, unique=True, verbose_name="address"),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="For a call that is answered on another site.",
                        verbose_name="form elsewhere",
                    ),
                ),
                ("opens", models.DateTimeField(blank=True, null=True, verbose_name="opens")),
                (
                    "closes",
                    models.DateTimeField(blank=True, help_text="Empty: stays open.", null=True, verbose_name="closes"),
                ),
                (
                    "opens_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("early", "Early in a month"),
                            ("mid", "In the middle of a month"),
                            ("late", "Late in a month"),
                            ("month", "A month, or months from – to"),
                            ("season", "A season"),
                            ("yearly", "A month, without a year"),
                            ("yr-early", "Early in a month, without a year"),
                            ("yr-mid", "In the middle of a month, without a year"),
                            ("yr-late", "Late in a month, without a year"),
                        ],
                        max_length=10,
                        verbose_name="opens, if no day is known",
                    ),
                ),
                (
                    "opens_around",
                    models.DateField(blank=True, null=True, verbose_name="any day of that month or season"),
                ),
                (
                    "closes_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("early", "Early in a month"),
                            ("mid", "In the middle of a month"),
                            ("late", "Late in a month"),
                            ("month", "A month, or months from – to"),
                            ("season", "A season"),
                            ("yearly", "A month, without a year"),
                            ("yr-early", "Early in a month, without a year"),
                            ("yr-mid", "In the middle of a month, without a year"),
                            ("yr-late", "Late in a month, without a year"),
                        ],
                        max_length=10,
                        verbose_name="closes, if no day is known",
                    ),
                ),
                (
                    "closes_around",
                    models.DateField(blank=True, null=True, verbose_name="any day of that month or season"),
                ),
                (
                    "to_check",
                    models.BooleanField(
                        default=False,
                        help_text="They were shifted from the last round and are not sure: readers see “to be announced”.",
                        verbose_name="months to be checked",
                    ),
                ),
                (
                    "anywhere_on_earth",
                    models.BooleanField(
                        default=False,
                        help_text="A day counts until it is over everywhere: times stand on the clock of UTC−12.",
                        verbose_name="anywhere on Earth",
                    ),
                ),
                (
                    "preferred_by",
                    models.DateTimeField(
                        blank=True,
                        help_text="Who applies by then is read first; later applications are read as places allow.",
                        null=True,
                        verbose_name="soft deadline",
                    ),
                ),
                ("places", models.PositiveIntegerField(blank=True, null=True, verbose_name="places")),
                (
                    "limit",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="The call closes by itself after this many.",
                        null=True,
                        verbose_name="most applications",
                    ),
                ),
                (
                    "own_conditions",
                    models.BooleanField(
                        default=False,
                        help_text="What follows counts instead of the role’s own conditions. Not ticked: the same as the role’s.",
                        verbose_name="this round asks otherwise",
                    ),
                ),
                (
                    "form",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"purpose": "application"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calls",
                        to="programs.applicationformpage",
                        verbose_name="form",
                    ),
                ),
                (
                    "reference_form",
                    models.ForeignKey(
                        blank=True,
                        help_text="A form for references: whom applicants name is asked with it, by letter. The call’s own form has to ask for a referee. Empty: nobody else is asked.",
                        limit_choices_to={"purpose": "reference"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reference_calls",
                        to="programs.applicationformpage",
                        verbose_name="reference from somebody else",
                    ),
                ),
            ],
            options={
                "verbose_name": "call",
                "verbose_name_plural": "calls",
                "ordering": ["round", "role"],
            },
            bases=(programs.offer.windows.Window, portal.texts.words.Worded, models.Model),
        ),
        migrations.CreateModel(
            name="Erased",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=24, unique=True, verbose_name="reference")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("at", models.DateTimeField(verbose_name="deleted")),
                (
                    "correspondent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="erased", to="programs.correspondent"
                    ),
                ),
            ],
            options={
                "verbose_name": "deleted application",
                "verbose_name_plural": "deleted applications",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="FormVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=10)),
                ("digest", models.CharField(help_text="SHA-256 of the questions.", max_length=64)),
                ("sections", models.JSONField()),
                (
                    "blocks",
                    models.JSONField(
                        default=dict,
                        help_text="Which block of the page asked it, by key: no other may have the key after it.",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "form",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="programs.applicationformpage",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=24, unique=True, verbose_name="reference")),
                ("name", models.CharField(help_text="As it was given here.", max_length=200, verbose_name="name")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("answers", models.JSONField(verbose_name="answers")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("received", "Received"),
                            ("waitlisted", "Waitlisted"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("withdrawn", "Withdrawn"),
                            ("junk", "Junk"),
                        ],
                        default="received",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("submitted_at", models.DateTimeField(verbose_name="received")),
                ("changed_at", models.DateTimeField(blank=True, null=True, verbose_name="changed by the applicant")),
                ("proven_at", models.DateTimeField(blank=True, null=True, verbose_name="address proven")),
                (
                    "after_limit",
                    models.BooleanField(
                        default=False,
                        help_text="The call had filled up before the address was proven.",
                        verbose_name="came after the limit",
                    ),
                ),
                (
                    "suspected",
                    models.CharField(
                        blank=True,
                        help_text="Why, in words of ours; see SUSPICIONS.",
                        max_length=80,
                        verbose_name="may be junk",
                    ),
                ),
                (
                    "network",
                    models.CharField(
                        blank=True,
                        help_text="A keyed hash of where it was sent from, until the address is proven.",
                        max_length=64,
                    ),
                ),
                ("junked_at", models.DateTimeField(blank=True, null=True, verbose_name="marked as junk")),
                (
                    "late",
                    models.BooleanField(
                        default=False, help_text="Begun before, sent in the grace.", verbose_name="sent after closing"
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="programs.call",
                        verbose_name="call",
                    ),
                ),
                (
                    "correspondent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="applications",
                        to="programs.correspondent",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="programs.formversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "application",
                "verbose_name_plural": "applications",
                "ordering": ["submitted_at", "id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Host",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                ("acronym", models.CharField(blank=True, max_length=30, verbose_name="acronym")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("association", "Association"),
                            ("affiliate", "Affiliate"),
                            ("division", "Division"),
                            ("section", "Section"),
                            ("round_table", "Round table"),
                            ("committee", "Committee"),
                            ("office", "Office"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("url", models.URLField(blank=True, verbose_name="web address")),
                (
                    "logo",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown beside the name, so it needs no description.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="logo",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="programs.host",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "host",
                "verbose_name_plural": "hosts",
                "ordering": ["name"],
            },
            bases=(portal.texts.pasted.Tidied, models.Model),
        ),
        migrations.AddField(
            model_name="call",
            name="member_also",
            field=models.ForeignKey(
                blank=True,
                help_text="For “ALA and any of three divisions”: ALA here, the divisions above.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="programs.host",
                verbose_name="and in any case member of",
            ),
        ),
        migrations.AddField(
            model_name="call",
            name="member_of",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                help_text="Empty: members and others.",
                related_name="+",
                to="programs.host",
                verbose_name="member of",
            ),
        ),
        migrations.CreateModel(
            name="Inquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.TextField(verbose_name="question")),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="inquiries", to="programs.application"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "question to an applicant",
                "verbose_name_plural": "questions to applicants",
                "ordering": ["asked_at", "id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish")],
                        max_length=10,
                        verbose_name="language of the letter",
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        help_text="The last day on which it can be sent, on the program’s clock.", verbose_name="until"
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="programs.call",
                        verbose_name="call",
                    ),
                ),
                (
                    "correspondent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="programs.correspondent",
                        verbose_name="who may apply",
                    ),
                ),
            ],
            options={
                "verbose_name": "late entry",
                "verbose_name_plural": "late entries",
                "ordering": ["-made_at", "-id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        help_text="One that a stage declares; see LetterKind.", max_length=40, verbose_name="kind"
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        help_text="Which matter of the person's; see Matter.", max_length=64, verbose_name="about"
                    ),
                ),
                ("to", models.EmailField(max_length=254, verbose_name="to")),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("subject", models.CharField(max_length=250, verbose_name="subject")),
                ("body", models.TextField(verbose_name="text")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                ("due_at", models.DateTimeField(verbose_name="due")),
                (
                    "leased_until",
                    models.DateTimeField(
                        blank=True, help_text="Until then one sender has it; nobody else takes it.", null=True
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                ("gave_up_at", models.DateTimeField(blank=True, null=True, verbose_name="gave up")),
                (
                    "held_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="It was no longer true when it was to be sent.",
                        null=True,
                        verbose_name="held back",
                    ),
                ),
                ("error", models.TextField(blank=True, verbose_name="last error")),
                (
                    "again_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="programs.letter",
                        verbose_name="sent again from",
                    ),
                ),
                (
                    "correspondent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="letters", to="programs.correspondent"
                    ),
                ),
            ],
            options={
                "verbose_name": "letter",
                "verbose_name_plural": "letters",
                "ordering": ["-created_at", "-id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("accept", "Accept"),
                            ("waitlist", "Waitlist"),
                            ("decline", "Decline"),
                            ("reopen", "Reopen"),
                        ],
                        max_length=10,
                        verbose_name="decision",
                    ),
                ),
                ("reason", models.TextField(blank=True, help_text="For the committee only.", verbose_name="reason")),
                ("at", models.DateTimeField(verbose_name="decided")),
                ("announced_at", models.DateTimeField(blank=True, null=True, verbose_name="announced")),
                (
                    "dropped_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Nothing is left to tell: a later decision came first, or the applicant knew already.",
                        null=True,
                    ),
                ),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="programs.application"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        help_text="Which told it, once it is announced.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="programs.letter",
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="AccessLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(help_text="Which matter of the person's; see Matter.", max_length=64)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="ends")),
                ("last_used_at", models.DateTimeField(blank=True, null=True, verbose_name="last used")),
                (
                    "correspondent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="programs.correspondent"
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        help_text="The letter that holds it; one that was tried again has one for each try.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="links",
                        to="programs.letter",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="MemberList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("count", models.PositiveIntegerField(default=0, editable=False, verbose_name="numbers")),
                ("added_at", models.DateTimeField(editable=False, verbose_name="added")),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "call",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="member_list",
                        to="programs.call",
                        verbose_name="call",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of members",
                "verbose_name_plural": "lists of members",
                "ordering": ["-added_at", "-id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="MemberNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="numbers", to="programs.memberlist"
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Program",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asks_amount", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="at least")),
                (
                    "asks_unit",
                    models.CharField(
                        choices=[("hours", "hours"), ("contacts", "contacts")],
                        default="hours",
                        max_length=8,
                        verbose_name="of what",
                    ),
                ),
                (
                    "asks_per",
                    models.CharField(
                        blank=True,
                        choices=[("week", "a week"), ("month", "a month"), ("round", "in the whole round")],
                        max_length=5,
                        verbose_name="in which time",
                    ),
                ),
                (
                    "length_months",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="length in months"),
                ),
                ("ways", models.JSONField(blank=True, default=list, verbose_name="ways of contact")),
                ("relationships", models.JSONField(blank=True, default=list, verbose_name="kinds of relationship")),
                (
                    "group_people",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="people in a group or circle"),
                ),
                (
                    "group_mentors",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="mentors of a circle"),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Stands at the front of every reference, such as ALSC in ALSC-26-7K4M.",
                        max_length=12,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z][A-Z0-9]+$", "Use capital letters and digits, such as ALSC."
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                (
                    "name_es",
                    models.CharField(
                        blank=True,
                        help_text="A proper name that stays as it is: write it here again, so that nobody is asked for a translation.",
                        max_length=200,
                        verbose_name="name in Spanish",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("mentoring", "Mentoring program"),
                            ("discussion", "Discussion group"),
                            ("affiliate", "Affiliate's program"),
                        ],
                        default="mentoring",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True, help_text="One or two sentences for the directory.", verbose_name="summary"
                    ),
                ),
                ("summary_es", models.TextField(blank=True, verbose_name="summary in Spanish")),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="For a program that has no page here.",
                        verbose_name="web address elsewhere",
                    ),
                ),
                (
                    "time_zone",
                    models.CharField(
                        default=portal.texts.zones.site_time_zone,
                        max_length=50,
                        validators=[portal.texts.zones.known_time_zone],
                        verbose_name="time zone",
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="An office rather than a person, such as “Chair of the Mentoring Subcommittee”.",
                        max_length=200,
                        verbose_name="who answers questions",
                    ),
                ),
                (
                    "contact_es",
                    models.CharField(blank=True, max_length=200, verbose_name="who answers questions, in Spanish"),
                ),
                (
                    "reply_to",
                    models.EmailField(
                        blank=True,
                        help_text="Answers to the program's letters go here.",
                        max_length=254,
                        verbose_name="reply-to address",
                    ),
                ),
                (
                    "draft",
                    models.BooleanField(
                        default=False,
                        help_text="Readers see nothing of it: no page, no calendar, no form.",
                        verbose_name="draft",
                    ),
                ),
                (
                    "paused",
                    models.BooleanField(
                        default=False, help_text="Shows the notice and hides every apply button.", verbose_name="paused"
                    ),
                ),
                ("paused_notice", models.TextField(blank=True, verbose_name="notice while paused")),
                ("paused_notice_es", models.TextField(blank=True, verbose_name="notice while paused, in Spanish")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                (
                    "collection",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="pictures and documents",
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programs",
                        to="programs.host",
                        verbose_name="host",
                    ),
                ),
                (
                    "run_by",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        help_text="The committees or bodies that run it, where that is not the host itself.",
                        related_name="runs",
                        to="programs.host",
                        verbose_name="run by",
                    ),
                ),
                (
                    "topics",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="programs", to="portal.topic", verbose_name="topics"
                    ),
                ),
            ],
            options={
                "verbose_name": "program",
                "verbose_name_plural": "programs",
                "ordering": ["name"],
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
        migrations.AddField(
            model_name="correspondent",
            name="program",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="correspondents",
                to="programs.program",
                verbose_name="program",
            ),
        ),
        migrations.CreateModel(
            name="CommitteeMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "duty",
                    models.CharField(
                        choices=[
                            ("coordinator", "Coordinator: reads, decides and announces"),
                            ("reader", "Reader: reads"),
                            ("observer", "Observer: sees numbers only"),
                        ],
                        max_length=12,
                        verbose_name="duty",
                    ),
                ),
                ("since", models.DateField(blank=True, null=True, verbose_name="from")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="committees",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="committee",
                        to="programs.program",
                        verbose_name="program",
                    ),
                ),
            ],
            options={
                "verbose_name": "committee member",
                "verbose_name_plural": "committees",
                "ordering": ["program", "duty"],
            },
        ),
        migrations.CreateModel(
            name="CancelledDate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60)),
                ("summary", models.CharField(max_length=500)),
                ("summary_es", models.CharField(blank=True, max_length=500)),
                ("starts", models.CharField(max_length=40)),
                ("ends", models.CharField(blank=True, max_length=40)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cancelled_dates",
                        to="programs.program",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "default_permissions": (),
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
        migrations.CreateModel(
            name="ProgramOffice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField(blank=True, null=True, verbose_name="from")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "host",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offices",
                        to="programs.host",
                        verbose_name="host",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="offices",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "program office",
                "verbose_name_plural": "program offices",
                "ordering": ["host", "user"],
            },
        ),
        migrations.CreateModel(
            name="ProgramPage",
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
                    "promise",
                    models.CharField(
                        blank=True, help_text="One sentence under the title.", max_length=300, verbose_name="promise"
                    ),
                ),
                (
                    "overview",
                    wagtail.fields.RichTextField(blank=True, help_text="Before the timeline.", verbose_name="overview"),
                ),
                (
                    "run_by",
                    models.CharField(
                        blank=True,
                        help_text="Only where the program names nobody who runs it.",
                        max_length=300,
                        verbose_name="run by",
                    ),
                ),
                (
                    "time_asked",
                    models.CharField(
                        blank=True,
                        help_text="Only where the program does not say it as data.",
                        max_length=200,
                        verbose_name="time it takes",
                    ),
                ),
                (
                    "picture",
                    models.JSONField(blank=True, default=list, help_text="Before the text.", verbose_name="picture"),
                ),
                ("body", models.JSONField(blank=True, default=list, verbose_name="content")),
                (
                    "resources",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Shown beside the program. Its own pages stand there without being chosen.",
                        verbose_name="resources",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pages",
                        to="programs.program",
                        verbose_name="program",
                    ),
                ),
            ],
            options={
                "verbose_name": "program page",
                "verbose_name_plural": "program pages",
            },
            bases=(portal.pages.languages.TranslatedPage, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="QuestionSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("about", models.CharField(blank=True, max_length=200, verbose_name="when to use it")),
                (
                    "language",
                    models.CharField(
                        choices=programs.models.forms.question_set.languages,
                        default="en",
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                ("sections", models.JSONField(default=list, verbose_name="sections")),
                (
                    "host",
                    models.ForeignKey(
                        blank=True,
                        help_text="For the forms of this host and all below it. Empty: for everybody’s.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="question_sets",
                        to="programs.host",
                        verbose_name="host",
                    ),
                ),
            ],
            options={
                "verbose_name": "question set",
                "verbose_name_plural": "question sets",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("first", "Application"),
                            ("again", "Second application with the same address"),
                            ("change", "Change"),
                        ],
                        default="first",
                        max_length=6,
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        help_text="Hash of the opened form and of what was typed in it.", max_length=64, unique=True
                    ),
                ),
                ("reference", models.CharField(max_length=24, unique=True, verbose_name="reference")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("answers", models.JSONField(verbose_name="answers")),
                ("created_at", models.DateTimeField()),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="receipts", to="programs.application"
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="programs.call"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="receipts", to="programs.formversion"
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "once",
                    models.CharField(
                        help_text="What tells one opened form from another: however often it is sent.",
                        max_length=64,
                        unique=True,
                    ),
                ),
                ("language", models.CharField(max_length=10)),
                ("typed", models.JSONField(default=dict)),
                (
                    "tried",
                    models.JSONField(
                        default=list, help_text="Numbers of the steps that were sent on: these say what is wrong."
                    ),
                ),
                ("begun_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        help_text="What it changes, if it was begun from something that was sent.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="programs.application",
                    ),
                ),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to="programs.call"
                    ),
                ),
                (
                    "correspondent",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whom a link to it was sent to; nobody until somebody asks for one.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="programs.correspondent",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="programs.formversion"
                    ),
                ),
                (
                    "invitation",
                    models.ForeignKey(
                        blank=True,
                        help_text="By which somebody may send it after closing.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="drafts",
                        to="programs.invitation",
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="programs.receipt",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Referee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(max_length=40)),
                ("name", models.CharField(help_text="As the applicant gave it.", max_length=200, verbose_name="name")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("named", "Not asked yet"),
                            ("asked", "Asked, no answer yet"),
                            ("answered", "The reference is here"),
                            ("declined", "Said no"),
                        ],
                        default="named",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("named_at", models.DateTimeField(verbose_name="named")),
                ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="asked")),
                ("reminders", models.PositiveSmallIntegerField(default=0, verbose_name="reminders")),
                ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="reminded")),
                ("declined_at", models.DateTimeField(blank=True, null=True, verbose_name="said no")),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[("cannot", "I cannot write one"), ("unknown", "I do not know this person")],
                        max_length=7,
                        verbose_name="why not",
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                ("changed_at", models.DateTimeField(blank=True, null=True, verbose_name="changed")),
                ("replaced_at", models.DateTimeField(blank=True, null=True, verbose_name="somebody else was named")),
                ("answers", models.JSONField(blank=True, null=True, verbose_name="answers")),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="referees", to="programs.application"
                    ),
                ),
                (
                    "correspondent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referees",
                        to="programs.correspondent",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="references",
                        to="programs.formversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "reference from somebody else",
                "verbose_name_plural": "references from somebody else",
                "ordering": ["named_at", "id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="confirmed")),
                ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="told")),
                (
                    "correspondent",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminder",
                        to="programs.correspondent",
                    ),
                ),
            ],
            options={
                "verbose_name": "reminder",
                "verbose_name_plural": "reminders",
                "ordering": ["id"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Role",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "membership",
                    models.CharField(
                        choices=[("any", "any one of them"), ("all", "all of them")],
                        default="any",
                        max_length=3,
                        verbose_name="of several, member of",
                    ),
                ),
                (
                    "may_join",
                    models.BooleanField(
                        default=False,
                        help_text="Whoever intends to join can apply as well.",
                        verbose_name="or will become a member",
                    ),
                ),
                (
                    "years_least",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="at least … years of experience"
                    ),
                ),
                (
                    "years_below",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Readers see “less than …”.",
                        null=True,
                        verbose_name="fewer than … years of experience",
                    ),
                ),
                (
                    "years_most",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Readers see “up to …”.",
                        null=True,
                        verbose_name="up to … years of experience",
                    ),
                ),
                ("first_year", models.BooleanField(default=False, verbose_name="in the first year of the post")),
                (
                    "students",
                    models.CharField(
                        blank=True,
                        choices=[("only", "only students"), ("too", "students too, whatever their experience")],
                        max_length=4,
                        verbose_name="students",
                    ),
                ),
                (
                    "newcomers",
                    models.BooleanField(
                        default=False,
                        help_text="They are named among those who can apply, whatever else is asked. The directory finds the program for them.",
                        verbose_name="people new to the profession",
                    ),
                ),
                (
                    "age_least",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="at least … years old"),
                ),
                (
                    "guardian",
                    models.BooleanField(
                        default=False,
                        help_text="Without a least age: minors need a guardian’s permission.",
                        verbose_name="younger with a guardian’s permission",
                    ),
                ),
                (
                    "conditions",
                    models.TextField(
                        blank=True,
                        help_text="Whole sentences, one a line, such as “You work with children.”",
                        verbose_name="other conditions",
                    ),
                ),
                ("conditions_es", models.TextField(blank=True, verbose_name="other conditions in Spanish")),
                ("exceptions", models.BooleanField(default=False, verbose_name="the coordinator can make exceptions")),
                (
                    "key",
                    models.SlugField(
                        help_text="Stays the same when the words change, such as mentee.",
                        max_length=20,
                        verbose_name="key",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("gives", "Gives mentoring"), ("receives", "Receives mentoring"), ("peer", "Peer")],
                        max_length=10,
                        verbose_name="side",
                    ),
                ),
                ("name", models.CharField(help_text="As in “Apply as mentee”.", max_length=80, verbose_name="name")),
                (
                    "plural",
                    models.CharField(help_text="As in “mentees hear by May”.", max_length=80, verbose_name="plural"),
                ),
                ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                ("plural_es", models.CharField(blank=True, max_length=80, verbose_name="plural in Spanish")),
                (
                    "member_also",
                    models.ForeignKey(
                        blank=True,
                        help_text="For “ALA and any of three divisions”: ALA here, the divisions above.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="programs.host",
                        verbose_name="and in any case member of",
                    ),
                ),
                (
                    "member_of",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True,
                        help_text="Empty: members and others.",
                        related_name="+",
                        to="programs.host",
                        verbose_name="member of",
                    ),
                ),
                (
                    "program",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="programs.program"
                    ),
                ),
            ],
            options={
                "verbose_name": "role",
                "verbose_name_plural": "roles",
                "ordering": ["side", "key"],
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
        migrations.AddField(
            model_name="call",
            name="role",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="calls",
                to="programs.role",
                verbose_name="role",
            ),
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="Such as “Fall 2014” or “2018–2019”.", max_length=80, verbose_name="name"
                    ),
                ),
                ("name_es", models.CharField(blank=True, max_length=80, verbose_name="name in Spanish")),
                ("slug", models.SlugField(max_length=40, verbose_name="short name in addresses")),
                (
                    "standing",
                    models.BooleanField(
                        default=False,
                        help_text="For calls that stand outside any one round, such as a pool of mentors: one can apply any time. It has no dates.",
                        verbose_name="all year",
                    ),
                ),
                ("decisions_by", models.DateField(blank=True, null=True, verbose_name="decisions promised by")),
                ("starts", models.DateField(blank=True, null=True, verbose_name="formal mentoring begins")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="formal mentoring ends")),
                (
                    "most_mentees",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="How many one mentor can take. Empty: not said.",
                        null=True,
                        verbose_name="most people per mentor",
                    ),
                ),
                (
                    "draft",
                    models.BooleanField(
                        default=False,
                        help_text="Readers see nothing of it: no page, no calendar, no form.",
                        verbose_name="draft",
                    ),
                ),
                (
                    "called_off",
                    models.BooleanField(
                        default=False,
                        help_text="Its calls close at once; calendars that follow the program show its dates as cancelled.",
                        verbose_name="called off",
                    ),
                ),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="changed")),
                (
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="copies",
                        to="programs.round",
                        verbose_name="copied from",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="programs.program",
                        verbose_name="program",
                    ),
                ),
            ],
            options={
                "verbose_name": "round",
                "verbose_name_plural": "rounds",
                "ordering": ["program__name", "-starts", "-id"],
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=200, verbose_name="what happens")),
                ("label_es", models.CharField(blank=True, max_length=200, verbose_name="what happens, in Spanish")),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "A day, or days from – to"),
                            ("clock", "A day and a time"),
                            ("week", "The week of a day"),
                            ("early", "Early in a month"),
                            ("mid", "In the middle of a month"),
                            ("late", "Late in a month"),
                            ("month", "A month, or months from – to"),
                            ("season", "A season"),
                            ("yearly", "A month, without a year"),
                            ("yr-early", "Early in a month, without a year"),
                            ("yr-mid", "In the middle of a month, without a year"),
                            ("yr-late", "Late in a month, without a year"),
                            ("unknown", "To be announced"),
                        ],
                        default="day",
                        max_length=10,
                        verbose_name="precision",
                    ),
                ),
                ("starts", models.DateField(blank=True, null=True, verbose_name="on, or from")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "time",
                    models.TimeField(
                        blank=True, help_text="On the program’s clock.", null=True, verbose_name="time of day"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, help_text="Such as “ALA Annual, Chicago”.", max_length=120, verbose_name="place"
                    ),
                ),
                (
                    "conference",
                    models.BooleanField(
                        default=False,
                        help_text="Its date cannot be guessed for the next round.",
                        verbose_name="bound to a conference",
                    ),
                ),
                (
                    "to_check",
                    models.BooleanField(
                        default=False,
                        help_text="The date was shifted from the last round and is not sure: readers see “To be announced”.",
                        verbose_name="to be checked",
                    ),
                ),
                (
                    "sort_order",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="place in the timeline"),
                ),
                (
                    "round",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="milestones", to="programs.round"
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["sort_order", "starts", "id"],
            },
            bases=(portal.texts.words.Worded, models.Model),
        ),
        migrations.AddField(
            model_name="call",
            name="round",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="calls",
                to="programs.round",
                verbose_name="round",
            ),
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("question", models.CharField(help_text="The key of the question that it answers.", max_length=40)),
                (
                    "name",
                    models.CharField(
                        help_text="As it was called by who gave it: shown, never a place.", max_length=200
                    ),
                ),
                ("kind", models.CharField(help_text="Its ending, as its content was judged.", max_length=8)),
                ("size", models.PositiveIntegerField(help_text="Bytes.")),
                ("digest", models.CharField(help_text="SHA-256 of the file.", max_length=64)),
                ("file", models.FileField(upload_to=programs.models.applying.upload.stored_name)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "application",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to="programs.application",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uploads",
                        to="programs.draft",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("made_at", models.DateTimeField()),
                (
                    "asked_at",
                    models.DateTimeField(
                        blank=True, help_text="When the association’s own check was asked.", null=True
                    ),
                ),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "application",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="claim", to="programs.application"
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["confirmed_at", "asked_at"], name="claim_to_ask_about")],
            },
        ),
        migrations.CreateModel(
            name="AddressNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "change",
                    models.CharField(
                        help_text="Which entry of the program's history.", max_length=40, verbose_name="change"
                    ),
                ),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("written_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                (
                    "correspondent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="address_notices",
                        to="programs.correspondent",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice of a changed address",
                "verbose_name_plural": "notices of changed addresses",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("correspondent", "change"), name="one_address_notice_for_each_change"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="formversion",
            constraint=models.UniqueConstraint(fields=("form", "language", "digest"), name="form_version_unique"),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(fields=["call", "status", "submitted_at"], name="application_queue"),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(
                condition=models.Q(("proven_at", None), ("status", "received")),
                fields=["network", "submitted_at"],
                name="application_unproven",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ["withdrawn", "junk"]), _negated=True),
                fields=("call", "correspondent"),
                name="one_standing_application_per_address_and_call",
            ),
        ),
        migrations.AddConstraint(
            model_name="host",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True), name="host_is_not_its_own_parent"
            ),
        ),
        migrations.AddConstraint(
            model_name="inquiry",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None)),
                fields=("application",),
                name="one_open_question_per_application",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("call", "correspondent"), name="one_invitation_per_address_and_call"
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("gave_up_at", None), ("held_at", None), ("sent_at", None)),
                fields=["due_at"],
                name="letter_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("announced_at", None), ("dropped_at", None)),
                fields=("application",),
                name="one_undisclosed_decision_per_application",
            ),
        ),
        migrations.AddIndex(
            model_name="accesslink",
            index=models.Index(fields=["correspondent", "about"], name="link_of_matter"),
        ),
        migrations.AddConstraint(
            model_name="membernumber",
            constraint=models.UniqueConstraint(fields=("list", "digest"), name="one_number_in_a_list"),
        ),
        migrations.AddIndex(
            model_name="correspondent",
            index=models.Index(fields=["email_key"], name="correspondent_address"),
        ),
        migrations.AddConstraint(
            model_name="correspondent",
            constraint=models.UniqueConstraint(
                fields=("program", "email_key"), name="one_correspondent_per_program_and_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="committeemember",
            constraint=models.UniqueConstraint(
                fields=("program", "user", "duty"), name="a_duty_once_per_person_and_program"
            ),
        ),
        migrations.AddConstraint(
            model_name="committeemember",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gte", models.F("since"))),
                name="duty_ends_after_it_begins",
                violation_error_message="The duty ends before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="cancelleddate",
            constraint=models.UniqueConstraint(fields=("program", "key"), name="one_cancelled_date_of_a_key"),
        ),
        migrations.AddConstraint(
            model_name="programoffice",
            constraint=models.UniqueConstraint(fields=("host", "user"), name="an_office_once_per_person_and_host"),
        ),
        migrations.AddConstraint(
            model_name="programoffice",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gte", models.F("since"))),
                name="office_ends_after_it_begins",
                violation_error_message="The duty ends before it begins.",
            ),
        ),
        migrations.AddIndex(
            model_name="draft",
            index=models.Index(fields=["call", "saved_at"], name="draft_of_call"),
        ),
        migrations.AddIndex(
            model_name="referee",
            index=models.Index(
                condition=models.Q(("replaced_at", None), ("status__in", ["named", "asked"])),
                fields=["status"],
                name="referee_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="referee",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)),
                fields=("application", "question"),
                name="one_referee_for_each_question",
            ),
        ),
        migrations.AddConstraint(
            model_name="role",
            constraint=models.UniqueConstraint(
                fields=("program", "key"),
                name="role_key_unique_in_program",
                violation_error_message="Two roles of this program have the same key.",
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                fields=("program", "slug"),
                name="round_slug_unique_in_program",
                violation_error_message="Another round of this program has this short name. Choose a different one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                condition=models.Q(("standing", True)),
                fields=("program",),
                name="one_standing_round_in_a_program",
                violation_error_message="This program has a round that stands all year already: add the call there.",
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("standing", False),
                    models.Q(("decisions_by", None), ("ends", None), ("starts", None)),
                    _connector="OR",
                ),
                name="standing_round_has_no_dates",
                violation_error_message="What stands all year has no dates: leave them empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gte", models.F("starts"))),
                name="round_ends_after_it_starts",
                violation_error_message="The formal period ends before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gte", models.F("starts"))),
                name="milestone_ends_after_it_starts",
                violation_error_message="This line ends before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ends", None), ("precision", "unknown"), ("starts", None)),
                    models.Q(models.Q(("precision", "unknown"), _negated=True), ("starts__isnull", False)),
                    _connector="OR",
                ),
                name="milestone_has_a_date_unless_unknown",
                violation_error_message="Give the date, or choose “To be announced” and leave the dates empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("precision", "clock"), ("time__isnull", False)),
                    models.Q(models.Q(("precision", "clock"), _negated=True), ("time", None)),
                    _connector="OR",
                ),
                name="milestone_has_a_time_if_it_is_meant",
                violation_error_message="Give a time of day exactly where “A day and a time” is chosen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("opens_around__isnull", True), ("opens_precision", "")),
                    models.Q(models.Q(("opens_precision", ""), _negated=True), ("opens_around__isnull", False)),
                    _connector="OR",
                ),
                name="call_opens_roughly_with_a_day",
                violation_error_message="Choose how much is known and any day of that month, or leave both empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(("opens_precision", ""), ("opens__isnull", True), _connector="OR"),
                name="call_opens_exactly_or_roughly",
                violation_error_message="Give the exact time or only the month, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closes_around__isnull", True), ("closes_precision", "")),
                    models.Q(models.Q(("closes_precision", ""), _negated=True), ("closes_around__isnull", False)),
                    _connector="OR",
                ),
                name="call_closes_roughly_with_a_day",
                violation_error_message="Choose how much is known and any day of that month, or leave both empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_precision", ""), ("closes__isnull", True), _connector="OR"),
                name="call_closes_exactly_or_roughly",
                violation_error_message="Give the exact time or only the month, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closes_precision__in", ("yearly", "yr-early", "yr-mid", "yr-late")), _negated=True),
                    ("opens_precision__in", ("yearly", "yr-early", "yr-mid", "yr-late")),
                    _connector="OR",
                ),
                name="call_without_a_year_has_none",
                violation_error_message="A closing without a year needs an opening without a year.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("opens_precision__in", ("yearly", "yr-early", "yr-mid", "yr-late")), _negated=True),
                    models.Q(
                        ("closes", None), ("closes_precision__in", ["", "yearly", "yr-early", "yr-mid", "yr-late"])
                    ),
                    _connector="OR",
                ),
                name="call_of_every_year_closes_every_year",
                violation_error_message="An opening without a year needs a closing without a year, or none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.UniqueConstraint(
                fields=("round", "role"),
                name="one_call_for_a_role_in_a_round",
                violation_error_message="This round has two calls for the same role.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes__gt", models.F("opens"))),
                name="call_closes_after_it_opens",
                violation_error_message="The call closes before it opens.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(("preferred_by__gt", models.F("opens"))),
                name="call_soft_deadline_after_it_opens",
                violation_error_message="The soft deadline comes before the call opens.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(("preferred_by__lt", models.F("closes"))),
                name="call_soft_deadline_before_it_closes",
                violation_error_message="The soft deadline does not come before the call closes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="call",
            constraint=models.CheckConstraint(
                condition=models.Q(("form", None), ("url", ""), _connector="OR"),
                name="call_has_one_form",
                violation_error_message="Choose a form here or give an address elsewhere, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="upload",
            constraint=models.CheckConstraint(
                condition=models.Q(("draft", None), ("application", None), _connector="XOR"),
                name="upload_belongs_to_one",
            ),
        ),
    ]
