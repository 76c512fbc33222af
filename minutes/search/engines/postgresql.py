"""PostgreSQL: a tsvector beside each entry, title weighted A and text B, tags without a place.

The lexemes are made in Python: PostgreSQL is asked by ``::tsquery``, never with a dictionary.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from minutes.search import expression as ask
from minutes.search.rows import Row

TABLE = "minutes_searchentry"
CONDITION = IN_ORDER = '{table}."vector" @@ %s::tsquery'
# The same, of which the planner cannot tell how common it is.
UNPLANNED = '{table}."vector" @@ (SELECT %s::tsquery)'
# Between title and text, so that no phrase reaches from the one into the other.
GAP = 2
# A tsvector keeps 256 places of a lexeme: further ones are kept under another name.
MOST_PLACES, AGAIN = 250, "#"
AT_ONCE = 200  # entries in a statement
IN_A_QUESTION = 8  # alternatives: see ``gathering``
MANY = 3  # conditions that few entries meet together
EVERY = "#"  # in each vector: what ``Not`` is said of


def insert(rows: Sequence[Row]) -> None:
    for at in range(0, len(rows), AT_ONCE):
        _insert(rows[at : at + AT_ONCE])


def _insert(rows: Sequence[Row]) -> None:
    columns = [*rows[0].values, "vector"]
    marks = f"({', '.join(['%s'] * (len(columns) - 1))}, %s::tsvector)"
    places = ", ".join([marks] * len(rows))
    values = [value for row in rows for value in (*row.values.values(), vector(row))]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {TABLE} ({', '.join(columns)}) VALUES {places}",  # noqa: S608 - our own
            values,
        )


def remove(keys: Iterable[int]) -> None:
    gone = list(keys)
    if not gone:
        return
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE id = ANY(%s)", [gone])  # noqa: S608


def stored(keys: Sequence[int]) -> dict[int, str]:
    """By key, the vector as the server writes it: to be compared with ``as_stored``."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, vector::text FROM {TABLE} WHERE id = ANY(%s)", [list(keys)])  # noqa: S608
        return dict(cursor.fetchall())


def as_stored(rows: Sequence[Row]) -> list[str]:
    """What ``stored`` gives for entries that are as they should be."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT unnest(%s::text[])::tsvector::text", [[vector(row) for row in rows]]
        )
        return [written for (written,) in cursor.fetchall()]


def strays() -> list[int]:
    """Nothing lies outside the entries here."""
    return []


def vector(row: Row) -> str:
    """The literal: ``'plan':1A '#y2022' …``; rows.py sees to it that all places can be kept."""
    seen: defaultdict[str, int] = defaultdict(int)
    title = _placed(row.title, 1, "A", seen)
    text = _placed(row.text, len(row.title) + GAP, "B", seen)
    tags = [_quoted(EVERY + tag) for tag in ("", *row.columns["tags"].split())]
    return " ".join([*title, *text, *tags])


def _placed(lexemes: list[str], first: int, weight: str, seen: dict[str, int]) -> Iterator[str]:
    for place, lexeme in enumerate(lexemes, start=first):
        again = seen[lexeme] // MOST_PLACES
        seen[lexeme] += 1
        yield f"{_quoted(f'{lexeme}{AGAIN}{again}' if again else lexeme)}:{place}{weight}"


def questions(one: ask.Expression) -> list[str]:
    """What must all be true. Asked for each part alone, the index leaps from one entry with rare
    tags to the next; of one long question it weighs every entry that holds any of its words.
    """
    wanted, unwanted = _parts(one)
    if not wanted:
        return [question(one)]
    wanted.sort(key=_holds_words)
    # What is not wanted goes with a part that is: alone it would be sought in all entries.
    last = ask.All((wanted[-1], *unwanted)) if unwanted else wanted[-1]
    return [question(part) for part in (*wanted[:-1], last)]


def gathering(one: ask.Expression) -> tuple[str, list[list[str]]]:
    """A word with all its forms is asked for by a few at a time: the index weighs each entry that
    it finds against every form in a question, but of several questions it adds up the answers.
    More of these take longer to plan.

    Of many conditions the planner would look up each word among the most common ones, in order
    to find that the index is the way, as it always is then: this took a tenth of the time.
    """
    wanted, unwanted = _parts(one)
    if len(wanted) != 1:
        known = UNPLANNED if len(wanted) >= MANY else CONDITION
        return known, [[part] for part in questions(one)]
    forms = list(ask.alternatives(wanted[0])) or [ask.NOTHING]
    some = (forms[at : at + IN_A_QUESTION] for at in range(0, len(forms), IN_A_QUESTION))
    few = [question(ask.All((ask.Any(tuple(part)), *unwanted))) for part in some]
    return CONDITION, [few]


def in_turn(one: ask.Expression) -> list[ask.Expression]:
    """The same in parts that have nothing in common. A common word is found often enough as
    itself, one that many compounds hold in the nearest of these: each part is gathered whole
    before its first entry is read.
    """
    wanted, unwanted = _parts(one)
    forms = list(ask.alternatives(wanted[0])) if len(wanted) == 1 else []
    cuts = [at for at in (1, 1 + IN_A_QUESTION) if at < len(forms)]
    if not cuts:
        return [one]
    spans = zip([0, *cuts], [*cuts, len(forms)], strict=True)
    return [
        ask.All((ask.Any(tuple(forms[begin:end])), *_none_of(forms[:begin]), *unwanted))
        for begin, end in spans
    ]


def _none_of(forms: Sequence[ask.Expression]) -> list[ask.Expression]:
    return [ask.Not(ask.Any(tuple(forms)))] if forms else []


def _parts(one: ask.Expression) -> tuple[list[ask.Expression], list[ask.Expression]]:
    """What must be true, and what must not."""
    parts = list(ask.conditions(one))
    wanted = [part for part in parts if not isinstance(part, ask.Not)]
    return wanted, [part for part in parts if isinstance(part, ask.Not)]


def _holds_words(one: ask.Expression) -> bool:
    if isinstance(one, ask.Any | ask.All):
        return any(map(_holds_words, one.parts))
    return not isinstance(one, ask.Tag)


def question(one: ask.Expression) -> str:
    """``('plan' | 'möt':*A) & '#y2022'``."""
    match one:
        case ask.Word(lexeme, is_open, in_title):
            marks = "*" * is_open + "A" * in_title
            return _quoted(lexeme) + (f":{marks}" if marks else "")
        case ask.Tag(name):
            return _quoted(EVERY + name)
        case ask.Phrase():
            if not (one.words and all(one.words)):
                return _NO_ENTRY
            places = (_joined(map(_anywhere, place), " | ") for place in one.ways)
            # Taken to be as common as its words anywhere in a text; said twice, it is rare, and
            # looked for in the index instead of in one entry after the other.
            return _joined([_joined(places, " <-> ")] * 2, " & ")
        case ask.All(parts):
            return _joined(map(question, parts), " & ") if parts else _quoted(EVERY)
        case ask.Any(parts):
            return _joined(map(question, parts), " | ") if parts else _NO_ENTRY
        case ask.Not(part):
            return f"!({question(part)})"
    raise TypeError(one)


_NO_ENTRY = f"!'{EVERY}'"


def _anywhere(lexeme: str) -> str:
    """Also where it stands for the 251st time."""
    return f"{_quoted(lexeme)} | {_quoted(lexeme + AGAIN)}:*"


def _joined(parts: Iterable[str], sign: str) -> str:
    return f"({sign.join(parts)})"


def _quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"
