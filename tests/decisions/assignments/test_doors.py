import csv
from datetime import date

import pytest
import time_machine
from icalendar import Calendar

from decisions.assignments.reporting import report
from minutes.states import State
from tests.decisions.assignments.making import TODAY, a_task
from tests.factories import a_draft, an_assignment, an_item, an_organization

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _here_and_today(settings):
    settings.SITE_URL = "https://arkiv.example"
    with time_machine.travel(TODAY, tick=False):
        yield


def whole(answer) -> str:
    return b"".join(answer).decode()


def table(client, question: str = "") -> list[list[str]]:
    text = whole(client.get(f"/uppdrag.csv{question}")).removeprefix("\ufeff")
    return list(csv.reader(text.splitlines(), delimiter=";"))


def events(client, question: str = "") -> list:
    answer = client.get(f"/uppdrag.ics{question}")
    return Calendar.from_ical(answer.content).walk("VEVENT")


class TestCsv:
    def test_a_row_tells_all_that_the_page_does(self, as_stranger):
        one = a_task(
            "Haninge svarar.",
            due_date=date(2026, 4, 1),
            due_text="före 1 april",
            of={"start_date": date(2022, 10, 6)},
        )
        report(one, status="open", note="=Påbörjat.", said_date=date(2026, 3, 1), seen=0)
        headings, row = table(as_stranger)
        assert dict(zip(headings, row, strict=True)) == {
            "Senast": "2026-04-01",
            "Tid i källan": "före 1 april",
            "Ansvarig": "Haninge",
            "Uppdrag": "Haninge svarar.",
            "Slag": "Uppdrag",
            "Läge": "Pågår",
            "Senast sagt": "2026-03-01",
            "Vad som sades": "'=Påbörjat.",
            "Granskning": "Föreslaget av programmet",
            "Datum": "2022-10-06",
            "Organ": "Ledningsgruppen",
            "Punkt": "1",
            "Rubrik": "Trafik",
            "Adress": f"https://arkiv.example{one.get_absolute_url()}",
        }

    def test_the_rows_stand_as_on_the_page_and_follow_its_filters(self, as_stranger):
        a_task("Utan tid.")
        a_task("Senare.", due_date=date(2026, 9, 1))
        a_task("För sent.", due_date=date(2026, 1, 1))
        a_task("Klart.", status="done")
        a_task("Salems.", responsible_organization=an_organization("Salem"))
        texts = [row[3] for row in table(as_stranger, "?kommun=haninge")[1:]]
        assert texts == ["För sent.", "Senare.", "Utan tid."]

    def test_what_means_nothing_is_refused(self, as_stranger):
        answer = as_stranger.get("/uppdrag.csv?kommun=danmark&sida=2")
        assert answer.status_code == 400
        assert answer.content.decode().splitlines()[1] == "Kommun: ”danmark” finns inte att välja."

    def test_what_only_a_draft_tells_is_not_in_it(self, as_staff):
        a_task("Hemligt.", of={"state": State.DRAFT})
        one = a_task("Öppet.")
        draft = a_draft(start_date=date(2026, 3, 1))
        report(one, status="open", note="x", said_date=draft.start_date, meeting=draft, seen=0)
        [row] = table(as_staff)[1:]
        assert (row[3], row[6], row[7]) == ("Öppet.", "", "")

    @pytest.mark.parametrize("rows", [1, 3])
    def test_it_asks_the_same_of_the_database_for_one_row_and_three(
        self, rows, as_stranger, django_assert_num_queries
    ):
        for _ in range(rows):
            a_task()
        with django_assert_num_queries(5):
            whole(as_stranger.get("/uppdrag.csv"))


class TestCalendar:
    def test_a_due_date_is_a_day_without_hours_under_a_name_that_stays(self, as_stranger):
        one = a_task(
            "Haninge svarar.",
            due_date=date(2026, 4, 30),
            due_precision="month",
            due_text="i april",
            of={"start_date": date(2022, 10, 6)},
        )
        [event] = events(as_stranger)
        assert str(event["uid"]) == f"uppdrag-{one.public_id}@arkiv.example"
        assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 4, 30), date(2026, 5, 1))
        assert str(event["summary"]) == "Haninge: Haninge svarar."
        assert str(event["url"]) == f"https://arkiv.example{one.get_absolute_url()}"
        assert str(event["description"]) == (
            "Haninge svarar.\napril 2026\n”i april”\n"
            "Ledningsgruppen 2022-10-06, 1. Trafik\nFöreslaget av programmet"
        )
        one.due_date = date(2026, 5, 31)
        one.save()
        [moved] = events(as_stranger)
        assert (moved["uid"], moved["dtstart"].dt) == (event["uid"], date(2026, 5, 31))

    def test_only_what_is_dated_open_and_asked_for_is_in_it(self, as_stranger):
        a_task("Utan tid.")
        a_task("Klart.", status="done", due_date=date(2026, 4, 1))
        a_task("Hemligt.", due_date=date(2026, 4, 1), of={"state": State.DRAFT})
        an_assignment(item=an_item(), text="I texten.", due_date=date(2026, 4, 1))
        assert [str(one["summary"]) for one in events(as_stranger)] == [
            "Ingen namngiven: I texten."
        ]
        assert events(as_stranger, "?slag=svar") == []
        assert as_stranger.get("/uppdrag.ics?ar=2022").status_code == 400
