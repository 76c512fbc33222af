from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from decisions.saved.models import SavedSearch, ToldHit
from tests.decisions.saved.making import a_reader, a_search

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Stockholm")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("frequency", "last", "now", "expected"),
    [
        ("daily", None, "2026-03-02 07:00", True),
        ("daily", "2026-03-02 00:01", "2026-03-02 23:59", False),
        ("daily", "2026-03-02 23:59", "2026-03-03 00:01", True),
        ("daily", "2026-03-29 00:30", "2026-03-29 23:30", False),  # summer time begins
        ("daily", "2026-03-03 07:00", "2026-03-02 07:00", False),  # the clock was set back
        ("weekly", None, "2026-03-02 07:00", True),
        ("weekly", "2026-03-02 07:00", "2026-03-08 23:59", False),
        ("weekly", "2026-03-08 23:59", "2026-03-09 00:01", True),
        ("weekly", "2026-12-28 07:00", "2027-01-03 07:00", False),  # week 53
        ("weekly", "2027-01-03 07:00", "2027-01-04 07:00", True),
        ("never", None, "2026-03-02 07:00", False),
        ("never", "2026-03-02 07:00", "2027-03-02 07:00", False),
    ],
)
def test_mail_is_due_once_a_day_or_once_a_week(frequency, last, now, expected):
    search = SavedSearch(frequency=frequency, last_sent_at=last and at(last))
    assert search.is_due(at(now)) is expected


def test_a_day_is_a_day_in_stockholm_whatever_zone_the_moment_is_told_in():
    search = SavedSearch(frequency="daily", last_sent_at=at("2026-03-02 07:00"))
    assert search.is_due(datetime.fromisoformat("2026-03-02T22:30+00:00")) is False
    assert search.is_due(datetime.fromisoformat("2026-03-02T23:30+00:00")) is True


def test_a_search_is_seen_by_its_owner_only():
    mine, other = a_search(a_reader("anna")), a_reader("bo")
    assert list(SavedSearch.objects.of(mine.user)) == [mine]
    assert list(SavedSearch.objects.of(other)) == []
    assert list(SavedSearch.objects.of(AnonymousUser())) == []


def test_the_list_is_opened_with_the_filters_that_were_saved():
    assert SavedSearch(listing="sok", query="kommun=salem&q=bro").list_url == (
        "/sok/?kommun=salem&q=bro"
    )
    assert SavedSearch(listing="beslut").list_url == "/beslut/"


def test_the_address_of_a_feed_can_be_changed_and_is_long_enough_not_to_be_guessed():
    search = SavedSearch()
    assert search.feed_url == ""
    search.change_feed_address()
    first = search.feed_token
    search.change_feed_address()
    assert first != search.feed_token
    assert len(search.feed_token) == 43  # 256 bits
    assert search.feed_url == f"/sparade/{search.feed_token}.atom"


def test_a_feed_is_read_with_its_token_while_the_owner_may_sign_in():
    search = a_search(feed_token="hemlig")
    a_search()
    read_with = SavedSearch.objects.read_with
    assert list(read_with("hemlig")) == [search]
    assert list(read_with("okänd")) == []
    assert list(read_with("")) == []
    search.user.is_active = False
    search.user.save()
    assert list(read_with("hemlig")) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "Broar"},
        {"name": ""},
        {"listing": "moten"},
        {"frequency": "hourly"},
        {"feed_token": "hemlig"},
    ],
)
def test_the_database_refuses_what_cannot_be(fields):
    a_search(name="Broar", feed_token="hemlig")
    with pytest.raises(IntegrityError):
        a_search(**{"name": "Vägar", **fields})


def test_another_may_use_the_same_name_and_several_have_no_feed():
    one, other = a_search(a_reader("anna"), name="Broar"), a_search(a_reader("bo"), name="Broar")
    assert [one.feed_token, other.feed_token] == ["", ""]


def test_a_hit_is_told_once():
    search = a_search()
    ToldHit.objects.create(search=search, key="punkt-1")
    with pytest.raises(IntegrityError):
        ToldHit.objects.create(search=search, key="punkt-1")
