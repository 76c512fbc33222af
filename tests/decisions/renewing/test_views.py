"""The page that tells how far it has come: said once, counted on, and never to others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from decisions.models import Renewal
from decisions.renewing.renewing import begin, renew, step
from tests.factories import a_topic, an_item
from tests.pages import Page

pytestmark = pytest.mark.django_db
ADDRESS = "/amnen/elen/foreslas/"


@pytest.fixture
def topic():
    return a_topic("Elen", terms=["elnät*"])


@pytest.fixture
def renewal(topic, secretary):
    an_item(title="Elnätet")
    return begin(topic, secretary)


def read(client) -> str:
    return Page(client.get(ADDRESS)).main


def test_secretaries_alone_see_it(renewal, as_stranger, as_staff, as_secretary):
    clients = [as_stranger, as_staff, as_secretary]
    assert [client.get(ADDRESS).status_code for client in clients] == [302, 404, 200]


def test_it_says_where_it_is(renewal, as_secretary):
    waiting = "Elen Ämnet föreslås på nytt Arbetet väntar på sin tur. 0 av 1 möte genomgånget"
    assert read(as_secretary).startswith(waiting)
    step(renewal.pk, 0)
    assert "Programmet går igenom arkivet. 1 av 1 möte genomgånget" in read(as_secretary)
    renew.call(renewal.pk)
    assert "Föreslaget på nytt: 1 punkt och 0 beslut har kommit till" in read(as_secretary)


def test_one_that_has_stopped_is_offered_again(renewal, as_secretary):
    Renewal.objects.update(asked_at=timezone.now() - timedelta(hours=1))
    told = read(as_secretary)
    assert told.endswith(
        "Arbetet har stannat. Det som är gjort står kvar. Föreslå på nytt Tillbaka till ämnet"
    )


def test_without_any_it_is_offered(topic, as_secretary):
    assert "Ämnet har inte föreslagits på nytt. Föreslå på nytt" in read(as_secretary)


def test_a_script_gets_what_changes_until_it_is_done(renewal, as_secretary):
    def news() -> str:
        return as_secretary.get(ADDRESS, headers={"HX-Request": "true"}).content.decode()

    assert [part in news() for part in ("<html", 'hx-swap-oob="innerHTML"', "hx-get")] == [
        False,
        True,
        True,
    ]
    renew.call(renewal.pk)
    assert "hx-get" not in news()


def test_of_a_merged_topic_that_of_the_other_is_shown(topic, as_secretary):
    topic.merged_into = a_topic("Kraft")
    topic.save()
    assert as_secretary.get(ADDRESS).url == "/amnen/kraft/foreslas/"


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_the_same_for_one_and_three(
    rows, topic, secretary, as_secretary, django_assert_num_queries
):
    for _ in range(rows):
        begin(topic, secretary)
    with django_assert_num_queries(4):  # session, user, topic, the latest
        as_secretary.get(ADDRESS)
