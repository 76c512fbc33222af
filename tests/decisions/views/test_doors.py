import csv
import json
from datetime import date
from io import StringIO

import pytest

from minutes.publishing import publish
from minutes.states import State
from tests import atom, spreadsheet
from tests.factories import (
    a_decision,
    a_draft,
    a_meeting,
    an_assignment,
    an_item,
    an_organization,
    is_about,
)

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
TEXT, URL = 5, -1  # columns
DOORS = ["/beslut.csv", "/beslut.xlsx", "/beslut.json", "/beslut.atom", "/sok.json"]
FORMATS = [address for address in DOORS if address.startswith("/beslut")]


def texts(client, address: str, question: str = "") -> list[str]:
    """The decisions that a door gives, whatever its format."""
    answer = client.get(address + question)
    assert answer.status_code == 200
    content = answer.getvalue()
    if address.endswith(".csv"):
        rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
        return [row[TEXT] for row in rows][1:]
    if address.endswith(".xlsx"):
        return [row[TEXT] for row in spreadsheet.read(content).rows[1:]]
    if address.endswith(".atom"):
        return [atom.text(one, "title") for one in atom.entries(atom.read(answer))]
    return [row["text"] for row in json.loads(content)["results"]]


@pytest.mark.parametrize("address", FORMATS)
class TestEveryFormat:
    @pytest.mark.parametrize(
        ("question", "expected"),
        [
            ("", ["Att köpa", "Att bygga"]),
            ("?q=bygger", ["Att bygga"]),
            ("?kommun=haninge", ["Att bygga"]),
            ("?kommun=haninge&kommun=salem", ["Att köpa", "Att bygga"]),
            ("?ar=2022&organ=ledningsgruppen&amne=", ["Att köpa"]),
            ("?amne=infrastruktur", ["Att bygga"]),
            ("?status=klart", ["Att köpa"]),
            ("?q=finns+inte", []),
        ],
    )
    def test_the_filters_of_the_page_hold(self, address, question, expected, as_stranger):
        for year, words, name in [(2021, "Att bygga", "Haninge"), (2022, "Att köpa", "Salem")]:
            item = an_item(a_meeting(start_date=date(year, 1, 1)))
            decision = a_decision(item, text=words, organizations=[an_organization(name)])
            if name == "Haninge":
                is_about("Infrastruktur", item, decision)
            else:
                an_assignment(decision, status="done")
        assert texts(as_stranger, address, question) == expected

    def test_drafts_are_for_secretaries(self, address, as_stranger, as_director, as_secretary):
        a_decision(an_item(a_draft()), text="Att vänta")
        clients = [as_stranger, as_director, as_secretary]
        assert [texts(one, address) for one in clients] == [[], [], ["Att vänta"]]

    def test_what_is_taken_back_is_gone_whatever_was_known_of_it(
        self, address, as_stranger, secretary
    ):
        meeting = a_meeting()
        a_decision(an_item(meeting), text="Att bygga")
        answer = as_stranger.get(address)
        assert {"ETag", "Last-Modified"} & set(answer.headers) == set()
        publish(meeting, State.DRAFT, by=secretary)
        again = as_stranger.get(
            address, headers={"If-None-Match": "*", "If-Modified-Since": answer.get("Date", "")}
        )
        assert again.status_code == 200
        assert texts(as_stranger, address) == []


