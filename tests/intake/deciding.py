"""``python -m tests.intake.deciding WHAT START PK…``: one of two who decide at the same moments.

WHAT is restore or purge, START a time in seconds; each meeting is decided about a tenth of a
second after the one before. Prints what came of each.
"""

from __future__ import annotations

import os
import sys
import time

APART = 0.1  # seconds


def main(what: str, start: str, *keys: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from accounts.models import User

    by = User.objects.get()
    for number, key in enumerate(keys):
        time.sleep(max(float(start) + number * APART - time.time(), 0))
        print(decide(what, int(key), by))  # noqa: T201


def decide(what: str, key: int, by) -> str:
    from intake.trashing import NotInTrash, purge_meeting, restore_meeting
    from minutes.models import Meeting

    try:
        if what == "restore":
            restore_meeting(key, by)
            return "restored"
        purge_meeting(key, by, "Fel fil.")
    except (NotInTrash, Meeting.DoesNotExist):
        return "too late"
    return "purged"


if __name__ == "__main__":
    main(*sys.argv[1:])
