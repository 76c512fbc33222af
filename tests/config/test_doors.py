from datetime import date

import pytest
from lxml import etree

from decisions.exports.columns import COLUMNS
from decisions.models import Decision
from minutes.publishing import publish
from minutes.states import State
from tests.factories import a_body, a_decision, a_draft, a_meeting, an_assignment, an_item
from tests.pages import Page

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def places(client, question: str = "") -> list[str]:
    """The paths in a sitemap."""
    root = etree.fromstring(client.get(f"/sitemap.xml{question}").content)
    return [one.text.removeprefix(SITE) for one in root.iter(f"{SITEMAP}loc")]


def growing(client, question: str = "") -> list[str]:
    """The meetings, decisions and assignments among them."""
    rows = ("/moten/ledningsgruppen/", "/beslut/x", "/uppdrag/x")
    return [path for path in places(client, question) if path.startswith(rows)]


class TestSitemap:
    def test_it_has_every_page_that_a_stranger_sees(self, as_stranger):
        a_decision(an_item(a_meeting(start_date=date(2022, 10, 6))), public_id="x1")
        an_assignment(Decision.objects.get(), public_id="x2")
        assert places(as_stranger)[:12] == [
            *["/", "/moten/", "/moten/tackning/", "/beslut/", "/uppdrag/", "/utestaende/"],
            *["/uppfoljning/", "/amnen/", "/kommuner/", "/om/", "/oppna-data/"],
            "/organ/ledningsgruppen/",
        ]
        assert {"/amnen/infrastruktur/", "/kommuner/haninge/"} < set(places(as_stranger))
        assert growing(as_stranger) == [
            *["/moten/ledningsgruppen/2022-10-06/", "/beslut/x1/", "/uppdrag/x2/"]
        ]

    def test_every_page_in_it_opens_for_a_stranger(self, as_stranger):
        an_assignment(a_decision(an_item(a_meeting())), public_id="x2")
        assert {as_stranger.get(path).status_code for path in places(as_stranger)} == {200}

    def test_what_a_stranger_may_not_see_is_not_in_it(self, as_stranger):
        an_assignment(a_decision(), standing="rejected", public_id="x1")
        before = places(as_stranger)
        for state in (State.DRAFT, State.INTERNAL):
            hidden = a_meeting(body=a_body("Nätverket"), state=state)
            an_assignment(a_decision(an_item(hidden)), public_id=f"x-{state}")
        assert places(as_stranger) == before
        assert [path for path in before if path.startswith(("/uppdrag/x", "/organ/"))] == [
            "/organ/ledningsgruppen/"
        ]

    def test_it_tells_when_a_meeting_last_changed(self, as_stranger):
        meeting = a_meeting()
        root = etree.fromstring(as_stranger.get("/sitemap.xml").content)
        assert [one.text for one in root.iter(f"{SITEMAP}lastmod")] == [
            f"{meeting.updated_at.astimezone():%Y-%m-%d}"
        ]

    def test_a_secretary_gets_what_a_stranger_gets(self, as_secretary, as_stranger):
        for meeting in (a_draft(), a_meeting(state=State.INTERNAL), a_meeting()):
            an_assignment(a_decision(an_item(meeting)))
        assert places(as_secretary) == places(as_stranger)
        assert len(growing(as_secretary, "")) == 1

    def test_what_is_taken_back_is_gone(self, as_stranger, secretary):
        meeting = a_meeting()
        assert len(growing(as_stranger)) == 1
        publish(meeting, State.DRAFT, by=secretary)
        assert growing(as_stranger) == []

    def test_in_a_closed_archive_it_is_empty(self, as_director, settings):
        settings.ARCHIVE_PUBLIC = False
        a_meeting()
        assert places(as_director) == []

    def test_more_than_a_file_can_hold_is_parted(self, as_stranger, monkeypatch):
        monkeypatch.setattr("config.sitemaps.MOST", 7)
        whole = []
        for number in range(3):
            meeting = a_meeting(start_date=date(2022, 1, 1 + number))
            an_assignment(
                a_decision(an_item(meeting), public_id=f"x{number}"), public_id=f"x{number}"
            )
            whole.append(meeting.get_absolute_url())
        parts = places(as_stranger)
        assert parts == [f"/sitemap.xml?del={number + 1}" for number in range(len(parts))]
        found = [
            path
            for part in parts
            for path in places(as_stranger, part.removeprefix("/sitemap.xml"))
        ]
        assert len(found) == len(set(found))
        for kind in ("beslut", "uppdrag"):
            whole += [f"/{kind}/x{number}/" for number in range(3)]
        assert found[-9:] == whole

    @pytest.mark.parametrize("part", ["0", "x", "-1", "²", "99999999999999999999"])
    def test_a_part_that_there_is_not_is_no_mistake(self, part, as_stranger):
        assert as_stranger.get(f"/sitemap.xml?del={part}").status_code == 200

    @pytest.mark.parametrize("rows", [1, 3])
    def test_it_asks_the_same_of_the_database_for_one_row_and_three(
        self, rows, as_stranger, django_assert_num_queries
    ):
        for _ in range(rows):
            an_assignment()
        with django_assert_num_queries(7):
            as_stranger.get("/sitemap.xml")


