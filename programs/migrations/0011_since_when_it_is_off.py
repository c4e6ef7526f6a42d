from django.db import migrations, models
from django.db.models import F

OFF = {"Program": ("paused", "paused_at"), "Round": ("called_off", "called_off_at")}


def since_the_last_change(apps, schema_editor):
    """As calendars and the feed have told it until now."""
    for model, (flag, at) in OFF.items():
        apps.get_model("programs", model).objects.filter(**{flag: True}).update(**{at: F("changed_at")})


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0010_order_of_waiting_lists"),
    ]

    operations = [
        migrations.AddField(
            model_name="program",
            name="paused_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="round",
            name="called_off_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(since_the_last_change, migrations.RunPython.noop),
    ]
