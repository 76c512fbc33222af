"""Whoever asks is answered in the words of what he may see, and in no others."""

import time

import pytest
from django.contrib.auth.models import AnonymousUser

from decisions.indexing import index
from intake.releasing import release
from minutes.search import vocabulary
from minutes.search.models import SearchEntry, SearchWord
from minutes.search.vocabulary import ask_as, learn, lexicon_for
from minutes.states import State
from tests import factories

pytestmark = pytest.mark.django_db
PUBLIC = "Samordnad avfallsplan och färjor"
# Words of a draft that would each change what is answered, were they heard: the same with dots,
# a longer one, a compound, a part of one, and what a misspelt word comes nearest to.
HIDDEN = "fårjor färjorna avfallsplanering kvartersavfall plan kvarter färjar skärgård avfallsplam"
QUERIES = [
    "farjor", "färjorx", "avfallsplan", "avfallsplaner", "plan", "avfall", "kvarter", "skargard",
    "skärgårdd", "avfallsplam", '"samordnad plan"', "färjar -plan", "kvartersavfall OR färjor",
]  # fmt: skip


@pytest.mark.parametrize("state", [State.DRAFT, State.INTERNAL, State.TRASHED])
def test_a_word_that_is_hidden_changes_nothing_of_what_a_stranger_is_answered(state, stranger):
    factories.an_item(title=PUBLIC)
    before = [ask_as(stranger, query) for query in QUERIES]
    factories.an_item(factories.a_meeting(state=state), title=HIDDEN, text=HIDDEN)
    vocabulary.forget()
    assert [ask_as(stranger, query) for query in QUERIES] == before
    seen = SearchEntry.objects.visible_to(stranger)
    assert {seen.matching(asked.expression).count() for asked in before} == {0, 1}


def test_the_hidden_words_do_change_what_a_secretary_is_answered(stranger, secretary):
    factories.an_item(title=PUBLIC)
    factories.an_item(factories.a_draft(), title=HIDDEN)
    unlike = [one for one in QUERIES if ask_as(stranger, one) != ask_as(secretary, one)]
    assert len(unlike) > 8


@pytest.mark.parametrize(
    ("state", "hearers"),
    [
        (State.PUBLIC, ["stranger", "director", "staff", "secretary"]),
        (State.INTERNAL, ["director", "staff", "secretary"]),
        (State.DRAFT, ["secretary"]),
        (State.TRASHED, []),
    ],
)
def test_a_word_is_heard_by_those_who_may_see_it(
    state, hearers, stranger, director, staff, secretary
):
    users = {"stranger": stranger, "director": director, "staff": staff, "secretary": secretary}
    factories.an_item(factories.a_meeting(state=state), title="Skärgårdstrafik")
    heard = [name for name, user in users.items() if "skärgårdstrafik" in lexicon_for(user)]
    assert heard == hearers


def test_nobody_outside_hears_anything_of_an_archive_that_is_not_public(settings, stranger):
    factories.an_item(title=PUBLIC)
    settings.ARCHIVE_PUBLIC = False
    assert len(lexicon_for(stranger)) == 0


def test_a_meeting_that_is_shown_brings_its_words(stranger, secretary):
    meeting = factories.a_draft()
    factories.an_item(meeting, title="Skärgårdstrafik")
    assert "skärgårdstrafik" not in lexicon_for(stranger)
    release(meeting.pk, meeting.version, secretary, State.PUBLIC)
    assert "skärgårdstrafik" in lexicon_for(stranger)


def test_words_that_another_process_has_written_are_heard_with_one_question(
    stranger, django_assert_num_queries
):
    factories.an_item(title=PUBLIC)
    known = lexicon_for(stranger)
    with django_assert_num_queries(1):
        assert lexicon_for(stranger) is known
    SearchWord.objects.create(word="skärgårdstrafik", audience=State.PUBLIC)
    with django_assert_num_queries(1):
        assert "skärgårdstrafik" in lexicon_for(stranger)


def test_what_was_missed_is_heard_when_everything_is_read_again(stranger, monkeypatch):
    factories.an_item(title=PUBLIC)
    late = SearchWord.objects.create(word="sen", audience=State.PUBLIC)
    lexicon_for(stranger)
    SearchWord.objects.filter(pk=late.pk).delete()
    SearchWord.objects.create(pk=late.pk, word="skärgårdstrafik", audience=State.PUBLIC)
    assert "skärgårdstrafik" not in lexicon_for(stranger)
    hour = time.monotonic() + vocabulary.READ_AGAIN_AFTER + 1
    monkeypatch.setattr(time, "monotonic", lambda: hour)
    assert "skärgårdstrafik" in lexicon_for(stranger)


def test_what_is_forgotten_is_read_again(stranger):
    factories.an_item(title=PUBLIC)
    assert "färjor" in lexicon_for(stranger)
    SearchWord.objects.all().delete()
    assert "färjor" in lexicon_for(stranger)
    vocabulary.forget()
    assert len(lexicon_for(stranger)) == 0


def test_a_word_is_learnt_once_for_each_audience():
    for _ in range(2):
        learn(["färja", "buss", "färja"], State.PUBLIC)
    learn(["buss", "b" * 101], State.DRAFT)
    words = SearchWord.objects.order_by("audience", "word").values_list("audience", "word")
    assert list(words) == [("draft", "buss"), ("public", "buss"), ("public", "färja")]


def test_an_index_run_learns_the_words_for_the_state_that_the_meeting_is_in_now():
    item = factories.an_item(factories.a_draft(), title="Färjor")
    type(item.meeting).objects.update(state=State.PUBLIC)
    index([item.meeting_id])
    assert "färjor" in lexicon_for(AnonymousUser())
