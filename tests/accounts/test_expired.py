"""A form sent by somebody who is not signed in any more: nothing that was written is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from minutes.models import Meeting
from tests.factories import a_draft, an_item
from tests.pages import Page

pytestmark = pytest.mark.django_db
TEXT = "Ordföranden <öppnar> mötet.\r\n\r\nAndra stycket."


@pytest.fixture
def item():
    return an_item(a_draft(), title="Före")


@pytest.fixture
def anna():
    return User.objects.create_user("anna", password="en lång mening", role="secretary")


def address_of(item) -> str:
    return f"/granska/{item.meeting_id}/punkter/{item.pk}/"


def written(item) -> dict[str, str]:
    return {
        "version": str(item.meeting.version),
        "do": "save",
        f"item-{item.pk}-title": "Efter",
        f"item-{item.pk}-text": TEXT,
        "csrfmiddlewaretoken": "gammal",
        "new_password": "hemligt ord",
    }


def hidden(answer) -> dict[str, str]:
    fields = [f for f in Page(answer).all("input") if f.get("type") == "hidden"]
    return {field["name"]: field.get("value", "") for field in fields}


def logged_in(client, answer, **other):
    form = {**hidden(answer), "username": "anna", "password": "en lång mening", **other}
    return client.post("/logga-in/", form)


def test_the_answer_is_the_login_page_with_what_was_written(as_stranger, item):
    answer = as_stranger.post(address_of(item), written(item))
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Session")
    words = Page(answer).main
    assert "Du är inte inloggad längre. Det du skrev är inte sparat än" in words
    assert TEXT.replace("\r\n\r\n", " ") in words
    assert "hemligt ord" not in answer.text


def test_after_login_one_button_saves_it(as_stranger, item, anna):
    again = logged_in(as_stranger, as_stranger.post(address_of(item), written(item)))
    assert again.status_code == 200
    (form,) = [f for f in Page(again).all("form") if f["action"] == address_of(item)]
    fields = hidden(again)
    assert {"csrfmiddlewaretoken", "new_password"} & set(fields) == {"csrfmiddlewaretoken"}
    assert fields["csrfmiddlewaretoken"] != "gammal"
    saved = as_stranger.post(form["action"], fields)
    item.refresh_from_db()
    assert (saved.status_code, item.title) == (303, "Efter")
    assert item.text == TEXT.replace("\r\n", "\n")


def test_nothing_is_saved_before_the_button_is_pressed(as_stranger, item, anna):
    logged_in(as_stranger, as_stranger.post(address_of(item), written(item)))
    item.refresh_from_db()
    assert (item.title, Meeting.objects.get().version) == ("Före", 1)


def test_a_wrong_password_keeps_it_too(as_stranger, item, anna):
    answer = as_stranger.post(address_of(item), written(item))
    wrong = logged_in(as_stranger, answer, password="fel")
    assert "Andra stycket." in Page(wrong).main
    again = logged_in(as_stranger, wrong)
    assert hidden(again)[f"item-{item.pk}-title"] == "Efter"


def test_whoever_has_signed_in_elsewhere_meanwhile_goes_on_too(as_stranger, item, anna):
    answer = as_stranger.post(address_of(item), written(item))
    as_stranger.force_login(anna)
    again = as_stranger.post("/logga-in/", hidden(answer))
    assert hidden(again)[f"item-{item.pk}-title"] == "Efter"


def test_what_was_kept_cannot_be_made_up(as_stranger, item, anna):
    for forged in ("", "skräp", "eyJ4IjoxfQ:1abcde:xyz"):
        form = {"kept": forged, "username": "anna", "password": "en lång mening"}
        assert as_stranger.post("/logga-in/", form)["Location"] == "/"
        as_stranger.logout()


def test_files_must_be_chosen_again(as_stranger):
    files = {"files": SimpleUploadedFile("protokoll.pdf", b"%PDF-")}
    answer = as_stranger.post("/ladda-upp/", files)
    assert answer.status_code == 401
    assert "Filerna följde inte med: välj dem en gång till." in Page(answer).main


def test_somebody_signed_in_without_the_right_is_told_nothing(as_director, item):
    assert as_director.post(address_of(item), written(item)).status_code == 404


def test_a_page_left_open_shows_what_was_written_in_it(item, anna):
    client = Client(enforce_csrf_checks=True)
    client.force_login(anna)
    answer = client.post(address_of(item), written(item))
    assert answer.status_code == 403
    assert "Kopiera det du skrev" in Page(answer).main
    assert "Andra stycket." in Page(answer).main
    assert [f for f in Page(answer).all("form") if f["action"] == address_of(item)] == []


def test_one_of_our_own_pages_left_open_can_be_sent_again(item, anna):
    client = Client(enforce_csrf_checks=True)
    client.force_login(anna)
    ours = {"origin": "http://testserver"}
    answer = client.post(address_of(item), written(item), headers=ours)
    assert answer.status_code == 403
    saved = client.post(address_of(item), hidden(answer), headers=ours)
    assert saved.status_code == 303
    item.refresh_from_db()
    assert item.title == "Efter"
