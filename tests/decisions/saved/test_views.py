import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from decisions.saved.forms import MOST_SEARCHES
from decisions.saved.models import SavedSearch
from decisions.saved.stopping import stop_url
from tests import factories
from tests.decisions.saved.making import a_reader, a_search
from tests.pages import Page

pytestmark = pytest.mark.django_db
SAVE = "/sparade/spara/"


@pytest.fixture
def reader(director):
    director.email = "direktoren@example.se"
    director.save()
    return director


def sent(**fields) -> dict[str, str]:
    return {"listing": "beslut", "query": "", "name": "Broar", "frequency": "never", **fields}


def saved(user) -> list[tuple[str, str, str, str]]:
    rows = SavedSearch.objects.of(user).order_by("pk")
    return list(rows.values_list("name", "listing", "query", "frequency"))


def told(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_a_search_is_saved_as_it_was_asked_and_the_list_goes_on(as_director, reader):
    query = "sida=3&ar=&q=+bro+&kommun=haninge&efter=abc&okand=1&csrfmiddlewaretoken=x"
    answer = as_director.post(SAVE, sent(query=query, frequency="daily"))
    assert (answer.status_code, answer["Location"]) == (302, "/beslut/?kommun=haninge&q=bro")
    assert saved(reader) == [("Broar", "beslut", "kommun=haninge&q=bro", "daily")]
    assert told(answer) == ["”Broar” är sparad. Du hittar den under Sparade sökningar."]


def test_the_order_of_the_filters_makes_no_difference(as_director, reader):
    for name, query in [("en", "q=bro&kommun=haninge"), ("två", "kommun=haninge&q=bro&q=bro")]:
        as_director.post(SAVE, sent(name=name, query=query))
    assert {query for _, _, query, _ in saved(reader)} == {"kommun=haninge&q=bro"}


@pytest.mark.parametrize(
    ("query", "name"),
    [("", "Alla beslut"), ("kommun=haninge", "Haninge"), ("q=bro", "”bro”")],
)
def test_without_a_name_it_is_called_what_was_asked_for(query, name, as_director, reader):
    factories.a_decision(organizations=[factories.an_organization("Haninge")])
    as_director.post(SAVE, sent(name="  ", query=query))
    assert [row[0] for row in saved(reader)] == [name]


def test_a_name_is_one_line(as_director, reader):
    as_director.post(SAVE, sent(name=" Broar \r\n Bcc: alla "))
    assert [row[0] for row in saved(reader)] == ["Broar Bcc: alla"]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"name": "x" * 101}, "Namnet är för långt: högst 100 tecken."),
        ({"query": "kommun=finns-inte"}, "Sökningen har ett val som inte finns."),
        ({"query": "&".join(["q=x"] * 200)}, "Sökningen har ett val som inte finns."),
        ({"query": "q=" + "x" * 3000}, "Sökningen är för lång för att sparas."),
        ({"query": "q=%00"}, "Sökningen har ett val som inte finns."),
        ({"listing": "moten"}, "moten"),
        ({"listing": ""}, "Detta fält måste fyllas i."),
        ({"frequency": "hourly"}, "hourly"),
    ],
)
def test_what_cannot_be_saved_is_said_and_nothing_is_lost(fields, error, as_director, reader):
    answer = as_director.post(SAVE, sent(**fields))
    assert answer.status_code == 422
    page = Page(answer)
    assert error in page.text
    assert [one.get("role") for one in page.all("div") if one.get("role")] == ["alert"]
    assert saved(reader) == []


def test_a_name_is_used_once_but_another_user_may_have_it_too(as_director, reader, as_staff):
    as_director.post(SAVE, sent())
    answer = as_director.post(SAVE, sent(query="q=bro"))
    assert answer.status_code == 422
    assert "Du har redan en sparad sökning som heter så." in Page(answer).text
    assert as_staff.post(SAVE, sent()).status_code == 302


