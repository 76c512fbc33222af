import pytest
from django.core.management import CommandError, call_command

from decisions.models import Answer
from intake.receiving import receive
from people.models import BodyRule
from tests.intake.own_archive import ROOT

pytestmark = pytest.mark.django_db
SAMPLE = ROOT / "intake/samples/2021-05-20-samarbetskommitten.txt"


@pytest.fixture
def sample(settings):
    settings.DEBUG = True
    receive(SAMPLE.read_bytes(), SAMPLE.name)


def ensured() -> tuple[int, int]:
    call_command("ensure_demo_example")
    return BodyRule.objects.count(), Answer.objects.count()


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


def test_the_rule_is_that_of_the_samples():
    from config.management.commands.ensure_demo_example import RULE

    printed = (ROOT / "intake/samples/2022-03-18-ledningsgruppen.md").read_text()
    assert f"*{RULE}*" in printed


def test_a_real_installation_gets_no_examples(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("ensure_demo_example")
    assert not BodyRule.objects.exists()
