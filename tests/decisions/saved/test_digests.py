from datetime import datetime
from smtplib import SMTPRecipientsRefused
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend as Locmem

from accounts.models import User
from decisions.mailing import MOST_IN_A_MAIL
from decisions.saved.asking import remember_all
from decisions.saved.digests import send_due
from decisions.saved.models import SavedSearch
from decisions.saved.stopping import stop_url
from minutes.publishing import publish
from minutes.states import State
from tests import factories
from tests.decisions.saved.making import a_reader, a_search

pytestmark = pytest.mark.django_db

HERE = ZoneInfo("Europe/Stockholm")
MONDAY = datetime(2026, 3, 2, 7, tzinfo=HERE)
TUESDAY = datetime(2026, 3, 3, 7, tzinfo=HERE)
NEXT_MONDAY = datetime(2026, 3, 9, 7, tzinfo=HERE)


class Moody(Locmem):
    """A mail server that refuses some, or goes down when it has taken a mail."""

    refuses: frozenset[str] = frozenset()
    goes_down = False

    def send_messages(self, messages) -> int:
        refused = {to: (550, b"no") for one in messages for to in one.to if to in self.refuses}
        if refused:
            raise SMTPRecipientsRefused(refused)
        sent = super().send_messages(messages)
        if self.goes_down:
            raise KeyboardInterrupt
        return sent


@pytest.fixture
def server(settings, monkeypatch):
    settings.EMAIL_BACKEND = f"{__name__}.Moody"
    monkeypatch.setattr(Moody, "refuses", frozenset())
    monkeypatch.setattr(Moody, "goes_down", False)
    return Moody


@pytest.fixture
def search():
    return a_search(a_reader("anna"), name="Broar", query="q=bron", frequency="daily")


def a_bridge(text: str = "Att bygga bron.", state: str = State.PUBLIC, **fields):
    item = factories.an_item(factories.a_meeting(state=state, **fields), title="Övrigt")
    return factories.a_decision(item, text=text)


def sent_at(moment: datetime) -> list[str]:
    """The subjects of what is sent then."""
    before = len(mail.outbox)
    list(send_due(moment))
    return [one.subject for one in mail.outbox[before:]]


def test_a_mail_says_what_is_new_where_it_stands_and_how_to_stop(search, settings):
    settings.SITE_URL = "https://arkiv.example"
    settings.DEFAULT_FROM_EMAIL = "arkivet@example.se"
    first = a_bridge("Att bygga bron & vägen.", start_date="2022-10-06")
    second = a_bridge("Att riva bron.", start_date="2021-01-07")
    assert sent_at(MONDAY) == ["2 nya träffar: Broar"]
    [one] = mail.outbox
    assert (one.from_email, one.to) == ("arkivet@example.se", ["anna@example.se"])
    stop = f"https://arkiv.example{stop_url(search)}"
    assert (
        one.body
        == f"""2 nya träffar för din sparade sökning ”Broar”:

Att bygga bron & vägen.
6 oktober 2022, Ledningsgruppen, 1. Övrigt
https://arkiv.example/beslut/{first.public_id}/

Att riva bron.
7 januari 2021, Ledningsgruppen, 1. Övrigt
https://arkiv.example/beslut/{second.public_id}/

--
Hela listan: https://arkiv.example/beslut/?q=bron
Ändra hur ofta du får mejl: https://arkiv.example/sparade/{search.pk}/
Sluta få mejl om sökningen: {stop}
"""
    )
    assert one.extra_headers["List-Unsubscribe"] == f"<{stop}>"
    assert one.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nothing_is_sent_when_nothing_is_new(search):
    a_bridge()
    remember_all(search)
    assert sent_at(MONDAY) == []
    search.refresh_from_db()
    assert search.last_sent_at is None


def test_each_hit_is_sent_once_and_what_comes_later_the_next_day(search):
    a_bridge()
    assert sent_at(MONDAY) == ["1 ny träff: Broar"]
    a_bridge()
    assert sent_at(MONDAY) == []
    assert sent_at(TUESDAY) == ["1 ny träff: Broar"]
    assert sent_at(NEXT_MONDAY) == []


def test_a_weekly_mail_comes_once_a_week(search):
    SavedSearch.objects.update(frequency="weekly")
    found = {}
    for day in (MONDAY, TUESDAY, NEXT_MONDAY):
        a_bridge()
        found[day] = sent_at(day)
    assert found == {
        MONDAY: ["1 ny träff: Broar"],
        TUESDAY: [],
        NEXT_MONDAY: ["2 nya träffar: Broar"],
    }


def test_a_meeting_of_long_ago_that_is_published_today_is_in_todays_mail(search):
    draft = a_bridge(state=State.DRAFT, start_date="1998-05-05")
    assert sent_at(MONDAY) == []
    publish(draft.item.meeting, to=State.PUBLIC)
    assert sent_at(MONDAY) == ["1 ny träff: Broar"]
    publish(draft.item.meeting, to=State.DRAFT)
    publish(draft.item.meeting, to=State.PUBLIC)
    assert sent_at(TUESDAY) == []


