from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from accounts.models import User
from decisions.assignments.models import Assignment, Reminded, Subscription
from decisions.assignments.reminder_mail import send_due
from decisions.assignments.reminders import remember_overdue
from decisions.assignments.reporting import report
from decisions.assignments.stopping import stop_url
from decisions.mailing import MOST_IN_A_MAIL
from minutes.publishing import publish
from minutes.states import State
from tests.decisions.assignments.making import TODAY, a_task
from tests.decisions.saved.making import a_reader
from tests.decisions.saved.test_digests import Moody
from tests.factories import an_organization

pytestmark = pytest.mark.django_db

HERE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 3, 12, 7, tzinfo=HERE)


@pytest.fixture
def server(settings, monkeypatch):
    settings.EMAIL_BACKEND = f"{Moody.__module__}.Moody"
    monkeypatch.setattr(Moody, "refuses", frozenset())
    monkeypatch.setattr(Moody, "goes_down", False)
    return Moody


@pytest.fixture
def subscription():
    return Subscription.objects.create(user=a_reader("anna"))


def in_days(number: int, text: str = "Att svara.", **fields) -> Assignment:
    return a_task(text, due_date=TODAY + timedelta(days=number), **fields)


def sent(days: int = 0) -> list[str]:
    """The subjects of what is sent so many days later."""
    before = len(mail.outbox)
    list(send_due(NOW + timedelta(days=days)))
    return [one.subject for one in mail.outbox[before:]]


SOON, LATE = "Uppdrag: 1 att göra snart", "Uppdrag: 1 där tiden har gått ut"


def test_a_mail_says_what_is_due_what_is_late_and_how_to_stop(subscription, settings):
    settings.SITE_URL = "https://arkiv.example"
    of = {"start_date": date(2022, 10, 6)}
    soon = in_days(5, "Att svara & sända.", due_text="före den 17 mars", of=of)
    late = in_days(-2, "Att räkna.", printed_responsible="", standing="confirmed")
    assert sent() == ["Uppdrag: 1 att göra snart, 1 där tiden har gått ut"]
    [one] = mail.outbox
    stop = f"https://arkiv.example{stop_url(subscription)}"
    held = late.item.meeting.start_date
    months = (
        "januari februari mars april maj juni juli augusti september oktober november december"
    )
    day = f"{held.day} {months.split()[held.month - 1]} {held.year}"
    assert one.to == ["anna@example.se"]
    assert (
        one.body
        == f"""Ska snart vara klart

Haninge: Att svara & sända.
Senast 17 mars 2026 (i källan: ”före den 17 mars”). Föreslaget av programmet, inte granskat
6 oktober 2022, Ledningsgruppen
https://arkiv.example/uppdrag/{soon.public_id}/

Tiden har gått ut

Oklart vem: Att räkna.
Senast 10 mars 2026
{day}, Ledningsgruppen
https://arkiv.example/uppdrag/{late.public_id}/

--
Hela listan: https://arkiv.example/uppdrag/
Ändra vad du påminns om: https://arkiv.example/uppdrag/paminnelser/
Sluta få påminnelser: {stop}
"""
    )
    assert one.extra_headers["List-Unsubscribe"] == f"<{stop}>"
    assert one.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_each_is_told_once_before_its_day_and_once_after(subscription):
    in_days(20)
    told = {day: sent(day) for day in (0, 5, 6, 7, 20, 21, 22, 300)}
    assert {day: one for day, one in told.items() if one} == {6: [SOON], 21: [LATE]}


def test_a_new_day_is_told_anew(subscription):
    one = in_days(3)
    assert sent() == [SOON]
    Assignment.objects.filter(pk=one.pk).update(due_date=TODAY + timedelta(days=9))
    assert (sent(), sent()) == ([SOON], [])


def test_a_month_is_late_when_it_is_over(subscription):
    a_task(due_date=date(2026, 3, 31), due_precision="month")
    assert sent() == []
    assert sent(5) == [SOON]
    assert (sent(19), sent(20)) == ([], [LATE])


def test_how_long_before_is_the_subscribers_choice(subscription):
    Subscription.objects.update(days_before=2)
    in_days(3)
    assert (sent(), sent(1)) == ([], [SOON])


def test_one_municipality_is_told_of_its_own(subscription):
    Subscription.objects.update(organization=an_organization("Salem"))
    in_days(3)
    in_days(3, "Salem svarar.", responsible_organization=an_organization("Salem"))
    assert sent() == [SOON]
    assert "/uppdrag/?kommun=salem" in mail.outbox[0].body
    assert mail.outbox[0].body.count("Haninge") == 0


def test_what_is_settled_undated_rejected_or_a_draft_is_not_told(subscription):
    report(in_days(3), status="done", said_date=date(2026, 3, 1), seen=0)
    a_task("Utan tid.")
    in_days(3, standing="rejected")
    in_days(3, of={"state": State.DRAFT})
    User.objects.update(role="secretary")
    assert sent() == []


