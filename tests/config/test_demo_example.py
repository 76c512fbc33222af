import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from config.example.minutes import NAMED
from decisions.models import Answer, Assignment, Report, TakenUp, Topic
from intake.models import SourceFile
from intake.receiving import receive
from intake.trashing import purge_meeting
from minutes.models import Meeting
from minutes.publishing import publish
from minutes.states import State
from people.models import Body, BodyRule
from tests.intake.own_archive import ROOT

pytestmark = pytest.mark.django_db
SAMPLES = ROOT / "intake/samples"
SAMPLE = SAMPLES / "2021-05-20-samarbetskommitten.txt"
TODAY = "2026-11-21T12:00+01:00"
OF_SAMPLE = {"decision__item__meeting__start_date": "2021-05-20"}


@pytest.fixture
def sample(settings, time_machine):
    settings.DEBUG = True
    time_machine.move_to(TODAY)
    receive(SAMPLE.read_bytes(), SAMPLE.name)


def ensured() -> tuple[int, int]:
    call_command("ensure_demo_example")
    return BodyRule.objects.count(), Answer.objects.filter(**OF_SAMPLE).count()


def laid_out() -> list[int]:
    kinds = (SourceFile, Meeting, Assignment, Report, Answer, TakenUp, Topic)
    return [kind.objects.count() for kind in kinds]


def test_a_rule_and_answers_are_registered_once(sample, secretary):
    assert [ensured(), ensured()] == [(1, 5), (1, 5)]
    rule = BodyRule.objects.get()
    assert (str(rule), rule.absent_is_bound) == ("Ledningsgruppen 2022-03-18", True)


def test_what_somebody_has_written_or_taken_away_stays(sample, secretary):
    ensured()
    BodyRule.objects.update(text="En annan.")
    Answer.objects.all().delete()
    assert ensured() == (1, 0)
    assert BodyRule.objects.get().text == "En annan."


def test_without_the_sample_or_a_secretary_there_is_nothing_to_answer(db, settings):
    settings.DEBUG = True
    assert ensured() == (1, 0)
    assert not Meeting.objects.exists()


def test_the_meetings_are_laid_out_once_and_what_is_thrown_away_stays_so(sample, secretary):
    ensured()
    before = laid_out()
    ensured()
    assert laid_out() == before
    User.objects.filter(pk=secretary.pk).update(may_purge=True)
    secretary.refresh_from_db()
    for one in Meeting.objects.filter(source_files__file_name__endswith=NAMED):
        for to in (State.DRAFT, State.TRASHED):
            publish(one, to, by=secretary)
        purge_meeting(one.pk, secretary, "Behövs inte.")
    ensured()
    assert [one.start_date.year for one in Meeting.objects.all()] == [2021]


def test_on_a_day_that_the_archive_has_a_meeting_of_nothing_is_laid_out(sample, secretary):
    there = Meeting.objects.create(
        body=Body.objects.get(slug="ledningsgruppen"), start_date="2026-11-13", title="Eget"
    )
    ensured()
    assert [one.title for one in Meeting.objects.filter(start_date__year=2026)] == [there.title]
    assert not Topic.objects.filter(slug="effektbrist").exists()


@pytest.mark.parametrize("today", ["2027-01-01", "2027-06-30", "2027-07-01", "2028-02-29"])
def test_it_is_laid_out_whole_whatever_day_it_is(today, sample, secretary, time_machine):
    time_machine.move_to(f"{today}T12:00+01:00")
    ensured()
    made = Meeting.objects.order_by("start_date")[1:]
    given = [Assignment.objects.filter(item__meeting=one).count() for one in made]
    assert [(one.state, number) for one, number in zip(made, given, strict=True)] == [
        ("public", 4),
        ("public", 21),
    ]


def test_the_rule_is_that_of_the_samples():
    from config.management.commands.ensure_demo_example import RULE

    printed = (ROOT / "intake/samples/2022-03-18-ledningsgruppen.md").read_text()
    assert f"*{RULE}*" in printed


def test_a_real_installation_gets_no_examples(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("ensure_demo_example")
    assert not BodyRule.objects.exists()
