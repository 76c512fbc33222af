from dataclasses import replace

from intake.parsing.minutes import ParsedItem, ParsedMeeting, ParsedMinutes, Remark
from intake.parsing.spacing import closed_up, is_double_spaced, renumbered
from tests.intake.typed import lines, minutes

SOLID = """\
Minnesanteckningar från Energirådet

Tid: 3 maj 2022 kl 9-10
Plats: Salen

Deltagare:
Bo Ek, Salem
Eva Sten, Haninge

1. Läget

Bo Ek berättar om läget i hamnen och om vad som återstår att göra innan båten
kan sjösättas i maj. Eva Sten undrar vad det kostar och om staden kan betala
en del av det.

Ulf Myr tycker att båten är för gammal.

2. Båten

Beslut

Båten hyrs ut till sommaren så att kommunerna får tid att tänka efter och att
räkna på saken en gång till.
"""
DOUBLE = "\n".join(f"{row}\n" for row in SOLID.split("\n"))


def test_a_blank_line_after_every_line_is_double_spacing():
    assert is_double_spaced(lines(DOUBLE)) is True


def test_a_solid_paper_is_not_double_spaced():
    assert is_double_spaced(lines(SOLID)) is False


def test_a_few_lines_tell_nothing():
    assert is_double_spaced(lines("Ett\n\nTvå\n\nTre")) is False


def test_a_paper_without_text_is_not_double_spaced():
    assert is_double_spaced([]) is False


def test_one_blank_line_goes_and_of_two_one_stays():
    closed, numbers = closed_up(lines("Ett\n\nTvå\n\n\nTre\n"))
    assert ([(one.no, one.text) for one in closed], numbers) == (
        [(1, "Ett"), (2, "Två"), (3, ""), (4, "Tre")],
        [1, 3, 5, 6],
    )


def test_a_double_spaced_paper_says_what_the_solid_one_says():
    solid, double = minutes(SOLID), minutes(DOUBLE)
    assert [(one.title, one.text) for one in double.items] == [
        (one.title, one.text) for one in solid.items
    ]
    assert [one.name for one in double.attendances] == [one.name for one in solid.attendances]
    assert [decision.text for one in double.items for decision in one.decisions] == [
        decision.text for one in solid.items for decision in one.decisions
    ]


def test_what_a_double_spaced_paper_says_stands_on_its_printed_lines():
    assert [one.lines for one in minutes(DOUBLE).attendances] == [(13, 13), (15, 15)]


def test_facts_get_their_printed_numbers_back():
    facts = ParsedMinutes(
        ParsedMeeting(lines={"title": (1, 2)}),
        items=(ParsedItem("1", "Läget", lines=(2, 3)),),
        remarks=(Remark("date-missing", "Datum saknas."), Remark("text-cut-off", "Slut.", 3)),
    )
    assert renumbered(facts, [1, 3, 5]) == replace(
        facts,
        meeting=ParsedMeeting(lines={"title": (1, 3)}),
        items=(ParsedItem("1", "Läget", lines=(3, 5)),),
        remarks=(Remark("date-missing", "Datum saknas."), Remark("text-cut-off", "Slut.", 5)),
    )
