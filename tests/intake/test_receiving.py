"""What becomes of a file: R5, R6, R8, R9 and R15, one file at a time."""

import unicodedata
from datetime import date, time
from pathlib import Path

import pytest
from django.db import DataError, IntegrityError

from decisions.models import Decision
from intake import originals, receiving
from intake.models import Receipt, SourceFile
from intake.parsing.minutes import ParsedMinutes
from intake.receiving import receive, refuse
from intake.text import MOST_BYTES, Unreadable
from intake.text.document import BODY
from intake.text.stored import read_document
from minutes.models import AgendaItem, Meeting
from minutes.search.expression import Word
from minutes.search.models import SearchEntry
from people.models import Body, Person
from tests.intake.minutes_texts import ITEM, minutes_text
from tests.intake.state import archive_state, comparable

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "intake/samples").glob("2*"))
DAY = date(2022, 10, 6)
MINUTES = minutes_text(DAY)


def the_file() -> SourceFile:
    return SourceFile.objects.get()


# Outcomes


def test_minutes_become_a_draft_with_all_that_they_say():
    receipt = receive(MINUTES, "möte.txt")
    assert (receipt.outcome, receipt.reason, receipt.received_by) == ("imported", "", None)
    source = receipt.source_file
    assert (source.state, source.size, source.file_name) == ("parsed", len(MINUTES), "möte.txt")
    assert (source.media_type, source.parser_version) == ("text/plain", 1)
    assert (source.revision, source.is_current, source.remarks) == (1, True, [])
    assert originals.load(source.sha256) == MINUTES
    meeting = source.meeting
    assert (str(meeting), meeting.state) == ("Ledningsgruppen 2022-10-06", "draft")
    assert meeting.attendances.count() == meeting.approvals.count() == 2
    assert Decision.objects.filter(item__meeting=meeting).count() == 2


def test_whoever_hands_a_file_in_is_remembered(secretary):
    receipt = receive(MINUTES, "möte.txt", by=secretary)
    assert receipt.received_by == receipt.source_file.received_by == secretary


def test_what_the_parser_said_is_kept_word_for_word():
    receive(MINUTES, "möte.txt")
    parsed = the_file().parsed
    assert set(parsed) == set(ParsedMinutes.__dataclass_fields__)
    assert parsed["meeting"]["start"] == "2022-10-06T13:00:00"
    assert parsed["attendances"][0]["name"] == "Vera Lindqvist"


def test_the_same_bytes_again_change_nothing_whatever_their_name():
    receive(MINUTES, "möte.txt")
    before = archive_state()
    receipt = receive(MINUTES, "kopia av möte.txt")
    assert (receipt.outcome, receipt.source_file) == ("unchanged", the_file())
    assert archive_state() == before
    assert [one.file_name for one in Receipt.objects.order_by("pk")] == [
        "möte.txt",
        "kopia av möte.txt",
    ]


def test_other_bytes_for_the_same_body_and_day_wait_for_a_person():
    meeting = receive(MINUTES, "möte.txt").source_file.meeting
    before = comparable(archive_state())
    receipt = receive(MINUTES + b"\nTillagd rad.\n", "justerat.txt")
    source = receipt.source_file
    assert (receipt.outcome, source.state, source.meeting) == (
        "new_version", "needs_review", meeting,
    )  # fmt: skip
    assert (source.revision, source.is_current) == (2, False)
    assert ("new-version", True) in [(one["code"], one["open"]) for one in source.remarks]
    assert comparable(archive_state())["meetings"] == before["meetings"]
    assert receive(MINUTES + b"\nEn till.\n", "igen.txt").source_file.revision == 3


def test_of_two_meetings_on_one_day_the_one_that_began_then_is_the_candidate():
    body = Body.objects.get(slug="ledningsgruppen")
    Meeting.objects.create(body=body, start_date=DAY, start_time=time(9))
    afternoon = Meeting.objects.create(body=body, start_date=DAY, start_time=time(13), sequence=2)
    assert receive(MINUTES, "möte.txt").source_file.meeting == afternoon


