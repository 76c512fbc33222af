"""R24: whatever is done to the archive, wherever it fails, the index says what the rows say."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, connection

from accounts.models import User
from decisions.models import Assignment, Concerns, Decision, Status, Topic
from decisions.reindexing import drifted
from intake.answering import NotPossible, answer, questions_of
from intake.comparing import compare
from intake.editing import assignments, decisions, items
from intake.editing.meeting import free_sequence, save_meeting
from intake.editing.rows import shift
from intake.editing.saving import saving
from intake.editing.undoing import NothingToUndo, undo
from intake.models import SourceFile
from intake.receiving import receive
from intake.releasing import publish_if_clear, release
from intake.trashing import NotInTrash, purge_meeting, restore_meeting
from intake.versions import accept, candidate, decline, reread, separate
from minutes.models import AgendaItem, Meeting
from minutes.publishing import WAYS
from minutes.search.models import SearchEntry
from minutes.states import State
from people.models import Body, Organization
from tests.intake.minutes_texts import minutes_text

pytestmark = pytest.mark.django_db
# Each operation its own transaction: what thousands leave behind in one, no server clears away.
AS_IN_SERVICE = pytest.mark.django_db(transaction=True, serialized_rollback=True)
WORDS = [
    "trafikplan", "avfall", "varudistribution", "kommittén", "översyn", "och", "eller", "2022",
]  # fmt: skip
FIRST = date(2022, 1, 3)
MOST_MEETINGS = 5
# What an operation finds when it comes too late, or where there is nothing to do it to; and what
# the database refuses, which the forms do not let through.
NOTHING_TO_DO = (
    IntegrityError, ObjectDoesNotExist, IndexError, NothingToUndo, NotInTrash,
    NotPossible,
)  # fmt: skip


class Fault(Exception):
    """The statement that never came through."""


class Desk:
    """A secretary who does what chance says; each of OPERATIONS is one thing."""

    def __init__(self, seed: int, by: User) -> None:
        self.chance, self.by = random.Random(seed), by  # noqa: S311 - the same every time

    def one(self, rows: Any) -> Any:
        return self.chance.choice(list(rows.order_by("pk")))

    def words(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 6)))

    def some(self, rows: Any) -> list[Any]:
        rows = list(rows.order_by("pk"))
        return self.chance.sample(rows, self.chance.randint(0, min(3, len(rows))))

    def edited(self, verb: Callable[[Meeting], Any]) -> None:
        meeting = self.one(Meeting.objects.filter(items__decisions__isnull=False).distinct())
        with saving(meeting.pk, meeting.version, self.by, "edit") as locked:
            verb(locked)

    def item(self, meeting: Meeting) -> AgendaItem:
        return self.one(meeting.items.all())

    def decision(self, meeting: Meeting) -> Decision:
        return self.one(Decision.objects.filter(item__meeting=meeting))

    def file(self, day: date | None) -> bytes:
        numbers = range(1, self.chance.randint(2, 5))
        agenda = "\n".join(
            f"{number}. {self.words().capitalize()}\n\n{self.words()}.\n\nBeslut\n\nAtt"
            f" Haninge och Salem utreder {self.words()} senast den 15 december.\n"
            for number in numbers
        )
        absent = self.chance.choice([(), ("Vera Lindqvist, Haninge",)])  # and present: a question
        return minutes_text(day, items=agenda, absent=absent)


def imported(desk: Desk) -> None:
    day = FIRST + timedelta(days=desk.chance.randint(0, 3))
    if Meeting.objects.count() < MOST_MEETINGS or desk.chance.random() < 0.5:
        receipt = receive(desk.file(desk.chance.choice([day, day, None])), "a.txt", desk.by)
        if receipt.source_file and desk.chance.random() < 0.5:
            publish_if_clear(receipt.source_file)


def heading(desk: Desk) -> None:
    def save(meeting: Meeting) -> None:
        day = desk.chance.choice([None, FIRST + timedelta(days=desk.chance.randint(0, 900))])
        if meeting.state in {State.INTERNAL, State.PUBLIC} and day is None:
            return
        place = {"body": desk.one(Body.objects.all()), "start_date": day}
        number = free_sequence(meeting, **place, sequence=meeting.sequence)
        if day or not Meeting.objects.filter(**place).exists():
            place |= {"sequence": number or meeting.sequence, "end_date": None}
            save_meeting(meeting, place, desk.by)

    desk.edited(save)


def item(desk: Desk) -> None:
    desk.edited(
        lambda m: items.save_item(
            desk.item(m),
            {
                "title": desk.words(),
                "text": desk.words(),
                "topics": desk.some(Topic.objects.all()),
            },
        )
    )


def new_item(desk: Desk) -> None:
    desk.edited(lambda m: items.add_item(m, {"title": desk.words(), "text": desk.words()}))


def moved_item(desk: Desk) -> None:
    desk.edited(lambda m: shift(m.items, desk.item(m), desk.chance.choice([-1, 1])))


def removed_item(desk: Desk) -> None:
    desk.edited(lambda m: items.remove_item(desk.item(m)))


def split_item(desk: Desk) -> None:
    def split(meeting: Meeting) -> None:
        found = desk.item(meeting)
        items.split_item(found, "Ett.", "Två.", desk.words(), desk.some(found.decisions))

    desk.edited(split)


def merged_items(desk: Desk) -> None:
    def merge(meeting: Meeting) -> None:
        first = desk.item(meeting)
        if later := items.following(first):
            items.merge_items(first, later)

    desk.edited(merge)


def decision(desk: Desk) -> None:
    values = {
        "text": desk.words(),
        "kind": desk.chance.choice(["decided", "noted", "assigned"]),
        "concerns": desk.chance.choice(Concerns.values),
        "organizations": desk.some(Organization.objects.all()),
        "topics": desk.some(Topic.objects.all()),
        "responsible_text": [desk.words()],
    }
    desk.edited(lambda m: decisions.save_decision(desk.decision(m), values))


def new_decision(desk: Desk) -> None:
    values = {"text": desk.words(), "organizations": desk.some(Organization.objects.all())}
    desk.edited(lambda m: decisions.add_decision(desk.item(m), values))


def removed_decision(desk: Desk) -> None:
    desk.edited(lambda m: decisions.remove_decision(desk.decision(m)))


def split_decision(desk: Desk) -> None:
    desk.edited(lambda m: decisions.split_decision(desk.decision(m), "Ett.", desk.words()))


def merged_decisions(desk: Desk) -> None:
    def merge(meeting: Meeting) -> None:
        first = desk.decision(meeting)
        if later := decisions.following(first):
            decisions.merge_decisions(first, later)

    desk.edited(merge)


def new_assignment(desk: Desk) -> None:
    values = {"printed_responsible": desk.words()}
    desk.edited(lambda m: assignments.add_assignment(desk.decision(m), values))


def assignment(desk: Desk) -> None:
    def save(meeting: Meeting) -> None:
        found = desk.one(Assignment.objects.filter(decision__item__meeting=meeting))
        if desk.chance.random() < 0.3:
            found.delete()
        else:
            status = desk.chance.choice(Status.values)
            assignments.save_assignment(found, {"status": status})

    desk.edited(save)


def undone(desk: Desk) -> None:
    meeting = desk.one(Meeting.objects.all())
    undo(meeting.pk, meeting.version, desk.by)


def released(desk: Desk) -> None:
    meeting = desk.one(Meeting.objects.exclude(body=None).exclude(start_date=None))
    to = desk.chance.choice(sorted(WAYS[State(meeting.state)]))
    release(meeting.pk, meeting.version, desk.by, to, confirmed=True)


def trashed(desk: Desk) -> Meeting:
    thrown_away = Meeting.objects.filter(state=State.TRASHED)
    if not thrown_away.exists():
        meeting = desk.one(Meeting.objects.filter(state=State.DRAFT))
        release(meeting.pk, meeting.version, desk.by, State.TRASHED)
    return desk.one(thrown_away)


def restored(desk: Desk) -> None:
    restore_meeting(trashed(desk).pk, desk.by)


def purged(desk: Desk) -> None:
    purge_meeting(trashed(desk).pk, desk.by, "Prov.")


def read_again(desk: Desk) -> None:
    meeting = desk.one(Meeting.objects.filter(source_files__is_current=True))
    reread(meeting.pk, meeting.version, desk.by)


def version(desk: Desk) -> None:
    """Accept a part of another file, decline it, or make it a meeting of its own."""
    source = desk.one(SourceFile.objects.exclude(meeting=None).filter(is_current=False))
    meeting = source.meeting
    found = candidate(meeting, source.pk)
    if found is None:
        return
    act = desk.chance.choice([accept, accept, decline, separate])
    if act is accept:
        differences = [
            key for pair in compare(meeting, found.minutes).pairs for key in _keys(pair)
        ]
        chosen = desk.chance.sample(differences, desk.chance.randint(0, len(differences)))
        accept(meeting.pk, meeting.version, desk.by, source.pk, chosen)
    else:
        act(meeting.pk, meeting.version, desk.by, source.pk)


def _keys(pair: Any) -> list[str]:
    return [pair.key, *(f"{pair.key}-{name}" for name in (pair.columns or {}))]


def answered(desk: Desk) -> None:
    source = desk.one(SourceFile.objects.exclude(meeting=None).filter(is_current=True))
    questions = [one for one in questions_of(source) if one.answers and not one.settled]
    asked = desk.chance.choice(questions)
    value = desk.chance.choice(asked.answers).value
    answer(source.meeting_id, asked.number, value, source.meeting.version, desk.by)


OPERATIONS = {
    imported: 4, heading: 2, item: 3, new_item: 2, moved_item: 2, removed_item: 1, split_item: 2,
    merged_items: 2, decision: 4, new_decision: 2, removed_decision: 1, split_decision: 2,
    merged_decisions: 2, new_assignment: 1, assignment: 3, undone: 5, released: 4, restored: 2,
    purged: 1, read_again: 1, version: 2, answered: 2,
}  # fmt: skip


def breaking_off_at(place: int) -> Callable[..., Any]:
    seen = 0

    def execute_or_fail(execute: Callable[..., Any], *statement: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == place:
            raise Fault
        return execute(*statement)

    return execute_or_fail


def operate(desk: Desk, operation: Callable[[Desk], None], fault: int) -> str:
    try:
        with connection.execute_wrapper(breaking_off_at(fault)):
            operation(desk)
    except Fault:
        return "failed"
    except NOTHING_TO_DO:
        return "nothing to do"
    return "done"


@pytest.mark.parametrize(
    ("seed", "number", "every"),
    [(1, 200, 5), pytest.param(2, 2000, 1, marks=[pytest.mark.slow, AS_IN_SERVICE])],
)
def test_after_any_operations_and_faults_the_index_says_what_the_rows_say(
    seed, number, every, secretary
):
    secretary.may_purge = True
    secretary.save()
    desk, told = Desk(seed, secretary), Counter()
    for _ in range(MOST_MEETINGS):
        imported(desk)
    for done in range(number):
        operation = desk.chance.choices(list(OPERATIONS), list(OPERATIONS.values()))[0]
        fault = desk.chance.randint(1, 60) if desk.chance.random() < 0.08 else 0
        outcome = operate(desk, operation, fault)
        told[outcome] += 1
        told[operation.__name__] += outcome == "done"
        if outcome == "failed" or done % every == 0:
            assert list(drifted()) == [], (operation.__name__, fault)
    assert told["failed"] >= number * 0.03, told
    assert all(told[operation.__name__] for operation in OPERATIONS), told
    assert (list(drifted()), SearchEntry.objects.exists()) == ([], True)
