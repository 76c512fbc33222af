"""Imports into a new, empty archive and prints the rate: ``python -m tests.bench.importing NAME``.

The database and the folder for originals come from the environment, as in a real installation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import django
from django.core.management import call_command

from tests.bench.measure import RUNS, rate, report
from tests.bench.texts import typical

FILES, GOAL = 50, 25


def receive_all(batch: Iterable[bytes]) -> None:
    from intake.receiving import receive

    for data in batch:
        receipt = receive(data, "minutes.txt")
        if receipt.outcome != "imported":
            raise SystemExit(f"{receipt.outcome}: {receipt.reason}")


def main(name: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    # One run more than is counted: the first one loads modules and warms caches.
    batches = [
        [typical(run * FILES + number) for number in range(FILES)] for run in range(RUNS + 1)
    ]
    rates = rate(receive_all, batches)[1:]
    return 0 if report(f"Importing into {name}", rates, GOAL) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