def test_pressing_twice_saves_once(as_director, reader):
    answers = [as_director.post(SAVE, sent(query="q=bro")) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert len(saved(reader)) == 1


def test_there_is_a_limit_which_is_told(as_director, reader):
    for number in range(MOST_SEARCHES):
        a_search(reader, name=f"nr {number}")
    answer = as_director.post(SAVE, sent())
    assert answer.status_code == 422
    assert "Du har redan 50 sparade sökningar. Ta bort någon av dem först." in Page(answer).text
    assert len(saved(reader)) == MOST_SEARCHES


def test_the_list_holds_ones_own_by_the_swedish_alphabet(as_director, reader):
    for name in ["Översikt", "Broar", "Ändringar", "avfall", "Åtgärder"]:
        a_search(reader, name=name, query="q=bro")
    a_search(a_reader("annan"), name="Någon annans")
    page = Page(as_director.get("/sparade/"))
    assert "Någon annans" not in page.text
    names = ["avfall", "Broar", "Åtgärder", "Ändringar", "Översikt"]
    assert sorted(names, key=page.text.index) == names
    assert page.link("Broar") == "/beslut/?q=bro"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_of_the_database_for_one_search_and_three(
    rows, as_director, reader, django_assert_num_queries
):
    for _ in range(rows):
        a_search(reader)
    with django_assert_num_queries(3):  # session, user, searches
        assert as_director.get("/sparade/").status_code == 200


def test_without_any_the_list_says_how_to_begin(as_director):
    assert "Du har inga än." in Page(as_director.get("/sparade/")).text


def pages_of(search: SavedSearch) -> list[str]:
    names = ["saved_search", "change_feed_address", "remove_saved_search"]
    return [reverse(name, args=[search.pk]) for name in names]


def test_anothers_search_is_as_one_that_does_not_exist(as_director, as_secretary):
    search = a_search(a_reader("annan"), feed_token="hemlig", frequency="daily")
    before = SavedSearch.objects.values().get()
    for client in (as_director, as_secretary):
        for address in pages_of(search):
            assert client.post(address, sent(do="new")).status_code == 404, address
        for address in (pages_of(search)[0], pages_of(search)[2]):
            assert client.get(address).status_code == 404, address
    assert SavedSearch.objects.values().get() == before


def test_name_and_mail_are_changed_and_nothing_else(as_director, reader):
    search = a_search(reader, query="q=bro", feed_token="hemlig")
    answer = as_director.post(
        search.get_absolute_url(), sent(name="Vägar", frequency="weekly", query="q=x", pk="7")
    )
    assert (answer.status_code, answer["Location"]) == (302, "/sparade/")
    assert saved(reader) == [("Vägar", "beslut", "q=bro", "weekly")]
    search.refresh_from_db()
    assert search.feed_token == "hemlig"


@pytest.mark.parametrize(
    ("name", "error"),
    [("", "Skriv ett namn."), ("Upptaget", "Välj ett annat namn."), ("x" * 101, "för långt")],
)
def test_a_name_that_cannot_be_leaves_the_search_as_it_was(name, error, as_director, reader):
    a_search(reader, name="Upptaget")
    search = a_search(reader, name="Broar")
    answer = as_director.post(search.get_absolute_url(), sent(name=name, frequency="daily"))
    page = Page(answer)
    assert (answer.status_code, error in page.text) == (422, True)
    assert "Broar" in page.text
    search.refresh_from_db()
    assert (search.name, search.frequency) == ("Broar", "never")


def test_saving_without_a_change_keeps_the_name(as_director, reader):
    search = a_search(reader, name="Broar")
    assert as_director.post(search.get_absolute_url(), sent()).status_code == 302


def test_the_page_says_where_mail_goes_or_that_it_cannot(as_director, reader):
    address = a_search(reader).get_absolute_url()
    assert "Mejlen går till direktoren@example.se." in Page(as_director.get(address)).text
    reader.email = ""
    reader.save()
    assert "Ditt konto har ingen e-postadress" in Page(as_director.get(address)).text


def test_the_page_says_when_a_value_cannot_be_chosen_any_more(as_director, reader):
    search = a_search(reader, query="kommun=finns-inte")
    page = Page(as_director.get(search.get_absolute_url()))
    assert "Sökningen har ett val som inte finns längre" in page.text


def test_a_search_is_removed_after_one_question(as_director, reader):
    search = a_search(reader, name="Broar")
    address = reverse("remove_saved_search", args=[search.pk])
    page = Page(as_director.get(address))
    assert "Ta bort ”Broar”?" in page.text
    assert page.link("Behåll den") == search.get_absolute_url()
    assert saved(reader) != []
    answer = as_director.post(address)
    assert (answer.status_code, told(answer)) == (302, ["”Broar” är borttagen."])
    assert saved(reader) == []
    assert as_director.post(address).status_code == 404


def test_the_address_of_the_feed_is_made_changed_and_taken_away(as_director, reader, settings):
    settings.SITE_URL = "https://arkiv.example"
    search = a_search(reader)
    address = reverse("change_feed_address", args=[search.pk])
    tokens = []
    for do in ["new", "new", "remove"]:
        answer = as_director.post(address, {"do": do})
        assert (answer.status_code, answer["Location"]) == (302, search.get_absolute_url())
        search.refresh_from_db()
        tokens.append(search.feed_token)
        links = Page(as_director.get(answer["Location"])).links
        shown = f"https://arkiv.example{search.feed_url}" in links
        assert shown is bool(search.feed_token)
    assert (len(set(tokens)), tokens[2]) == (3, "")


def test_a_form_without_its_token_is_refused(reader):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(reader)
    search = a_search(reader)
    for address in [SAVE, *pages_of(search)]:
        assert strict.post(address, sent()).status_code == 403, address


def test_what_is_written_survives_an_expired_session(as_stranger):
    answer = as_stranger.post(SAVE, sent(name="Broar"))
    assert (answer.status_code, "Broar" in Page(answer).text) == (401, True)


@pytest.mark.parametrize(("address", "listing"), [("/beslut/", "beslut"), ("/sok/", "sok")])
def test_a_list_offers_to_save_what_it_shows_to_whoever_is_signed_in(
    address, listing, as_director, as_stranger
):
    asked = f"{address}?q=bro&kommun=haninge"
    page = Page(as_director.get(asked))
    hidden = {one["name"]: one.get("value") for one in page.all("input") if "name" in one}
    assert SAVE in [form.get("action") for form in page.all("form")]
    assert (hidden["listing"], hidden["query"]) == (listing, "q=bro&kommun=haninge")
    assert SAVE not in [form.get("action") for form in Page(as_stranger.get(asked)).all("form")]


def test_every_page_leads_whoever_is_signed_in_to_their_searches(as_director, as_stranger):
    assert Page(as_director.get("/om/")).link("Sparade sökningar") == "/sparade/"
    assert "/sparade/" not in Page(as_stranger.get("/om/")).links


def test_every_page_of_a_search_is_sound_and_its_fields_have_labels(as_director, reader):
    search = a_search(reader, frequency="daily", feed_token="hemlig")
    asked = [as_director.get(one) for one in ["/sparade/", *pages_of(search)[::2]]]
    asked += [as_director.get(stop_url(search)), as_director.post(SAVE, sent(listing=""))]
    for answer in asked:
        page = Page(answer)
        assert page.problems == []
        assert len(page.all("h1")) == 1
        labelled = {label.get("for") for label in page.all("label")}
        fields = [one for one in page.all("input", "select") if one.get("type") != "hidden"]
        assert [one["id"] for one in fields if one["id"] not in labelled] == []


def test_whoever_has_no_address_is_told_before_they_wait_for_mail(as_director, as_staff, reader):
    hint = "Ditt konto har ingen e-postadress"
    assert [hint in Page(one.get("/beslut/")).text for one in (as_director, as_staff)] == [
        False,
        True,
    ]
