from datetime import datetime

import pytest

from intake.parsing.heading import read_heading
from intake.parsing.minutes import ParsedMeeting
from tests.intake.typed import front, lines


def test_the_heading_says_all_there_is_with_its_lines():
    meeting, printed = read_heading(
        front(
            "Protokoll från Energirådet\n\nTid: tisdagen den 3 maj 2022 kl 9.00-11.30\n"
            "Plats: Salen"
        )
    )
    assert meeting == ParsedMeeting(
        title="Protokoll från Energirådet",
        body="Energirådet",
        kind="ordinary",
        start=datetime(2022, 5, 3, 9),  # noqa: DTZ001 (local, as printed)
        end=datetime(2022, 5, 3, 11, 30),  # noqa: DTZ001
        location="Salen",
        lines={"title": (1, 1), "body": (1, 1), "location": (4, 4), "start": (3, 3)},
    )
    assert printed.text == "tisdagen den 3 maj 2022"


def test_an_empty_front_page_says_nothing():
    assert read_heading(front("Bo")) == (ParsedMeeting(), None)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Protokoll från extra möte med Ledningsgruppen", "extra"),
        ("Extra sammanträde med Ledningsgruppen\nProtokoll", "extra"),
        ("Protokoll från extrainsatt styrelsemöte", "extra"),
        ("Protokoll från planeringskonferens med Ledningsgruppen", "planning_conference"),
        ("Minnesanteckningar från Ledningsgruppens planeringsinternat", "planning_conference"),
        ("Protokoll från Ledningsgruppen", "ordinary"),
        ("Protokoll från ordinarie möte", "ordinary"),
    ],
)
def test_the_title_tells_the_kind_of_meeting(title, kind):
    meeting, _ = read_heading(front(f"{title}\n\nTid: 3 maj 2022"))
    assert meeting.kind == kind


def test_a_running_head_tells_the_body_and_the_day_that_the_page_does_not():
    heads = lines("Kustnämnden   Sammanträdesdatum 2022-05-03")
    meeting, _ = read_heading(front("Närvarande: Bo Ek"), heads)
    assert (meeting.body, str(meeting.start)) == ("Kustnämnden", "2022-05-03")


@pytest.mark.parametrize("head", ["2022-05-03   Sida 1", "Kommunalförbundet Kusten   2022-05-03"])
def test_a_running_head_that_says_no_more_tells_nothing(head):
    meeting, _ = read_heading(front("Närvarande: Bo Ek"), lines(head))
    assert (meeting.body, meeting.start) == (None, None)


def test_the_page_goes_before_its_running_head():
    page = front("Protokoll\nHamnrådet\n\nTid: 4 maj 2022")
    meeting, _ = read_heading(page, lines("Kustnämnden   Sammanträdesdatum 2022-05-03"))
    assert (meeting.body, str(meeting.start)) == ("Hamnrådet", "2022-05-04")
