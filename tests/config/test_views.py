import pytest
from django.db import DatabaseError
from django.test import Client

from config import views
from minutes.states import State
from tests.addresses import an_entry
from tests.pages import Page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def test_a_healthy_archive_says_so_and_no_more(as_stranger):
    answer = as_stranger.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_an_archive_without_its_database_is_unavailable(monkeypatch):
    def gone(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("django.db.connection.cursor", gone)
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "unavailable"})


def test_an_archive_that_cannot_store_originals_is_unavailable(as_stranger, settings, tmp_path):
    settings.ORIGINALS_DIR = tmp_path / "file" / "originals"
    (tmp_path / "file").write_text("in the way")
    assert as_stranger.get("/healthz").status_code == 503


@pytest.mark.parametrize("address", ["/", "/logga-in/", "/finns-inte/"])
def test_every_answer_carries_the_strict_policy(as_stranger, address):
    given = as_stranger.get(address)["Content-Security-Policy"]
    assert sorted(given.split("; ")) == sorted(POLICY.split("; "))


def test_an_unknown_address_gets_a_page_in_swedish(as_stranger):
    answer = as_stranger.get("/finns-inte/")
    assert answer.status_code == 404
    assert '<html lang="sv"' in answer.text


def test_a_failure_gets_a_page_although_everything_may_be_broken(db, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("config.views._database_answers", broken)
    answer = Client(raise_request_exception=False).get("/healthz")
    assert answer.status_code == 500
    assert "<h1>" in answer.text


@pytest.mark.parametrize(
    ("view", "status", "heading"),
    [
        (views.bad_request, 400, "Adressen går inte att läsa"),
        (views.forbidden, 403, "Du får inte göra det här"),
        (views.not_found, 404, "Sidan finns inte"),
    ],
)
def test_what_is_wrong_is_said_with_a_way_on(view, status, heading, rf):
    answer = view(rf.get("/finns-inte/"), Exception())
    page = Page(answer)
    assert answer.status_code == status
    assert page.main.startswith(heading)
    assert [form["action"] for form in page.all("form") if form.get("role")] == ["/sok/"]
    assert page.link("Startsidan") == "/"


def test_a_draft_is_answered_like_an_address_that_never_was(as_stranger):
    draft = an_entry(State.DRAFT, "dold").pages["decision"]
    hidden, unknown = (as_stranger.get(address) for address in (draft, "/finns-inte/"))
    assert Page(hidden).main == Page(unknown).main


def test_a_page_without_its_database_still_tells_what_is_wrong(db, monkeypatch):
    def gone(*args, **kwargs):
        raise DatabaseError

    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "a" * 32
    with monkeypatch.context() as patch:
        patch.setattr("django.db.backends.utils.CursorWrapper.execute", gone)
        answer = client.get("/")
    assert answer.status_code == 500
    assert "Felet är inte ditt, och det är antecknat." in Page(answer).text
    assert answer["Cache-Control"] == "private, no-store"


def test_a_form_from_yesterday_is_told_what_to_do(db):
    answer = Client(enforce_csrf_checks=True).post("/logga-in/", {"username": "x"})
    assert answer.status_code == 403
    assert "ladda om sidan" in answer.text


def test_the_language_follows_the_readers_choice_not_the_browser(as_stranger):
    english_browser = {"Accept-Language": "en"}
    assert '<html lang="sv"' in as_stranger.get("/", headers=english_browser).text
    as_stranger.post("/sprak/", {"language": "en", "next": "/"})
    english = as_stranger.get("/")
    assert '<html lang="en"' in english.text
    assert english["Content-Language"] == "en"


def test_the_chosen_language_stays_for_a_year(as_stranger):
    cookie = as_stranger.post("/sprak/", {"language": "en"}).cookies["django_language"]
    assert (cookie["max-age"], cookie["httponly"]) == (31_536_000, True)


def test_another_language_is_a_button_away_and_leads_back(as_stranger):
    page = Page(as_stranger.get("/beslut/?ar=2022"))
    form = {"language": "en", "next": "/beslut/?ar=2022"}
    hidden = [field for field in page.all("input") if field.get("type") == "hidden"]
    assert hidden == [{"type": "hidden", "name": "next", "value": "/beslut/?ar=2022"}]
    answer = Client(enforce_csrf_checks=True).post("/sprak/", form)
    assert (answer.status_code, answer["Location"]) == (302, "/beslut/?ar=2022")
    assert answer.cookies["django_language"].value == "en"
