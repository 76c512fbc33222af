"""R35, as far as search goes: each kind of seeded corruption is told, mended, and no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from config.management.commands.verify import IN_ORDER, REMEDY
from decisions.assignments.reporting import report
from decisions.indexing import index
from decisions.models import Assignment, Decision, ItemTopic, Topic
from intake.receiving import receive
from minutes.models import AgendaItem, Meeting
from minutes.search.engines import engine
from minutes.search.models import SearchEntry, SearchWord
from people.models import Organization, Person
from tests.factories import a_topic, an_assignment
from tests.intake.minutes_texts import minutes_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive() -> None:
    for month in (10, 11):
        receive(minutes_text(date(2022, month, 6)), "a.txt")


def verified() -> tuple[int, list[str]]:
    """Exit status and lines."""
    out, status = StringIO(), 0
    try:
        call_command("verify", stdout=out)
    except SystemExit as stop:
        status = stop.code
    return status, out.getvalue().splitlines()


def entry() -> SearchEntry:
    return SearchEntry.objects.exclude(decision=None).order_by("pk").first()


def changed(**columns: str) -> None:
    SearchEntry.objects.filter(pk=entry().pk).update(**columns)


def other_lexemes() -> None:
    """In the index alone: the entry looks as if nothing were wrong."""
    key = entry().pk
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("UPDATE minutes_searchlexemes SET text = 'x' WHERE rowid = %s", [key])
        else:
            cursor.execute(
                "UPDATE minutes_searchentry SET vector = $$'x':1$$::tsvector WHERE id = %s", [key]
            )


def no_lexemes() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM minutes_searchlexemes WHERE rowid = %s", [entry().pk])
        else:
            cursor.execute("UPDATE minutes_searchentry SET vector = ''")


def of_another_meeting() -> None:
    other = Meeting.objects.exclude(pk=entry().meeting_id).get()
    SearchEntry.objects.filter(pk=entry().pk).update(meeting=other)


def edited_past_the_index() -> None:
    AgendaItem.objects.filter(pk=entry().item_id).update(title="Något helt annat")


def linked_past_the_index() -> None:
    ItemTopic.objects.create(item=entry().item, topic=a_topic("Nytt ämne"), origin="person")


def moved_past_the_index() -> None:
    Decision.objects.filter(pk=entry().decision_id).update(position=7)


def shown_past_the_index() -> None:
    Meeting.objects.filter(pk=entry().meeting_id).update(state="public")


def reported() -> Assignment:
    """As done on one day, and then, of an earlier day, as open."""
    one = an_assignment(Decision.objects.order_by("pk").first())
    first = report(one, status="done", said_date=date(2022, 12, 2), seen=0)
    report(one, status="open", said_date=date(2022, 12, 1), seen=first.pk)
    return one


def stands_otherwise_than_reported() -> None:
    Assignment.objects.filter(pk=reported().pk).update(status="open")
    index([entry().meeting_id])


def settled_without_a_report() -> None:
    one = an_assignment(Decision.objects.order_by("pk").first())
    Assignment.objects.filter(pk=one.pk).update(status="dropped")
    index([entry().meeting_id])


ENTRIES, LEXEMES, WORDS = "sökposter", "innehåll i indexet", "ordlistan"
CORRUPTIONS: dict[str, tuple[Callable[[], object], str]] = {
    "a missing entry": (lambda: engine().remove([entry().pk]), ENTRIES),
    "no entries of a meeting": (
        lambda: engine().remove(entry().meeting.search_entries.values_list("pk", flat=True)),
        ENTRIES,
    ),
    "an entry of another meeting": (of_another_meeting, ENTRIES),
    "other tags": (lambda: changed(tags="b1 y1999"), ENTRIES),
    "another day": (lambda: changed(held="1999-01-01"), ENTRIES),
    "another place": (lambda: changed(position="77777"), ENTRIES),
    "another digest": (lambda: changed(digest="0" * 32), ENTRIES),
    "another analyser": (lambda: changed(analyser="9"), ENTRIES),
    "other lexemes in the index alone": (other_lexemes, LEXEMES),
    "no lexemes": (no_lexemes, LEXEMES),
    "a title that was changed past the index": (edited_past_the_index, ENTRIES),
    "a topic that was linked past the index": (linked_past_the_index, ENTRIES),
    "a decision that was moved past the index": (moved_past_the_index, ENTRIES),
    "a meeting that was shown past the index": (shown_past_the_index, WORDS),
    "a missing word": (lambda: SearchWord.objects.filter(word="varudistribution").delete(), WORDS),
    "no words": (lambda: SearchWord.objects.all().delete(), WORDS),
    "a sort key": (
        lambda: Organization.objects.filter(name="Nacka").update(name_sort=""),
        "Nacka",
    ),
    "the sort key of a topic": (
        lambda: Topic.objects.filter(slug="kollektivtrafik").update(name_sort="x"),
        "name_sort",
    ),
    "the key of a name": (lambda: Person.objects.update(name_key="x"), "name_key"),
    "a status that no report says": (
        stands_otherwise_than_reported,
        "Uppdraget står som Pågår och ska stå som Klart.",
    ),
    "a status without any report": (
        settled_without_a_report,
        "Uppdraget står som Avfört och ska stå som Pågår.",
    ),
    "what a meeting is found by": (lambda: Meeting.objects.update(search_text=""), "search_text"),
}


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_what_does_not_fit_is_said_and_mended(name):
    corrupt, sentence = CORRUPTIONS[name]
    corrupt()
    status, (first, *_, remedy) = verified()
    assert (status, sentence in first, remedy) == (1, True, REMEDY)
    call_command("reindex", all=True, stdout=StringIO())
    assert verified() == (0, [IN_ORDER])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps both in one row")
def test_a_row_of_the_index_that_belongs_to_nothing_is_said_and_removed():
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO minutes_searchlexemes (rowid, text) VALUES (999999, 'x')")
    assert verified() == (1, ["sökindexet: 1 rader hör inte till någon post.", REMEDY])
    call_command("reindex", all=True, stdout=StringIO())
    assert verified() == (0, [IN_ORDER])


def test_an_archive_in_order_is_said_to_be_so_and_nothing_is_written():
    assert reported().reports.count() == 2
    entries = list(SearchEntry.objects.order_by("pk").values())
    assert verified() == (0, [IN_ORDER])
    assert list(SearchEntry.objects.order_by("pk").values()) == entries
