import pytest
from django.core.exceptions import ValidationError

from decisions.topic_changing import Outdated, change, seen
from tests.factories import a_topic, an_item

pytestmark = pytest.mark.django_db


def test_other_words_are_looked_for_when_they_are_saved(
    secretary, django_capture_on_commit_callbacks
):
    topic = a_topic("Elen", terms=["kraft*"])
    an_item(title="Elnätet")
    with django_capture_on_commit_callbacks(execute=True):
        begun = change(topic.pk, seen(topic), {"terms": ["elnät*"]}, secretary)
    assert (begun.topic, begun.by) == (topic, secretary)
    assert topic.item_links.count() == 1


def test_another_name_keeps_the_address_and_what_is_linked(secretary):
    topic = a_topic("Elen", terms=["elnät*"])
    an_item(title="Elnätet")
    assert change(topic.pk, seen(topic), {"name": "Kraft", "short_title": "El"}, secretary) is None
    topic.refresh_from_db()
    told = (topic.name, topic.short_name, topic.slug, topic.item_links.count())
    assert told == ("Kraft", "El", "elen", 0)


def test_of_two_saves_from_one_reading_the_later_is_refused(secretary):
    topic = a_topic("Elen")
    token = seen(topic)
    change(topic.pk, token, {"name": "Kraft"}, secretary)
    with pytest.raises(Outdated):
        change(topic.pk, token, {"name": "Energi"}, secretary)
    topic.refresh_from_db()
    assert topic.name == "Kraft"


def test_the_same_sent_twice_is_saved_once(secretary):
    topic = a_topic("Elen")
    token = seen(topic)
    for _ in range(2):
        assert change(topic.pk, token, {"name": "Kraft"}, secretary) is None


def test_no_topic_stands_below_itself(secretary):
    wider = a_topic("Kraft")
    topic = a_topic("Elen", parent=wider)
    with pytest.raises(ValidationError) as refused:
        change(wider.pk, seen(wider), {"parent_id": topic.pk}, secretary)
    assert refused.value.message_dict == {"parent": ["Ämnet kan inte stå under sig självt."]}


def test_a_circle_of_others_is_no_reason_to_wait_for_ever(secretary):
    one = a_topic("Kraft")
    other = a_topic("Elen", parent=one)
    type(one).objects.filter(pk=one.pk).update(parent=other)
    topic = a_topic("Laddning")
    change(topic.pk, seen(topic), {"parent_id": one.pk}, secretary)
    topic.refresh_from_db()
    assert topic.parent == one
