"""What is taken back, reworded or purged is not heard of any more, in any process."""

import pytest

from decisions.hearing import heard_anew
from decisions.indexing import index
from intake.editing.saving import saving
from intake.releasing import release
from intake.trashing import purge_meeting
from minutes.models import SearchWord
from minutes.search.vocabulary import lexicon_for
from tests import factories

pytestmark = pytest.mark.django_db


def a_meeting_about(*titles: str, state: str = "public"):
    meeting = factories.a_meeting(state=state)
    for title in titles:
        factories.an_item(meeting, title=title, text="")
    return meeting


def heard(user, *words: str) -> list[str]:
    lexicon = lexicon_for(user)
    return [word for word in words if word in lexicon]


def test_what_is_unpublished_is_heard_by_secretaries_only(stranger, secretary):
    meeting = a_meeting_about("Grävlingsbron", "Vägen")
    a_meeting_about("Vägar")
    assert heard(stranger, "grävlingsbron", "vägen") == ["grävlingsbron", "vägen"]
    release(meeting.pk, meeting.version, secretary, "draft")
    assert heard(stranger, "grävlingsbron", "vägen") == ["vägen"]  # others speak of the road too
    assert heard(secretary, "grävlingsbron", "vägen") == ["grävlingsbron", "vägen"]


def test_a_word_that_is_reworded_away_is_gone_for_everybody(stranger, secretary):
    meeting = a_meeting_about("Grävlingsbron")
    item = meeting.items.get()
    with saving(meeting.pk, meeting.version, secretary, "item"):
        item.title = "Bron"
        item.save()
    assert heard(stranger, "grävlingsbron", "bron") == ["bron"]
    assert heard(secretary, "grävlingsbron", "bron") == ["bron"]


def test_what_is_purged_is_left_in_no_list_of_words(secretary):
    secretary.may_purge = True
    meeting = a_meeting_about("Grävlingsbron", state="draft")
    a_meeting_about("Vägar", state="draft")
    release(meeting.pk, meeting.version, secretary, "trashed")
    purge_meeting(meeting.pk, secretary, "Hör inte hit.")
    words = SearchWord.objects.exclude(word="").values_list("audience", "word")
    assert list(words) == [("draft", "vägar")]


def test_words_that_go_and_come_again_are_heard_again(stranger, secretary):
    meeting = a_meeting_about("Grävlingsbron")
    for state, expected in [("draft", []), ("public", ["grävlingsbron"])]:
        meeting.refresh_from_db()
        release(meeting.pk, meeting.version, secretary, state)
        assert heard(stranger, "grävlingsbron") == expected


def test_what_fails_forgets_nothing(stranger):
    meeting = a_meeting_about("Grävlingsbron")
    with pytest.raises(ValueError, match="broken"), heard_anew(meeting.pk):
        raise ValueError("broken")
    index([meeting.pk])
    assert heard(stranger, "grävlingsbron") == ["grävlingsbron"]
