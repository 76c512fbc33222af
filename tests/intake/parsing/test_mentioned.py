"""Other meetings that minutes speak of."""

import tomllib
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from intake.parsing.mentioned import mentioned
from intake.reading import read_minutes
from people.names import slug
from tests.intake.parsing.printed import page

HERE = Path(__file__).parent
MINUTES = HERE.parents[2].parent / "shared" / "minutes"
MET = date(2021, 9, 17)
GROUP, COMMITTEE = "Ledningsgruppen", "Samarbetskommittén"


def told(*lines: str, body: str = GROUP) -> list[tuple]:
    return [(one.body, one.day, one.kind) for one in mentioned(page(*lines), body, MET)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nästa möte är den 15 oktober i Salem.", (GROUP, date(2021, 10, 15), "planned")),
        (
            "Anteckningarna från föregående möte den 11 juni läggs till handlingarna.",
            (GROUP, date(2021, 6, 11), "held"),
        ),
        (
            "Förslaget lämnas till Samarbetskommitténs möte den 7 oktober.",
            (COMMITTEE, date(2021, 10, 7), "planned"),
        ),
        ("Samarbetskommittén den 9 december.", (COMMITTEE, date(2021, 12, 9), "planned")),
        (
            "Frågan togs upp vid möte med samarbetskommittén den 4 februari 2021.",
            (COMMITTEE, date(2021, 2, 4), "held"),
        ),
        (
            "Ledningsgruppens möte den 15 oktober ställs in.",
            (GROUP, date(2021, 10, 15), "cancelled"),
        ),
    ],
)
def test_a_meeting_of_a_body_is_found_with_its_day(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nästa ledningsgrupp är fredagen den 8 oktober.", (GROUP, date(2021, 10, 8), "planned")),
        ("Ledningsgruppen träffas den 8 oktober.", (GROUP, date(2021, 10, 8), "planned")),
        (
            "Samarbetskommittén sammanträdde senast den 2 september.",
            (COMMITTEE, date(2021, 9, 2), "held"),
        ),
        (
            "Samarbetskommittén behandlade budgeten den 2 september 2021.",
            (COMMITTEE, date(2021, 9, 2), "held"),
        ),
        (
            "Protokoll från sammanträdet den 11 juni läggs till handlingarna.",
            (GROUP, date(2021, 6, 11), "held"),
        ),
        ("Anteckningar från den 11 juni gås igenom.", (GROUP, date(2021, 6, 11), "held")),
        (
            "att ärendet bordläggs till sammanträdet den 8 oktober.",
            (GROUP, date(2021, 10, 8), "planned"),
        ),
        ("Mötet den 8 oktober ställs in.", (GROUP, date(2021, 10, 8), "cancelled")),
    ],
)
def test_the_verb_or_the_papers_tell_which_body_met(text, expected):
    assert told(text) == [expected]


def test_a_body_is_known_by_the_word_of_its_own_minutes():
    found = told("Nätverket ses igen den 8 oktober.", body="Nätverket för hamnar")
    assert found == [("Nätverket för hamnar", date(2021, 10, 8), "planned")]


def test_days_below_a_line_that_only_leads_in_are_meetings_of_this_body():
    found = told("Nästa möte", "", "Tisdag 5 oktober kl 13 i Salem.")
    assert found == [(GROUP, date(2021, 10, 5), "planned")]


@pytest.mark.parametrize(
    "text",
    [
        "Kommittén sammanträder 2021 den 7 oktober.",
        "Därefter möts kommittén den 7 oktober.",
        "Sedan träffas gruppen igen den 7 oktober.",
        "Kartan tas med till kommitténs möte den 7 oktober.",
    ],
)
def test_a_committee_is_spoken_of_by_its_kind(text):
    assert told(text, body=COMMITTEE) == [(COMMITTEE, date(2021, 10, 7), "planned")]


def test_rows_of_days_below_such_a_line_are_meetings_and_end_with_the_rows():
    rows = ("7 oktober\tSalem", "11 november\tTyresö", "Mötet den 9 december ställs in.")
    assert told("Mötestider hösten 2021", *rows) == [
        (GROUP, date(2021, 10, 7), "planned"),
        (GROUP, date(2021, 11, 11), "planned"),
        (GROUP, date(2021, 12, 9), "cancelled"),
    ]