class TestRobots:
    def test_they_may_read_the_archive_but_not_ask_questions(self, as_stranger):
        answer = as_stranger.get("/robots.txt")
        lines = answer.content.decode().splitlines()
        assert answer["Content-Type"] == "text/plain; charset=utf-8"
        assert (lines[0], lines[-1]) == ("User-agent: *", f"Sitemap: {SITE}/sitemap.xml")
        refused = {line.removeprefix("Disallow: ") for line in lines if line.startswith("Disa")}
        assert {
            "/sok/",
            "/beslut/?",
            "/beslut.csv",
            "/uppdrag.ics",
            "/granska/",
            "/admin/",
        } < refused
        assert {"/", "/beslut/", "/moten/", "/uppdrag/", "/utestaende/"} & refused == set()

    def test_of_a_closed_archive_nothing(self, as_stranger, settings):
        settings.ARCHIVE_PUBLIC = False
        told = as_stranger.get("/robots.txt").content.decode()
        assert told == "User-agent: *\nDisallow: /\n"


class TestOpensearch:
    def test_a_browser_learns_how_to_ask(self, as_stranger):
        answer = as_stranger.get("/opensearch.xml")
        root = etree.fromstring(answer.content)
        assert answer["Content-Type"] == "application/opensearchdescription+xml"
        assert root.findtext(f"{OPENSEARCH}ShortName") == "Mötesarkivet"
        ways = {url.get("type"): url.get("template") for url in root.iter(f"{OPENSEARCH}Url")}
        assert ways["text/html"] == f"{SITE}/sok/?q={{searchTerms}}"
        assert ways["application/json"] == f"{SITE}/sok.json?q={{searchTerms}}"

    def test_its_names_are_as_long_as_they_may_be(self, as_stranger):
        root = etree.fromstring(as_stranger.get("/opensearch.xml").content)
        assert len(root.findtext(f"{OPENSEARCH}ShortName")) <= 16
        assert len(root.findtext(f"{OPENSEARCH}Description")) <= 1024

    def test_every_page_leads_there(self, as_stranger):
        links = Page(as_stranger.get("/om/")).all("link")
        assert [link["href"] for link in links if link["rel"] == "search"] == ["/opensearch.xml"]


class TestOpenData:
    def test_it_names_every_key_of_a_decision(self, as_stranger):
        words = Page(as_stranger.get("/oppna-data/")).main
        assert ", ".join(column.key for column in COLUMNS) in words

    def test_every_page_leads_there(self, as_stranger):
        assert Page(as_stranger.get("/om/")).link("Öppna data") == "/oppna-data/"

    @pytest.mark.parametrize("address", ["/beslut/?ar=2022", "/moten/?ar=2022", "/sok/?ar=2022"])
    def test_a_list_leads_to_its_doors_with_its_own_question(self, address, as_stranger):
        a_decision(an_item(a_meeting(start_date=date(2022, 1, 1))))
        page = Page(as_stranger.get(f"{address}&kommun=oklar&efter=x&sida=9&annat=1"))
        doors = [link for link in page.links if link.startswith(address.partition("/?")[0] + ".")]
        assert doors != []
        assert {link.partition("?")[2] for link in doors} == {"ar=2022"}
        assert {as_stranger.get(link).status_code for link in doors} == {200}

    @pytest.mark.parametrize("address", ["/beslut/", "/moten/"])
    def test_a_feed_reader_finds_the_feed_of_a_list(self, address, as_stranger):
        a_decision(an_item(a_meeting(start_date=date(2022, 1, 1))))
        links = Page(as_stranger.get(f"{address}?ar=2022")).all("link")
        (feed,) = [link for link in links if link["rel"] == "alternate"]
        assert (feed["type"], feed["href"]) == (
            "application/atom+xml",
            f"{address.rstrip('/')}.atom?ar=2022",
        )