def test_another_body_on_the_same_day_is_another_meeting():
    receive(MINUTES, "a.txt")
    other = minutes_text(DAY, body="Södertörnskommunernas samarbetskommitté")
    assert receive(other, "b.txt").outcome == "imported"
    assert Meeting.objects.count() == 2


def test_a_body_nobody_knows_is_added_by_its_printed_name():
    meeting = receive(minutes_text(DAY, body="Skärgårdsrådet"), "a.txt").source_file.meeting
    assert (meeting.body.name, meeting.body.slug) == ("Skärgårdsrådet", "skargardsradet")
    assert list(meeting.body.members.all()) == []


@pytest.mark.parametrize(
    ("text", "address", "code"),
    [
        (minutes_text(DAY, body="", title="Anteckningar"), ("oklart", "2022-10-06"), "body"),
        (minutes_text(None), ("ledningsgruppen", None), "date"),
    ],
)
def test_without_body_or_date_it_is_a_draft_that_asks(text, address, code):
    receipt = receive(text, "a.txt")
    source = receipt.source_file
    assert (receipt.outcome, source.state) == ("needs_review", "needs_review")
    assert (f"{code}-missing", True) in [(one["code"], one["open"]) for one in source.remarks]
    slug, day = address
    meeting = source.meeting
    assert (meeting.body_slug, meeting.date_slug) == (slug, day or f"utan-datum-{meeting.pk}")
    assert meeting.items.count() == 1


def test_two_files_of_one_day_without_a_body_are_not_two_meetings():
    text = minutes_text(DAY, body="", title="Anteckningar")
    receive(text, "a.txt")
    assert receive(text + b"\nMer.\n", "b.txt").outcome == "new_version"
    assert Meeting.objects.count() == 1


def test_two_files_without_a_date_are_two_meetings():
    receive(minutes_text(None), "a.txt")
    assert receive(minutes_text(None) + b"\nMer.\n", "b.txt").outcome == "needs_review"
    assert Meeting.objects.count() == 2


REJECTED = {
    "empty": b"",
    "blank": b" \r\n\t\n",
    "binary": bytes(range(256)) * 4,
    "nul": b"\x00" * 1000,
    "pdf": b"%PDF-1.7\n...",
    "word": b"PK\x03\x04....",
    "letter": "Hej!\n\nVi ses på torsdag.\n".encode(),
    "list": "Att handla:\n\n1. Mjölk\n\n2. Bröd\n".encode(),
    "random-1252": bytes([0x81, 0x8D, 0x90]) * 50,
    "one-long-line": b"x" * 1_000_000,
}


@pytest.mark.parametrize("kind", REJECTED)
def test_what_is_no_minutes_is_kept_and_rejected_with_a_sentence(kind):
    receipt = receive(REJECTED[kind], f"{kind}.txt")
    source = receipt.source_file
    assert (receipt.outcome, source.state, source.meeting) == ("rejected", "rejected", None)
    assert receipt.reason_code == source.reason_code != ""
    assert receipt.reason == source.reason
    assert receipt.reason.endswith(".")
    assert originals.load(source.sha256) == REJECTED[kind]
    assert (Meeting.objects.count(), Person.objects.count()) == (0, 0)


def test_a_data_file_that_quotes_minutes_is_none():
    assert receive(MINUTES, "2022-10-06.expected.json").reason_code == "format"


def test_too_large_is_rejected():
    assert receive(b"a" * (MOST_BYTES + 1), "a.txt").reason_code == "too-large"


def test_a_rejected_file_is_rejected_again_and_stays_one_row():
    receive(REJECTED["letter"], "a.txt")
    assert receive(REJECTED["letter"], "b.txt").outcome == "rejected"
    assert (the_file().file_name, the_file().receipts.count()) == ("a.txt", 2)


def test_a_rejected_file_is_taken_in_when_a_reader_has_learned_it(monkeypatch):
    with monkeypatch.context() as before:
        before.setattr("intake.reading.LEAST_EVIDENCE", 5)
        assert receive(MINUTES, "a.txt").outcome == "rejected"
    assert receive(MINUTES, "a.txt").outcome == "imported"
    assert (the_file().state, the_file().reason, the_file().reason_code) == ("parsed", "", "")


