import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0004_without_search_text"),
        ("minutes", "0002_history_and_trash"),
    ]

    operations = [
        # With a default, so that the way back finds something to fill the rows with.
        migrations.AlterField("agendaitem", "search_text", models.TextField(default="")),
        migrations.RemoveField("agendaitem", "search_text"),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=100)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("draft", "Utkast"),
                            ("internal", "Intern"),
                            ("public", "Publicerad"),
                            ("trashed", "I papperskorgen"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["audience", "word"], name="searchword_unique"),
                    models.CheckConstraint(
                        condition=Q(audience__in=["draft", "internal", "public", "trashed"]),
                        name="searchword_audience_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("item", "Item"), ("decision", "Decision")], max_length=10
                    ),
                ),
                ("held", models.CharField(max_length=40)),
                ("position", models.PositiveIntegerField()),
                ("tags", models.TextField()),
                ("digest", models.CharField(max_length=32)),
                ("analyser", models.PositiveSmallIntegerField()),
                (
                    "decision",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="search_entry",
                        to="decisions.decision",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="search_entries",
                        to="minutes.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="search_entries",
                        to="minutes.meeting",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-held", "position"], name="searchentry_newest"),
                    models.Index(
                        fields=["kind", "-held", "position"], name="searchentry_newest_of_kind"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=Q(decision=None), fields=["item"], name="searchentry_one_of_item"
                    ),
                    models.CheckConstraint(
                        condition=Q(decision=None, kind="item")
                        | Q(decision__isnull=False, kind="decision"),
                        name="searchentry_kind_known",
                    ),
                ],
            },
        ),
    ]
