from datetime import date

import pytest

from minutes.offices import offices, runs, seen
from tests.factories import (
    a_body,
    a_draft,
    a_meeting,
    a_person,
    an_approval,
    an_attendance,
    an_organization,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db):
    return a_person()


def named(person, year: int, organization: str = "", **fields):
    body = a_body(fields.pop("body", "Ledningsgruppen"))
    meeting = fields.pop("meeting", None) or a_meeting(start_date=date(year, 5, 1), body=body)
    if organization:
        fields["organization"] = an_organization(organization)
    an_attendance(meeting, person=person, **fields)
    return meeting


def rows(person):
    return person.attendances.oldest_first(), person.approvals.oldest_first()


def told(person) -> list[tuple]:
    return [
        (one.title, one.first.year, one.last.year, one.in_words) for one in offices(*rows(person))
    ]


class TestOffices:
    def test_whoever_moves_has_one_for_each_organization_the_latest_first(self, person):
        named(person, 2018, "Tyresö")
        named(person, 2019, "Tyresö", status="absent")
        named(person, 2022, "Salem", body="Samarbetskommittén")
        assert told(person) == [
            ("Salem", 2022, 2022, "Samarbetskommittén: närvarande vid 1 möte"),
            ("Tyresö", 2018, 2019, "Ledningsgruppen: närvarande vid 1 möte, frånvarande vid 1"),
        ]

    def test_somebody_who_comes_back_has_one_for_each_time(self, person):
        for year, organization in [(2018, "Tyresö"), (2019, "Salem"), (2020, "Tyresö")]:
            named(person, year, organization)
        assert [one.title for one in offices(*rows(person))] == ["Tyresö", "Salem", "Tyresö"]

    def test_printed_words_are_the_organization_that_they_name(self, person):
        named(person, 2018, printed_organization="Salem")
        named(person, 2019, "Salem")
        assert [(one.title, one.organization.name) for one in offices(*rows(person))] == [
            ("Salem", "Salem")
        ]

    def test_years_that_are_left_out_are_told(self, person):
        for year in (2018, 2019, 2022):
            named(person, year, "Salem")
        assert told(person) == [
            (
                "Salem",
                2018,
                2022,
                "Ledningsgruppen: närvarande vid 3 möten; nämns 2018–2019 och 2022",
            )
        ]

    def test_what_somebody_did_at_a_meeting_and_for_its_minutes(self, person):
        first = named(person, 2018, "Salem", is_chair=True)
        named(person, 2019, "Salem", is_secretary=True)
        an_approval(first, person=person, role="recorder")
        for day in (1, 2):
            an_approval(a_meeting(start_date=date(2020, day, 1)), person=person)
            an_approval(first, person=person, day=day)
        assert told(person) == [
            ("Justerare", 2018, 2020, "Ledningsgruppen: vid 3 möten; nämns 2018 och 2020"),
            ("Salem", 2018, 2019, "Ledningsgruppen: närvarande vid 2 möten"),
            ("Sekreterare", 2019, 2019, "Ledningsgruppen: vid 1 möte"),
            ("Ordförande", 2018, 2018, "Ledningsgruppen: vid 1 möte"),
            ("Vid anteckningarna", 2018, 2018, "Ledningsgruppen: vid 1 möte"),
        ]

    def test_without_organization_body_or_day(self, person):
        an_attendance(a_draft(body=None, start_date=None), person=person)
        [found] = offices(*rows(person))
        assert (found.title, found.first, found.last, found.in_words) == (
            "Ingen organisation anges",
            None,
            None,
            "oklart organ: närvarande vid 1 möte",
        )


class TestSeen:
    def test_meeting_by_meeting_the_latest_first(self, person):
        meeting = named(person, 2018, "Salem", is_chair=True, items=["4-"])
        an_approval(meeting, person=person, is_done=True)
        named(person, 2019, status="absent")
        an_approval(a_meeting(start_date=date(2020, 5, 1)), person=person, role="recorder")
        assert [(one.meeting.start_date.year, one.in_words) for one in seen(*rows(person))] == [
            (2020, "vid anteckningarna"),
            (2019, "frånvarande"),
            (2018, "närvarande för Salem, ordförande, från punkt 4; justerare, justerat"),
        ]

    def test_what_else_the_source_notes_is_kept_apart_from_the_words_of_the_archive(self, person):
        named(person, 2018, "Salem", is_remote=True, note="via Teams, tillträder i maj")
        [found] = seen(*rows(person))
        assert found.in_words == "närvarande för Salem, via Teams"
        assert found.notes == ["tillträder i maj"]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([], []),
        ([2018], ["2018"]),
        ([2018, 2019, 2022, 2024, 2025], ["2018–2019", "2022", "2024–2025"]),
    ],
)
def test_years_that_follow_on_each_other_are_one(years, expected):
    assert runs(years) == expected
