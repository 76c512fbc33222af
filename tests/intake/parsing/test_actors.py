import re

import pytest

from intake.parsing.actors import ACTOR, ELECTED, ENTRUST, GROUP, POST, TASKED


@pytest.mark.parametrize(
    "text", ["kansliet", "Arbetsgruppen", "trafiknämnden", "Nätverket för klimat och energi"]
)
def test_a_group_can_take_something_on(text):
    assert bool(re.fullmatch(GROUP, text)) is True


@pytest.mark.parametrize("text", ["kommundirektören", "ordföranden", "kassören", "projektledaren"])
def test_a_post_can_take_something_on(text):
    assert bool(re.fullmatch(POST, text)) is True


@pytest.mark.parametrize("text", ["rapporten", "kommunerna", "båten"])
def test_a_thing_can_not(text):
    assert bool(re.fullmatch(f"{GROUP}|{POST}", text)) is False


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Ek ringer staden.", "Bo Ek"),
        ("att Bo Ek ringer staden.", "Bo Ek"),
        ("Bo Ek och Eva Sten ringer.", "Bo Ek och Eva Sten"),
        ("Kansliet ska ringa.", "Kansliet"),
    ],
)
def test_the_actor_begins_the_sentence(text, who):
    assert ACTOR.match(text)["who"] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bo Ek får i uppdrag att ringa.", "Bo Ek"),
        ("Kansliet fick även i uppdrag att ringa.", "Kansliet"),
    ],
)
def test_who_is_given_a_task_is_told(text, who):
    assert TASKED.search(text)["who"] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("att uppdra åt kassören att ringa", "kassören"),
        ("att ge Bo Ek i uppdrag att ringa", "Bo Ek"),
        ("att ge kansliet uppdraget", "kansliet"),
    ],
)
def test_who_is_entrusted_is_told(text, who):
    assert ENTRUST.search(text)["who"] == who


@pytest.mark.parametrize("text", ["Bo Ek utses till ledamot.", "att välja Bo Ek", "Bo Ek valdes."])
def test_who_is_elected_is_told_apart(text):
    assert bool(ELECTED.search(text)) is True
