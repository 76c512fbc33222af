from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("minutes", "0008_first_records_of_settled_gaps")]

    operations = [
        migrations.RemoveIndex(model_name="meeting", name="meeting_state_date"),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["state", "start_date", "id"], name="meeting_state_date"),
        ),
    ]
