"""Keeps what somebody has found out about a missing meeting, and what was said before.

No other module writes it.
Whoever saves names what they read (``seen``): of two the later is refused and told of the earlier.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from minutes.gaps.models import SettledGap
from people.models import Body


class SettledMeanwhile(Exception):
    """Somebody has saved another answer, ``stored``, or removed it: then that is None."""

    def __init__(self, stored: SettledGap | None) -> None:
        super().__init__()
        self.stored = stored


def settle(
    body: Body, day: date, *, verdict: str, note: str = "", by: Any, seen: str = ""
) -> SettledGap:
    """``seen`` is the ``token`` of the answer that was read, empty for none.

    The same answer sent twice is kept once. Raises SettledMeanwhile.
    """
    said = {"verdict": verdict, "note": note}
    try:
        with transaction.atomic():
            return _settle(body, day, said, by, seen)
    except IntegrityError:  # two were first: now there is an answer to compare with
        stored = SettledGap.objects.filter(body=body, date=day).first()
        return _same_or_refused(stored, said)


def _settle(body: Body, day: date, said: dict[str, str], by: Any, seen: str) -> SettledGap:
    stored = _locked(body, day)
    if (stored.token if stored else "") != seen:
        return _same_or_refused(stored, said)
    if stored is None:
        stored = SettledGap(body=body, date=day, version=0)
    stored.verdict, stored.note = said["verdict"], said["note"]
    stored.version, stored.by, stored._history_user = stored.version + 1, by, by
    stored.save()
    return stored


@transaction.atomic
def unsettle(body: Body, day: date, *, by: Any, seen: str) -> SettledGap | None:
    """Remove the answer, and give it back; None if it is gone already. Raises SettledMeanwhile."""
    stored = _locked(body, day)
    if stored and stored.token != seen:
        raise SettledMeanwhile(stored)
    if stored:
        stored._history_user = by
        stored.delete()
    return stored


def _locked(body: Body, day: date) -> SettledGap | None:
    return SettledGap.objects.select_for_update().filter(body=body, date=day).first()


def _same_or_refused(stored: SettledGap | None, said: dict[str, str]) -> SettledGap:
    if stored and all(getattr(stored, name) == value for name, value in said.items()):
        return stored
    raise SettledMeanwhile(stored)
