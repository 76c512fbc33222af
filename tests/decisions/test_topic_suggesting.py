import pytest

from decisions.models import DecisionTopic, ItemTopic
from decisions.reindexing import drifted
from decisions.topic_suggesting import Suggested, suggest_in
from minutes.models import Meeting
from tests.factories import a_decision, a_draft, a_topic, an_item

pytestmark = pytest.mark.django_db


def suggested(topic, by) -> Suggested:
    return suggest_in(list(Meeting.objects.values_list("pk", flat=True)), topic, by)


def items_of(topic) -> list[tuple]:
    return sorted(topic.item_links.values_list("item__title", "origin"))


def test_suggests_what_the_words_tell_and_takes_back_what_they_no_longer_do(secretary):
    topic = a_topic("Elen", terms=["elnät*"])
    an_item(title="Elnätet")
    an_item(a_draft(), title="Mer om elnäten")
    old = an_item(title="Vatten")
    ItemTopic.objects.create(item=old, topic=topic, origin="suggested")
    decision = a_decision(old, text="Att bygga ut elnätet.")
    assert suggested(topic, secretary) == Suggested(2, 1, 1, 0)
    assert items_of(topic) == [("Elnätet", "suggested"), ("Mer om elnäten", "suggested")]
    assert list(topic.decision_links.values_list("decision", "origin")) == [
        (decision.pk, "suggested")
    ]
    assert list(drifted()) == []


def test_what_a_person_has_set_or_removed_stays(secretary):
    topic = a_topic("Elen", terms=["elnät*"])
    ItemTopic.objects.create(item=an_item(title="Vatten"), topic=topic, origin="person")
    an_item(title="Elnätet", edited=["topics"])
    gone_through = an_item(title="Kraft", edited=["topics"])
    ItemTopic.objects.create(item=gone_through, topic=topic, origin="suggested")
    decision = a_decision(text="Att vänta.")
    DecisionTopic.objects.create(decision=decision, topic=topic, origin="person")
    assert suggested(topic, secretary) == Suggested(0, 0, 0, 0)
    assert items_of(topic) == [("Kraft", "suggested"), ("Vatten", "person")]


def test_what_comes_and_goes_is_told_in_its_history(secretary):
    topic = a_topic("Elen", terms=["elnät*"])
    an_item(title="Elnätet")
    suggested(topic, secretary)
    topic.terms = ["vatten"]
    topic.save()
    suggested(topic, secretary)
    records = ItemTopic.history.filter(topic_id=topic.pk).order_by("history_id")
    assert list(records.values_list("history_type", "history_user__username")) == [
        ("+", secretary.username),
        ("-", secretary.username),
    ]


def test_twice_is_once(secretary):
    topic = a_topic("Elen", terms=["elnät*"])
    an_item(title="Elnätet")
    suggested(topic, secretary)
    assert suggested(topic, secretary) == Suggested(0, 0, 0, 0)


def test_in_the_meetings_that_are_named_alone(secretary):
    topic = a_topic("Elen", terms=["elnät*"])
    one, _other = an_item(title="Elnätet"), an_item(title="Elnätet")
    linked = an_item(title="Vatten")
    ItemTopic.objects.create(item=linked, topic=topic, origin="suggested")
    assert suggest_in([one.meeting_id], topic, secretary) == Suggested(1, 0, 0, 0)
    assert items_of(topic) == [("Elnätet", "suggested"), ("Vatten", "suggested")]
