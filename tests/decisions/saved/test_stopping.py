import pytest
from django.test import Client

from decisions.saved.models import SavedSearch
from decisions.saved.stopping import stop_url
from tests.decisions.saved.making import a_search
from tests.pages import Page

pytestmark = pytest.mark.django_db


def frequency(search) -> str:
    return SavedSearch.objects.get(pk=search.pk).frequency


def test_the_link_of_a_mail_asks_before_it_ends_the_mail(as_stranger):
    search = a_search(name="Hemligt namn", frequency="daily")
    page = Page(as_stranger.get(stop_url(search)))
    assert "Sluta få mejl om den sparade sökningen?" in page.text
    assert "Hemligt namn" not in page.text
    assert frequency(search) == "daily"
    assert "Det kommer inga fler mejl" in Page(as_stranger.post(stop_url(search))).text
    assert frequency(search) == "never"
    assert "Det kommer inga fler mejl" in Page(as_stranger.get(stop_url(search))).text


def test_a_mail_program_may_press_the_button_without_any_token():
    search = a_search(frequency="weekly")
    program = Client(enforce_csrf_checks=True)
    answer = program.post(stop_url(search), {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, frequency(search)) == (200, "never")


def test_nobody_else_is_stopped(as_stranger):
    search, other = a_search(frequency="daily"), a_search(frequency="daily")
    as_stranger.post(stop_url(search))
    assert frequency(other) == "daily"


def test_the_link_of_a_search_that_is_gone_says_that_it_is_over(as_stranger):
    search = a_search(frequency="daily")
    address = stop_url(search)
    search.delete()
    assert "Det kommer inga fler mejl" in Page(as_stranger.get(address)).text


@pytest.mark.parametrize("signed", ["1", "1.", "1.x", "x", ".x"])
def test_a_link_that_nobody_was_sent_is_unknown(signed, as_stranger):
    search = a_search(frequency="daily")
    for send in (as_stranger.get, as_stranger.post):
        assert send(f"/sparade/avsluta/{signed}/").status_code == 404
    assert frequency(search) == "daily"
