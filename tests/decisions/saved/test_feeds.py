import pytest

from accounts.models import User
from minutes.models import Meeting
from minutes.publishing import publish
from minutes.states import State
from tests import atom, factories
from tests.decisions.saved.making import a_reader, a_search

pytestmark = pytest.mark.django_db


@pytest.fixture
def search():
    return a_search(a_reader("anna"), name="Broar & vägar", query="q=bron", feed_token="hemlig")


def a_bridge(text: str, state: str = State.PUBLIC, **fields):
    item = factories.an_item(factories.a_meeting(state=state, **fields), title="Övrigt")
    return factories.a_decision(item, text=text)


def told(client, address: str = "/sparade/hemlig.atom") -> list[str]:
    feed = atom.read(client.get(address))
    return [atom.text(entry, "title") for entry in atom.entries(feed)]


def test_the_feed_tells_what_the_search_finds(as_stranger, search, settings):
    settings.SITE_URL = "https://arkiv.example"
    decision = a_bridge("Att bygga bron.", start_date="2022-10-06")
    a_bridge("Att bygga vägen.")
    feed = atom.read(as_stranger.get("/sparade/hemlig.atom"))
    assert atom.text(feed, "title") == "Broar & vägar"
    assert atom.link(feed, "alternate") == "https://arkiv.example/beslut/?q=bron"
    [entry] = atom.entries(feed)
    assert atom.text(entry, "title") == "Att bygga bron."
    assert atom.text(entry, "content") == (
        "<p>Att bygga bron.</p><p>Ledningsgruppen, 6 oktober 2022, 1. Övrigt</p>"
    )
    assert atom.link(entry, "alternate") == f"https://arkiv.example/beslut/{decision.public_id}/"


def test_items_are_told_where_the_search_is_of_everything(as_stranger, search):
    search.listing = "sok"
    search.save()
    factories.an_item(title="Bron & <b>vägen</b>")
    assert told(as_stranger) == ["1. Bron & <b>vägen</b>"]


def test_what_was_published_last_comes_first_however_long_ago_it_was_held(as_stranger, search):
    old = a_bridge("Den gamla bron.", State.DRAFT, start_date="1998-05-05")
    a_bridge("Den nya bron.", start_date="2026-01-01")
    publish(old.item.meeting, to=State.PUBLIC)
    assert told(as_stranger) == ["Den gamla bron.", "Den nya bron."]


def test_it_is_kept_by_nobody_and_needs_no_cookie(as_stranger, as_director, search):
    for client in (as_stranger, as_director):
        answer = client.get("/sparade/hemlig.atom")
        assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
        assert set(answer["Cache-Control"].split(", ")) == {"private", "no-store"}
        assert answer["X-Robots-Tag"] == "noindex"
        assert dict(answer.cookies) == {}


def test_whoever_reads_it_sees_what_the_owner_has_been_shown(as_stranger, as_secretary, search):
    for state in (State.DRAFT, State.INTERNAL, State.PUBLIC):
        a_bridge(f"Bron, {state}.", state, start_date="2022-01-01", sequence=len(state))
    for role in ("reader", "secretary"):
        User.objects.filter(pk=search.user_id).update(role=role)
        for client in (as_stranger, as_secretary):
            assert sorted(told(client)) == ["Bron, internal.", "Bron, public."]


def test_in_a_closed_archive_the_address_opens_what_the_owner_may_read(
    as_stranger, search, settings
):
    settings.ARCHIVE_PUBLIC = False
    a_bridge("Att bygga bron.")
    assert told(as_stranger) == ["Att bygga bron."]


def test_an_address_that_is_changed_or_whose_owner_is_shut_off_is_unknown(as_stranger, search):
    assert as_stranger.get("/sparade/hemlig.atom").status_code == 200
    User.objects.filter(pk=search.user_id).update(is_active=False)
    assert as_stranger.get("/sparade/hemlig.atom").status_code == 404
    User.objects.filter(pk=search.user_id).update(is_active=True)
    search.change_feed_address()
    search.save()
    assert as_stranger.get("/sparade/hemlig.atom").status_code == 404
    assert as_stranger.get(search.feed_url).status_code == 200
    search.feed_token = ""
    search.save()
    assert as_stranger.get("/sparade/.atom").status_code == 404


def test_what_is_taken_back_is_gone_at_once(as_stranger, search):
    decision = a_bridge("Att bygga bron.")
    assert told(as_stranger) == ["Att bygga bron."]
    publish(decision.item.meeting, to=State.DRAFT)
    assert told(as_stranger) == []


def test_a_search_that_is_not_understood_any_more_tells_nothing(as_stranger, search):
    a_bridge("Att bygga bron.")
    search.query = "kommun=finns-inte"
    search.save()
    assert told(as_stranger) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_the_feed_asks_the_same_for_one_hit_and_three(
    rows, as_stranger, search, django_assert_num_queries
):
    for _ in range(rows):
        a_bridge("Att bygga bron.")
    assert Meeting.objects.count() == rows
    with django_assert_num_queries(5):
        as_stranger.get("/sparade/hemlig.atom")


def test_a_decision_has_the_name_that_it_has_in_the_feed_of_decisions(
    as_stranger, search, settings
):
    settings.SITE_URL = "https://arkiv.example"
    decision = a_bridge("Att bygga bron.")
    feed = atom.read(as_stranger.get("/sparade/hemlig.atom"))
    named = [atom.text(entry, "id") for entry in atom.entries(feed)]
    assert named == [f"tag:arkiv.example,2022:/beslut/{decision.public_id}"]
