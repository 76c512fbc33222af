from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from decisions.models import Renewal
from decisions.reindexing import drifted
from decisions.renewing.renewing import AT_ONCE, begin, begin_once, renew, step
from tests.factories import a_decision, a_draft, a_topic, an_item
from tests.intake.test_tasks import a_worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    return a_topic("Elen", terms=["elnät*"])


def counted(renewal: Renewal) -> tuple:
    renewal.refresh_from_db()
    return (
        (renewal.done, renewal.meetings, renewal.ended_at is not None),
        (renewal.items, renewal.decisions, renewal.no_items, renewal.no_decisions),
    )


def test_it_goes_through_all_meetings_and_counts_what_comes_and_goes(topic, secretary):
    for number in range(AT_ONCE + 1):
        an_item(title=f"Elnätet {number}")
    a_decision(an_item(a_draft(), title="Annat"), text="Att bygga ut elnätet.")
    renewal = begin(topic, secretary)
    renew.call(renewal.pk)
    assert counted(renewal) == ((AT_ONCE + 2, AT_ONCE + 2, True), (AT_ONCE + 1, 1, 0, 0))
    assert topic.item_links.count() == AT_ONCE + 1
    assert list(drifted()) == []


def test_it_stops_where_the_topic_is_merged_meanwhile(topic, secretary):
    for number in range(AT_ONCE + 1):
        an_item(title=f"Elnätet {number}")
    renewal = begin(topic, secretary)
    after = step(renewal.pk, 0)
    topic.merged_into = a_topic("Kraft")
    topic.save()
    assert step(renewal.pk, after) is None
    assert counted(renewal) == ((AT_ONCE, AT_ONCE + 1, True), (AT_ONCE, 0, 0, 0))


def test_a_later_one_takes_over_with_its_words(topic, secretary):
    an_item(title="Elnätet")
    first = begin(topic, secretary)
    topic.terms = ["vatten*"]
    topic.save()
    second = begin(topic, secretary)
    for one in (first, second):
        renew.call(one.pk)
    assert counted(first) == ((0, 1, True), (0, 0, 0, 0))
    assert counted(second) == ((1, 1, True), (0, 0, 0, 0))


def test_asked_for_twice_it_is_begun_once_unless_it_has_stopped(topic, secretary):
    first = begin_once(topic, secretary)
    assert begin_once(topic, secretary) == first
    long_ago = timezone.now() - timedelta(hours=1)
    Renewal.objects.filter(pk=first.pk).update(asked_at=long_ago)
    assert begin_once(topic, secretary) != first


def test_one_of_a_topic_that_is_gone_does_no_harm(topic, secretary):
    renewal = begin(topic, secretary)
    key = renewal.pk
    topic.delete()
    renew.call(key)
    assert Renewal.objects.count() == 0


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_worker_beside_the_server_does_it(topic, secretary, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    an_item(title="Elnätet")
    renewal = begin(topic, secretary)
    assert DBTaskResult.objects.get().status == "READY"
    a_worker().run()
    assert counted(renewal) == ((1, 1, True), (1, 0, 0, 0))
