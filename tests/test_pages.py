"""What holds for every page: sound markup, nothing inline, few questions to the database."""

import re
from datetime import date, timedelta

import pytest

from minutes.states import State
from tests import factories
from tests.addresses import an_entry
from tests.pages import Page

pytestmark = pytest.mark.django_db
NOT_PAGES = ("/original/", "/healthz", "/logga-ut/", "/sprak/", "/sok/forslag/")


def pages(client):
    """(address, answer) of every page, for a meeting with everything in it."""
    entry = an_entry(State.PUBLIC, "oppet", start_date=date(2021, 3, 4))
    for address in [*entry.everything, "/finns-inte/"]:
        answer = client.get(address)
        is_for_programs = not answer.headers.get("Content-Type", "text/html").startswith(
            "text/html"
        )
        if not (address.startswith(NOT_PAGES) or is_for_programs or answer.status_code == 302):
            yield address, answer


@pytest.mark.parametrize("who", ["as_stranger", "as_secretary"])
def test_every_page_is_sound(who, request):
    for address, answer in pages(request.getfixturevalue(who)):
        page = Page(answer)
        ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
        assert page.problems == [], address
        assert sorted(ids) == sorted(set(ids)), address
        assert len(page.all("h1")) == 1, address
        assert page.all("html") == [{"lang": "sv"}], address
        assert {"class": "skip", "href": "#innehall"} in page.all("a"), address


@pytest.mark.parametrize("who", ["as_stranger", "as_secretary"])
def test_nothing_is_inline(who, request):
    for address, answer in pages(request.getfixturevalue(who)):
        page = Page(answer)
        assert page.all("style") == [], address
        assert {tuple(script) for script in page.all("script")} <= {
            ("type", "src"),
            ("src", "defer"),
        }, address
        handlers = {n for _, a in page.tags for n in a if n == "style" or n.startswith("on")}
        assert handlers == set(), address


def test_every_field_has_a_label(as_secretary):
    for address, answer in pages(as_secretary):
        page = Page(answer)
        labelled = {label.get("for") for label in page.all("label")}
        for field in page.all("input", "select", "textarea"):
            inside_its_label = field.get("type") == "checkbox"
            if field.get("type") != "hidden" and not inside_its_label:
                assert field.get("id") in labelled, (address, field)


def test_every_link_inside_a_page_leads_somewhere(as_stranger):
    for address, answer in pages(as_stranger):
        page = Page(answer)
        ids = {attributes.get("id") for _, attributes in page.tags}
        inside = {link[1:] for link in page.links if link.startswith("#")}
        assert inside - ids == set(), address


def test_no_page_says_that_a_value_is_missing(as_secretary):
    for address, answer in pages(as_secretary):
        assert not re.search(r"\bNone\b|\(\)|, ,| ,|\{\{|\{%", Page(answer).text), address


LISTS = {  # what a stranger's page asks the database; who is signed in asks two more
    "/": 5,
    "/moten/": 5,
    "/moten/tackning/": 4,
    "/personer/": 2,
    "/kommuner/": 4,
    "/amnen/": 3,
    "/uppdrag/": 5,
    "/uppdrag/?q=hemlig&amne=infrastruktur&slag=uppdrag": 7,
    "/beslut/": 4,
    "/beslut/?kommun=haninge&galler=alla&galler=namngiven&galler=gemensamt": 4,
    "/beslut/?kommun=haninge&q=hemlig&amne=infrastruktur&ar=2021": 5,
    "/sok/": 4,
    "/sok/?q=hemlig&kommun=haninge": 6,
    "/amnen/infrastruktur/": 6,
    "/utestaende/": 6,
    "/kommuner/haninge/": 6,
}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("address", LISTS)
def test_a_list_asks_the_same_of_the_database_for_one_row_and_three(
    address, rows, as_stranger, django_assert_num_queries
):
    for number in range(rows):
        entry = an_entry(State.PUBLIC, f"rad{number}", start_date=date(2021, 3, 4 + number))
        factories.an_attendance(
            entry.meeting,
            person=factories.a_person(),
            organization=factories.an_organization("Haninge"),
        )
    with django_assert_num_queries(LISTS[address]):
        assert as_stranger.get(address).status_code == 200


WORDS_AND_TOPIC = "/uppdrag/?q=hemlig&amne=infrastruktur&slag=uppdrag"  # nine, signed in


@pytest.mark.parametrize("address", [one for one in LISTS if one != WORDS_AND_TOPIC])
def test_no_list_asks_more_than_eight_times_whoever_asks(
    address, as_secretary, django_assert_max_num_queries
):
    for number in range(3):
        an_entry(State.DRAFT, f"rad{number}", start_date=date(2021, 3, 4 + number))
    with django_assert_max_num_queries(8):
        assert as_secretary.get(address).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("meeting", 6),
        ("person", 5),
        ("decision", 5),
        ("assignment", 4),
        ("municipality", 6),
        ("body", 6),
    ],
)
def test_a_page_of_its_own_asks_the_same_however_much_stands_on_it(
    name, queries, rows, as_stranger, django_assert_num_queries
):
    entry = an_entry(State.PUBLIC, "oppet", start_date=date(2021, 3, 4))
    for number in range(rows - 1):
        _more(entry, number)
    with django_assert_num_queries(queries):
        assert as_stranger.get(entry.pages[name]).status_code == 200


@pytest.mark.parametrize("who", ["as_staff", "as_secretary"])
@pytest.mark.parametrize(
    "name", ["meeting", "person", "decision", "assignment", "body", "municipality"]
)
def test_a_page_of_its_own_asks_at_most_eight_times_whoever_asks(
    name, who, request, django_assert_max_num_queries
):
    entry = an_entry(State.PUBLIC, "oppet", start_date=date(2021, 3, 4))
    _more(entry, 1)
    client = request.getfixturevalue(who)
    with django_assert_max_num_queries(8):
        assert client.get(entry.pages[name]).status_code == 200


def _more(entry, number: int) -> None:
    """One more of everything that the pages of the entry list."""
    later = factories.a_meeting(start_date=date(2022, 1, 1) + timedelta(days=number))
    for meeting in (entry.meeting, later):
        factories.an_attendance(meeting, person=entry.person, organization=entry.organization)
        factories.an_attendance(meeting, person=factories.a_person(f"Bo {number}"))
        factories.an_approval(meeting, person=entry.person)
        item = factories.an_item(meeting, number=f"{meeting.pk}{number}")
        decision = factories.a_decision(item, organizations=[entry.organization])
        factories.a_decision(entry.decision.item, organizations=[entry.organization])
        factories.is_about("Kollektivtrafik", item, decision)
        factories.an_assignment(decision, responsible_person=entry.person)
        factories.an_assignment(entry.decision, responsible_person=entry.person)
