"""Meetings that minutes speak of, from the file to the gaps, whatever becomes of the file."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from decisions.reindexing import drifted
from intake.editing.meeting import save_meeting
from intake.editing.saving import saving
from intake.editing.undoing import undo
from intake.inventory import findings
from intake.models import SourceFile
from intake.receiving import receive
from intake.trashing import purge_meeting, restore_meeting
from intake.versions import accept, decline, reread, separate
from minutes.gaps.finding import gaps_visible_to
from minutes.models import Meeting, MentionedMeeting
from minutes.publishing import publish
from minutes.states import State
from people.models import Body
from tests.intake.minutes_texts import ITEM, minutes_text
from tests.intake.parsing.test_mentioned import MINUTES

pytestmark = pytest.mark.django_db
DAY = date(2022, 10, 6)
NOVEMBER, DECEMBER = date(2022, 11, 10), date(2022, 12, 8)
BY_HAND = Path(__file__).parent / "parsing" / "meetings_by_hand.toml"


def minutes(sentence: str) -> bytes:
    return minutes_text(DAY, items=f"{ITEM}\n2. Kommande möten\n\n{sentence}\n")


FIRST = minutes("Samarbetskommitténs nästa möte är den 10 november 2022.")
SECOND = minutes("Samarbetskommitténs nästa möte är den 8 december 2022.")


@pytest.fixture
def meeting(secretary) -> Meeting:
    return receive(FIRST, "forsta.txt", secretary).source_file.meeting


def days() -> list[date]:
    return list(MentionedMeeting.objects.order_by("date").values_list("date", flat=True))


def missing(user) -> list[tuple]:
    return [(gap.body.slug, gap.day) for gap in gaps_visible_to(user)]


def test_an_import_keeps_them_with_their_lines(meeting, secretary):
    one = MentionedMeeting.objects.select_related("body").get()
    lines = FIRST.decode().splitlines()
    assert (one.meeting, one.body.slug, one.date, one.kind) == (
        meeting,
        "samarbetskommitten",
        NOVEMBER,
        "planned",
    )
    assert lines[one.first_line - 1 : one.last_line] == [one.text]
    assert missing(secretary) == [("samarbetskommitten", NOVEMBER)]


def test_the_same_file_again_adds_none(meeting, secretary):
    receive(FIRST, "igen.txt", secretary)
    assert days() == [NOVEMBER]


def test_a_version_that_waits_says_nothing_until_it_is_accepted(meeting, secretary):
    second = receive(SECOND, "andra.txt", secretary).source_file
    assert days() == [NOVEMBER]
    accept(meeting.pk, meeting.version, secretary, second.pk, set())
    assert days() == [DECEMBER]


def test_a_version_that_is_declined_changes_none(meeting, secretary):
    second = receive(SECOND, "andra.txt", secretary).source_file
    decline(meeting.pk, meeting.version, secretary, second.pk)
    assert days() == [NOVEMBER]


def test_a_version_that_is_another_meeting_has_its_own(meeting, secretary):
    second = receive(SECOND, "andra.txt", secretary).source_file
    other = separate(meeting.pk, meeting.version, secretary, second.pk)
    assert days() == [NOVEMBER, DECEMBER]
    assert other.mentioned.get().date == DECEMBER


def test_what_was_read_before_any_were_kept_has_them_after_another_reading(meeting, secretary):
    source = SourceFile.objects.get()
    source.parsed = {name: told for name, told in source.parsed.items() if name != "mentions"}
    source.save()
    MentionedMeeting.objects.all().delete()
    assert reread(meeting.pk, meeting.version, secretary) is not None
    meeting.refresh_from_db()
    accept(meeting.pk, meeting.version, secretary, source.pk, set())
    assert days() == [NOVEMBER]


def test_an_edit_and_its_undoing_leave_them(meeting, secretary):
    with saving(meeting.pk, meeting.version, secretary, "edit") as locked:
        save_meeting(locked, {"title": "Möte"}, secretary)
    undo(meeting.pk, Meeting.objects.get().version, secretary)
    assert days() == [NOVEMBER]


def test_the_next_meeting_of_a_body_that_the_file_does_not_name_waits_for_its_name(secretary):
    items = f"{ITEM}\n2. Kommande möten\n\nNästa möte är den 10 november 2022.\n"
    data = minutes_text(DAY, title="Anteckningar", body="", items=items)
    meeting = receive(data, "namnlos.txt", secretary).source_file.meeting
    assert (meeting.body, days()) == (None, [])
    with saving(meeting.pk, meeting.version, secretary, "edit") as locked:
        save_meeting(locked, {"body": Body.objects.get(slug="ledningsgruppen")}, secretary)
    assert missing(secretary) == [("ledningsgruppen", NOVEMBER)]
    undo(meeting.pk, Meeting.objects.get().version, secretary)
    assert days() == []


def test_what_lies_in_the_trash_tells_of_none_and_comes_back(meeting, secretary):
    publish(meeting, to=State.TRASHED, by=secretary)
    assert missing(secretary) == []
    restore_meeting(meeting.pk, secretary)
    assert missing(secretary) == [("samarbetskommitten", NOVEMBER)]


def test_what_is_purged_takes_them_along(meeting, secretary):
    secretary.may_purge = True
    secretary.save()
    publish(meeting, to=State.TRASHED, by=secretary)
    purge_meeting(meeting.pk, secretary, "Hör inte hit.")
    assert (days(), missing(secretary)) == ([], [])


def test_they_disturb_neither_the_index_nor_the_inventory(meeting):
    assert (list(drifted()), list(findings())) == ([], [])


def test_the_real_minutes_lack_what_a_careful_reader_misses(secretary):
    if not MINUTES.is_dir():
        pytest.skip("The real minutes are not beside this checkout; own sentences are tested.")
    for path in sorted(MINUTES.glob("*.txt")):
        receive(path.read_bytes(), path.name, secretary)
    by_hand = tomllib.loads(BY_HAND.read_text())["meetings"]
    sought = {(one["body"], one["date"]) for one in by_hand}
    found = {
        (gap.body.slug, gap.day) for gap in gaps_visible_to(secretary) if gap.fate == "missing"
    }
    assert len(sought & found) >= 16
    assert len(found - sought) <= 3
