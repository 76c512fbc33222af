"""The schema and the migrations agree, and the data migrations can be taken back."""

import io

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from decisions.models import Topic
from people.models import Organization


@pytest.mark.django_db
def test_no_migration_is_missing():
    said = io.StringIO()
    call_command("makemigrations", dry_run=True, stdout=said)
    assert said.getvalue() == "No changes detected\n"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_seeded_rows_go_away_and_come_back():
    rows = seeded()
    # Topics first: their table is gone where organizations are taken back.
    for before, model in (("decisions", Topic), ("people", Organization)):
        MigrationExecutor(connection).migrate([(before, "0001_initial")])
        assert model.objects.count() == 0
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert seeded() == rows


def seeded() -> list[list[str]]:
    models = (Organization, Topic)
    return [list(one.objects.order_by("pk").values_list("slug", flat=True)) for one in models]
