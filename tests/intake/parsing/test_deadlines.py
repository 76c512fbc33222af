"""By when something is to be done."""

from datetime import date

import pytest

from intake.parsing.deadlines import find_due

MET = date(2021, 9, 17)


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("Bo Ek svarar senast den 3 oktober.", date(2021, 10, 3), "day"),
        ("Underlaget ska vara klart den 12 november.", date(2021, 11, 12), "day"),
        ("Frågan tas upp på extra mötet fredag 8 oktober.", date(2021, 10, 8), "day"),
        ("Kommunerna meddelar under november om de är med.", date(2021, 11, 30), "month"),
        ("Listan ses över i februari.", date(2022, 2, 28), "month"),
        ("Rapporten lämnas senast i mars 2023.", date(2023, 3, 31), "month"),
        ("Bo Ek svarar senast v. 40.", date(2021, 10, 10), "day"),
        ("Bo Ek svarar senast på fredag.", date(2021, 9, 24), "day"),
        ("Bo Ek svarar senast måndag.", date(2021, 9, 20), "day"),
        ("Mäta djupet, ny deadline 15 oktober", date(2021, 10, 15), "day"),
        ("Kartan ska vara klar v. 40.", date(2021, 10, 10), "day"),
        ("Kartan presenteras för gruppen den 12 november.", date(2021, 11, 12), "day"),
        ("Bo Ek skickar kartan inför rådets novembermöte.", None, "meeting"),
        ("Bo Ek redovisar kartan på oktobermötet.", None, "meeting"),
        ("Bo Ek svarar innan årets slut.", date(2021, 12, 31), "season"),
        ("Kansliet ska återkomma med en plan våren 2022.", date(2022, 5, 31), "season"),
        ("Åtgärderna redovisas för nämnden den 12 november.", date(2021, 11, 12), "day"),
        ("En plan redovisas före jul.", date(2021, 12, 24), "season"),
        ("En plan redovisas innan sommaren.", date(2022, 6, 30), "season"),
        ("Eva Sten skickar underlaget inför mötet med Sjöfartsverket.", None, "meeting"),
        ("Bo Ek beskriver kostnaden till nästa möte.", None, "meeting"),
    ],
)
def test_the_last_day_in_time_is_found_with_what_is_printed_of_it(text, day, precision):
    due = find_due(text, MET)
    assert (due.day, due.precision) == (day, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek stämmer av upplägget för höstens möten.",
        "Bo Ek planerar de två mötena under hösten.",
        "Bo Ek informerar gruppen om vad som sagts på dagens möte.",
        "Vera bjuder in till Salemsdagen den 3 oktober.",
        "Bo Ek hör om hamnchefen kan vara med på oktobermötet.",
        "Bo Ek svarar senast fredag nästa vecka.",
        "Besluta senare om mötet den 10 december ska ställas in.",
    ],
)
def test_what_the_task_is_about_is_no_deadline(text):
    assert find_due(text, MET) is None


def test_until_when_a_matter_waits_is_told_by_a_part_of_the_year():
    due = find_due("Frågan tas upp senare under hösten.", MET, waits=True)
    assert (due.day, due.precision, due.text) == (date(2021, 11, 30), "season", "under hösten")


def test_nothing_is_completed_without_the_day_of_the_meeting():
    assert find_due("Kommunerna meddelar under november om de är med.", None) is None
