"""At which items somebody was present: ["2"] only that, ["4-"] from it, ["-4"] up to it, ["8-9"].

Stored as printed, for numbers are no keys: whether an item is covered is known only where both
are plain numbers or the very same words.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext

_FROM = re.compile(r"(.+)-")
_UP_TO = re.compile(r"-(.+)")
_RANGE = re.compile(r"(\d+)-(\d+)")


def in_words(items: list[str] | None) -> str:
    """``endast punkt 2 och 3``, ``från punkt 4``; empty for somebody who was there all along."""
    single = [item for item in items or [] if "-" not in item]
    parts = [_open(item) for item in items or [] if "-" in item]
    if single:
        parts.insert(0, gettext("endast punkt %(items)s") % {"items": joined(single)})
    return ", ".join(parts)


def covers(items: list[str] | None, number: str) -> bool | None:
    """Whether the item with this printed number is among them; None where that is unclear."""
    if not items:
        return True
    answers = [_covers(item, number) for item in items]
    if True in answers:
        return True
    return None if None in answers else False


def _open(item: str) -> str:
    if closed := _RANGE.fullmatch(item):
        words = gettext("endast punkt %(first)s–%(last)s")
        return words % {"first": closed[1], "last": closed[2]}
    if start := _FROM.fullmatch(item):
        return gettext("från punkt %(item)s") % {"item": start[1]}
    if stop := _UP_TO.fullmatch(item):
        return gettext("till och med punkt %(item)s") % {"item": stop[1]}
    return gettext("punkt %(item)s") % {"item": item}


def _covers(item: str, number: str) -> bool | None:
    if item == number:
        return True
    first, dash, last = item.partition("-")
    if not all(part.isdecimal() for part in (first, last, number) if part) or not number:
        return None
    if not dash:
        return False
    return int(first or 0) <= int(number) and (not last or int(number) <= int(last))


def joined(words: list[str]) -> str:
    """``2, 3 och 7``."""
    if len(words) == 1:
        return words[0]
    return gettext("%(first)s och %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
