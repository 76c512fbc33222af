"""Runs of a piece of work, and what is said of them."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterable

RUNS = 7


def rate(
    work: Callable[[Iterable[bytes]], object],
    batches: list[list[bytes]],
    clock: Callable[[], float] = time.perf_counter,
) -> list[float]:
    """Files a second of each batch, in order."""
    rates = []
    for batch in batches:
        start = clock()
        work(batch)
        rates.append(len(batch) / (clock() - start))
    return rates


def load() -> str:
    return "load " + " ".join(f"{value:.2f}" for value in os.getloadavg())


def report(what: str, rates: list[float], at_least: float) -> bool:
    """Prints the median with its spread and the machine's load; whether the goal is met."""
    median = statistics.median(rates)
    print(
        f"{what}: {median:.0f} files/s, median of {len(rates)} runs"
        f" ({min(rates):.0f} to {max(rates):.0f}); goal {at_least:.0f}; {load()}",
        flush=True,
    )
    return median >= at_least
