from django.db import migrations

# Each engine keeps the lexemes of an entry in its own way: minutes/search/engines/.
POSTGRESQL = [
    "ALTER TABLE minutes_searchentry ADD COLUMN vector tsvector NOT NULL",
    # The planner must know a rare word from a common one: with the usual 100 it takes the rare
    # for common, and walks the entries by date until it has found twenty.
    "ALTER TABLE minutes_searchentry ALTER COLUMN vector SET STATISTICS 2000",
    "CREATE INDEX searchentry_vector ON minutes_searchentry USING gin (vector)",
]
SQLITE = [
    "CREATE VIRTUAL TABLE minutes_searchlexemes USING fts5(title, text, tags, tokenize='ascii')",
]
BACK = {
    "postgresql": ["ALTER TABLE minutes_searchentry DROP COLUMN vector"],
    "sqlite": ["DROP TABLE minutes_searchlexemes"],
}


def forwards(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if is_sqlite else POSTGRESQL:
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in BACK[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("minutes", "0003_search_entries")]

    operations = [migrations.RunPython(forwards, backwards)]