def test_what_is_shared_inside_is_told_to_the_signed_in_and_a_draft_once_it_is_shown(subscription):
    inside = in_days(3, of={"state": State.INTERNAL})
    assert sent() == [SOON]
    draft = in_days(4, of={"state": State.DRAFT})
    assert sent() == []
    publish(draft.item.meeting, to=State.PUBLIC)
    assert sent() == [SOON]
    assert set(Reminded.objects.values_list("assignment", flat=True)) == {inside.pk, draft.pk}


def test_what_was_late_before_somebody_subscribed_is_no_news(subscription):
    in_days(-400)
    remember_overdue(subscription, TODAY)
    in_days(-1)
    assert sent() == [LATE]


def test_a_long_list_is_counted_in_full_and_told_once(subscription):
    for _ in range(MOST_IN_A_MAIL + 2):
        in_days(3)
    assert sent() == [f"Uppdrag: {MOST_IN_A_MAIL + 2} att göra snart"]
    assert mail.outbox[0].body.count("Att svara.") == MOST_IN_A_MAIL
    assert "Och 2 till, se hela listan." in mail.outbox[0].body
    assert sent() == []


def test_what_cannot_be_sent_waits_until_it_can(subscription):
    in_days(3)
    for worse, better, sentence in [
        ({"is_active": False}, {"is_active": True}, "hör till ett avstängt konto."),
        ({"email": ""}, {"email": "a@b.se"}, "hör till ett konto utan e-postadress."),
    ]:
        User.objects.update(**worse)
        assert [one.trouble for one in send_due(NOW)] == [sentence]
        User.objects.update(**better)
    assert sent() == [SOON]


def test_a_mail_that_is_refused_stays_due_and_the_others_go_on(subscription, server, monkeypatch):
    Subscription.objects.create(user=a_reader("bo"))
    in_days(3)
    monkeypatch.setattr(server, "refuses", frozenset({"anna@example.se"}))
    outcomes = list(send_due(NOW))
    assert [(one.number, one.is_refused) for one in outcomes] == [(0, True), (1, False)]
    assert [one.to for one in mail.outbox] == [["bo@example.se"]]
    monkeypatch.setattr(server, "refuses", frozenset())
    assert sent() == [SOON]


def test_a_mail_that_was_sent_again_after_a_fall_has_the_same_name(
    subscription, server, monkeypatch
):
    """Killed between the server's yes and the commit: nothing is lost, and the twin is known."""
    in_days(3)
    in_days(-1)
    monkeypatch.setattr(server, "goes_down", True)
    with pytest.raises(KeyboardInterrupt):
        list(send_due(NOW))
    assert Reminded.objects.count() == 0
    monkeypatch.setattr(server, "goes_down", False)
    assert len(sent()) == 1
    names = [one.extra_headers["Message-ID"] for one in mail.outbox]
    assert names == [names[0]] * 2


def test_killed_between_two_mails_sends_neither_twice(subscription):
    Subscription.objects.create(user=a_reader("bo"))
    in_days(3)
    outcomes = send_due(NOW)
    next(outcomes)
    outcomes.close()
    sent()
    assert [one.to for one in mail.outbox] == [["anna@example.se"], ["bo@example.se"]]


def test_another_who_has_sent_it_meanwhile_is_noticed(subscription):
    Subscription.objects.create(user=a_reader("bo"))
    in_days(3)
    slow = send_due(NOW)
    next(slow)
    assert sent() == [SOON]
    assert [one.number for one in slow] == [0]
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("rows", [1, 3])
def test_a_mail_asks_the_same_of_the_database_for_one_assignment_and_three(
    rows, subscription, django_assert_num_queries
):
    for _ in range(rows):
        in_days(3)
    with django_assert_num_queries(8):
        assert len(sent()) == 1


class TestCommand:
    def run(self, *arguments: str) -> tuple[str, str]:
        out, err = StringIO(), StringIO()
        call_command("send_reminders", *arguments, stdout=out, stderr=err)
        return out.getvalue(), err.getvalue()

    def test_it_says_how_many_mails_with_how_many_assignments(self, subscription):
        for _ in range(2):
            in_days(3)
        at = ("--at", "2026-03-12T07:00")
        assert self.run(*at) == ("1 mejl skickade, med 2 uppdrag.\n", "")
        assert self.run(*at) == ("0 mejl skickade, med 0 uppdrag.\n", "")
        assert self.run(*at, "--verbosity", "0") == ("", "")

    def test_whom_nothing_can_be_sent_is_said(self, subscription):
        User.objects.update(email="")
        assert self.run()[1] == (
            f"Påminnelse {subscription.pk} (anna) hör till ett konto utan e-postadress.\n"
        )

    def test_a_server_that_refuses_ends_with_1(self, subscription, server, monkeypatch):
        in_days(3)
        monkeypatch.setattr(server, "refuses", frozenset({"anna@example.se"}))
        with pytest.raises(SystemExit, match="1"):
            self.run("--at", "2026-03-12")

    def test_a_real_installation_without_a_mail_server_sends_nothing_to_the_log(self, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
        with pytest.raises(CommandError, match="EMAIL_URL names no mail server"):
            self.run()