def test_a_file_that_could_not_be_opened_leaves_a_receipt(db):
    receipt = refuse("a\x00.txt", Unreadable("no-permission", "Rättighet att läsa saknas."))
    assert (receipt.outcome, receipt.source_file) == ("rejected", None)
    assert Receipt.objects.get().file_name == "a\ufffd.txt"


def test_a_flaw_in_a_reader_costs_one_file_and_nothing_is_lost(monkeypatch, caplog):
    def fail(document):
        raise RecursionError

    monkeypatch.setattr("intake.reading.parse", fail)
    receipt = receive(MINUTES, "a.txt")
    assert (receipt.outcome, receipt.reason_code) == ("rejected", "reader-failed")
    assert originals.load(receipt.source_file.sha256) == MINUTES
    assert "RecursionError" in caplog.text


@pytest.mark.parametrize("error", [DataError, IntegrityError])
def test_what_does_not_fit_the_columns_is_rejected_and_half_of_it_is_not_there(monkeypatch, error):
    def fail(*args):
        Person.objects.create(name="Vera Lindqvist")
        raise error

    monkeypatch.setattr(receiving, "store", fail)
    receipt = receive(MINUTES, "a.txt")
    assert (receipt.outcome, receipt.reason_code) == ("rejected", "not-storable")
    assert (Person.objects.count(), Meeting.objects.count()) == (0, 0)


# R8


def test_importing_again_never_touches_what_a_person_has_edited():
    meeting = receive(MINUTES, "a.txt").source_file.meeting
    Meeting.objects.filter(pk=meeting.pk).update(
        title="Rättad", location="", start_time=None, origins={"title": "edited"}
    )
    AgendaItem.objects.update(title="Rättad rubrik", text="", outcome="tabled")
    Decision.objects.update(text="Rättat beslut", due_date=None, concerns="all_members")
    meeting.attendances.update(person=None, organization=None, status="absent")
    meeting.approvals.all().delete()
    before = archive_state()
    assert receive(MINUTES, "a.txt").outcome == "unchanged"
    assert receive(MINUTES + b"\nMer.\n", "b.txt").outcome == "new_version"
    assert archive_state()["meetings"] == before["meetings"]


def test_what_a_person_has_edited_can_be_told_from_what_the_parser_said():
    source = receive(MINUTES, "a.txt").source_file
    source.refresh_from_db()
    item = source.meeting.items.get()
    assert item.title == source.parsed["items"][0]["title"]
    AgendaItem.objects.update(title="Rättad rubrik")
    item.refresh_from_db()
    assert item.title != source.parsed["items"][0]["title"]


# R9


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_line_is_accounted_for(path):
    source = receive(path.read_bytes(), path.name).source_file
    source.refresh_from_db()
    lines = read_document(source.document).lines
    told = {number for claimed in source.parsed["claims"].values() for number in claimed}
    furniture = {line.no for line in lines if line.role != BODY}
    printed = {line.no for line in lines if not line.blank}
    assert printed <= told | furniture | set(source.unclaimed)
    assert not told & set(source.unclaimed)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_row_points_into_its_file(path):
    source = receive(path.read_bytes(), path.name).source_file
    last = source.document["lines"][-1]["no"]
    meeting = source.meeting
    decisions = Decision.objects.filter(item__meeting=meeting)
    rows = [*meeting.attendances.all(), *meeting.approvals.all(), *meeting.items.all(), *decisions]
    spans = [(row.first_line, row.last_line) for row in rows]
    assert [span for span in spans if None in span or not 1 <= span[0] <= span[1] <= last] == []
    stated = {"title", "location", "start_date"} - {
        field for field in ("title", "location", "start_date") if not getattr(meeting, field)
    }
    assert stated <= set(meeting.source_lines)


# R15


