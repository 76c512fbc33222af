from datetime import datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command

from decisions.saved.models import SavedSearch
from tests import factories
from tests.decisions.saved.making import a_reader, a_search

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def search():
    return a_search(a_reader("anna"), name="Broar", frequency="daily")


def run(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("send_digests", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_it_says_how_many_mails_with_how_many_hits(search):
    for _ in range(2):
        factories.a_decision()
    assert run() == ("1 mejl skickade, med 2 träffar.\n", "")
    assert run() == ("0 mejl skickade, med 0 träffar.\n", "")
    assert len(mail.outbox) == 1


def test_a_run_a_day_sends_what_each_day_brought(search):
    for day, number in [(2, 1), (3, 0), (4, 2)]:
        for _ in range(number):
            factories.a_decision()
        with time_machine.travel(datetime(2026, 3, day, 6, 30, tzinfo=HERE), tick=False):
            assert run()[0] == f"{int(number > 0)} mejl skickade, med {number} träffar.\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-03-02T07:00", datetime(2026, 3, 2, 7, tzinfo=HERE)),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=HERE)),
        ("2026-03-02T07:00+00:00", datetime(2026, 3, 2, 8, tzinfo=HERE)),
    ],
)
def test_it_can_be_run_as_if_it_were_another_time(given, expected, search):
    factories.a_decision()
    run("--at", given)
    assert SavedSearch.objects.get().last_sent_at == expected


@pytest.mark.parametrize("given", ["igår", "2026-13-01", "2026-03-02T25:00"])
def test_what_is_no_time_is_refused(given):
    with pytest.raises(CommandError, match="is no ISO date or time"):
        run("--at", given)


def test_whom_nothing_can_be_sent_is_said_without_what_they_search_for(search):
    a_search(a_reader("bo", email=""), name="Hemligt", frequency="weekly")
    told = run()[1]
    assert told.endswith(" (bo) hör till ett konto utan e-postadress.\n")
    assert told.count("\n") == 1
    assert "Hemligt" not in told


def test_a_server_that_is_not_there_is_said_for_each_and_ends_with_1(search, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    a_search(a_reader("bo"), frequency="daily")
    factories.a_decision()
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit, match="1"):
        call_command("send_digests", stdout=out, stderr=err)
    assert out.getvalue() == "0 mejl skickade, med 0 träffar.\n"
    sentences = [line.partition(") ")[2][:28] for line in err.getvalue().splitlines()]
    assert sentences == ["tog inte e-postservern emot:"] * 2
    assert list(SavedSearch.objects.values_list("last_sent_at", flat=True)) == [None, None]


def test_a_real_installation_without_a_mail_server_sends_nothing_to_the_log(search, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    factories.a_decision()
    with pytest.raises(CommandError, match="EMAIL_URL names no mail server"):
        run()
    assert search.told.count() == 0


def test_a_quiet_run_says_nothing_but_trouble(search):
    factories.a_decision()
    assert run("--verbosity", "0") == ("", "")
