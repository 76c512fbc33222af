import pytest

from accounts.models import User


@pytest.fixture
def anna(db) -> User:
    return User.objects.create_user("anna", password="en lång mening")


def test_logging_in_leads_to_where_one_was_going(as_stranger, anna):
    form = {"username": "anna", "password": "en lång mening", "next": "/admin/"}
    assert as_stranger.post("/logga-in/", form)["Location"] == "/admin/"


def test_logging_in_never_leads_to_another_site(as_stranger, anna):
    form = {"username": "anna", "password": "en lång mening", "next": "https://example.com/"}
    assert as_stranger.post("/logga-in/", form)["Location"] == "/"


def test_a_wrong_password_stays_on_the_page(as_stranger, anna):
    answer = as_stranger.post("/logga-in/", {"username": "anna", "password": "fel"})
    assert answer.status_code == 200
    assert "_auth_user_id" not in as_stranger.session


def test_logging_out_takes_a_button_not_a_link(as_director):
    assert as_director.get("/logga-ut/").status_code == 405
    assert as_director.post("/logga-ut/")["Location"] == "/"
    assert "_auth_user_id" not in as_director.session
