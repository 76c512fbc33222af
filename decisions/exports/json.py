"""What was found, as JSON: an entry of the search as a row."""

from __future__ import annotations

from decisions.listing import Row
from minutes.exports import json
from minutes.exports.addresses import absolute
from minutes.search.marking import Pieces


def result(row: Row) -> json.Row:
    """An item or a decision: the title of the item, and the words around what was found."""
    return {
        "kind": row.kind,
        "title": _words(row.title),
        "url": absolute(row.address),
        "date": row.meeting.start_date,
        "body": row.meeting.body.name if row.meeting.body else None,
        "snippet": _words(row.marks),
    }


def _words(pieces: Pieces) -> str:
    return "".join(text for text, _ in pieces)
