import pytest
from django.db import IntegrityError, transaction

from decisions.addresses import ALPHABET, public_id
from decisions.models import Assignment, Decision, DecisionTopic, ItemTopic, Topic
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_person,
    a_topic,
    an_assignment,
    an_item,
    an_organization,
)

pytestmark = pytest.mark.django_db


def refused(act) -> bool:
    with pytest.raises(IntegrityError), transaction.atomic():
        act()
    return True


def test_a_citation_names_body_day_item_and_decision():
    item = an_item(a_meeting(start_date="2022-10-06"), number="1")
    a_decision(item)
    second = Decision.objects.get(pk=a_decision(item).pk)
    assert second.citation == "Södertörnskommunernas ledningsgrupp 2022-10-06, punkt 1, beslut 2"


def test_a_citation_does_not_guess_what_is_not_printed():
    item = an_item(a_draft(body=None, start_date=None), number="")
    assert a_decision(item).citation == "Oklart organ utan datum, punkt 1, beslut 1"


def test_an_address_is_the_same_each_time_and_another_elsewhere():
    sha = "ab" * 32
    assert public_id(sha, 1, 2) == public_id(sha, 1, 2)
    places = [(sha, 1, 2), (sha, 2, 1), (sha, 12, 1), (sha, 1, 21), ("cd" * 32, 1, 2)]
    assert len({public_id(*place) for place in places}) == len(places)


def test_an_address_can_be_read_aloud():
    address = public_id("ab" * 32, 3, 4)
    assert len(address) == 10
    assert set(address) <= set(ALPHABET)
    assert not set("ilou") & set(ALPHABET)


def test_addresses_of_a_large_archive_differ():
    made = {public_id(f"{n:064x}", i, d) for n in range(400) for i in range(15) for d in range(3)}
    assert len(made) == 400 * 15 * 3


def test_the_database_keeps_addresses_apart():
    a_decision(public_id="samma")
    assert refused(lambda: a_decision(public_id="samma"))


@pytest.mark.parametrize("fields", [{"kind": "tyckt"}, {"concerns": "ingen"}])
def test_the_database_refuses_an_unknown_choice(fields):
    assert refused(lambda: a_decision(**fields))


def test_an_assignment_has_one_responsible_at_most():
    links = {
        "responsible_person": a_person(),
        "responsible_organization": an_organization(),
        "responsible_body": a_body(),
    }
    decision = a_decision()
    for name, value in links.items():
        assert an_assignment(decision, **{name: value}).responsible == value
        two = {n: v for n, v in links.items() if n != name}
        assert refused(lambda two=two: an_assignment(decision, **two))
    assert an_assignment(decision, printed_responsible="en grupp").responsible == "en grupp"


def test_open_leaves_out_what_is_done_dropped_or_replaced():
    left = an_assignment()
    for status in ("done", "dropped", "superseded"):
        an_assignment(left.decision, status=status)
    assert list(Assignment.objects.open()) == [left]


def test_a_topic_is_set_once_and_says_by_whom():
    topic, decision, item = a_topic(), a_decision(), an_item()
    DecisionTopic.objects.create(decision=decision, topic=topic, origin="suggested")
    ItemTopic.objects.create(item=item, topic=topic, origin="person")
    assert list(decision.topics.all()) == list(item.topics.all()) == [topic]
    again = {"decision": decision, "topic": topic, "origin": "person"}
    assert refused(lambda: DecisionTopic.objects.create(**again))
    assert refused(lambda: ItemTopic.objects.create(item=an_item(), topic=topic, origin="gissat"))


def test_topics_stand_in_swedish_order():
    for name in ["Ödegårdar", "Ängar", "Åkrar"]:
        a_topic(name)
    assert list(Topic.objects.in_order().values_list("name", flat=True))[-3:] == [
        "Åkrar",
        "Ängar",
        "Ödegårdar",
    ]


def test_decisions_stand_with_the_latest_meeting_first_and_as_printed_in_it():
    old, new = a_meeting(start_date="2018-06-06"), a_meeting(start_date="2022-10-06")
    first = an_item(new)
    expected = [a_decision(first), a_decision(first), a_decision(an_item(new))]
    expected.append(a_decision(an_item(old)))
    assert list(Decision.objects.newest_first()) == expected
