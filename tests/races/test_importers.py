"""Importers, editors and readers at one archive at the same time: nobody is turned away."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Event

import pytest
from django.urls import reverse

from tests.races.conftest import Arena
from tests.races.desks import Desk
from tests.races.judge import FIRST_DAY, minutes
from tests.races.test_races import VERSION

SECONDS = 20
IMPORTERS, READERS = 4, 4
FIRST, FILES = 6000, 30
PAGES = ("/", "/moten/", "/beslut/?q=varudistribution", "/personer/", "/granska/", "/ladda-upp/")


def again_and_again(what: Callable[[], int | None], stop: Event) -> Counter:
    """How often each status was answered until ``stop``."""
    statuses: Counter = Counter()
    while not stop.is_set():
        statuses[what()] += 1
    return statuses


def edit(desk: Desk, pk: int, kept: list[str], word: Callable[[], str]) -> int:
    """Save a title on the version that the page shows; ``kept`` are the titles that were."""
    version, title = VERSION.search(desk.get(f"/granska/{pk}/").text)[1], word()
    data = {"version": version, "meeting-title": title}
    status = desk.post(reverse("edit_meeting", args=[pk]), data).status
    if status == 303:
        kept.append(title)
    return status


def read(desk: Desk, pages: list[str]) -> int:
    pages.append(pages.pop(0))
    return desk.get(pages[-1]).status


def import_once(arena: Arena, folder: str) -> int:
    done = arena.sites[0].archive.manage("import_minutes", folder, "--publish")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.returncode


@pytest.mark.slow
def test_importers_editors_and_readers_are_all_served_and_leave_one_archive(arena, tmp_path):
    for number in range(FILES):
        (tmp_path / f"{number}.txt").write_bytes(minutes(FIRST + number))
    pk, stop, kept = arena.judge("a_draft"), Event(), []
    before, word = arena.judge("told", pk), partial(arena.word, "redaktor")
    addresses = [site.address for site in arena.sites]
    session = arena.judge("a_session", "cilla")
    readers = [Desk(addresses[at % 2], "cilla", session) for at in range(READERS)]
    with ThreadPoolExecutor(IMPORTERS + 2 + READERS) as pool:
        start = partial(pool.submit, again_and_again, stop=stop)
        imports = [start(partial(import_once, arena, str(tmp_path))) for _ in range(IMPORTERS)]
        edits = [start(partial(edit, desk, pk, kept, word)) for desk in (arena.anna, arena.bo)]
        reads = [start(partial(read, desk, list(PAGES))) for desk in readers]
        time.sleep(SECONDS)
        stop.set()
        imported, edited, seen = (
            sum((one.result() for one in all_of), Counter()) for all_of in (imports, edits, reads)
        )
    for desk in readers:
        desk.close()
    after = arena.judge("told", pk)
    assert set(imported) == {0}
    assert imported[0] >= IMPORTERS
    assert set(edited) <= {303, 409}
    assert set(seen) == {200}
    assert edited[303] == len(kept) == after["version"] - before["version"]
    assert kept
    assert after["rows"]["Meeting"][0]["title"] in kept
    assert arena.complaints() == []
    assert_one_archive(arena, str(tmp_path))


def assert_one_archive(arena: Arena, folder: str) -> None:
    """Each file stands there once, and importing once more changes nothing."""
    archive = arena.sites[0].archive
    state = archive.state()
    days = [str(FIRST_DAY + timedelta(number)) for number in range(FIRST, FIRST + FILES)]
    held = sorted(one["start_date"] for one in state["meetings"] if one["start_date"] in days)
    assert held == days
    import_once(arena, folder)
    assert archive.state() == state
    assert arena.judge("faults") == []
    found = archive.manage("verify")
    assert found.returncode == 0, found.stdout
