from datetime import datetime

import pytest

from intake.parsing.heading import read_heading
from intake.parsing.minutes import ParsedMeeting
from tests.intake.typed import front


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