def test_one_sentence_moves_a_meeting_from_a_day_to_another():
    rows = ("Samarbetskommittén möts den 30 september.", "")
    found = told(*rows, "Ledningsgruppens möte den 8 oktober flyttas till den 15 oktober.")
    assert found[1:] == [
        (GROUP, date(2021, 10, 8), "moved"),
        (GROUP, date(2021, 10, 15), "planned"),
    ]


def test_a_meeting_that_is_called_off_is_replaced_by_another():
    found = told("Mötet den 8 oktober är inställt och ersätts av den 15 oktober.")
    assert found == [
        (GROUP, date(2021, 10, 8), "cancelled"),
        (GROUP, date(2021, 10, 15), "planned"),
    ]


def test_the_second_day_of_a_sentence_is_of_the_body_that_it_began_with():
    found = told("Samarbetskommittén träffades den 2 september och har nästa möte den 7 oktober.")
    assert found == [
        (COMMITTEE, date(2021, 9, 2), "held"),
        (COMMITTEE, date(2021, 10, 7), "planned"),
    ]


@pytest.mark.parametrize(
    ("text", "day", "kind"),
    [
        ("Nästa möte är den 15 oktober i Salem.", date(2021, 10, 15), "planned"),
        (
            "Anteckningarna från föregående möte den 11 juni godkändes.",
            date(2021, 6, 11),
            "held",
        ),
        ("Vi ses igen den 15 oktober hos Vera.", date(2021, 10, 15), "planned"),
        ("Vid mötet den 11 juni enades vi om en plan.", date(2021, 6, 11), "held"),
        ("Mötet den 8 oktober ställs in.", date(2021, 10, 8), "cancelled"),
        (
            "Det möte som var planerat till den 8 oktober är inställt.",
            date(2021, 10, 8),
            "cancelled",
        ),
        ("Nästa avstämning 8 oktober kl 8.30", date(2021, 10, 8), "planned"),
    ],
)
def test_minutes_that_name_no_body_speak_of_the_one_that_met(text, day, kind):
    assert told(text, body="") == [("", day, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Nästa möte med Trafikverket är den 15 oktober.",
        "Rådets möte den 15 oktober handlar om hamnar.",
        "Svar lämnas den 15 oktober.",
    ],
)
def test_minutes_that_name_no_body_tell_nothing_of_others(text):
    assert told(text, body="") == []


def test_a_body_with_a_name_is_told_of_by_it_in_minutes_that_name_none():
    assert told("Ledningsgruppens möte den 15 oktober.", body="") == [
        (GROUP, date(2021, 10, 15), "planned")
    ]


COUNCIL, PART = "Samverkansrådet Norra Viken", "Kommunstyrelsens arbetsutskott"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Förslaget läggs fram vid rådets möte den 15 oktober.", COUNCIL),
        ("Förslaget läggs fram på rådsmötet den 15 oktober.", COUNCIL),
        ("Planen läggs fram vid arbetsutskottets sammanträde den 15 oktober.", PART),
        ("Direktionen beslutar att sammanträda den 15 oktober.", "Direktionen"),
        ("Planen läggs fram vid styrelsemötet den 15 oktober.", "Föreningen Viken"),
    ],
)
def test_minutes_speak_of_their_body_by_the_last_part_of_its_name(text, body):
    assert told(text, body=body) == [(body, date(2021, 10, 15), "planned")]


@pytest.mark.parametrize("text", ["Gruppens möte är den 15 oktober.", "Rådets möte 15 oktober."])
def test_a_word_for_another_body_is_not_this_one(text):
    assert told(text, body="Arbetsgruppen för hamnar") == []


def test_days_below_the_head_of_a_plan_are_meetings_and_go_on_into_the_next_year():
    found = told("Mötesplan", "", "5 oktober, 7 december och 8 februari.", body=COUNCIL)
    assert [day for _, day, _ in found] == [
        date(2021, 10, 5),
        date(2021, 12, 7),
        date(2022, 2, 8),
    ]