@pytest.mark.parametrize("address", DOORS)
class TestEveryDoor:
    def test_what_it_answers_is_kept_by_nobody_but_who_may(
        self, address, as_stranger, as_director
    ):
        a_decision()
        public, private = as_stranger.get(address), as_director.get(address)
        assert (public["Cache-Control"], public["Vary"]) == ("no-cache", "Cookie")
        assert (private["Cache-Control"], private["Vary"]) == ("private, no-store", "Cookie")
        assert (dict(public.cookies), dict(private.cookies)) == ({}, {})

    def test_to_head_it_answers_the_same_without_the_contents(self, address, as_stranger):
        a_decision()
        got, asked = as_stranger.get(address), as_stranger.head(address)
        assert (asked.status_code, asked.getvalue()) == (200, b"")
        names = ["Content-Type", "Content-Disposition", "Cache-Control", "Vary"]
        assert [asked.get(name) for name in names] == [got.get(name) for name in names]

    def test_nothing_can_be_sent_to_it(self, address, as_stranger):
        assert as_stranger.post(address).status_code == 405

    @pytest.mark.parametrize(
        ("question", "sentence"),
        [
            ("?ar=nyss", "År: ”nyss” finns inte att välja."),
            ("?kommun=haninge&kommun=%00", "Kommun: ”\0” finns inte att välja."),
            ("?sort=x", "Ordning: ”x” finns inte att välja."),
            ("?kommum=x", "”kommum” går inte att fråga efter, bara: "),
        ],
    )
    def test_a_wrong_question_is_refused_in_a_sentence(
        self, address, question, sentence, as_stranger
    ):
        a_decision()
        answer = as_stranger.get(address + question)
        as_json = address.endswith(".json")
        told = answer.json()["error"] if as_json else answer.content.decode()
        assert (answer.status_code, told[: len(sentence)]) == (400, sentence)
        kind = "application/json" if as_json else "text/plain; charset=utf-8"
        assert answer["Content-Type"] == kind

    def test_the_words_are_the_archives_own_whatever_language_the_pages_have(
        self, address, as_stranger
    ):
        an_assignment(a_decision(organizations=[an_organization("Haninge")]))
        swedish = as_stranger.get(address)
        as_stranger.cookies["django_language"] = "en"
        english = as_stranger.get(address)
        assert english.getvalue() == swedish.getvalue()
        assert english["Content-Language"] == "sv"

    def test_it_asks_the_same_of_the_database_for_one_row_and_three(
        self, address, as_stranger, django_assert_num_queries
    ):
        def one_more(number: int) -> None:
            decision = a_decision(organizations=[an_organization("Haninge")])
            an_assignment(decision, responsible_organization=an_organization("Salem"))
            is_about("Infrastruktur", decision.item, decision)

        one_more(1)
        questions = {
            "/beslut.csv": 6,
            "/beslut.xlsx": 6,
            "/beslut.json": 7,
            "/beslut.atom": 7,
            "/sok.json": 4,
        }
        for count in (1, 3):
            with django_assert_num_queries(questions[address]):
                assert as_stranger.get(address).getvalue() != b""
            if count == 1:
                one_more(2), one_more(3)


@pytest.mark.parametrize("address", ["/beslut.csv", "/beslut.xlsx"])
def test_a_browser_saves_what_is_for_spreadsheets(address, as_stranger):
    answer = as_stranger.get(address)
    assert answer["Content-Disposition"] == f'attachment; filename="{address[1:]}"'


