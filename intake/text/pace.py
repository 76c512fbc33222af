"""How a reader that has much to do asks for the time to do it, where somebody waits for it.

A scanned page takes seconds, and a file may have hundreds. The worker sends a sign to its parent
before and after each, and so a reader that is stuck is still told from one that is getting on.
"""

from __future__ import annotations

from collections.abc import Callable

# For each sign, of which a slow page sends two. It takes two seconds on an idle machine, and was
# seen to take fifteen on one with four times as much to do as it can.
MORE_SECONDS, MORE_CPU = 30, 2

_waiting: list[Callable[[], None]] = []


def at_each_slow_page(tell: Callable[[], None]) -> None:
    """Have ``tell`` called each time that a slow page is begun, and when it has been read."""
    _waiting[:] = [tell]


def slow_page_begins() -> None:
    slow_page_read()


def slow_page_read() -> None:
    for tell in _waiting:
        tell()
