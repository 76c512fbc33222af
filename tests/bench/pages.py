"""What the pages cost: against a yardstick, and in a large archive against a small one.

``python -m tests.bench.pages NAME``, after ``searching`` has filled the archive that the
environment names. Page and yardstick take turns in one process, so that whatever else the machine
does weighs on both.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import django
from django.conf import settings

from tests.bench import questions
from tests.bench.measure import load

PAIRS, IN_A_SLOT = 12, 6  # slots of each, and pages in a slot
THROUGHPUT, PROCESSOR, GROWTH = 0.60, 1.7, 1.3
FEW = 200  # entries: ten meetings


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a page, in milliseconds: by the clock, and of this process's processor."""

    clock: float
    processor: float


def addresses() -> list[str]:
    """The lists as they open, and with a word that stands in a part of the rows."""
    word = urlencode({"q": questions.words_of("medium")[0]})
    return ["/beslut/", f"/beslut/?{word}", "/sok/", f"/sok/?{word}"]


def against_yardstick(name: str, visit: Callable[[str], object]) -> Iterator[bool]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.bench import yardstick

    for address in addresses():
        visit(address)
        with CaptureQueriesContext(connection) as captured:
            visit(address)
        yardstick.asked[:] = [question["sql"] for question in captured.captured_queries]
        pairs = list(_pairs(lambda page=address: visit(page), lambda: visit("/yardstick/")))
        faster = statistics.median(bare.clock / page.clock for page, bare in pairs)
        dearer = statistics.median(page.processor / bare.processor for page, bare in pairs)
        page = statistics.median(page.clock for page, _ in pairs)
        is_met = faster >= THROUGHPUT and dearer <= PROCESSOR
        print(
            f"{name}, {_short(address)}: {page:.0f} ms, {len(captured)} queries, {faster:.2f} of"
            f" the yardstick's throughput, {dearer:.1f} times its processor time; goals"
            f" {THROUGHPUT:.2f} and {PROCESSOR}, {'met' if is_met else 'MISSED'}; {load()}",
            flush=True,
        )
        yield is_met


def against_small(visit: Callable[[str], object]) -> Iterator[bool]:
    """Processor time in the archive of the environment, against that in one of ten meetings."""
    large = settings.DATABASES["default"]["NAME"]
    small = f"{large}.small"
    _open(small)
    from tests.bench.loading import load as fill

    fill(FEW)
    # Without words: how many entries hold one grows with the archive, and all are ranked.
    for address in addresses()[::2]:
        pairs = list(
            _pairs(
                lambda page=address: visit(page),
                lambda page=address: visit(page),
                before=(lambda page=address: _opened(large, visit, page)),
                between=(lambda page=address: _opened(small, visit, page)),
            )
        )
        growth = statistics.median(most.processor / least.processor for most, least in pairs)
        print(
            f"SQLite, {_short(address)}: {growth:.2f} times the processor time with 5,000"
            f" meetings as with 10; goal {GROWTH}, {'met' if growth <= GROWTH else 'MISSED'};"
            f" {load()}",
            flush=True,
        )
        yield growth <= GROWTH
    _open(large)
    Path(small).unlink()


def _pairs(
    one: Callable[[], object],
    other: Callable[[], object],
    before: Callable[[], object] = lambda: None,
    between: Callable[[], object] = lambda: None,
) -> Iterator[tuple[Cost, Cost]]:
    for _ in range(PAIRS):
        before()
        first = _slot(one)
        between()
        yield first, _slot(other)


def _slot(visit: Callable[[], object]) -> Cost:
    clock, processor = time.perf_counter(), time.process_time()
    for _ in range(IN_A_SLOT):
        visit()
    return Cost(
        1000 * (time.perf_counter() - clock) / IN_A_SLOT,
        1000 * (time.process_time() - processor) / IN_A_SLOT,
    )


def _opened(name: str, visit: Callable[[str], object], address: str) -> None:
    """What a process learns of an archive once is learnt before the slot."""
    _open(name)
    visit(address)


def _open(name: str) -> None:
    from django.db import connection

    from minutes.search import vocabulary

    connection.close()
    connection.settings_dict["NAME"] = name
    vocabulary.forget()


def _visitor() -> Callable[[str], object]:
    """Through all middleware, and as a real installation answers."""
    from django.core.handlers.base import BaseHandler
    from django.test import RequestFactory

    settings.DEBUG = settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    settings.ROOT_URLCONF = "tests.bench.yardstick"
    settings.ALLOWED_HOSTS = ["testserver"]
    handler = BaseHandler()
    handler.load_middleware()

    def visit(address: str) -> object:
        response = handler.get_response(RequestFactory().get(address))
        if response.status_code != 200:
            raise SystemExit(f"{address}: {response.status_code}")
        return response.content

    return visit


def _short(address: str) -> str:
    return address.partition("=")[0].replace("?q", " with a word")


def main(name: str) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    visit = _visitor()
    met = list(against_yardstick(name, visit))
    if name == "SQLite":
        met += against_small(visit)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
