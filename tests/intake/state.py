"""All that an archive holds of its minutes, without keys and clocks, so that two can be compared.

``python -m tests.intake.state`` prints it, for archives that other processes have filled. A
receipt tells of an attempt, so receipts are no part of it.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

COLUMNS_OF_A_COPY = {"id", "created_at", "updated_at", "received_at", "version"}


def archive_state() -> dict[str, Any]:
    from intake.models import SourceFile
    from minutes.models import Meeting
    from people.models import Body, Organization, Person

    return {
        "files": {one.sha256: _file(one) for one in SourceFile.objects.all()},
        "meetings": sorted((_meeting(one) for one in Meeting.objects.all()), key=str),
        "people": sorted(Person.objects.values_list("name", "slug", "other_names"), key=str),
        "bodies": sorted(Body.objects.values_list("name", "slug"), key=str),
        "organizations": sorted(Organization.objects.values_list("name", "slug", "kind"), key=str),
    }


def comparable(state: dict[str, Any]) -> Any:
    """As JSON has it, so that the state of another process can be compared."""
    return json.loads(json.dumps(state, default=str))


def _row(one: Any, *names: str) -> dict[str, Any]:
    """The columns of a row, but for keys; each of ``names`` is a link, told by its text."""
    links = {field.attname for field in one._meta.concrete_fields if field.is_relation}
    columns = {
        field.attname: getattr(one, field.attname)
        for field in one._meta.concrete_fields
        if field.attname not in COLUMNS_OF_A_COPY | links
    }
    return {**columns, **{name: _named(getattr(one, name)) for name in names}}


def _named(one: Any) -> str | None:
    return None if one is None else getattr(one, "slug", str(one))


def _file(one: Any) -> dict[str, Any]:
    meeting = one.meeting  # without its address, which is a key for one that has no date
    held = meeting and [meeting.body_slug, meeting.start_date, meeting.sequence]
    return {**_row(one), "meeting": held}


def _meeting(one: Any) -> dict[str, Any]:
    return {
        **_row(one, "body"),
        "attendances": [
            _row(row, "person", "organization") for row in one.attendances.order_by("position")
        ],
        "approvals": [_row(row, "person") for row in one.approvals.order_by("position")],
        "items": [_item(row) for row in one.items.order_by("position")],
        "transitions": list(one.transitions.order_by("pk").values_list("from_state", "to_state")),
    }


def _item(one: Any) -> dict[str, Any]:
    continues = one.continues and one.continues.anchor
    decisions = one.decisions.order_by("position")
    return {
        **_row(one),
        "continues": continues,
        "topics": sorted(one.topic_links.values_list("topic__slug", "origin")),
        "decisions": [_decision(row) for row in decisions],
    }


def _decision(one: Any) -> dict[str, Any]:
    links = ("responsible_person", "responsible_organization", "responsible_body")
    return {
        **_row(one),
        "organizations": sorted(one.organizations.values_list("slug", flat=True)),
        "topics": sorted(one.topic_links.values_list("topic__slug", "origin")),
        "assignments": [_row(row, *links) for row in one.assignments.order_by("pk")],
    }


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    json.dump(archive_state(), sys.stdout, default=str)
