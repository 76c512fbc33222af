"""SQLite: an FTS5 table beside the entries, with one row for each under the same key.

The lexemes are made in Python and stored parted by blanks: the tokenizer has nothing left to do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import product
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from minutes.search import expression as ask
from minutes.search.rows import Row

TABLE, LEXEMES = "minutes_searchentry", "minutes_searchlexemes"
CONDITION = f"{{key}} IN (SELECT rowid FROM {LEXEMES} WHERE {LEXEMES} MATCH %s)"  # noqa: S608
# A sign, and the keys that are found are no way to the rows: the list is walked in its order.
IN_ORDER = f"+{CONDITION}"
EVERY = "x"  # a tag of each entry: what ``Not`` is said of


def insert(rows: Sequence[Row]) -> None:
    if not rows:
        return
    columns = list(rows[0].values)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {TABLE} ({', '.join(columns)}) VALUES ({_marks(columns)})",  # noqa: S608 - our own
            [list(row.values.values()) for row in rows],
        )
        keys = _keys(cursor, {row.columns["meeting_id"] for row in rows})
        cursor.executemany(
            f"INSERT INTO {LEXEMES} (rowid, title, text, tags) VALUES (%s, %s, %s, %s)",  # noqa: S608
            [[keys[_target(row)], *_texts(row)] for row in rows],
        )


def remove(keys: Iterable[int]) -> None:
    rows = [[key] for key in keys]
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {LEXEMES} WHERE rowid = %s", rows)  # noqa: S608
        cursor.executemany(f"DELETE FROM {TABLE} WHERE id = %s", rows)  # noqa: S608


def _target(row: Row) -> tuple[int, int | None]:
    return row.columns["item_id"], row.columns["decision_id"]


def _keys(cursor: Any, meetings: Collection[int]) -> dict[tuple[int, int | None], int]:
    cursor.execute(
        f"SELECT id, item_id, decision_id FROM {TABLE} WHERE meeting_id IN ({_marks(meetings)})",  # noqa: S608
        list(meetings),
    )
    return {(item, decision): key for key, item, decision in cursor.fetchall()}


def _marks(values: Collection[Any]) -> str:
    return ", ".join(["%s"] * len(values))


def stored(keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """By key, what the index holds: to be compared with ``as_stored``."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid, title, text, tags FROM {LEXEMES} WHERE rowid IN ({_marks(keys)})",  # noqa: S608
            list(keys),
        )
        return {key: tuple(texts) for key, *texts in cursor.fetchall()}


def as_stored(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """What ``stored`` gives for entries that are as they should be."""
    return [_texts(row) for row in rows]


def strays() -> list[int]:
    """Keys of rows of the index that belong to no entry."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid FROM {LEXEMES} WHERE rowid NOT IN (SELECT id FROM {TABLE})"  # noqa: S608
        )
        return [key for (key,) in cursor.fetchall()]


def _texts(row: Row) -> tuple[str, str, str]:
    tags = f"{EVERY} {row.columns['tags']}".strip()
    return " ".join(row.title), " ".join(row.text), tags


def questions(one: ask.Expression) -> list[str]:
    """What must all be true: asked as one, so that only what it is true of is gathered."""
    return [question(one)]


def gathering(one: ask.Expression) -> tuple[str, list[list[str]]]:
    """The same: whoever asks for the first reads all that is found here too."""
    return CONDITION, [questions(one)]


def met(entries: QuerySet, one: ask.Expression) -> QuerySet:
    """Those of which it is true, as the index comes upon them. The sign keeps it from looking
    into the index once for each entry instead.
    """
    return entries.extra(  # noqa: S610 - no queryset knows this table
        tables=[LEXEMES],
        where=[f"{LEXEMES} MATCH %s", f"{TABLE}.id = +{LEXEMES}.rowid"],
        params=[question(one)],
    )


def in_turn(one: ask.Expression) -> list[ask.Expression]:
    """All at once: what is found in two parts is gathered twice."""
    return [one]


def question(one: ask.Expression) -> str:
    """``{title text} : ("plan" OR "möt" *) AND tags : "y2022"``."""
    match one:
        case ask.Word(lexeme, is_open, in_title):
            return f"{'title' if in_title else '{title text}'} : {_quoted(lexeme)}{' *' * is_open}"
        case ask.Tag(name):
            return f"tags : {_quoted(name)}"
        case ask.Phrase():
            ways = [" ".join(way) for way in product(*one.ways)] if one.words else []
            return _any(f"{{title text}} : {_quoted(way)}" for way in ways)
        case ask.All(parts):
            return _all(parts)
        case ask.Any(parts):
            return _any(map(question, parts))
        case ask.Not(part):
            return f"({_no(question(part))})"
    raise TypeError(one)


_EVERY_ENTRY = f'tags : "{EVERY}"'


def _no(said: str) -> str:
    """FTS5 has no negation by itself, only one thing without another."""
    return f"{_EVERY_ENTRY} NOT ({said})"


def _all(parts: Sequence[ask.Expression]) -> str:
    wanted = [question(part) for part in parts if not isinstance(part, ask.Not)]
    unwanted = [question(part.part) for part in parts if isinstance(part, ask.Not)]
    both = f"({' AND '.join(wanted)})" if wanted else _EVERY_ENTRY
    return f"({both} NOT ({' OR '.join(unwanted)}))" if unwanted else both


def _any(said: Iterable[str]) -> str:
    return f"({' OR '.join(said) or _no(_EVERY_ENTRY)})"


def _quoted(lexemes: str) -> str:
    return '"' + lexemes.replace('"', '""') + '"'
