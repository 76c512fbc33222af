"""Every address declares who may come; what is open although the archive is closed is listed."""

from datetime import date

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from accounts.models import User
from minutes.states import State
from tests.addresses import an_entry

# Named here although the cast brings the database along: tests that seem to have none are run
# last, after those that empty it.
pytestmark = pytest.mark.django_db

RULES = {"anyone", "readers", "signed_in", "staff", "secretaries"}
OPEN_TO_ANYONE = {"about", "login", "logout", "healthz", "choose_language"}
OPEN_TO_ANYONE |= {"glossary", "keyboard", "accessibility"}
OPEN_TO_ANYONE |= {"opensearch", "robots"}  # which tell nothing of a meeting
OPEN_TO_ANYONE |= {"saved_feed", "stop_mail", "stop_reminders"}  # whose address is a key


def every(patterns: list, prefix: str = ""):
    """(address, pattern) of every view that the resolver can reach."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from every(pattern.url_patterns, address)
        elif isinstance(pattern, URLPattern):
            yield address, pattern


VIEWS = list(every(get_resolver().url_patterns))


@pytest.mark.parametrize("pattern", [pytest.param(p, id=address or "/") for address, p in VIEWS])
def test_every_view_declares_its_rule(pattern):
    assert getattr(pattern.callback, "access", None) in RULES


def test_only_these_are_open_when_the_archive_is_closed():
    assert {p.name for _, p in VIEWS if p.callback.access == "anyone"} == OPEN_TO_ANYONE


def test_the_whole_admin_is_for_secretaries():
    rules = {p.callback.access for address, p in VIEWS if address.startswith("admin/")}
    assert rules == {"secretaries"}


EVERYBODY = {"stranger", "director", "staff", "secretary"}
SIGNED_IN = EVERYBODY - {"stranger"}
LET_IN = {"readers": EVERYBODY, "staff": {"staff", "secretary"}, "secretaries": {"secretary"}}
LET_IN["signed_in"] = SIGNED_IN
POST_ONLY = {"logout": 405, "choose_language": 302}


def expected(rule: str, who: str, *, is_public: bool) -> int:
    """The status of a page that exists, for somebody of the cast."""
    let_in = SIGNED_IN if rule == "readers" and not is_public else LET_IN.get(rule, EVERYBODY)
    if who in let_in:
        return 200
    return 404 if who in SIGNED_IN else 302  # to the login page


@pytest.mark.parametrize("is_public", [True, False], ids=["public archive", "closed archive"])
@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_each_page_lets_in_whom_its_rule_names(who, is_public, request, settings):
    client = request.getfixturevalue(f"as_{who}")
    settings.ARCHIVE_PUBLIC = is_public
    entry = an_entry(State.PUBLIC, "oppet", start_date=date(2021, 3, 4))
    for address in entry.everything:
        view = resolve(address.partition("?")[0])
        status = expected(view.func.access, who, is_public=is_public)
        if view.url_name == "login" and who in SIGNED_IN:
            status = 302  # on to where they were going
        assert client.get(address).status_code == POST_ONLY.get(view.url_name, status), address


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_what_forms_are_sent_to_is_shut_like_a_page_and_shows_none(who, request):
    client = request.getfixturevalue(f"as_{who}")
    for address in an_entry(State.DRAFT, "dold").acts.values():
        status = expected(resolve(address).func.access, who, is_public=True)
        assert client.get(address).status_code == (405 if status == 200 else status), address
        if status != 200:
            refused = 401 if who == "stranger" else status
            assert client.post(address).status_code == refused, address


@pytest.mark.parametrize("who", sorted(EVERYBODY))
def test_what_is_somebodys_own_is_unknown_to_all_others(who, request):
    client = request.getfixturevalue(f"as_{who}")
    pages = an_entry(State.PUBLIC, "oppet").owned.values()
    assert {client.get(page).status_code for page in pages} == {404 if who in SIGNED_IN else 302}


@pytest.mark.parametrize("who", ["director", "staff", "secretary"])
def test_what_is_made_for_somebody_is_kept_by_nobody(who, request):
    client = request.getfixturevalue(f"as_{who}")
    entry = an_entry(State.PUBLIC, "oppet")
    for address in [*entry.everything, "/finns-inte/"]:
        answer = client.get(address)
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", ")), address
        assert "Cookie" in answer["Vary"], address


def test_a_public_page_sets_no_cookie_and_is_asked_for_anew(as_stranger):
    entry = an_entry(State.PUBLIC, "oppet")
    for address in [*entry.pages.values(), *entry.lists]:
        answer = as_stranger.get(address)
        # A list that is searched answers its own script with a part of the page.
        depends = answer["Vary"].removeprefix("HX-Request, ")
        kept = (answer["Cache-Control"], depends, dict(answer.cookies))
        assert kept == ("no-cache", "Cookie", {}), address


def test_a_closed_archive_is_kept_by_nobody(as_stranger, settings):
    settings.ARCHIVE_PUBLIC = False
    assert as_stranger.get("/beslut/")["Cache-Control"] == "private, no-store"


def test_losing_a_role_counts_from_the_next_question(as_secretary, secretary):
    draft = an_entry(State.DRAFT, "dold").pages["meeting"]
    assert as_secretary.get(draft).status_code == 200
    User.objects.filter(pk=secretary.pk).update(role="reader")
    assert as_secretary.get(draft).status_code == 404