def test_an_item_is_told_by_its_title_and_place(search):
    SavedSearch.objects.update(listing="sok")
    item = factories.an_item(title="Bron över viken")
    assert sent_at(MONDAY) == ["1 ny träff: Broar"]
    lines = mail.outbox[0].body.splitlines()
    assert lines[2] == "1. Bron över viken"
    assert lines[4].endswith(item.get_absolute_url())


def test_a_long_list_is_counted_in_full_and_told_once(search):
    item = factories.an_item()
    for _ in range(MOST_IN_A_MAIL + 2):
        factories.a_decision(item, text="Att bygga bron.")
    assert sent_at(MONDAY) == [f"{MOST_IN_A_MAIL + 2} nya träffar: Broar"]
    body = mail.outbox[0].body
    assert body.count("Att bygga bron.") == MOST_IN_A_MAIL
    assert "Och 2 till, se hela listan." in body
    assert sent_at(TUESDAY) == []


def test_a_draft_reaches_no_reader_and_loss_of_a_role_counts_at_once(search):
    User.objects.update(role="secretary")
    a_bridge("Den hemliga bron.", State.DRAFT)
    User.objects.update(role="reader")
    assert sent_at(MONDAY) == []


def test_a_name_in_markup_is_written_as_it_is(search):
    SavedSearch.objects.update(name="<b>Å & Ä</b>")
    a_bridge()
    assert sent_at(MONDAY) == ["1 ny träff: <b>Å & Ä</b>"]
    assert "”<b>Å & Ä</b>”" in mail.outbox[0].body


def troubles(moment: datetime) -> list[tuple[int, str, bool]]:
    outcomes = list(send_due(moment))
    return [(one.wanted.pk, one.trouble, one.is_refused) for one in outcomes if one.trouble]


def test_what_cannot_be_sent_waits_until_it_can(search):
    a_bridge()
    obstacles = [
        (User, {"is_active": False}, {"is_active": True}, "hör till ett avstängt konto."),
        (User, {"email": ""}, {"email": "a@b.se"}, "hör till ett konto utan e-postadress."),
        (
            SavedSearch,
            {"query": "kommun=x"},
            {"query": "q=bron"},
            "har ett val som inte finns längre.",
        ),
    ]
    for model, worse, better, sentence in obstacles:
        model.objects.update(**worse)
        assert troubles(MONDAY) == [(search.pk, sentence, False)]
        model.objects.update(**better)
    assert mail.outbox == []
    assert sent_at(MONDAY) == ["1 ny träff: Broar"]


def test_a_mail_that_is_refused_stays_due_and_the_others_go_on(search, server, monkeypatch):
    other = a_search(a_reader("bo"), name="Bos", query="q=bron", frequency="daily")
    a_bridge()
    monkeypatch.setattr(server, "refuses", frozenset({"anna@example.se"}))
    [(refused, sentence, is_refused)] = troubles(MONDAY)
    assert (refused, is_refused) == (search.pk, True)
    assert sentence.startswith("tog inte e-postservern emot: ")
    assert [one.to for one in mail.outbox] == [[other.user.email]]
    monkeypatch.setattr(server, "refuses", frozenset())
    assert sent_at(MONDAY) == ["1 ny träff: Broar"]


def test_a_mail_that_was_sent_again_after_a_fall_has_the_same_name(search, server, monkeypatch):
    """Killed between the server's yes and the commit: nothing is lost, and the twin is known."""
    a_bridge()
    monkeypatch.setattr(server, "goes_down", True)
    with pytest.raises(KeyboardInterrupt):
        list(send_due(MONDAY))
    search.refresh_from_db()
    assert (search.last_sent_at, search.told.count()) == (None, 0)
    monkeypatch.setattr(server, "goes_down", False)
    assert sent_at(MONDAY) == ["1 ny träff: Broar"]
    names = [one.extra_headers["Message-ID"] for one in mail.outbox]
    assert names == [names[0]] * 2


def test_killed_between_two_mails_sends_neither_twice(search, server, monkeypatch):
    a_search(a_reader("bo"), name="Bos", query="q=bron", frequency="daily")
    a_bridge()
    outcomes = send_due(MONDAY)
    next(outcomes)
    outcomes.close()
    assert [one.subject for one in mail.outbox] == ["1 ny träff: Broar"]
    assert sent_at(MONDAY) == ["1 ny träff: Bos"]


def test_another_who_has_sent_it_meanwhile_is_noticed(search):
    """Of two who run at once both know that it is due; the second looks again."""
    a_search(a_reader("bo"), name="Bos", query="q=bron", frequency="daily")
    a_bridge()
    slow = send_due(MONDAY)
    next(slow)
    assert sent_at(MONDAY) == ["1 ny träff: Bos"]
    assert [one.number for one in slow] == [0]
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("rows", [1, 3])
def test_a_mail_asks_the_same_of_the_database_for_one_hit_and_three(
    rows, search, django_assert_num_queries
):
    for _ in range(rows):
        a_bridge()
    with django_assert_num_queries(14):
        assert len(sent_at(MONDAY)) == 1
