import json
from datetime import date, time

import pytest
import time_machine
from icalendar import Calendar

from minutes.publishing import publish
from minutes.states import State
from tests import atom
from tests.factories import a_body, a_decision, a_draft, a_meeting, an_item

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def document(client, question: str = "") -> dict:
    answer = client.get(f"/moten.json{question}")
    assert answer["Content-Type"] == "application/json"
    return json.loads(answer.getvalue())


def rows(client, question: str = "") -> list[dict]:
    return document(client, question)["results"]


def events(client, question: str = "") -> list[tuple[str, str]]:
    """(day or moment, status) of each event."""
    read = Calendar.from_ical(client.get(f"/moten.ics{question}").content)
    return [(str(one["dtstart"].dt), str(one["status"])) for one in read.walk("VEVENT")]


class TestJson:
    def test_a_meeting_as_a_row(self, as_stranger):
        meeting = a_meeting(
            start_date=date(2022, 10, 6),
            start_time=time(13),
            end_time=time(14, 30),
            location="Salem",
            title="Minnesanteckningar",
        )
        a_decision(an_item(meeting))
        assert document(as_stranger) == {
            "count": 1,
            "capped": False,
            "results": [
                {
                    "date": "2022-10-06",
                    "start_time": "13:00",
                    "end_date": None,
                    "end_time": "14:30",
                    "body": "Ledningsgruppen",
                    "title": "Minnesanteckningar",
                    "location": "Salem",
                    "items": 1,
                    "decisions": 1,
                    "url": f"{SITE}/moten/ledningsgruppen/2022-10-06/",
                }
            ],
        }

    def test_an_empty_list_is_sound(self, as_stranger):
        assert document(as_stranger) == {"count": 0, "capped": False, "results": []}

    def test_the_filters_of_the_page_hold(self, as_stranger):
        for year, day in ((2021, 1), (2022, 1), (2022, 2)):
            a_meeting(start_date=date(year, 1, day))
        assert {row["date"][:4] for row in rows(as_stranger, "?ar=2022")} == {"2022"}
        assert len(rows(as_stranger, "?ar=2022")) == 2

    def test_more_than_are_asked_for_at_once(self, as_stranger, monkeypatch):
        monkeypatch.setattr("minutes.exports.rows.AT_ONCE", 2)
        days = [a_meeting().start_date.isoformat() for _ in range(5)]
        assert [row["date"] for row in rows(as_stranger)] == sorted(days, reverse=True)

    @pytest.mark.parametrize(
        ("question", "sentence"),
        [
            ("?ar=nyss", "År: ”nyss” finns inte att välja."),
            ("?organn=x", "”organn” går inte att fråga efter, bara: q, organ, ar."),
            ("?lage=draft", "”lage” går inte att fråga efter, bara: q, organ, ar."),
        ],
    )
    def test_a_wrong_question_is_refused_in_a_sentence(self, question, sentence, as_stranger):
        a_meeting()
        answer = as_stranger.get(f"/moten.json{question}")
        assert (answer.status_code, answer.json()) == (400, {"error": sentence})

    def test_drafts_are_for_secretaries(self, as_secretary, as_director):
        a_draft()
        assert (len(rows(as_secretary)), len(rows(as_director))) == (1, 0)


class TestAtom:
    def test_the_latest_published_first_whenever_they_were_held(self, as_stranger, secretary):
        old, new = a_draft(start_date=date(2018, 1, 2)), a_draft(start_date=date(2022, 3, 4))
        for meeting in (new, old):
            publish(meeting, State.PUBLIC, by=secretary)
        feed = atom.read(as_stranger.get("/moten.atom"))
        assert [atom.text(one, "title") for one in atom.entries(feed)] == [
            "Ledningsgruppen 2018-01-02",
            "Ledningsgruppen 2022-03-04",
        ]

    def test_an_entry_has_the_agenda(self, as_stranger):
        an_item(a_meeting(title="Möte <1>"), title="Trafik & vägar")
        (entry,) = atom.entries(atom.read(as_stranger.get("/moten.atom")))
        assert atom.text(entry, "content") == (
            "<p>Möte &lt;1&gt;</p><ul><li>1. Trafik &amp; vägar</li></ul>"
        )

    def test_it_is_called_by_its_filters(self, as_stranger):
        a_meeting(start_date=date(2022, 3, 4))
        feed = atom.read(as_stranger.get("/moten.atom?ar=2022"))
        assert atom.text(feed, "title") == "Möten, 2022"
        assert atom.link(feed, "self") == f"{SITE}/moten.atom?ar=2022"
        assert atom.link(feed, "alternate") == f"{SITE}/moten/?ar=2022"

    def test_what_is_taken_back_is_gone(self, as_stranger, secretary):
        meeting = a_meeting()
        assert len(atom.entries(atom.read(as_stranger.get("/moten.atom")))) == 1
        publish(meeting, State.DRAFT, by=secretary)
        assert atom.entries(atom.read(as_stranger.get("/moten.atom"))) == []

    def test_a_wrong_question_is_refused_in_a_sentence(self, as_stranger):
        answer = as_stranger.get("/moten.atom?ar=nyss")
        assert (answer.status_code, answer["Content-Type"]) == (400, "text/plain; charset=utf-8")
        assert answer.content.decode() == "År: ”nyss” finns inte att välja."


