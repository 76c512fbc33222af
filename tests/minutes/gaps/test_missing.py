from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from minutes.gaps.missing import Mention, gaps, of_fate

TODAY = date(2023, 3, 1)
DAY = date(2022, 6, 17)


@dataclass(frozen=True)
class Body:
    pk: int = 1
    name: str = "Ledningsgruppen"
    slug: str = "ledningsgruppen"


@dataclass(frozen=True)
class Meeting:
    pk: int = 1
    start_date: date | None = date(2022, 5, 6)


@dataclass(frozen=True)
class Answer:
    verdict: str


SPRING, AUTUMN = Meeting(), Meeting(2, date(2022, 9, 2))
COMMITTEE = Body(2, "Samarbetskommittén", "samarbetskommitten")


def said(kind="planned", meeting=SPRING, day=DAY, body=None, line=1) -> Mention:
    return Mention(body or Body(), day, kind, meeting, first_line=line)


def fate(*mentions: Mention, verdict: str = "") -> str:
    settled = {(1, DAY): Answer(verdict)} if verdict else {}
    [gap] = gaps(mentions, settled, TODAY)
    return gap.fate


@pytest.mark.parametrize("kind", ["held", "planned"])
def test_a_meeting_that_was_held_or_planned_is_missing(kind):
    assert fate(said(kind)) == "missing"


@pytest.mark.parametrize("kind", ["moved", "cancelled"])
def test_what_was_moved_or_cancelled_later_is_told_so(kind):
    assert fate(said(), said(kind, AUTUMN)) == kind
    assert fate(said(kind, AUTUMN), said()) == kind


@pytest.mark.parametrize("kind", ["moved", "cancelled"])
def test_what_later_minutes_say_was_held_after_all_is_missing(kind):
    assert fate(said(kind), said("held", AUTUMN)) == "missing"


def test_of_one_meetings_minutes_the_later_line_holds():
    assert fate(said(line=58), said("moved", line=60)) == "moved"
    assert fate(said("moved", line=58), said(line=60)) == "missing"
    assert fate(said("moved"), said()) == "moved"  # one sentence that says both


def test_minutes_without_a_day_were_the_first_to_say_it():
    undated = Meeting(9, None)
    assert fate(said("cancelled", undated), said(meeting=SPRING)) == "missing"


@pytest.mark.parametrize(("days", "expected"), [(-1, "missing"), (0, "coming"), (1, "coming")])
def test_a_day_that_is_not_over_is_coming(days, expected):
    day = TODAY + timedelta(days)
    [gap] = gaps([said(day=day)], {}, TODAY)
    assert gap.fate == expected


@pytest.mark.parametrize("verdict", ["missing", "never_held", "gone"])
@pytest.mark.parametrize("kind", ["planned", "cancelled"])
def test_what_somebody_has_found_out_holds_before_what_minutes_say(kind, verdict):
    assert fate(said(kind), verdict=verdict) == verdict


def test_a_body_and_a_day_are_one_gap_with_all_that_is_said_of_it():
    first, second = said(), said("held", AUTUMN)
    [gap] = gaps([second, first], {}, TODAY)
    assert gap.mentions == (first, second)
    assert gap.anchor == "ledningsgruppen-2022-06-17"


def test_they_stand_by_body_and_the_latest_first():
    later = DAY + timedelta(30)
    found = gaps([said(), said(body=COMMITTEE), said(day=later)], {}, TODAY)
    assert [(gap.body.name, gap.day) for gap in found] == [
        ("Ledningsgruppen", later),
        ("Ledningsgruppen", DAY),
        ("Samarbetskommittén", DAY),
    ]


def test_those_of_a_fate_can_be_picked():
    found = gaps([said(), said("moved", day=DAY + timedelta(1))], {}, TODAY)
    assert [gap.day for gap in of_fate(found, "missing")] == [DAY]
    assert of_fate(found, "gone") == []


def test_a_mention_is_not_changed_by_being_told():
    mention = said()
    [gap] = gaps([mention], {}, TODAY)
    assert replace(mention) == gap.mentions[0]
