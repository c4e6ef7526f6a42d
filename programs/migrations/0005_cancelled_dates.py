import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import portal.words


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0004_letters_go_with_reminders"),
    ]

    operations = [
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
                "constraints": [models.UniqueConstraint(fields=("program", "key"), name="one_cancelled_date_of_a_key")],
            },
            bases=(portal.words.Worded, models.Model),
        ),
    ]
