import django.db.models.deletion
from django.db import migrations, models

from decisions.addresses import any_id


class Migration(migrations.Migration):
    """What must hold of an assignment, after 0007 has filled the new columns."""

    dependencies = [("decisions", "0007_items_of_assignments")]

    operations = [
        migrations.AlterField(
            model_name="assignment",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="assignments",
                to="minutes.agendaitem",
            ),
        ),
        migrations.AlterField(
            model_name="assignment",
            name="public_id",
            field=models.CharField(default=any_id, max_length=20, unique=True),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["status", "due_date"], name="assignment_status_due"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first_line", None), ("last_line", None)),
                    models.Q(
                        ("first_line__gte", 1),
                        ("first_line__isnull", False),
                        ("last_line__gte", models.F("first_line")),
                        ("last_line__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="assignment_lines_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision__isnull", False), ("text", "")),
                    models.Q(("decision__isnull", True), models.Q(("text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="assignment_has_one_sentence",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["proposed", "confirmed", "rejected"])),
                name="assignment_standing_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["task", "reply", "promise", "postponed"])),
                name="assignment_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_precision__in", ["", "day", "month", "season", "meeting"])
                ),
                name="assignment_precision_known",
            ),
        ),
    ]