def test_each_line_of_a_list_is_a_day_of_its_own():
    found = told("Kommande träffar", "Tisdag 5 oktober kl 13 i Salem", "Tisdag 7 december i Nacka")
    assert [day for _, day, _ in found] == [date(2021, 10, 5), date(2021, 12, 7)]


def test_where_and_when_it_is_parts_no_day_from_the_next():
    found = told("Nästa möte är den 5 oktober kl 9, därefter den 7 december.")
    assert [day for _, day, _ in found] == [date(2021, 10, 5), date(2021, 12, 7)]


def test_the_group_below_the_head_of_a_plan_is_the_one_that_met():
    rows = ("§5 Kommande möten", "", "Gruppen träffas den 5 oktober på Gällnö och den 7 december.")
    found = told(*rows, body="Samrådsgruppen för öar")
    assert [day for _, day, _ in found] == [date(2021, 10, 5), date(2021, 12, 7)]
    assert told(rows[2], body="Samrådsgruppen för öar") == []


def test_notes_of_the_last_meeting_tell_that_it_was_held():
    found = told("Förra träffens anteckningar, den 11 juni, godkändes.")
    assert found == [(GROUP, date(2021, 6, 11), "held")]


def test_days_of_a_list_have_the_year_that_is_printed_with_its_last():
    found = told("Rådet beslutar att sammanträda 3 mars och 7 juni 2022.", body=COUNCIL)
    assert [day for _, day, _ in found] == [date(2022, 3, 3), date(2022, 6, 7)]


def test_each_day_of_a_list_is_a_meeting():
    found = told("Samarbetskommitténs kommande möten: 30 september och 25 november.")
    assert found == [
        (COMMITTEE, date(2021, 9, 30), "planned"),
        (COMMITTEE, date(2021, 11, 25), "planned"),
    ]


def test_a_meeting_that_is_moved_leaves_one_day_for_another():
    found = told("Ledningsgruppens möte 22 oktober", "", "Mötet flyttas till den 29 oktober.")
    assert found == [
        (GROUP, date(2021, 10, 22), "planned"),
        (GROUP, date(2021, 10, 22), "moved"),
        (GROUP, date(2021, 10, 29), "planned"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Möte med Trafikverket hålls den 5 oktober.",
        "Svar på remissen senast den 5 oktober.",
        "Vera deltog i sektorsmötet den 3 september.",
        "Ledningsgruppen beslutade att bjuda in hamnchefen till en träff den 5 oktober.",
        "Södertörnskonferensen genomförs den 6 oktober.",
        "Mötet den 17 september öppnas.",
        "Behovet av mötet den 10 december diskuterades.",
        "Avfallsrådet sammanträder den 15 november.",
    ],
)
def test_other_days_are_no_meetings_of_a_body(text):
    assert told(text) == []


def test_a_line_of_thousands_of_days_takes_no_time_to_speak_of():
    begun = process_time()
    told("1 oktober och " * 1500 + "," * 5000 + "x 2 oktober.")
    assert process_time() - begun < 3


def test_a_day_without_year_is_the_next_one_unless_that_is_far_off():
    assert told("Ledningsgruppens möte den 3 juni.") == [(GROUP, date(2021, 6, 3), "held")]


def test_the_known_but_missing_meetings_of_the_real_minutes_are_found():
    if not MINUTES.is_dir():
        pytest.skip("The real minutes are not beside this checkout; own sentences are tested.")
    by_hand = tomllib.loads((HERE / "meetings_by_hand.toml").read_text())
    sought = {(one["body"], one["date"]) for one in by_hand["meetings"]}
    found, gone, held = set(), set(), set()
    for path in MINUTES.glob("*.txt"):
        minutes = read_minutes(path.read_bytes(), path.name).minutes
        start = minutes.meeting.start
        held.add((slug(minutes.meeting.body or ""), start.date() if start else None))
        for one in minutes.mentions:
            place = gone if one.kind in ("moved", "cancelled") else found
            place.add((slug(one.body), one.day))
    gaps = found - gone - held
    assert len(sought & gaps) >= 16
    assert len(gaps - sought) <= 3
