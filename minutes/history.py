"""Who changed which row, and when. An edit of a meeting writes its own history, all at its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from simple_history.models import HistoricalRecords

_left_to_the_edit: ContextVar[bool] = ContextVar("left_to_the_edit", default=False)


class History(HistoricalRecords):
    """A record with each save, except while ``one_record_for_each_row`` is on."""

    def create_historical_record(self, instance, history_type, using=None) -> None:
        if not _left_to_the_edit.get():
            super().create_historical_record(instance, history_type, using)


@contextmanager
def one_record_for_each_row() -> Iterator[None]:
    """Saves make no records: whoever calls this compares the rows and writes them.

    An edit saves a row several times, or by the dozen and past ``save()``; its history is to
    hold each changed row once, with who and why.
    """
    token = _left_to_the_edit.set(True)
    try:
        yield
    finally:
        _left_to_the_edit.reset(token)
