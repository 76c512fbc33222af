"""Rows for tests: each function makes one, with what it needs, and takes any field by name.

Names are invented. What a test is about it passes itself; the rest is ordinary on purpose.
Whatever can be searched is in the index afterwards, where many rows are made ``together`` at the
end; whoever changes a row later calls ``index``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count

from accounts.models import User
from accounts.roles import Role
from decisions import indexing
from decisions.addresses import public_id
from decisions.models import Assignment, Decision, DecisionTopic, ItemTopic, Topic
from intake import pictures
from intake.models import Batch, SourceFile, Upload
from minutes.models import AgendaItem, Approval, Attendance, Meeting
from minutes.states import State
from people.models import Body, Organization, Person
from people.names import slug

FIRST_DAY = date(2021, 1, 15)
_numbers = count(1)
_waiting: list[set[int]] = []  # meetings to be indexed by each ``together`` that is not over


@contextmanager
def together() -> Iterator[None]:
    """Meetings of which rows are made here are indexed once: each time takes ten questions."""
    _waiting.append(set())
    try:
        yield
    finally:
        made = _waiting.pop()
    indexing.index(sorted(made))


def _index(meeting: int) -> None:
    if _waiting:
        _waiting[-1].add(meeting)
    else:
        indexing.index([meeting])


def a_body(name: str = "Ledningsgruppen", **fields) -> Body:
    """The seeded body of that name, or a new one."""
    return Body.objects.get_or_create(name=name, defaults={"slug": slug(name), **fields})[0]


def an_organization(name: str = "Haninge", **fields) -> Organization:
    """The seeded organization of that name, or a new one."""
    return Organization.objects.get_or_create(name=name, defaults={"slug": slug(name), **fields})[
        0
    ]


def a_person(name: str = "Vera Lindqvist", **fields) -> Person:
    return Person.objects.create(name=name, **fields)


def a_meeting(**fields) -> Meeting:
    """A published meeting of Ledningsgruppen, each on a day of its own.

    The state is written past minutes/publishing.py: no log entry, as for a row of long ago.
    """
    if "body" not in fields:
        fields["body"] = a_body()
    fields.setdefault("start_date", FIRST_DAY + timedelta(days=next(_numbers)))
    fields.setdefault("title", "Minnesanteckningar")
    fields.setdefault("state", State.PUBLIC)
    return Meeting.objects.create(**fields)


def a_draft(**fields) -> Meeting:
    return a_meeting(state=State.DRAFT, **fields)


def an_item(meeting: Meeting | None = None, **fields) -> AgendaItem:
    """The next item of the meeting, numbered by its position unless told otherwise."""
    meeting = meeting or a_meeting()
    position = fields.setdefault("position", meeting.items.count() + 1)
    fields.setdefault("number", str(position))
    fields.setdefault("title", "Lägesrapport")
    item = AgendaItem.objects.create(meeting=meeting, **fields)
    _index(meeting.pk)
    return item


def a_decision(item: AgendaItem | None = None, **fields) -> Decision:
    """The next decision of the item; ``organizations`` may be given as a list."""
    item = item or an_item()
    organizations = fields.pop("organizations", [])
    position = fields.setdefault("position", item.decisions.count() + 1)
    fields.setdefault("text", "Att lägga rapporten till handlingarna.")
    fields.setdefault("public_id", public_id(f"item {item.pk}", item.position, position))
    decision = Decision.objects.create(item=item, **fields)
    decision.organizations.set(organizations)
    _index(item.meeting_id)
    return decision


def an_assignment(decision: Decision | None = None, **fields) -> Assignment:
    """Of the decision, or of an item's own text where ``item`` and ``text`` are given."""
    if "item" not in fields:
        fields["decision"] = decision or a_decision()
        fields["item"] = fields["decision"].item
    assignment = Assignment.objects.create(**fields)
    _index(assignment.item.meeting_id)
    return assignment


