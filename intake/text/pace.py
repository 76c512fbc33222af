"""How a reader that has much to do asks for the time to do it, where somebody waits for it.

A scanned page takes seconds, and a file may have hundreds. The worker sends a sign to its parent
before and after each, and so a reader that is stuck is still told from one that is getting on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

# For each sign, of which a slow page sends two. It takes four seconds on an idle machine, and was
# seen to take forty on one with eight times as much to do as it can. Of the processor, the reader
# itself takes under two seconds a page; tesseract is a process of its own, and is counted apart.
MORE_SECONDS, MORE_CPU = 60, 2

_waiting: list[Callable[[], None]] = []


def at_each_slow_page(tell: Callable[[], None]) -> None:
    """Have ``tell`` called each time that a slow page is begun, and when it has been read."""
    _waiting[:] = [tell]


@contextmanager
def slow_page() -> Iterator[None]:
    """Send the two signs of a slow page: when it is begun, and when it is read or given up."""
    _tell()
    try:
        yield
    finally:
        _tell()


def _tell() -> None:
    for tell in _waiting:
        tell()
