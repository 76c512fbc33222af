"""A bar on a terminal. Where nobody watches, nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.core.management.base import OutputWrapper

Thing = TypeVar("Thing")
WIDTH = 30


def with_bar(things: Sequence[Thing], stream: OutputWrapper) -> Iterator[Thing]:
    """The things, one by one, with a bar on the stream for those that are done."""
    watched = stream.isatty()
    for done, thing in enumerate(things):
        if watched:
            bar = "█" * (WIDTH * done // len(things))
            stream.write(f"\r{bar:·<{WIDTH}} {done}/{len(things)}", str, ending="")
            stream.flush()
        yield thing
    if watched:
        stream.write("\r\033[K", str, ending="")
