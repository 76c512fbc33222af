"""From the bytes of a file to a Document or the image of a page, without opening it here.

A child process reads it: see confined.py for what holds the child, and text/worker.py for what
runs in it. Plain text alone is read in this process: docs/adr/0009 says why that is safe.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any, NoReturn

from intake import converting
from intake.confined import MB, Limits, module, run, unreadable
from intake.text import Unreadable, read_bytes
from intake.text.document import Document
from intake.text.kinds import OFFICE, TEXT, kind_of
from intake.text.pace import MORE_CPU, MORE_SECONDS
from intake.text.registry import refuse_unfit
from intake.text.stored import read_document

WORKER = "intake.text.worker"
READING = Limits(more_seconds=MORE_SECONDS, more_cpu=MORE_CPU)
CHECKING = Limits(seconds=10, cpu=8, output=MB, processes=0)
DRAWING = Limits(seconds=10, cpu=8, output=16 * MB, processes=0)
PNG = b"\x89PNG\r\n\x1a\n"


def extract(data: bytes) -> Document:
    """What the file says, line by line. Raises Unreadable, whatever the bytes are.

    Raises OSError where this machine has no room or no process left: try again later.
    """
    refuse_unfit(data)
    kind = kind_of(data)
    if kind == TEXT:
        return read_bytes(data)
    if kind in OFFICE:
        return replace(
            _read(_converted(data, kind)),
            sha256=hashlib.sha256(data).hexdigest(),
            media=converting.MEDIA[kind],
            extractor="libreoffice+docx",
        )
    return _read(data)


def _converted(data: bytes, kind: str) -> bytes:
    row = _row(run(module(WORKER, "check", kind), data, CHECKING).output)
    if row != {"fit": kind}:
        _refuse(row)
    return converting.to_docx(data, kind)


def page_image(data: bytes, page: int, dpi: int = 110) -> bytes:
    """Page ``page``, counted from 1, as a PNG. Raises Unreadable and OSError as ``extract``."""
    refuse_unfit(data)
    answer = run(module(WORKER, "page", str(page), str(dpi)), data, DRAWING).output
    if not answer.startswith(PNG):
        _refuse(_row(answer))
    return answer


def _read(data: bytes) -> Document:
    row = _row(run(module(WORKER, "read"), data, READING).output)
    if "document" not in row:
        _refuse(row)
    try:
        document = read_document(row["document"])
        _refuse_odd(document)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise unreadable("reader-output") from error
    return document


def _row(answer: bytes) -> dict[str, Any]:
    try:
        row = json.loads(answer, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise unreadable("reader-output") from error
    if not isinstance(row, dict):
        raise unreadable("reader-output")
    return row


def _refuse(row: dict[str, Any]) -> NoReturn:
    match row:
        case {"unreadable": str(code), "sentence": str(sentence)}:
            raise Unreadable(code, sentence)
    raise unreadable("reader-output")


def _refuse_odd(document: Document) -> None:
    """The child may have been taken over by the file that it read: what it says is checked too."""
    if [line.no for line in document.lines] != list(range(1, len(document.lines) + 1)):
        raise ValueError("lines are not numbered from 1")
    for line in document.lines:
        words = (line.text, line.raw, line.label, line.role, line.kind, line.origin)
        numbers = (line.page, line.block, line.level, line.indent, line.size, line.confidence)
        if not all(type(word) is str for word in words):
            raise TypeError("a line has something else for words")
        if not all(type(number) in (int, float) for number in numbers):
            raise TypeError("a line has something else for numbers")


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")
