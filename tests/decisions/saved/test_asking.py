import pytest

from accounts.models import User
from decisions.indexing import index
from decisions.saved.asking import hits, is_understood, news, normalised, remember_all
from minutes.publishing import publish
from tests import factories
from tests.decisions.saved.making import a_reader, a_search

pytestmark = pytest.mark.django_db


def new_to(search) -> list[str]:
    return list(news(search).values_list("key", flat=True))


def a_bridge(state: str = "public", **fields):
    meeting = factories.a_meeting(state=state, **fields)
    return factories.a_decision(factories.an_item(meeting, title="Bron"), text="Att bygga bron.")


def shown_as(decision, state: str) -> None:
    publish(decision.item.meeting, to=state)


def test_a_query_string_is_kept_in_one_form():
    sent = "sort=nyast&kommun=salem&kommun=haninge&efter=x&typ=item&sida=2&q=%20bro%20&ar=&q=bro"
    assert normalised("beslut", sent) == "kommun=haninge&kommun=salem&q=bro&sort=nyast"
    assert normalised("sok", sent) == "kommun=haninge&kommun=salem&q=bro&sort=nyast&typ=item"
    assert normalised("beslut", "") == ""


def test_more_fields_than_a_page_has_are_refused():
    with pytest.raises(ValueError, match="Max number of fields"):
        normalised("beslut", "&".join(["q=x"] * 101))


def test_what_is_known_is_not_new_and_what_comes_later_is():
    search, old = a_search(query="q=bron"), a_bridge()
    assert new_to(search) == [old.public_id]
    remember_all(search)
    assert new_to(search) == []
    factories.a_decision(text="Att bygga vägen.")
    later = a_bridge()
    assert new_to(search) == [later.public_id]


def test_a_meeting_of_long_ago_is_new_when_it_is_published():
    search = a_search(query="q=bron")
    a_bridge(start_date="2026-01-01")
    draft = a_bridge("draft", start_date="1998-05-05")
    remember_all(search)
    assert new_to(search) == []
    shown_as(draft, "public")
    assert new_to(search) == [draft.public_id]


def test_what_was_hidden_and_is_shown_again_is_told_once():
    search, decision = a_search(query="q=bron"), a_bridge()
    remember_all(search)
    for state in ["draft", "internal", "public"]:
        shown_as(decision, state)
        index([decision.item.meeting_id])
        assert new_to(search) == []


def test_what_was_shown_and_hidden_before_anybody_was_told_is_new_when_it_returns():
    search, decision = a_search(query="q=bron"), a_bridge("draft")
    remember_all(search)
    expected = {"public": [decision.public_id], "draft": [], "internal": [decision.public_id]}
    for state, found in expected.items():
        shown_as(decision, state)
        assert new_to(search) == found, state


def test_an_index_made_anew_brings_nothing_new():
    from minutes.search.engines import engine
    from minutes.search.models import SearchEntry

    search, decision = a_search(listing="sok", query="q=bron"), a_bridge()
    assert new_to(search) == [f"punkt-{decision.item_id}", decision.public_id]
    remember_all(search)
    engine().remove(list(SearchEntry.objects.values_list("pk", flat=True)))
    index([decision.item.meeting_id])
    assert new_to(search) == []


def test_a_decision_that_is_corrected_so_that_it_is_found_is_new():
    search, decision = a_search(query="q=bron"), factories.a_decision(text="Att bygga boden.")
    remember_all(search)
    decision.text = "Att bygga bron."
    decision.save()
    index([decision.item.meeting_id])
    assert new_to(search) == [decision.public_id]


def test_a_search_is_asked_with_the_rights_that_its_owner_has_now_and_tells_of_no_draft():
    search = a_search(a_reader("anna"), query="q=bron")
    draft, internal, public = (a_bridge(state) for state in ["draft", "internal", "public"])

    def seen() -> set[str]:
        search.user = User.objects.get(pk=search.user_id)
        return set(new_to(search))

    assert seen() == {internal.public_id, public.public_id}
    User.objects.update(role="secretary")
    assert seen() == {internal.public_id, public.public_id}
    shown_as(draft, "internal")
    assert seen() == {draft.public_id, internal.public_id, public.public_id}
    User.objects.update(is_active=False)
    assert seen() == {public.public_id}


def test_two_searches_of_the_same_are_told_apart():
    one, other = a_search(), a_search()
    decision = a_bridge()
    remember_all(one)
    assert (new_to(one), new_to(other)) == ([], [decision.public_id])


@pytest.mark.parametrize("query", ["kommun=finns-inte", "kommun=finns-inte&q=bron", "sort=x"])
def test_a_value_that_cannot_be_chosen_finds_nothing_rather_than_everything(query):
    a_bridge()
    search = a_search(query=query)
    assert is_understood(search) is False
    assert list(hits(search)) == []


def test_remembering_twice_is_remembering_once():
    search = a_search()
    a_bridge()
    remember_all(search)
    remember_all(search)
    assert search.told.count() == 1


def test_what_a_purged_meeting_said_is_nowhere_in_what_was_told(secretary):
    from intake.trashing import purge_meeting

    search, decision = a_search(listing="sok", query="q=bron"), a_bridge()
    remember_all(search)
    meeting, item = decision.item.meeting, decision.item_id
    for state in ("draft", "trashed"):
        shown_as(decision, state)
    secretary.may_purge = True
    purge_meeting(meeting.pk, secretary, "Hör inte hit.")
    kept = set(search.told.values_list("key", flat=True))
    assert kept == {decision.public_id, f"punkt-{item}"}