def as_printed(data: bytes) -> tuple:
    """What the archive shows for a file: its meeting, names and decisions."""
    meeting = receive(data, "a.txt").source_file.meeting
    texts = Decision.objects.filter(item__meeting=meeting).order_by("item", "position")
    names = meeting.attendances.order_by("position")
    return (
        str(meeting),
        meeting.location,
        list(names.values_list("printed_name", "organization__slug")),
        list(texts.values_list("text", flat=True)),
    )


TEXT = MINUTES.decode()
ODDLY_WRITTEN = {
    "byte order mark": b"\xef\xbb\xbf" + MINUTES,
    "windows-1252": TEXT.encode("windows-1252"),
    "utf-16": TEXT.encode("utf-16"),
    "decomposed": unicodedata.normalize("NFD", TEXT).encode(),
    "windows line ends": MINUTES.replace(b"\n", b"\r\n"),
    "old line ends": MINUTES.replace(b"\n", b"\r"),
    "soft hyphens": TEXT.replace("förslag", "för\u00adslag").encode(),
    "no-break spaces": TEXT.replace("Vera Lindqvist", "Vera\u00a0Lindqvist").encode(),
    "bidi marks": TEXT.replace("Haninge", "\u202aHaninge\u202c").encode(),
    "a few NUL": TEXT.replace("förslag", "f\x00örslag").encode(),
    "a few controls": TEXT.replace("förslag", "f\x07ör\x0bslag").encode(),
}


@pytest.mark.parametrize("kind", ODDLY_WRITTEN)
def test_however_it_is_written_it_says_the_same(kind):
    expected = as_printed(minutes_text(date(2022, 10, 7)))
    assert as_printed(ODDLY_WRITTEN[kind]) == (
        expected[0].replace("-07", "-06"), *expected[1:],
    )  # fmt: skip


@pytest.mark.slow
def test_a_file_of_very_many_words_is_stored():
    words = " ".join(f"ord{number}" for number in range(2_000))
    paragraphs = "\n\n".join(words.replace("ord", f"ord{part}x") for part in range(100))
    receipt = receive(minutes_text(DAY, items=f"{ITEM}\n{paragraphs}\n"), "a.txt")
    assert receipt.outcome == "imported"
    assert len(set(receipt.source_file.meeting.items.get().text.split())) >= 200_000
    assert SearchEntry.objects.matching(Word("ord0x1999")).count() == 1


def test_very_many_items_are_stored_or_rejected_but_never_a_crash():
    items = "\n\n".join(f"{number}. Ärende {number}\n\nText." for number in range(1, 1_000))
    assert receive(minutes_text(DAY, items=items), "a.txt").outcome == "imported"


# R10


def contradictions(text: bytes) -> list[tuple[str, bool]]:
    source = receive(text, "a.txt").source_file
    return [(one["code"], one["open"]) for one in source.remarks]


def test_contradictions_are_flagged_and_both_sides_are_kept():
    wrong_day = MINUTES.replace(b"Torsdagen", b"Fredagen")
    assert contradictions(wrong_day) == [("weekday-mismatch", True)]
    assert Meeting.objects.get().start_date == DAY


def test_present_and_absent_is_kept_as_both():
    text = minutes_text(DAY, absent=["Vera Lindqvist, Haninge"])
    assert ("present-and-absent", True) in contradictions(text)
    statuses = Meeting.objects.get().attendances.filter(printed_name="Vera Lindqvist")
    assert sorted(statuses.values_list("status", flat=True)) == ["absent", "present"]


def test_an_approver_who_was_not_there_is_flagged():
    assert contradictions(minutes_text(DAY, approver="Sixten Rågvik")) == [
        ("approver-not-present", True)
    ]


def test_a_repeated_number_is_flagged_but_asks_nothing_if_the_item_was_opened_again():
    two_days = next(path for path in SAMPLES if path.stem.startswith("2021-09-02"))
    assert contradictions(two_days.read_bytes()) == [("duplicate-item-number", False)]


def test_an_unknown_municipality_is_flagged_but_asks_nothing():
    text = minutes_text(DAY, people=["Vera Lindqvist, Haninge", "Olof Brandt, Ankeborg"])
    assert ("unknown-organization", False) in contradictions(text)
