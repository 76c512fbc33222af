"""Mail that is sent by processes of their own: two at once, and one that is killed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.decisions.saved.mail_server import (
    AFTER_IT_IS_TAKEN,
    BEFORE_IT_IS_TAKEN,
    Box,
    mail_server,
)
from tests.intake.own_archive import OwnArchive

READERS = 5
PATIENCE = 60  # seconds
MADE = f"""
from tests import factories
from tests.decisions.saved.making import a_reader, a_search

for number in range({READERS}):
    a_search(a_reader(f"nr{{number}}"), name=f"Sökning {{number}}", frequency="daily")
factories.a_decision()
"""
ALL_TOLD = [
    (f"nr{number}@example.se", f"1 ny träff: Sökning {number}") for number in range(READERS)
]


@pytest.fixture
def box() -> Iterator[Box]:
    with mail_server() as kept:
        yield kept


@pytest.fixture
def archive(own_databases, box) -> OwnArchive:
    """With some readers, each with a search of their own, and one decision that is news."""
    archive = own_databases.copy()
    archive.environment["EMAIL_URL"] = box.url
    done = archive.manage("shell", "--verbosity", "0", "--command", MADE)
    assert done.returncode == 0, done.stderr
    return archive


def test_of_two_who_send_at_once_nobody_sends_what_the_other_has_sent(archive, box):
    both = [archive.start("send_digests") for _ in range(2)]
    ended = [one.communicate(timeout=PATIENCE) for one in both]
    assert [(one.returncode, err) for one, (_, err) in zip(both, ended, strict=True)] == [
        (0, "")
    ] * 2
    assert box.told == ALL_TOLD
    assert sum(int(out.split()[0]) for out, _ in ended) == READERS


SLOW = pytest.mark.slow


@pytest.mark.parametrize(
    "number", [3, pytest.param(1, marks=SLOW), pytest.param(READERS, marks=SLOW)]
)
@pytest.mark.parametrize("when", [pytest.param(BEFORE_IT_IS_TAKEN, marks=SLOW), AFTER_IT_IS_TAKEN])
def test_whenever_it_is_killed_everybody_is_told_and_a_twin_has_the_same_name(
    number, when, archive, box
):
    first = archive.start("send_digests")

    def kill(at: int, moment: str) -> None:
        if (at, moment) == (number, when):
            first.kill()
            first.wait(PATIENCE)

    box.interrupt = kill
    first.communicate(timeout=PATIENCE)
    box.interrupt = lambda at, moment: None
    again = archive.manage("send_digests")
    assert (again.returncode, again.stderr) == (0, "")
    by_name = {one["Message-ID"]: (one["To"], one["Subject"]) for one in box.mails}
    assert sorted(by_name.values()) == ALL_TOLD
    assert len(box.mails) in (READERS, READERS + 1)
    assert archive.manage("send_digests").stdout == "0 mejl skickade, med 0 träffar.\n"
