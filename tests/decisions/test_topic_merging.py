"""Topics that are merged, and taken apart again: nothing that a person has set is lost."""

import pytest

from decisions.models import DecisionTopic, ItemTopic, Topic, TopicMerge
from decisions.reindexing import drifted
from decisions.topic_changing import Outdated, seen
from decisions.topic_merging import may_take, merge, plan, unmerge
from tests.factories import a_decision, a_topic, an_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def topics():
    """One to be merged into the other."""
    return a_topic("Eleffekt", terms=["effekt*", "kraft"], aliases=["Elen"]), a_topic(
        "Elförsörjning", terms=["kraft", "elnät*"]
    )


def links() -> list[tuple]:
    rows = [
        *ItemTopic.objects.values_list("item__title", "topic__name", "origin"),
        *DecisionTopic.objects.values_list("decision__text", "topic__name", "origin"),
    ]
    return sorted(rows)


def told(topic: Topic) -> tuple:
    topic.refresh_from_db()
    return topic.terms, topic.aliases, topic.merged_into


def a_linked_item(title: str, **origins) -> None:
    item = an_item(title=title)
    for topic in Topic.objects.filter(slug__in=origins):
        ItemTopic.objects.create(item=item, topic=topic, origin=origins[topic.slug])


def linked(topics) -> list[tuple]:
    a_linked_item("Bara den", eleffekt="suggested")
    a_linked_item("Bara den, satt", eleffekt="person")
    a_linked_item("Båda, satt här", eleffekt="person", elforsorjning="suggested")
    a_linked_item("Båda, satt där", eleffekt="suggested", elforsorjning="person")
    decision = a_decision(text="Att bygga.")
    DecisionTopic.objects.create(decision=decision, topic=topics[0], origin="person")
    return links()


def merged(topics, user):
    topic, into = topics
    return merge(topic.pk, into.pk, seen(topic, into), user)


def test_merging_moves_every_link_and_what_a_person_set_stays_a_persons(topics, secretary):
    linked(topics)
    merged(topics, secretary)
    assert links() == [
        ("Att bygga.", "Elförsörjning", "person"),
        ("Bara den", "Elförsörjning", "suggested"),
        ("Bara den, satt", "Elförsörjning", "person"),
        ("Båda, satt där", "Elförsörjning", "person"),
        ("Båda, satt här", "Elförsörjning", "person"),
    ]


def test_the_words_and_names_of_both_are_united(topics, secretary):
    merged(topics, secretary)
    assert told(topics[1]) == (["kraft", "elnät*", "effekt*"], ["Eleffekt", "Elen"], None)
    assert told(topics[0]) == (["effekt*", "kraft"], ["Elen"], topics[1])


def test_what_is_told_before_is_what_is_done(topics, secretary):
    linked(topics)
    before = plan(*topics)
    done = merged(topics, secretary)
    numbers = [(len(one.moved), len(one.both)) for one in (before.items, before.decisions)]
    assert numbers == [(2, 2), (1, 0)]
    assert [(len(one.moved), len(one.both)) for one in (done.items, done.decisions)] == numbers


def test_the_index_is_right_after_merging_and_after_parting(topics, secretary):
    linked(topics)
    merged(topics, secretary)
    assert list(drifted()) == []
    unmerge(TopicMerge.objects.get().pk, secretary)
    assert list(drifted()) == []


def test_parting_brings_back_what_there_was(topics, secretary):
    before, child = linked(topics), a_topic("Laddning", parent=topics[0])
    words = [told(one) for one in topics]
    merged(topics, secretary)
    child.refresh_from_db()
    assert child.parent == topics[1]
    unmerge(TopicMerge.objects.get().pk, secretary)
    child.refresh_from_db()
    assert (links(), [told(one) for one in topics]) == (before, words)
    assert (child.parent, TopicMerge.objects.count()) == (topics[0], 0)


def test_what_was_linked_since_stays_where_it_is(topics, secretary):
    merged(topics, secretary)
    a_linked_item("Ny", elforsorjning="person")
    unmerge(TopicMerge.objects.get().pk, secretary)
    assert links() == [("Ny", "Elförsörjning", "person")]


def test_links_that_move_are_told_in_their_history(topics, secretary):
    linked(topics)
    merged(topics, secretary)
    records = ItemTopic.history.filter(history_change_reason="ämnet slogs ihop med ett annat")
    assert sorted(records.values_list("history_type", "history_user__username")) == [
        *[("-", secretary.username)] * 2,
        *[("~", secretary.username)] * 3,
    ]


def test_twice_is_once(topics, secretary):
    token = seen(*topics)
    for expected in (True, False):
        done = merge(topics[0].pk, topics[1].pk, token, secretary)
        assert (done is not None) == expected
    assert TopicMerge.objects.count() == 1
    merge_key = TopicMerge.objects.get().pk
    assert unmerge(merge_key, secretary) == topics[0]
    assert unmerge(merge_key, secretary) is None


def test_what_has_changed_since_it_was_read_is_not_merged(topics, secretary):
    token = seen(*topics)
    Topic.objects.filter(pk=topics[1].pk).update(terms=["annat"])
    with pytest.raises(Outdated):
        merge(topics[0].pk, topics[1].pk, token, secretary)
    assert TopicMerge.objects.count() == 0


def test_a_topic_is_merged_neither_into_one_below_it_nor_into_a_merged_one(topics, secretary):
    below = a_topic("Laddning", parent=topics[0])
    gone = a_topic("Gammalt", merged_into=topics[1])
    known = {one.pk: one for one in (*topics, below, gone)}
    assert may_take(topics[0], known) == [topics[1]]
    with pytest.raises(Outdated):
        merge(topics[0].pk, below.pk, seen(topics[0], below), secretary)


def test_parting_waits_until_the_other_is_itself_parted(topics, secretary):
    merged(topics, secretary)
    third = a_topic("Energi")
    topics[1].refresh_from_db()
    merge(topics[1].pk, third.pk, seen(topics[1], third), secretary)
    first, second = TopicMerge.objects.order_by("pk")
    with pytest.raises(Outdated):
        unmerge(first.pk, secretary)
    unmerge(second.pk, secretary)
    assert unmerge(first.pk, secretary) == topics[0]
