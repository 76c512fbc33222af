"""One at a time: a file that is stored sees all that was stored before it.

Recognising people and bodies reads what other imports write. Files are read side by side, and
stored one after the other; that takes a few hundredths of a second each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, InterfaceError, OperationalError, connection, transaction

Result = TypeVar("Result")

ATTEMPTS = 3
LOCK = 0x6D6F7465  # any number, as long as nothing else in the database locks by it


def in_turn(write: Callable[[], Result]) -> Result:
    """Run ``write`` in a transaction that no other import overlaps; all of it is kept, or nothing.

    Tried again when a person's edit came between, or the database was away for a moment; then
    raises IntegrityError, OperationalError or InterfaceError.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic():
                _wait()
                return write()
        except IntegrityError:
            if attempt == ATTEMPTS:
                raise
        except (OperationalError, InterfaceError):
            # Inside somebody else's transaction there is nothing left to go on with.
            if attempt == ATTEMPTS or connection.in_atomic_block:
                raise
            connection.close()
    raise AssertionError("unreachable")


def _wait() -> None:
    """SQLite has waited already, at BEGIN IMMEDIATE."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
