from django.db import migrations

COLUMNS = ["id", "date", "verdict", "note", "version", "body_id", "by_id", "at"]


def record_what_stands(apps, schema_editor) -> None:
    """Who saved it last is who is known; what stood there before them is not."""
    history = apps.get_model("minutes", "HistoricalSettledGap").objects
    rows = apps.get_model("minutes", "SettledGap").objects.values(*COLUMNS)
    history.bulk_create(
        history.model(
            **row, history_type="+", history_date=row["at"], history_user_id=row["by_id"]
        )
        for row in rows
    )


class Migration(migrations.Migration):
    dependencies = [("minutes", "0007_history_of_settled_gaps")]

    operations = [migrations.RunPython(record_what_stands, migrations.RunPython.noop)]
