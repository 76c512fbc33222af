"""Reminders that are sent by processes of their own: two at once, and one that is killed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.decisions.saved.mail_server import (
    AFTER_IT_IS_TAKEN,
    BEFORE_IT_IS_TAKEN,
    Box,
    mail_server,
)
from tests.intake.own_archive import OwnArchive, databases

READERS = 3
PATIENCE = 60  # seconds
AT = ("--at", "2026-03-12T07:00")
MADE = f"""
from datetime import date

from decisions.models import Subscription
from tests.decisions.assignments.making import a_task
from tests.decisions.saved.making import a_reader

for number in range({READERS}):
    Subscription.objects.create(user=a_reader(f"nr{{number}}"))
a_task(due_date=date(2026, 3, 20))
"""
ALL_TOLD = [(f"nr{number}@example.se", "Uppdrag: 1 att göra snart") for number in range(READERS)]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    with databases(tmp_path_factory.mktemp("archives")) as all_of_them:
        yield all_of_them


@pytest.fixture
def box() -> Iterator[Box]:
    with mail_server() as kept:
        yield kept


@pytest.fixture
def archive(made, box) -> OwnArchive:
    """With some subscribers, and one assignment that is due soon."""
    archive = made.copy()
    archive.environment["EMAIL_URL"] = box.url
    done = archive.manage("shell", "--verbosity", "0", "--command", MADE)
    assert done.returncode == 0, done.stderr
    return archive


def test_of_two_who_send_at_once_nobody_sends_what_the_other_has_sent(archive, box):
    both = [archive.start("send_reminders", *AT) for _ in range(2)]
    ended = [one.communicate(timeout=PATIENCE) for one in both]
    codes = [(one.returncode, err) for one, (_, err) in zip(both, ended, strict=True)]
    assert codes == [(0, "")] * 2
    assert box.told == ALL_TOLD
    assert sum(int(out.split()[0]) for out, _ in ended) == READERS


@pytest.mark.parametrize(
    "when", [BEFORE_IT_IS_TAKEN, pytest.param(AFTER_IT_IS_TAKEN, marks=pytest.mark.slow)]
)
def test_whenever_it_is_killed_everybody_is_told_and_a_twin_has_the_same_name(when, archive, box):
    first = archive.start("send_reminders", *AT)

    def kill(at: int, moment: str) -> None:
        if (at, moment) == (2, when):
            first.kill()
            first.wait(PATIENCE)

    box.interrupt = kill
    first.communicate(timeout=PATIENCE)
    box.interrupt = lambda at, moment: None
    again = archive.manage("send_reminders", *AT)
    assert (again.returncode, again.stderr) == (0, "")
    by_name = {one["Message-ID"]: (one["To"], one["Subject"]) for one in box.mails}
    assert sorted(by_name.values()) == ALL_TOLD
    assert len(box.mails) in (READERS, READERS + 1)
    assert archive.manage("send_reminders", *AT).stdout == "0 mejl skickade, med 0 uppdrag.\n"
