from importlib import import_module

import pytest
from django.apps import apps

from minutes.gaps.models import SettledGap
from minutes.gaps.past import past_answers
from minutes.gaps.settling import SettledMeanwhile, settle, unsettle
from tests.factories import a_body, a_secretary
from tests.minutes.gaps.making import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return a_body()


def stored() -> list[tuple]:
    return list(SettledGap.objects.order_by("pk").values_list("verdict", "note", "version"))


def said(body, verdict="never_held", note="", seen="", by=None) -> SettledGap:
    return settle(body, DAY, verdict=verdict, note=note, by=by or a_secretary(), seen=seen)


def test_an_answer_is_kept_with_who_gave_it(body, secretary):
    kept = said(body, "gone", "Brann upp.", by=secretary)
    assert (kept.body, kept.date, kept.by) == (body, DAY, secretary)
    assert stored() == [("gone", "Brann upp.", 1)]


def test_another_answer_takes_its_place(body, secretary):
    first = said(body)
    second = said(body, "missing", "Finns på kansliet.", seen=first.token, by=secretary)
    assert (second.pk, second.by) == (first.pk, secretary)
    assert stored() == [("missing", "Finns på kansliet.", 2)]


def test_the_later_of_two_is_refused_and_told_of_the_earlier(body):
    first = said(body, note="Ett.")
    with pytest.raises(SettledMeanwhile) as refused:
        said(body, note="Två.")
    assert refused.value.stored == first
    assert stored() == [("never_held", "Ett.", 1)]


def test_an_answer_to_an_earlier_one_is_refused(body):
    seen = said(body, note="Ett.").token
    said(body, note="Två.", seen=seen)
    with pytest.raises(SettledMeanwhile):
        said(body, note="Tre.", seen=seen)
    assert stored() == [("never_held", "Två.", 2)]


def test_the_same_sent_twice_is_kept_once(body):
    first = said(body, note="Ett.")
    assert said(body, note="Ett.") == first
    changed = said(body, note="Två.", seen=first.token)
    assert said(body, note="Två.", seen=first.token) == changed
    assert stored() == [("never_held", "Två.", 2)]


def test_an_answer_can_be_taken_back(body):
    first = said(body)
    gone = unsettle(body, DAY, by=a_secretary(), seen=first.token)
    assert (gone.verdict, stored()) == ("never_held", [])


def test_taking_back_twice_does_no_harm(body):
    seen = said(body).token
    unsettle(body, DAY, by=a_secretary(), seen=seen)
    assert unsettle(body, DAY, by=a_secretary(), seen=seen) is None


def test_what_has_been_changed_since_is_not_taken_back(body):
    seen = said(body).token
    changed = said(body, note="Två.", seen=seen)
    with pytest.raises(SettledMeanwhile) as refused:
        unsettle(body, DAY, by=a_secretary(), seen=seen)
    assert refused.value.stored == changed
    assert stored() == [("never_held", "Två.", 2)]


def test_what_was_taken_back_is_not_changed_unseen(body):
    seen = said(body).token
    unsettle(body, DAY, by=a_secretary(), seen=seen)
    with pytest.raises(SettledMeanwhile) as refused:
        said(body, note="Två.", seen=seen)
    assert (refused.value.stored, stored()) == (None, [])


def test_a_new_answer_is_not_taken_for_one_that_was_taken_back(body):
    seen = said(body).token
    unsettle(body, DAY, by=a_secretary(), seen=seen)
    again = said(body, note="Nytt.")
    assert again.version == 1
    with pytest.raises(SettledMeanwhile):
        said(body, note="Två.", seen=seen)


def test_another_body_or_day_has_an_answer_of_its_own(body):
    said(body)
    said(a_body("Samarbetskommittén"))
    assert stored() == [("never_held", "", 1)] * 2


def test_what_was_said_before_is_kept_with_who_said_it_and_who_took_it_back(body, secretary):
    first = said(body, note="Ett.", by=a_secretary("siv"))
    changed = said(body, "gone", "Två.", seen=first.token, by=secretary)
    unsettle(body, DAY, by=a_secretary("bo"), seen=changed.token)
    kept = SettledGap.history.order_by("history_id")
    assert list(
        kept.values_list("history_type", "verdict", "note", "version", "history_user__username")
    ) == [
        ("+", "never_held", "Ett.", 1, "siv"),
        ("~", "gone", "Två.", 2, "sekreteraren"),
        ("-", "gone", "Två.", 2, "bo"),
    ]


def test_a_save_that_is_refused_leaves_no_trace(body):
    said(body, note="Ett.")
    with pytest.raises(SettledMeanwhile):
        said(body, note="Två.")
    assert SettledGap.history.count() == 1


def test_what_was_said_before_is_told_the_latest_first_without_what_stands(body):
    first = said(body, note="Ett.")
    second = said(body, note="Två.", seen=first.token)
    told = past_answers()[body.pk, DAY]
    assert [(one.note, one.is_removal) for one in told] == [("Ett.", False)]
    unsettle(body, DAY, by=a_secretary(), seen=second.token)
    told = past_answers()[body.pk, DAY]
    assert [(one.note, one.is_removal) for one in told] == [
        ("Två.", True),
        ("Två.", False),
        ("Ett.", False),
    ]


def test_what_stood_before_there_was_a_history_is_its_first_record(body, secretary):
    kept = said(body, note="Ett.", by=secretary)
    SettledGap.history.all().delete()
    migration = import_module("minutes.migrations.0008_first_records_of_settled_gaps")
    migration.record_what_stands(apps, None)
    (first,) = SettledGap.history.all()
    assert (first.id, first.note, first.history_user, first.history_date) == (
        kept.pk,
        "Ett.",
        secretary,
        kept.at,
    )