class TestAtom:
    def test_the_latest_published_first_and_as_printed_in_a_meeting(self, as_stranger, secretary):
        old, new = a_draft(start_date=date(2018, 1, 2)), a_draft(start_date=date(2022, 3, 4))
        for meeting, words in [(old, ["b", "a"]), (new, ["c"])]:
            item = an_item(meeting)
            for word in words:
                a_decision(item, text=word)
        for meeting in (new, old):
            publish(meeting, State.PUBLIC, by=secretary)
        assert texts(as_stranger, "/beslut.atom") == ["b", "a", "c"]

    def test_what_is_rare_is_found_behind_all_that_was_published_since(
        self, as_stranger, secretary, monkeypatch
    ):
        monkeypatch.setattr("decisions.exports.atom.LOOKED_AT_FIRST", 1)
        for words in ("Att bygga", "Att köpa"):
            meeting = a_draft()
            a_decision(an_item(meeting), text=words)
            publish(meeting, State.PUBLIC, by=secretary)
        assert texts(as_stranger, "/beslut.atom", "?q=bygga") == ["Att bygga"]
        assert texts(as_stranger, "/beslut.atom") == ["Att köpa", "Att bygga"]

    def test_at_most_fifty(self, as_stranger):
        item = an_item()
        for number in range(52):
            a_decision(item, text=f"Att {number}")
        assert texts(as_stranger, "/beslut.atom") == [f"Att {number}" for number in range(50)]

    def test_an_entry_holds_the_decision(self, as_stranger):
        item = an_item(a_meeting(start_date=date(2022, 10, 6)), title="Trafik & vägar")
        text = "Att <bygga>\n\nen väg " + "ord " * 40
        decision = a_decision(item, text=text, public_id="abc")
        is_about("Infrastruktur", item, decision)
        (entry,) = atom.entries(atom.read(as_stranger.get("/beslut.atom")))
        assert atom.text(entry, "id") == "tag:127.0.0.1,2022:/beslut/abc"
        assert atom.link(entry, "alternate") == f"{SITE}/beslut/abc/"
        assert atom.text(entry, "title") == f"{' '.join(text.split())[:119]}…"
        assert entry.find(f"{atom.ATOM}category").get("term") == "Infrastruktur"
        assert entry.findtext(f"{atom.ATOM}author/{atom.ATOM}name") == "Ledningsgruppen"
        assert atom.text(entry, "content") == (
            f"<p>Att &lt;bygga&gt;</p>\n\n<p>en väg {'ord ' * 40}</p>"
            "<p>Trafik &amp; vägar. Gemensamt för organet.</p>"
        )

    def test_it_is_called_by_its_filters(self, as_stranger):
        item = an_item(a_meeting(start_date=date(2022, 3, 4)))
        is_about("Infrastruktur", item, a_decision(item))
        feed = atom.read(as_stranger.get("/beslut.atom?amne=infrastruktur&ar=2022"))
        assert atom.text(feed, "title") == "Beslut om infrastruktur, 2022"
        assert atom.link(feed, "self") == f"{SITE}/beslut.atom?amne=infrastruktur&ar=2022"
        assert atom.link(feed, "alternate") == f"{SITE}/beslut/?amne=infrastruktur&ar=2022"


class TestSearch:
    def test_a_hit_as_a_program_gets_it(self, as_stranger):
        item = an_item(a_meeting(start_date=date(2022, 10, 6)), title="Vägar", text="Vi byggde.")
        decision = a_decision(item, text="Att bygga vägen")
        both = {"title": "Vägar", "date": "2022-10-06", "body": "Ledningsgruppen"}
        place = f"{SITE}/moten/ledningsgruppen/2022-10-06/#punkt-1"
        assert as_stranger.get("/sok.json?q=bygga").json() == {
            "count": 2,
            "capped": False,
            "results": [
                {"kind": "item", "url": place, "snippet": "Vi byggde.", **both},
                {
                    "kind": "decision",
                    "url": f"{SITE}/beslut/{decision.public_id}/",
                    "snippet": "Att bygga vägen",
                    **both,
                },
            ],
        }

    def test_the_next_page_is_told_of_in_the_head(self, as_stranger, monkeypatch):
        monkeypatch.setattr("decisions.views.doors.RESULTS_ON_A_PAGE", 2)
        item = an_item(title="Trafik")
        for number in range(3):
            a_decision(item, text=f"Att {number}")
        first = as_stranger.get("/sok.json?q=trafik&sort=nyast")
        address, rel = first["Link"].split("; ")
        assert (address[:5], rel) == ("<http", 'rel="next"')
        assert address[1 : len(SITE) + 1] == SITE
        second = as_stranger.get(address[len(SITE) + 1 : -1])
        found = [row["snippet"] for page in (first, second) for row in page.json()["results"]]
        assert found == ["", "Att 0", "Att 1", "Att 2"]
        assert "Link" not in second

    def test_drafts_are_for_secretaries(self, as_stranger, as_secretary):
        an_item(a_draft(), title="Trafik")
        counts = [
            one.get("/sok.json?q=trafik").json()["count"] for one in (as_stranger, as_secretary)
        ]
        assert counts == [0, 1]
