"""Makes what is raced for, in the archive that the servers serve, and tells what stands there.

``python -m tests.races.judge``: each line of standard input is a JSON list of the name of one of
these functions and its arguments; the answer is a line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date, timedelta
from itertools import count
from typing import Any

PARAGRAPHS = "Första stycket.\n\nAndra stycket.\n\nTredje stycket."
EDIT = r"^\d+ "  # the reason that an edit gives its records begins with the version
FIRST_DAY = date(2001, 1, 1)  # of what is imported; other meetings are held later
_numbers = count(1)


def a_session(name: str) -> str:
    """The key of a session of the secretary with that name, who may purge."""
    from django.test import Client

    from tests import factories

    client = Client()
    client.force_login(factories.a_secretary(name, may_purge=True))
    return client.cookies["sessionid"].value


def a_draft() -> int:
    """A meeting with four of everything, and questions of its file."""
    from intake import originals
    from tests import factories

    meeting = factories.a_draft()
    text = f"Minnesanteckningar {meeting.pk}\n\nen rad till\n"
    remark = {"code": "x", "message": "Något att titta på.", "line": 1, "open": True}
    factories.a_source(
        meeting,
        text,
        sha256=originals.keep(text.encode()),
        document=factories.a_document(text),
        state="needs_review",
        remarks=[remark] * 4,
    )
    for number in range(4):
        factories.an_attendance(meeting, printed_name=f"Namn {number}")
        factories.an_approval(meeting, printed_name=f"Namn {number}")
        item = factories.an_item(meeting, text=PARAGRAPHS)
        for _ in range(4 if number == 0 else 1):
            decision = factories.a_decision(item, text="Att bifalla.")
            if number == 0 and decision.position == 1:
                for _ in range(4):
                    factories.an_assignment(decision, printed_responsible="Någon")
    return meeting.pk


def a_read_draft() -> int:
    """A meeting as a file has given it, with another version of the file that waits."""
    from intake.models import SourceFile
    from intake.receiving import receive

    receive(minutes(number := next(_numbers)), "en.txt")
    receipt = receive(minutes(number, "Att avslå förslaget."), "en-annan.txt")
    return SourceFile.objects.get(pk=receipt.source_file_id).meeting_id


def minutes(number: int, added: str = "") -> bytes:
    from tests.intake.minutes_texts import ITEM, minutes_text

    day = FIRST_DAY + timedelta(days=number)
    return minutes_text(day, items=f"{ITEM}\n{added}\n")


def a_topic() -> tuple[str, str]:
    """Its slug, and the token of what its page shows."""
    from decisions.topic_changing import seen
    from tests import factories

    topic = factories.a_topic(f"Ämne {next(_numbers)}", terms=["kraft*"])
    return topic.slug, seen(topic)


def an_item_put_off() -> tuple[int, int]:
    """Its key, and that of a later item with the same title."""
    from tests import factories

    title = f"Skärgårdstrafik {next(_numbers)}"
    earlier = factories.an_item(title=title, outcome="tabled")
    return earlier.pk, factories.an_item(title=title).pk


def said_of_item(pk: int) -> list[str]:
    """Whether later items take it up, as people have said."""
    from decisions.models import TakenUp

    return list(TakenUp.objects.filter(earlier=pk).values_list("standing", flat=True))


def name_of_topic(slug: str) -> str:
    from decisions.models import Topic

    return Topic.objects.get(slug=slug).name


def a_trashed_draft() -> int:
    from minutes.models import Meeting
    from minutes.publishing import publish

    pk = a_draft()
    publish(Meeting.objects.get(pk=pk), to="trashed")
    return pk


def a_loose_file(state: str = "rejected") -> int:
    """A file that no meeting shows: rejected, or in the trash."""
    from intake import originals
    from intake.trashing import trash_file
    from tests import factories

    text = f"Ingenting som liknar ett protokoll {next(_numbers)}\n"
    kept = {"sha256": originals.keep(text.encode()), "reason_code": "x", "reason": "Gick inte."}
    source = factories.a_source(None, text, state="rejected", **kept)
    if state == "trashed":
        trash_file(source.pk, factories.a_secretary("anna"))
    return source.pk


def a_batch(name: str) -> int:
    from tests import factories

    return factories.a_batch(created_by=factories.a_secretary(name)).pk


def a_rejected_upload(name: str) -> list[Any]:
    """The batch, the upload and the bytes of a file that could be read if it was tried again."""
    from intake import originals
    from intake.models import Receipt
    from tests import factories

    data = minutes(next(_numbers))
    receipt = Receipt.objects.create(
        file_name="en.txt", outcome="rejected", reason_code="try-again", reason="Försök igen."
    )
    batch = factories.a_batch(created_by=factories.a_secretary(name))
    columns = {"sha256": originals.keep(data), "state": "finished", "receipt": receipt}
    upload = factories.an_upload(batch, file_name="en.txt", **columns)
    return [batch.pk, upload.pk, upload.sha256]


def a_gap() -> list[str]:
    """The body and the day of a meeting that is missing."""
    from tests.factories import a_meeting
    from tests.minutes.gaps.making import a_mention

    meeting = a_meeting()
    mention = a_mention(meeting, body=meeting.body, date=FIRST_DAY - timedelta(next(_numbers)))
    return [mention.body.slug, str(mention.date)]


def an_answer(body: str, day: str, name: str) -> str:
    """What somebody knows of a missing meeting; its token."""
    from tests import factories
    from tests.minutes.gaps.making import a_settled_gap

    by = factories.a_secretary(name)
    return a_settled_gap(by, body=factories.Body.objects.get(slug=body), date=day).token


def verdicts(body: str, day: str) -> list[list[str]]:
    from minutes.models import SettledGap

    found = SettledGap.objects.filter(body__slug=body, date=day)
    return [list(one) for one in found.values_list("verdict", "note")]


def told(pk: int) -> dict[str, Any] | None:
    """All rows of the meeting in their order, and its log; None where it is gone."""
    from intake.editing.snapshot import snapshot
    from minutes.models import Meeting

    meeting = Meeting.objects.filter(pk=pk).first()
    if meeting is None:
        return None
    rows = {kind.__name__: list(found.values()) for kind, found in snapshot(pk).items()}
    for found in rows.values():
        found.sort(key=lambda row: (row.get("item_id", 0), row.get("position", 0), row["id"]))
    edits = Meeting.history.filter(id=pk, history_change_reason__regex=EDIT)
    named = edits.order_by("history_id").values_list(
        "history_change_reason", "history_user__username"
    )
    files = meeting.source_files.order_by("pk")
    return {
        "pk": pk,
        "version": meeting.version,
        "state": meeting.state,
        "rows": rows,
        "edits": list(named),
        "notes": list(meeting.transitions.order_by("pk").values_list("to_state", "note")),
        "files": list(files.values("pk", "is_current", "state", "remarks")),
    }


def told_of_file(pk: int) -> dict[str, Any] | None:
    from intake.models import SourceFile

    return SourceFile.objects.filter(pk=pk).values("state", "sha256").first()


def taken_in(sha256: str) -> dict[str, Any]:
    """What has become of these bytes, however often they were handed in."""
    from intake.models import Receipt, SourceFile, Tombstone, Upload

    files = SourceFile.objects.filter(sha256=sha256)
    receipts = Receipt.objects.filter(source_file__in=files)
    return {
        "files": files.count(),
        "meetings": files.filter(meeting__isnull=False).values("meeting").distinct().count(),
        "uploads": sorted(Upload.objects.filter(sha256=sha256).values_list("state", flat=True)),
        "receipts": sorted(receipts.values_list("outcome", flat=True)),
        "tombstones": Tombstone.objects.filter(sha256=sha256).count(),
    }


def an_assignment() -> str:
    """The address of one that is open, of a published decision."""
    from tests import factories

    return factories.an_assignment(printed_responsible="Någon").get_absolute_url()


def told_of_assignment(address: str) -> dict[str, Any]:
    from decisions.models import Assignment

    assignment = Assignment.objects.get(public_id=address.split("/")[-2])
    reports = assignment.reports.order_by("pk").values_list("status", "note", "by__username")
    return {"status": assignment.status, "reports": [list(row) for row in reports]}


def saved_searches(name: str) -> list[list[str]]:
    """Name and query of what that user has saved; they are forgotten with that."""
    from decisions.saved.models import SavedSearch

    own = SavedSearch.objects.filter(user__username=name).order_by("pk")
    told = [list(row) for row in own.values_list("name", "query")]
    own.delete()
    return told


def a_question() -> str:
    """The public id of a decision that asks all members."""
    from tests import factories

    return factories.a_decision(concerns="all_members").public_id


def a_task_to_answer() -> list[str]:
    """Public ids of a decision and of what it gives Haninge, and the address of that."""
    from tests import factories

    haninge = factories.an_organization("Haninge")
    decision = factories.a_decision(concerns="all_members")
    task = factories.an_assignment(decision, kind="reply", responsible_organization=haninge)
    return [decision.public_id, task.public_id, task.get_absolute_url()]


def answers(public_id: str) -> list[list[Any]]:
    """Text, version and author of each answer to that decision."""
    from decisions.models import Answer

    told = Answer.objects.filter(decision__public_id=public_id).order_by("pk")
    return [list(row) for row in told.values_list("text", "version", "by__username")]


def faults() -> list[str]:
    """What does not hold together in the whole archive."""
    from decisions.models import Decision
    from minutes.models import AgendaItem, Approval, Attendance, Meeting

    lists = [(Attendance, "meeting"), (Approval, "meeting"), (AgendaItem, "meeting")]
    found = []
    for kind, owner in [*lists, (Decision, "item")]:
        standing: dict[int, list[int]] = {}
        for key, position in kind.objects.values_list(owner, "position"):
            standing.setdefault(key, []).append(position)
        for key, positions in standing.items():
            if sorted(positions) != list(range(1, len(positions) + 1)):
                found.append(f"{kind.__name__} of {owner} {key} stand at {sorted(positions)}")
    told_once: set[tuple[int, str]] = set()
    edits = Meeting.history.filter(history_change_reason__regex=EDIT)
    for pk, reason in edits.values_list("id", "history_change_reason"):
        edit = (pk, reason.split()[0])
        if edit in told_once:
            found.append(f"meeting {pk} has two edits {edit[1]}")
        told_once.add(edit)
    return found


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

    from django.db import transaction

    for asked in sys.stdin:
        verb, *given = json.loads(asked)
        if verb == "a_read_draft":
            answer = a_read_draft()  # reads in transactions of its own
        else:
            with transaction.atomic():
                answer = globals()[verb](*given)
        sys.stdout.write(json.dumps(answer, default=str) + "\n")
        sys.stdout.flush()
