import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("programs", "0003_parts_of_program_pages"),
    ]

    operations = [
        migrations.AlterField(
            model_name="letter",
            name="program",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="letters",
                to="programs.program",
                verbose_name="program",
            ),
        ),
    ]
