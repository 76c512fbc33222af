"""The index is made anew batch by batch; nobody finds less meanwhile, and nothing is lost."""

import json
import sys
from io import StringIO

import pytest
from django.core.management import call_command

from decisions import reindexing
from decisions.reindexing import BATCH, drifted, forget_unused_words, outdated, reindex
from minutes.models import AgendaItem
from minutes.search import rows
from minutes.search.analysis import ANALYSER_VERSION
from minutes.search.expression import Word
from minutes.search.models import SearchEntry, SearchWord
from tests import factories

ANOTHER = ANALYSER_VERSION + 1


def run(**options) -> str:
    out = StringIO()
    call_command("reindex", stdout=out, **options)
    return out.getvalue()


def told(meetings: int, entries: int, words: int = 0) -> str:
    return (
        f"{meetings} möten genomgångna, {entries} poster skrivna,"
        f" {words} ord som inte längre används borttagna.\n"
    )


@pytest.fixture
def archive(db) -> list[int]:
    """Two batches and one meeting; each has an item and a decision."""
    with factories.together():
        decisions = [factories.a_decision() for _ in range(2 * BATCH + 1)]
    return [one.item.meeting_id for one in decisions]


@pytest.fixture
def another_analyser(monkeypatch, archive) -> None:
    for module in (rows, reindexing):
        monkeypatch.setattr(module, "ANALYSER_VERSION", ANOTHER)


def test_an_index_in_order_is_left_alone(archive):
    keys = set(SearchEntry.objects.values_list("pk", flat=True))
    assert (outdated(), run(), run(all=True)) == ([], told(0, 0), told(len(archive), 0))
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == keys


def test_another_analyser_makes_every_entry_anew_and_once(another_analyser, archive):
    assert outdated() == archive
    assert run() == told(len(archive), 2 * len(archive))
    assert set(SearchEntry.objects.values_list("analyser", flat=True)) == {ANOTHER}
    assert (outdated(), run(), list(drifted())) == ([], told(0, 0), [])


def test_what_was_stopped_goes_on_where_it_was(another_analyser, archive):
    assert reindex(archive[:BATCH]) == 2 * BATCH
    assert outdated() == archive[BATCH:]
    assert run() == told(BATCH + 1, 2 * (BATCH + 1))


def test_a_batch_that_fails_leaves_its_entries_alone(another_analyser, archive, monkeypatch):
    before = list(SearchEntry.objects.order_by("pk").values())
    monkeypatch.setattr(reindexing, "index", lambda meetings: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        reindex(archive[:BATCH])
    assert list(SearchEntry.objects.order_by("pk").values()) == before


def test_a_meeting_without_entries_is_outdated_if_it_has_items(archive):
    factories.a_meeting()
    for entries in SearchEntry.objects.filter(meeting=archive[0]), SearchEntry.objects.none():
        reindexing.engine().remove(entries.values_list("pk", flat=True))
    assert outdated() == archive[:1]


def test_words_that_nobody_uses_any_more_are_forgotten(db):
    item = factories.an_item(title="Färjorna", text="i viken")
    AgendaItem.objects.filter(pk=item.pk).update(title="Bussarna")
    reindex([item.meeting_id])
    words = SearchWord.objects.exclude(word="").order_by("word").values_list("word", flat=True)
    assert list(words.all()) == ["bussarna", "färjorna", "i", "viken"]
    assert forget_unused_words() == 1
    assert list(words.all()) == ["bussarna", "i", "viken"]
    assert SearchEntry.objects.matching(Word("buss")).count() == 1


@pytest.fixture(scope="module")
def watched(own_databases) -> dict:
    done = own_databases.copy().run(sys.executable, "-m", "tests.decisions.watched_reindexing")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_whoever_searches_meanwhile_finds_as_much_as_before(watched):
    assert watched["outdated"] == watched["meetings"]
    assert watched["expected"][0] > 5
    assert watched["looks"] > 50
    assert watched["seen"] == [watched["expected"]]


def test_a_meeting_that_is_edited_meanwhile_is_right_afterwards(watched):
    assert watched["edited"] >= 1
    assert (watched["left"], watched["drift"]) == ([], [])
