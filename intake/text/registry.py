"""Which reader takes which file: by what the bytes are, never by what the name says.

A reader is a small class with a ``media`` name and ``read(data)``. A new format is a new class,
one line here and its signs in kinds.py. A reader is imported when the first file of its kind
comes: libraries take longer to load than a file to read, and the web server has none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol

from intake.text.document import Document
from intake.text.kinds import HTML, OFFICE, PDF, TEXT, ZIP, foreign, kind_of, refuse_other_zip
from intake.text.markdown import Markdown
from intake.text.plain import MOST_CHARACTERS, MOST_LINES, PlainText, too_long
from intake.text.unreadable import Unreadable

MB = 1024 * 1024
MOST_BYTES = 25 * MB
MOST_TEXT = 4 * MOST_CHARACTERS  # bytes: no encoding takes more for a character


class Reader(Protocol):
    media: str

    def read(self, data: bytes) -> Document: ...


READERS = {
    PDF: ("intake.text.pdf", "Pdf"),
    ZIP: ("intake.text.docx", "Docx"),
    HTML: ("intake.text.html", "Html"),
}


def read_bytes(data: bytes, name: str = "") -> Document:
    """Read one file. Raises Unreadable with a code and a sentence; never anything else."""
    refuse_unfit(data)
    document = reader_of(data).read(data)
    if not any(line.text for line in document.lines):
        raise empty()
    refuse_overlong(document)
    return document


def reader_of(data: bytes) -> Reader:
    """The reader for these bytes. Raises Unreadable where there is none."""
    kind = kind_of(data)
    if kind == TEXT:
        if len(data) > MOST_TEXT:
            raise too_long()
        return Markdown() if Markdown().recognises(data) else PlainText()
    if kind in OFFICE:  # LibreOffice makes DOCX of these, in a child of its own
        raise foreign("office-unknown")
    if kind == ZIP:
        from intake.text.package import Package

        refuse_other_zip(Package(data).names)
    module, reader = READERS[kind]
    made: Reader = getattr(import_module(module), reader)()
    return made


def refuse_unfit(data: bytes) -> None:
    if not data.strip():
        raise empty()
    if len(data) > MOST_BYTES:
        raise Unreadable(
            "too-large",
            f"Filen är {len(data) / MB:.0f} MB. Gränsen är {MOST_BYTES // MB} MB: dela den eller "
            f"spara den i mindre format.",
        )


def refuse_overlong(document: Document) -> None:
    """A file may be small and say a great deal; the parser and the database are not for that."""
    characters = sum(len(line.raw) for line in document.lines)
    if len(document.lines) > MOST_LINES or characters > MOST_CHARACTERS:
        raise too_long()


def empty() -> Unreadable:
    return Unreadable("empty", "Filen är tom. Kontrollera att rätt fil är vald.")
