"""Fills an empty archive with made meetings, as fast as its database takes them.

The database and the folder for originals come from the environment. What is written is what
importing would have written, which ``check`` proves on a sample.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

import django
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from tests.bench.corpus import ENTRIES, SEED, Breadth, breadth, meetings

BATCH = 250  # meetings
PROCESSES = 2
SAMPLE = 60  # meetings that are compared with their rows
KEYS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype IN ('f', 'u') AND conrelid::regclass::text = ANY(%s) ORDER BY contype DESC
"""
INDICES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE tablename = ANY(%s) AND indexname NOT IN (SELECT conname FROM pg_constraint)
"""
# For the one connection that builds them; a server's own setting may stay as it is.
ROOM = "SET maintenance_work_mem = '512MB'"


def load(entries: int) -> None:
    """Afterwards the archive holds so many entries; nothing is done if it does already."""
    from minutes.search.models import SearchEntry

    call_command("migrate", verbosity=0)
    number = entries // ENTRIES
    if SearchEntry.objects.count() == number * ENTRIES:
        return
    start = time.monotonic()
    _first_rows(breadth(number))
    is_server = connection.vendor == "postgresql"
    with _indices_afterwards() if is_server else transaction.atomic():
        heard = _in_processes(number) if is_server else _progress(number, _parts(number))
        _learn(heard)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if is_server else "ANALYZE")
    _say(f"Made {number:,} meetings, {entries:,} entries: {time.monotonic() - start:.0f} s\n")


def check() -> bool:
    """Whether a sample is as importing would have made it, lexemes and words included."""
    from decisions.reindexing import drifted

    chance = random.Random(SEED)  # noqa: S311
    found = list(drifted(lambda keys: chance.sample(keys, SAMPLE)))
    for drift in found[:3]:
        print(drift)
    print(f"Drift in {SAMPLE} of the made meetings: {len(found)}; goal 0", flush=True)
    if found:
        print("An archive that was kept is of another time; without --keep it is made anew.")
    return not found


def _first_rows(among: Breadth) -> None:
    """In place of those that come with an empty archive."""
    from decisions.models import Topic
    from people.models import Body, Organization
    from tests.bench.rows import first_rows

    for model in (Topic, Body, Organization):
        model.objects.all().delete()
    grouped = defaultdict(list)
    for row in first_rows(among):
        if hasattr(row, "derive"):
            row.derive()
        grouped[type(row)].append(row)
    for model, rows in grouped.items():
        model.objects.bulk_create(rows, batch_size=500)


def _parts(number: int) -> Iterator[tuple[int, dict[str, set[str]]]]:
    for first in range(0, number, BATCH):
        yield _write(first, min(first + BATCH, number), number)


def _in_processes(number: int) -> dict[str, set[str]]:
    parts = [(first, min(first + BATCH, number), number) for first in range(0, number, BATCH)]
    connection.close()  # each process has its own
    with get_context("spawn").Pool(PROCESSES, initializer=django.setup) as pool:
        return _progress(number, pool.imap_unordered(_write_part, parts))


def _write_part(part: tuple[int, int, int]) -> tuple[int, dict[str, set[str]]]:
    return _write(*part)


def _write(first: int, last: int, of: int) -> tuple[int, dict[str, set[str]]]:
    """How many meetings were written, and the words of each state."""
    from tests.bench.rows import Batch

    batch = Batch()
    for held in meetings(first, last, of):
        batch.add(held)
    with transaction.atomic():
        for model, rows in batch.tables.items():
            _insert(model._meta.db_table, rows)
        _insert_entries(batch.entries)
    return last - first, dict(batch.heard)


def _progress(
    number: int, parts: Iterable[tuple[int, dict[str, set[str]]]]
) -> dict[str, set[str]]:
    done, heard = 0, defaultdict(set)
    for written, words in parts:
        done += written
        for state, some in words.items():
            heard[state] |= some
        _say(f"\rMaking meetings: {done:,} of {number:,}")
    _say("\n")
    return heard


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _insert_entries(entries: list[Any]) -> None:
    from minutes.search.engines import engine, postgresql

    if connection.vendor == "sqlite":
        engine().insert(entries)
    else:
        rows = [{**row.values, "vector": postgresql.vector(row)} for row in entries]
        _insert(postgresql.TABLE, rows)


def _insert(table: str, rows: list[dict[str, Any]]) -> None:
    columns = ", ".join(rows[0])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(list(row.values()))
        else:
            marks = ", ".join(["%s"] * len(rows[0]))
            values = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
            cursor.executemany(values, [list(row.values()) for row in rows])


def _learn(heard: dict[str, set[str]]) -> None:
    from minutes.search.models import SearchWord

    for audience, words in heard.items():
        rows = [SearchWord(word=word, audience=audience) for word in sorted(words)]
        SearchWord.objects.bulk_create(rows, batch_size=500 if rows else None)


@contextmanager
def _indices_afterwards() -> Iterator[None]:
    """Without indices and foreign keys while rows come; the keys count on from there."""
    tables = [model._meta.db_table for model in _models()]
    with connection.cursor() as cursor:
        cursor.execute(KEYS, [tables])
        keys = cursor.fetchall()
        for table, name, _ in reversed(keys):
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        cursor.execute(INDICES, [tables])
        indices = cursor.fetchall()
        for name, _ in indices:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        cursor.execute(ROOM)
        makings = [definition for _, definition in indices]
        makings += [f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {d}' for table, name, d in keys]
        for number, making in enumerate(makings, start=1):
            _say(f"\rMaking indices: {number} of {len(makings)}")
            cursor.execute(making)
        _say("\n")
        cursor.execute("RESET maintenance_work_mem")
    call = connection.ops.sequence_reset_sql(_no_style(), _models())
    with connection.cursor() as cursor:
        for statement in call:
            cursor.execute(statement)


def _no_style() -> Any:
    from django.core.management.color import no_style

    return no_style()


def _models() -> list[type[Model]]:
    """Those that meetings are made of, the referred to before the referring."""
    from decisions.models import Assignment, Decision, DecisionTopic, ItemTopic
    from minutes.models import AgendaItem, Attendance, Meeting
    from minutes.search.models import SearchEntry
    from tests.bench.rows import NAMES

    return [
        *(Meeting, Attendance, AgendaItem, ItemTopic, Decision, NAMES, DecisionTopic),
        *(Assignment, SearchEntry),
    ]
