from django.db import migrations

from decisions.addresses import any_id


def give_items_and_addresses(apps, schema_editor):
    """Every assignment until now came from a decision, and stands where that does."""
    Assignment = apps.get_model("decisions", "Assignment")
    for row in Assignment.objects.select_related("decision").iterator():
        row.item_id, row.public_id = row.decision.item_id, any_id()
        row.first_line, row.last_line = row.decision.first_line, row.decision.last_line
        row.due_precision = "day" if row.due_date else ""
        row.save()
        apps.get_model("decisions", "HistoricalAssignment").objects.filter(id=row.id).update(
            item_id=row.item_id,
            public_id=row.public_id,
            first_line=row.first_line,
            last_line=row.last_line,
            due_precision=row.due_precision,
        )


def remove_those_without_decision(apps, schema_editor):
    """On the way back: the rows that there was no place for."""
    apps.get_model("decisions", "Assignment").objects.filter(decision=None).delete()


class Migration(migrations.Migration):
    """Give the assignments that there are their item, their lines and an address."""

    dependencies = [("decisions", "0006_assignments_of_items")]

    operations = [
        migrations.RunPython(give_items_and_addresses, remove_those_without_decision),
    ]
