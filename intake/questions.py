"""Which remarks ask something that a person must settle, and which only point something out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from intake.exports import remark_row
from intake.parsing.minutes import ParsedItem, ParsedMinutes, Remark

# Whatever the answer, the archive shows the minutes as they are printed. An unknown code asks.
NO_QUESTION = {
    "similar-name",  # two people until somebody says otherwise
    "text-cut-off",  # so it was handed in
    "unknown-organization",  # guests come from anywhere
}


def remark_rows(remarks: Iterable[Remark], minutes: ParsedMinutes) -> list[dict[str, Any]]:
    """Rows of {code, message, line, open}; ``open`` until a person has settled it."""
    return [{**remark_row(one), "open": _asks(one, minutes)} for one in remarks]


def open_questions(rows: Iterable[dict[str, Any]]) -> int:
    return sum(row["open"] for row in rows)


def _asks(remark: Remark, minutes: ParsedMinutes) -> bool:
    if remark.code == "duplicate-item-number":
        return not any(
            item.lines[0] == remark.line and reopened(item, minutes.items[:place]) is not None
            for place, item in enumerate(minutes.items)
        )
    return remark.code not in NO_QUESTION


def reopened(item: ParsedItem, earlier: tuple[ParsedItem, ...]) -> int | None:
    """The place among the earlier items of the one that this item takes up again.

    The same number is not enough: it may be a misprint. Its day must be another, or its title
    the same.
    """
    for place in range(len(earlier) - 1, -1, -1):
        one = earlier[place]
        if item.number and one.number == item.number:
            another_day = None not in (item.day, one.day) and item.day != one.day
            same_title = item.title.casefold() == one.title.casefold()
            return place if another_day or same_title else None
    return None
