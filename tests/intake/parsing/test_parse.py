"""The whole reading, and the odd things that reading-minutes.md lists one by one."""

import unicodedata
from datetime import date, datetime

import pytest

from intake.parsing.minutes import (
    ParsedApproval,
    ParsedAssignment,
    ParsedAttendance,
    ParsedDecision,
    ParsedItem,
    ParsedMeeting,
    ParsedMention,
    ParsedMinutes,
)
from tests.intake.typed import item, minutes

WIDE = "Bo Ek berättar om läget och om vad som återstår att göra innan båten kan sjösättas.\n"
TEXT = f"""\
Minnesanteckningar från Södertörnskommunernas ledningsgrupp

Tid: Tisdagen den 3 maj 2022 kl 9.00-11.30
Plats: Salen, Tumba

Deltagare:
Bo Ek, Salem, ordförande
Eva Sten, Haninge, endast punkt 2
Moa Lind, Södertörns kommunerna, sekreterare
Ej närvarande:
Ulf Myr, Tyresö

1. Läget

{WIDE}
2. Båten

{WIDE}
Beslut

• Eva Sten hyr båten senast den 1 juni till hamnen.
• Salem och Haninge betalar.

3. Nästa möte

Nästa möte är den 2 juni kl 9.00.

Vid anteckningarna    Justeras

Moa Lind              Bo Ek
"""


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2022, month, day, hour, minute)  # noqa: DTZ001 (local, as printed)


def test_minutes_are_read_whole():
    found = minutes(TEXT)
    assert found == ParsedMinutes(
        meeting=ParsedMeeting(
            title="Minnesanteckningar från Södertörnskommunernas ledningsgrupp",
            body="Ledningsgruppen",
            start=at(5, 3, 9),
            end=at(5, 3, 11, 30),
            location="Salen, Tumba",
            next_meeting=at(6, 2, 9),
            lines={
                "title": (1, 1),
                "body": (1, 1),
                "location": (4, 4),
                "start": (3, 3),
                "next_meeting": (26, 28),
            },
        ),
        attendances=(
            ParsedAttendance("Bo Ek", "Salem", roles=("chair",), lines=(7, 7)),
            ParsedAttendance(
                "Eva Sten", "Haninge", items=("2",), note="endast punkt 2", lines=(8, 8)
            ),
            ParsedAttendance(
                "Moa Lind", "Södertörnskommunerna", roles=("secretary",), lines=(9, 9)
            ),
            ParsedAttendance("Ulf Myr", "Tyresö", status="absent", lines=(11, 11)),
        ),
        approvals=(
            ParsedApproval("Moa Lind", "recorder", lines=(30, 32)),
            ParsedApproval("Bo Ek", "approver", done=False, lines=(30, 32)),
        ),
        items=(
            ParsedItem("1", "Läget", text=WIDE.strip(), lines=(13, 15)),
            ParsedItem(
                "2",
                "Båten",
                text=WIDE.strip(),
                lines=(17, 24),
                decisions=(
                    ParsedDecision(
                        "Eva Sten hyr båten senast den 1 juni till hamnen.",
                        responsible=("Eva Sten",),
                        due=date(2022, 6, 1),
                        due_text="senast den 1 juni",
                        lines=(23, 23),
                    ),
                    ParsedDecision(
                        "Salem och Haninge betalar.",
                        organizations=("Salem", "Haninge"),
                        concerns="named",
                        lines=(24, 24),
                    ),
                ),
                assignments=(
                    ParsedAssignment(
                        "",
                        (23, 23),
                        responsible=("Eva Sten",),
                        due=date(2022, 6, 1),
                        due_precision="day",
                        due_text="senast den 1 juni",
                        decision=0,
                    ),
                ),
            ),
            ParsedItem(
                "3", "Nästa möte", text="Nästa möte är den 2 juni kl 9.00.", lines=(26, 28)
            ),
        ),
        mentions=(
            ParsedMention(
                "Ledningsgruppen",
                date(2022, 6, 2),
                "planned",
                "Nästa möte är den 2 juni kl 9.00.",
                (28, 28),
            ),
        ),
        claims=found.claims,
        unclaimed=(6, 10),
    )


def test_the_same_bytes_say_the_same():
    assert minutes(TEXT) == minutes(TEXT)


@pytest.mark.parametrize("text", ["Bo Ek", "Inköpslista\n\n- mjölk\n- bröd", "1", "§"])
def test_a_file_that_is_no_minutes_says_little_and_asks_much(text):
    found = minutes(text)
    assert (found.meeting, found.attendances, found.items) == (ParsedMeeting(), (), ())
    assert [one.code for one in found.remarks] == [
        "body-missing",
        "date-missing",
        "attendance-missing",
        "items-missing",
    ]