class TestCalendar:
    @pytest.fixture(autouse=True)
    def _some_day(self):
        with time_machine.travel("2022-10-01 11:00 +0000"):
            yield

    def test_what_was_held_and_what_is_to_come(self, as_stranger):
        a_meeting(start_date=date(2022, 9, 1), next_meeting_date=date(2022, 10, 6))
        a_meeting(start_date=date(2022, 8, 1), next_meeting_date=date(2022, 9, 1))
        assert events(as_stranger) == [
            ("2022-09-01", "CONFIRMED"),
            ("2022-08-01", "CONFIRMED"),
            ("2022-10-06", "TENTATIVE"),
        ]

    def test_a_meeting_is_not_to_come_when_the_archive_has_it(self, as_stranger):
        a_meeting(start_date=date(2022, 9, 1), next_meeting_date=date(2022, 10, 6))
        a_meeting(start_date=date(2022, 10, 6))
        assert [status for _, status in events(as_stranger)] == ["CONFIRMED", "CONFIRMED"]

    def test_a_draft_of_the_meeting_to_come_is_not_told_of(self, as_stranger):
        a_meeting(start_date=date(2022, 9, 1), next_meeting_date=date(2022, 10, 6))
        a_draft(start_date=date(2022, 10, 6))
        assert events(as_stranger)[-1] == ("2022-10-06", "TENTATIVE")

    @pytest.mark.parametrize(
        ("question", "coming"),
        [
            ("?ar=2022", ["2022-10-06"]),
            ("?ar=2021", []),
            ("?organ=ledningsgruppen", ["2022-10-06"]),
            ("?organ=samarbetskommitten", []),
            ("?q=minnesanteckningar", []),
        ],
    )
    def test_filters_hold_for_what_is_to_come(self, question, coming, as_stranger):
        a_meeting(start_date=date(2021, 9, 1), next_meeting_date=date(2022, 10, 6))
        a_meeting(start_date=date(2022, 1, 1), body=a_body("Samarbetskommittén"))
        told = [day for day, status in events(as_stranger, question) if status == "TENTATIVE"]
        assert told == coming

    def test_a_meeting_has_a_calendar_of_its_own(self, as_stranger):
        meeting = a_meeting(start_date=date(2022, 9, 1))
        answer = as_stranger.get(meeting.get_absolute_url().rstrip("/") + ".ics")
        (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert event["uid"] == f"mote-{meeting.pk}@127.0.0.1"

    def test_a_draft_has_none_for_others(self, as_stranger, as_director, as_secretary):
        address = a_draft().get_absolute_url().rstrip("/") + ".ics"
        clients = [as_stranger, as_director, as_secretary]
        assert [client.get(address).status_code for client in clients] == [404, 404, 200]


DOORS = {"/moten.json": 3, "/moten.atom": 3, "/moten.ics": 4}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("address", DOORS)
def test_a_door_asks_the_same_of_the_database_for_one_row_and_three(
    address, count, as_stranger, django_assert_num_queries
):
    for _ in range(count):
        an_item(a_meeting(next_meeting_date=date(2999, 1, 1)))
    with django_assert_num_queries(DOORS[address]):
        assert as_stranger.get(address).getvalue() != b""


@pytest.mark.parametrize("address", DOORS)
def test_to_head_it_answers_the_same_without_the_contents(address, as_stranger):
    a_meeting()
    got, asked = as_stranger.get(address), as_stranger.head(address)
    assert (asked.status_code, asked.getvalue()) == (200, b"")
    assert asked["Content-Type"] == got["Content-Type"]


@pytest.mark.parametrize("address", DOORS)
def test_the_words_are_the_archives_own_whatever_language_the_pages_have(address, as_stranger):
    an_item(a_meeting(kind="extra", next_meeting_date=date(2999, 1, 1)))
    swedish = as_stranger.get(address)
    as_stranger.cookies["django_language"] = "en"
    english = as_stranger.get(address)
    assert english.getvalue() == swedish.getvalue()
    assert english["Content-Language"] == "sv"
