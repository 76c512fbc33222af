from datetime import date

from minutes.crosstab import Cell, Crosstab
from minutes.gaps.coverage import Year, coverage, unplaced
from minutes.gaps.missing import Gap
from people.models import Body

GROUP = Body(pk=1, name="Ledningsgruppen", slug="ledningsgruppen")
COMMITTEE = Body(pk=2, name="Samarbetskommittén", slug="samarbetskommitten")


def held(body: Body, year: int, number: int = 1, state: str = "public") -> Cell:
    return Cell(body.slug, str(year), state, body.name, number)


def gap(body: Body, day: date, fate: str = "missing") -> Gap:
    return Gap(body, day, fate, ())


def test_each_body_tells_what_there_is_of_a_year_and_what_is_not():
    cells = [held(GROUP, 2022, 3), held(GROUP, 2022, 1, "draft"), held(GROUP, 2021)]
    gaps = [
        gap(GROUP, date(2022, 11, 1)),
        gap(GROUP, date(2022, 3, 1)),
        gap(GROUP, date(2022, 2, 1), "never_held"),
        gap(GROUP, date(2022, 1, 1), "gone"),
        gap(GROUP, date(2023, 1, 1), "coming"),
    ]
    [group] = coverage(Crosstab(cells), gaps)
    assert group.missing == gaps[:2]
    assert group.years == [
        Year("2023", held=0, missing=0, coming=1, settled=0, latest_gap=""),
        Year("2022", 4, 2, 0, 2, latest_gap="ledningsgruppen-2022-11-01"),
        Year("2021", 1, 0, 0, 0, ""),
    ]


def test_bodies_stand_by_name_also_one_that_the_archive_has_no_meeting_of():
    found = coverage(Crosstab([held(COMMITTEE, 2022)]), [gap(GROUP, date(2021, 1, 1))])
    assert [(one.slug, one.name, len(one.missing)) for one in found] == [
        ("ledningsgruppen", "Ledningsgruppen", 1),
        ("samarbetskommitten", "Samarbetskommittén", 0),
    ]


def test_a_year_in_which_a_meeting_was_only_moved_away_is_no_year():
    [group] = coverage(Crosstab([held(GROUP, 2022)]), [gap(GROUP, date(2021, 1, 1), "moved")])
    assert [one.year for one in group.years] == ["2022"]


def test_meetings_without_a_body_or_a_day_are_counted_apart():
    known, nobodys = held(GROUP, 2022), Cell("", "2022", "draft", "", 2)
    table = Crosstab([known, nobodys, Cell(GROUP.slug, "", "draft", GROUP.name, 1)])
    assert unplaced(table) == 3
    assert [one.years[0].held for one in coverage(table, [])] == [1]
