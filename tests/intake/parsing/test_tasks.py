from datetime import date

import pytest

from intake.parsing.minutes import ParsedAttendance
from intake.parsing.tasks import read_concern, read_due, read_organizations, read_responsible
from tests.intake.typed import item

HELD = date(2022, 5, 3)
THERE = [ParsedAttendance(name) for name in ("Bo Ek", "Eva Sten", "Eva Lind", "Ulf Myr")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Ek svarar senast den 18 maj till alla.", (date(2022, 5, 18), "senast den 18 maj")),
        ("Bo Ek svarar före den 1 juni 2023.", (date(2023, 6, 1), "före den 1 juni 2023")),
        ("Bo Ek svarar senast 2022-09-01.", (date(2022, 9, 1), "senast 2022-09-01")),
        ("Bo Ek svarar senast 15/6.", (date(2022, 6, 15), "senast 15/6")),
        ("Bo Ek svarar senast fredagen den 20 maj till alla.",
         (date(2022, 5, 20), "senast fredagen den 20 maj")),
        ("Bo Ek svarar senast den 10 januari till alla.",
         (date(2023, 1, 10), "senast den 10 januari")),
    ],
)  # fmt: skip
def test_a_deadline_is_a_date_after_senast_or_fore(text, expected):
    assert read_due(text, HELD) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek svarar före jul.",
        "Avtalet gäller från och med den 1 juni.",
        "Mötet hålls den 1 juni.",
        "Bo Ek svarar senast i maj.",
        "Avtalet gäller till och med den 30 juni 2023.",
        "Bo Ek svarar snart.",
        "senast",
    ],
)
def test_another_date_is_no_deadline(text):
    assert read_due(text, HELD) == (None, None)


def test_without_the_day_of_the_meeting_a_deadline_keeps_its_words():
    assert read_due("Svar senast den 18 maj till alla.", None) == (None, "senast den 18 maj")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Ek ringer staden.", ("Bo Ek",)),
        ("Bo ringer staden.", ("Bo Ek",)),
        ("Bo Ek och Ulf Myr ringer staden.", ("Bo Ek", "Ulf Myr")),
        ("Bo och Ulf ringer staden.", ("Bo Ek", "Ulf Myr")),
        ("Bo Ek, Ulf Myr och Eva Sten ringer.", ("Bo Ek", "Ulf Myr", "Eva Sten")),
        ("Bo Ek ringer staden och Eva Sten skriver brevet.", ("Bo Ek", "Eva Sten")),
        ("Bo Ek ringer. Ulf Myr skriver.", ("Bo Ek", "Ulf Myr")),
        ("att Bo Ek ringer staden.", ("Bo Ek",)),
        ("Bo Ek får i uppdrag att ringa.", ("Bo Ek",)),
        ("Kansliet får i uppdrag att ringa.", ("Kansliet",)),
        ("Kansliet ordnar lokal.", ("Kansliet",)),
        ("Ledningsgruppen stämmer av budgeten.", ("Ledningsgruppen",)),
        ("att uppdra åt kommundirektören att ringa.", ("kommundirektören",)),
        ("Ge kassören i uppdrag att ringa.", ("kassören",)),
        ("Nämnden beslutar att Bo Ek ska ringa.", ("Bo Ek",)),
        ("Beslutades att Bo Ek ansvarar för kontakterna.", ("Bo Ek",)),
        ("Det uppdrogs åt Bo Ek att ringa.", ("Bo Ek",)),
    ],
)
def test_who_takes_on_a_task_is_named_as_printed(text, expected):
    assert read_responsible(text, THERE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kommunerna svarar var för sig.",
        "Respektive kommun svarar.",
        "Ledningsgruppen beslutade att bjuda in staden.",
        "Bo Ek tackar för sig.",
        "Bo Ek utses till ledamot.",
        "att välja Ulf Myr till ordförande.",
        "Rapporten sänds till Bo Ek.",
        "Rapporten godkänns.",
        "att godkänna rapporten.",
        "",
    ],
)
def test_a_decision_without_a_taker_names_nobody(text):
    assert read_responsible(text, THERE) == ()


def test_a_first_name_of_two_stays_a_first_name():
    assert read_responsible("Eva ringer staden.", THERE) == ("Eva",)


def test_a_first_name_of_nobody_there_names_nobody():
    assert read_responsible("Ola ringer staden.", THERE) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Botkyrka och Salem svarar.", ("Botkyrka", "Salem")),
        ("att Haninge, Nynäshamn samt Tyresö svarar.", ("Haninge", "Nynäshamn", "Tyresö")),
        ("Anta Salems erbjudande.", ("Salem",)),
        ("Upplands Väsby kommun svarar.", ("Upplands Väsby",)),
        ("Salem svarar, och Salem betalar.", ("Salem",)),
        ("Mötet hålls i Salems kommunhus.", ("Salem",)),
        ("Nora Ek svarar.", ()),
        ("Eva Lund och Bo Berg svarar.", ()),
        ("Kommunerna svarar.", ()),
        ("salem", ()),
        ("Trafikverket svarar Salem.", ("Salem", "Trafikverket")),
        ("Skrivelsen sänds till Region Stockholm.", ("Region Stockholm",)),
    ],
)
def test_the_organizations_that_a_decision_names(text, expected):
    assert read_organizations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salem svarar.", "named"),
        ("Respektive kommun svarar.", "all_members"),
        ("Samtliga kommuner svarar.", "all_members"),
        ("Medverkande kommuner svarar.", "all_members"),
        ("Alla medlemskommuner svarar.", "all_members"),
        ("Rapporten godkänns.", "joint"),
        ("Trafikverket bjuds in.", "joint"),
    ],
)
def test_a_decision_concerns_the_named_or_all_or_all_together(text, expected):
    assert read_concern(text) == expected


@pytest.mark.parametrize(
    ("line", "responsible", "due"),
    [
        ("Ansvarig: Bo Ek. Klart senast: 2022-06-01", ("Bo Ek",), "2022-06-01"),
        ("Ansvarig: Bo Ek, klart 1 juni", ("Bo Ek",), "2022-06-01"),
        ("Ansvariga: Bo Ek och Eva Sten", ("Bo Ek", "Eva Sten"), "None"),
        ("Klart senast: 1 juni", (), "2022-06-01"),
        ("Ansvarig: alla", (), "None"),
    ],
)
def test_a_line_below_a_decision_says_who_and_when(line, responsible, due):
    (found,) = item(f"Beslut\n\nBryggan målas om.\n\n{line}").decisions
    assert (found.text, found.responsible, str(found.due)) == (
        "Bryggan målas om.",
        responsible,
        due,
    )


def test_a_line_further_down_says_nothing_of_the_decision():
    text = "Beslut\n\nBryggan målas om.\n\nDiskussion\n\nBo Ek var med.\n\nAnsvarig: Eva Sten"
    (found,) = item(text).decisions
    assert found.responsible == ()
