from django.db import migrations, models


class Migration(migrations.Migration):
    """What is searched lies in entries of its own now: see minutes 0003."""

    dependencies = [("decisions", "0003_history")]

    operations = [
        # With a default, so that the way back finds something to fill the rows with.
        migrations.AlterField("decision", "search_text", models.TextField(default="")),
        migrations.RemoveField("decision", "search_text"),
    ]
