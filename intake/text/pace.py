"""How a reader that has much to do asks for the time to do it, where somebody waits for it.

A scanned page takes seconds, and a file may have hundreds. The worker sends a sign to its parent
after each, and so a reader that is stuck is still told from one that is getting on.
"""

from __future__ import annotations

from collections.abc import Callable

MORE_SECONDS, MORE_CPU = 10, 2  # for each slow page; it takes two seconds on an idle machine

_waiting: list[Callable[[], None]] = []


def after_each_slow_page(tell: Callable[[], None]) -> None:
    """Have ``tell`` called each time that a slow page has been read."""
    _waiting[:] = [tell]


def slow_page_read() -> None:
    for tell in _waiting:
        tell()