def an_attendance(meeting: Meeting | None = None, **fields) -> Attendance:
    """The next name in the meeting's list, present unless told otherwise."""
    meeting = meeting or a_meeting()
    fields.setdefault("position", meeting.attendances.count() + 1)
    person = fields.get("person")
    fields.setdefault("printed_name", person.name if person else "Vera Lindqvist")
    fields.setdefault("status", "present")
    return Attendance.objects.create(meeting=meeting, **fields)


def an_approval(meeting: Meeting | None = None, **fields) -> Approval:
    meeting = meeting or a_meeting()
    fields.setdefault("position", meeting.approvals.count() + 1)
    fields.setdefault("printed_name", "Vera Lindqvist")
    fields.setdefault("role", "approver")
    return Approval.objects.create(meeting=meeting, **fields)


def a_topic(name: str = "Skärgårdstrafik", **fields) -> Topic:
    return Topic.objects.create(name=name, **{"slug": slug(name), **fields})


def is_about(name: str, item: AgendaItem, *decisions: Decision) -> Topic:
    """Tell that the item and the decisions are about the topic of that name."""
    topic = Topic.objects.get(name=name)
    ItemTopic.objects.create(item=item, topic=topic, origin="person")
    for decision in decisions:
        DecisionTopic.objects.create(decision=decision, topic=topic, origin="person")
    _index(item.meeting_id)
    return topic


def a_document(text: str) -> dict:
    """What a reader makes of the text, as a row keeps it."""
    rows = enumerate(text.splitlines(), start=1)
    return {"lines": [{"no": number, "raw": line} for number, line in rows]}


def a_printed_document(text: str, **line) -> dict:
    """The same on one page of A4, each line at its place; ``line`` is told of every line."""
    lines = [
        {**row, "bbox": [70, 50 + 14 * row["no"], 300, 62 + 14 * row["no"]], **line}
        for row in a_document(text)["lines"]
    ]
    return {"pages": [{"no": 1, "width": 595, "height": 842}], "lines": lines}


def a_picture(source: SourceFile, page: int = 1, drawn: bytes = b"") -> bytes:
    """What has been drawn of a page before, so that nothing is drawn in the test."""
    drawn = drawn or f"page {page} of {source.file_name}".encode()
    path = pictures.path_of(source.sha256, page)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(drawn)
    return drawn


def a_source(meeting: Meeting | None = None, text: str = "", **fields) -> SourceFile:
    """The current file of the meeting, or a loose one; no bytes are written."""
    text = text or f"Minnesanteckningar {next(_numbers)}\n"
    fields.setdefault("sha256", hashlib.sha256(text.encode()).hexdigest())
    fields.setdefault("size", len(text.encode()))
    fields.setdefault("media_type", "text/plain")
    fields.setdefault("file_name", "anteckningar.txt")
    fields.setdefault("state", "parsed")
    fields.setdefault("is_current", meeting is not None)
    return SourceFile.objects.create(meeting=meeting, **fields)


def a_secretary(name: str = "arkivarien", **fields) -> User:
    fields = {"role": Role.SECRETARY, **fields}
    return User.objects.get_or_create(username=name, defaults=fields)[0]


def a_batch(names: Iterable[str] = (), **fields) -> Batch:
    """Files of these names that wait to be read; no bytes are written."""
    fields.setdefault("created_by", a_secretary())
    batch = Batch.objects.create(**fields)
    for position, name in enumerate(names, start=1):
        an_upload(batch, position=position, file_name=name)
    return batch


def an_upload(batch: Batch | None = None, **fields) -> Upload:
    """The next file of the batch, waiting unless told otherwise."""
    batch = batch or a_batch()
    fields.setdefault("position", batch.uploads.count() + 1)
    fields.setdefault("file_name", "anteckningar.txt")
    fields.setdefault("size", 1000)
    return Upload.objects.create(batch=batch, **fields)
