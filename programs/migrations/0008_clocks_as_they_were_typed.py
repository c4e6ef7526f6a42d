from zoneinfo import ZoneInfo

from django.db import migrations, models


def keep_clocks(apps, _editor):
    """As programs/offer/promised.py writes them: what the zone's clocks show of each moment now."""
    for call in apps.get_model("programs", "Call").objects.select_related("round__program"):
        zone = "Etc/GMT+12" if call.anywhere_on_earth else call.round.program.time_zone
        moments = {name: getattr(call, name) for name in ("opens", "preferred_by", "closes")}
        call.clocks = {
            name: f"{at.astimezone(ZoneInfo(zone)).isoformat()}[{zone}]" for name, at in moments.items() if at
        }
        call.save(update_fields=["clocks"])


class Migration(migrations.Migration):
    dependencies = [("programs", "0007_committee_notices")]

    operations = [
        migrations.AddField(
            model_name="call",
            name="clocks",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.RunPython(keep_clocks, migrations.RunPython.noop),
    ]
