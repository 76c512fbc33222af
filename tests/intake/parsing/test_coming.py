from datetime import date, datetime

import pytest

from intake.parsing.coming import next_meeting, with_next
from intake.parsing.minutes import ParsedMeeting
from tests.intake.typed import lines

MEETING = ParsedMeeting(body="Ledningsgruppen", start=date(2022, 5, 3))


def read(text: str):
    return next_meeting(lines(text), MEETING)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Nästa möte är den 2 juni.",
        "Nästa möte: torsdagen den 2 juni",
        "Nästa möte är 2022-06-02.",
        "Nästa möte\n\nTorsdagen den 2 juni",
        "Nästa sammanträde äger rum den 2 juni 2022.",
        "Kommande möten: den 2 juni, den 1 september och den 6 oktober.",
        "Den 2 juni är nästa möte.",
        "Ledningsgruppen träffas igen torsdagen den 2 juni.",
        "Ledningsgruppen sammanträder den 2 juni.",
        "Kommande möten\n\n- Ledningsgruppen den 2 juni\n- Ledningsgruppen den 1 september",
        "Samarbetskommitténs nästa möte är den 20 maj. Nästa möte är den 2 juni.",
    ],
)
def test_the_first_coming_meeting_is_the_next(text):
    assert read(text) == date(2022, 6, 2)


def test_the_hour_belongs_to_the_next_meeting_where_it_is_printed():
    found = read("Nästa möte är torsdagen den 2 juni kl 9.00 i Salem.")
    assert found == datetime(2022, 6, 2, 9)  # noqa: DTZ001 (local, as printed)


@pytest.mark.parametrize(
    "text",
    [
        "Förslag till nästa möte är den 2 juni.",
        "Nästa möte är preliminärt den 2 juni.",
        "Den 2 juni föreslås som nästa möte.",
        "Nästa möte med Samarbetskommittén hålls den 2 juni.",
        "Nästa möte är inte bestämt.",
        "Konferensen hålls den 2 juni.",
        "Nästa möte är den 3 mars 2020.",
        "Bo Ek träffas igen.",
    ],
)
def test_a_proposed_date_or_another_body_is_not_the_next_meeting(text):
    assert read(text) is None


def test_a_meeting_without_a_date_has_no_next():
    assert next_meeting(lines("Nästa möte är den 2 juni."), ParsedMeeting()) == (None, None)


def test_the_next_meeting_has_its_lines():
    found = with_next(MEETING, lines("\nNästa möte är den 2 juni."))
    assert (found.next_meeting, found.lines) == (date(2022, 6, 2), {"next_meeting": (2, 2)})