def test_a_page_mark_inside_a_sentence_is_no_part_of_it():
    text = (
        "Vägen blir allt sämre och frågan är nu hur länge kommunerna orkar\n\n  2 (3)\n\n"
        "vänta på besked från staten."
    )
    assert item(text).text == (
        "Vägen blir allt sämre och frågan är nu hur länge kommunerna orkar vänta på besked från "
        "staten."
    )


def test_two_days_have_their_items_and_their_approvers():
    found = minutes(
        "Protokoll från planeringskonferens med Ledningsgruppen\n\n"
        "Tid: 21/9 2023 kl 15.00 till fredag den 22/9 2023 kl 12.00\n\n"
        "Deltagare:\nBo Ek, Salem\nEva Sten, Haninge (deltar ej den 22 september)\n\n"
        f"Dag 1\n\n1. Läget\n\n{WIDE}\n{WIDE}\n2. Båten\n\n{WIDE}\n{WIDE}\n"
        f"Dag 2\n\n3. Hamnen\n\n{WIDE}\n{WIDE}\n2. Båten\n\n{WIDE}\n{WIDE}\n"
        "Vid anteckningarna    Justeras Dag 1    Justeras Dag 2\n\n"
        "Moa Lind              Eva Sten          Bo Ek\n"
    )
    assert (found.meeting.kind, found.meeting.start, found.meeting.end) == (
        "planning_conference",
        datetime(2023, 9, 21, 15),  # noqa: DTZ001
        datetime(2023, 9, 22, 12),  # noqa: DTZ001
    )
    assert [(one.number, one.title, one.day) for one in found.items] == [
        ("1", "Läget", 1),
        ("2", "Båten", 1),
        ("3", "Hamnen", 2),
        ("2", "Båten", 2),
    ]
    assert [(one.name, one.day) for one in found.approvals] == [
        ("Moa Lind", None),
        ("Eva Sten", 1),
        ("Bo Ek", 2),
    ]
    assert [one.code for one in found.remarks] == ["duplicate-item-number"]


def test_attendance_may_stand_after_the_signatures():
    found = minutes(
        "Protokoll\nDirektionen\n\nDatum: 2022-05-03\n\n"
        f"§ 1 Läget\n\n{WIDE}\n§ 2 Båten\n\n{WIDE}\n"
        "Justeras\n\nEva Sten\n\n\fNärvarande\nBo Ek (S)\nEva Sten (M)\n"
    )
    assert [one.name for one in found.attendances] == ["Bo Ek", "Eva Sten"]


def test_the_chair_in_the_column_of_the_approvers_only_signs():
    found = minutes(
        "Protokoll\nDirektionen\n\nDatum: 2022-05-03\n\nNärvarande:\nBo Ek (S), ordförande\n"
        f"Eva Sten (M)\n\n§ 1 Läget\n\n{WIDE}\n§ 2 Båten\n\n{WIDE}\n"
        "Justeras\n\nBo Ek          Eva Sten\n"
    )
    assert found.approvers == ("Eva Sten",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("att hyra båten.", "decided"),
        ("att bordlägga ärendet.", "tabled"),
        ("att uppdra åt kassören att hyra båten.", "assigned"),
        ("att föreslå fullmäktige att hyra båten.", "recommended"),
        ("att lägga rapporten till handlingarna.", "noted"),
    ],
)
def test_a_decision_has_its_kind(text, kind):
    (decision,) = item(f"Direktionen beslutar\n\n{text}").decisions
    assert decision.kind == kind


def test_an_item_that_is_put_off_by_decision_is_both():
    found = item("Direktionen beslutar\n\natt bordlägga ärendet.")
    assert (found.tabled, [one.text for one in found.decisions]) == (
        True,
        ["att bordlägga ärendet."],
    )


def test_the_text_of_an_item_is_without_its_decisions_and_marks():
    found = item(f"{WIDE}\nBeslut\n\natt hyra båten.\n\nReservation\n\nBo Ek reserverar sig.")
    assert found.text == f"{WIDE.strip()}\n\nReservation\n\nBo Ek reserverar sig."


@pytest.mark.parametrize("bullet", ["\uf0b7", "\uf0a7", "▪", "•"])
def test_bullets_of_every_font_are_list_entries(bullet):
    found = item(f"Beslut\n\n{bullet} Hyra båten\n{bullet}\nMåla båten")
    assert [one.text for one in found.decisions] == ["Hyra båten", "Måla båten"]


def test_decomposed_letters_are_read_as_composed():
    assert minutes(unicodedata.normalize("NFD", TEXT)) == minutes(TEXT)


def test_a_date_without_a_year_is_resolved_against_the_meeting():
    (decision,) = item("Beslut\n\nBo Ek svarar senast den 1 februari till alla.").decisions
    assert (decision.due, decision.due_text) == (date(2023, 2, 1), "senast den 1 februari")


def test_first_names_are_completed_only_within_the_meeting():
    found = minutes(TEXT.replace("Eva Sten hyr", "Eva hyr").replace("Salem och", "Ola hyr;"))
    assert [one.responsible for one in found.items[1].decisions] == [("Eva Sten",), ()]
