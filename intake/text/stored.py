"""A Document as JSON and back, so that a row can keep what a reader made of its file.

``{"sha256", "media", "extractor", "version", "pages": […], "lines": [{"no", "text", "raw", …}],
"warnings": […]}``. A line or page leaves out what is ordinary (see intake/text/document.py);
cells are lists of [text, x0, x1, bold].
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from intake.text.document import Cell, Document, Line, Page

# Neither database takes these in JSON; the bytes themselves are in the original.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
ORDINARY = {
    kind: {f.name: f.default for f in fields(kind)}  # MISSING equals no value: always written
    for kind in (Line, Page)
}


def document_row(document: Document) -> dict[str, Any]:
    return {
        "sha256": document.sha256,
        "media": document.media,
        "extractor": document.extractor,
        "version": document.version,
        "pages": [_row(page) for page in document.pages],
        "lines": [_line_row(line) for line in document.lines],
        "warnings": list(document.warnings),
    }


def read_document(row: dict[str, Any]) -> Document:
    """The Document of a stored row, equal to the one that was stored."""
    return Document(
        **{
            **row,
            "pages": tuple(Page(**page) for page in row["pages"]),
            "lines": tuple(_line(line) for line in row["lines"]),
            "warnings": tuple(row["warnings"]),
        }
    )


def _line(row: dict[str, Any]) -> Line:
    bbox = row.get("bbox")
    given = {
        "text": row["raw"],
        **row,
        "cells": tuple(Cell(*cell) for cell in row.get("cells", ())),
        "bbox": tuple(bbox) if bbox else None,
    }
    return Line(**given)


def _line_row(line: Line) -> dict[str, Any]:
    row = _row(line)
    if row["text"] == row["raw"]:
        del row["text"]
    return row


def _row(one: Line | Page) -> dict[str, Any]:
    return {
        name: _plain(value)
        for name, usual in ORDINARY[type(one)].items()
        if (value := getattr(one, name)) != usual
    }


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isprintable() else UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Cell):
        return [_plain(value.text), value.x0, value.x1, value.bold]
    return value
