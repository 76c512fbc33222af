from datetime import date

import pytest

from decisions.models import Topic
from decisions.topic_tree import tree
from tests.factories import a_decision, a_draft, a_meeting, a_topic, an_item, is_about

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_seeded_topics(db):
    Topic.objects.all().delete()


def told(user) -> list[tuple]:
    return [
        (one.topic.name, one.in_words, one.first and one.first.year, one.last and one.last.year)
        for one in tree(user)
    ]


def an_item_on(year: int):
    return an_item(a_meeting(start_date=date(year, 5, 2)))


def test_each_topic_with_what_the_user_may_see_of_it(stranger):
    a_topic("Trygghet")
    a_topic("Upphandling")
    first, last = an_item_on(2019), an_item_on(2022)
    is_about("Upphandling", first, a_decision(first), a_decision(first))
    is_about("Upphandling", last)
    is_about("Upphandling", an_item(a_draft(start_date=date(2024, 5, 2))))
    assert told(stranger) == [
        ("Trygghet", "0 punkter och inga beslut", None, None),
        ("Upphandling", "2 punkter och 2 beslut", 2019, 2022),
    ]


def test_an_item_counts_once_also_if_only_its_decisions_are_about_the_topic(stranger):
    topic = a_topic("Upphandling")
    item = an_item_on(2020)
    for _ in range(2):
        topic.decision_links.create(decision=a_decision(item), origin="suggested")
    assert told(stranger) == [("Upphandling", "1 punkt och 2 beslut", 2020, 2020)]


def test_narrower_topics_stand_below_the_wider_which_counts_as_handled(stranger):
    wider = a_topic("Infrastruktur")
    a_topic("Väg", parent=wider)
    a_topic("Järnväg", parent=wider)
    is_about("Väg", an_item_on(2020))
    a_topic("Trygghet")
    found = tree(stranger)
    assert [(one.topic.name, one.items, one.is_handled) for one in found] == [
        ("Infrastruktur", 0, True),
        ("Trygghet", 0, False),
    ]
    assert [(one.topic.name, one.items) for one in found[0].below] == [("Järnväg", 0), ("Väg", 1)]


@pytest.mark.parametrize("rows", [1, 3])
def test_asks_as_often_of_one_topic_as_of_three(rows, stranger, django_assert_num_queries):
    for number in range(rows):
        a_topic(f"Upphandling {number}")
        is_about(f"Upphandling {number}", an_item_on(2020 + number))
    with django_assert_num_queries(3):
        tree(stranger)


def test_topics_that_stand_below_each_other_are_both_shown(stranger):
    one = a_topic("Kraft")
    other = a_topic("Elen", parent=one)
    a_topic("Nät", parent=other)
    Topic.objects.filter(pk=one.pk).update(parent=other)
    shown = [
        (branch.topic.name, [b.topic.name for b in branch.below]) for branch in tree(stranger)
    ]
    assert shown == [("Elen", ["Nät"]), ("Kraft", [])]


def test_a_merged_topic_stands_nowhere_also_if_an_item_is_linked_to_it_again(stranger):
    into = a_topic("Kraft")
    a_topic("Elen", merged_into=into)
    is_about("Elen", an_item_on(2020))
    assert told(stranger) == [("Kraft", "0 punkter och inga beslut", None, None)]
