import pytest

from decisions.outstanding.models import TakenUp
from decisions.outstanding.taking_up import Answered, say, seen
from tests.factories import an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def items():
    return an_item(outcome="tabled"), an_item()


def stored() -> list[tuple]:
    return list(TakenUp.objects.values_list("standing", "by__username"))


@pytest.mark.parametrize(("do", "standing"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_what_a_secretary_says_is_kept_and_can_be_forgotten(do, standing, items, secretary):
    say(*items, do, "", secretary)
    assert stored() == [(standing, secretary.username)]
    say(*items, "undo", f"{items[1].pk}-{standing}", secretary)
    assert stored() == []


def test_said_twice_is_said_once(items, secretary):
    for _ in range(2):
        say(*items, "confirm", "", secretary)
    assert stored() == [("confirmed", secretary.username)]


def test_whoever_has_not_seen_the_answer_does_not_change_it(items, secretary):
    say(*items, "confirm", "", secretary)
    with pytest.raises(Answered):
        say(*items, "reject", "", secretary)
    assert stored() == [("confirmed", secretary.username)]


def test_an_answer_about_another_later_item_counts_as_unseen_too(items, secretary):
    say(items[0], an_item(), "confirm", "", secretary)
    with pytest.raises(Answered):
        say(*items, "confirm", "", secretary)
    token = seen(TakenUp.objects.all())
    say(*items, "confirm", token, secretary)
    assert len(stored()) == 2
