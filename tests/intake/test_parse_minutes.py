"""The command that reads without a database, as its users run it."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.intake.minutes_texts import minutes_text

KEYS = ["file", "sha256", "meeting", "attendances", "recorder", "approvers", "items", "mentions"]
KEYS += ["warnings"]
MEETING = ["title", "body", "kind", "start", "end", "location", "next_meeting"]
ATTENDANCE = ["name", "organization", "status", "roles", "remote", "items", "note", "lines"]
DECISION = ["text", "responsible", "due", "organizations", "lines"]


@pytest.fixture
def minutes_file(tmp_path) -> Path:
    path = tmp_path / "möte.txt"
    path.write_bytes(minutes_text(date(2022, 10, 6)))
    return path


def parse(*paths, expect=0) -> list[dict]:
    out, status = StringIO(), 0
    try:
        call_command("parse_minutes", *map(str, paths), format="json", stdout=out)
    except SystemExit as stop:
        status = stop.code
    assert status == expect
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_file_is_one_object_with_the_agreed_keys(minutes_file):
    (row,) = parse(minutes_file)
    assert list(row) == [*KEYS, "unclaimed"]
    assert list(row["meeting"]) == MEETING
    assert list(row["attendances"][0]) == ATTENDANCE
    (item,) = row["items"]
    keys = ["number", "title", "day", "tabled", "text", "lines", "decisions", "assignments"]
    assert list(item) == keys
    assert list(item["decisions"][0]) == DECISION
    assert (row["file"], row["meeting"]["start"]) == ("möte.txt", "2022-10-06T13:00")
    assert item["decisions"][0]["due"] == "2022-12-15"


def test_what_is_not_known_is_null(tmp_path):
    (tmp_path / "a.txt").write_text("Protokoll\n\nTid: 6 oktober 2022\n")
    (row,) = parse(tmp_path / "a.txt")
    assert row["meeting"]["start"] == "2022-10-06"
    assert [key for key, value in row["meeting"].items() if value is None] == [
        "body", "end", "location", "next_meeting",
    ]  # fmt: skip
    assert (row["recorder"], row["approvers"], row["items"]) == (None, [], [])


def test_a_file_that_cannot_be_read_is_an_error_and_the_others_are_printed(tmp_path, minutes_file):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    unread = [tmp_path / "empty.txt", tmp_path / "gone.txt", tmp_path, tmp_path / "binary.txt"]
    *errors, row = parse(*unread, minutes_file, expect=1)
    assert [(one["file"], one["code"]) for one in errors] == [
        ("empty.txt", "empty"),
        ("gone.txt", "missing"),
        (tmp_path.name, "folder"),
        ("binary.txt", errors[3]["code"]),
    ]
    assert {tuple(one) for one in errors} == {("file", "error", "code")}
    assert row["meeting"]["body"] == "Ledningsgruppen"


def test_without_a_format_it_is_an_outline_for_people(minutes_file):
    out = StringIO()
    call_command("parse_minutes", str(minutes_file), stdout=out)
    assert "Organ:      Ledningsgruppen" in out.getvalue()
    assert "+ Vera Lindqvist, Haninge" in out.getvalue()
    assert "[Vera Lindqvist; senast 2022-12-15]" in out.getvalue()


def test_no_database_is_touched(minutes_file):
    """pytest-django refuses every query here, since the test does not ask for a database."""
    assert parse(minutes_file)[0]["meeting"]["body"] == "Ledningsgruppen"
