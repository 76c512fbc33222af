"""The place of an agenda item in its meeting's address. Pure text."""

from __future__ import annotations

from collections.abc import Container

from people.names import slug

LONGEST_NUMBER = 30  # letters; more than that is a misread line, not a number


def anchor(number: str, day: int | None, position: int, taken: Container[str]) -> str:
    """``punkt-4``; opened again the next day ``punkt-4-dag-2``; else by its position.

    ``taken`` are the anchors of the meeting's other items. A printed number is no key: it may
    be missing, or be used twice.
    """
    printed = slug(number)[:LONGEST_NUMBER]
    wished = [f"punkt-{printed}"] if printed else []
    if printed and day is not None:
        wished.append(f"punkt-{printed}-dag-{day}")
    wished.append(f"plats-{position}")  # positions are unique in a meeting
    return next(wish for wish in wished if wish not in taken)
