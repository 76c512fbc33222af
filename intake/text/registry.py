"""Which reader takes which file: by what the bytes are, never by what the name says.

A reader is a small class with a ``media`` name, ``recognises(data)`` and ``read(data)``; the
first that recognises the bytes has them. A new format is a new class and one line here.
"""

from __future__ import annotations

from typing import Protocol

from intake.text.document import Document
from intake.text.docx import Docx, is_encrypted_office
from intake.text.markdown import Markdown
from intake.text.plain import PlainText
from intake.text.unreadable import Unreadable

MOST_BYTES = 25 * 1024 * 1024


class Reader(Protocol):
    media: str

    def recognises(self, data: bytes) -> bool: ...

    def read(self, data: bytes) -> Document: ...


# First bytes of what people upload by mistake, or before its reader is here.
FOREIGN = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"\x7fELF", "elf"),
    (b"MZ", "exe"),
    (b"\x1f\x8b", "gzip"),
)


class Foreign:
    """Refuses by its name what no reader above it knows: text readers take all that is left."""

    media = ""

    def recognises(self, data: bytes) -> bool:
        return _foreign(data) is not None

    def read(self, data: bytes) -> Document:
        if is_encrypted_office(data):
            raise Unreadable(
                "password",
                "Filen är skyddad med lösenord. Ta bort lösenordet i Word och försök igen.",
            )
        raise Unreadable(
            "format",
            f"Filer av typen {_foreign(data)} kan inte läsas än. Spara innehållet som text (.txt)"
            " och försök igen.",
        )


def _foreign(data: bytes) -> str | None:
    return next(
        (
            media
            for magic, media in FOREIGN
            if data.startswith(magic) or (media == "pdf" and magic in data[:1024])
        ),
        None,
    )


READERS: tuple[Reader, ...] = (Docx(), Foreign(), Markdown(), PlainText())


def read_bytes(data: bytes, name: str = "") -> Document:
    """Read one file. Raises Unreadable with a code and a sentence; never anything else."""
    refuse_unfit(data)
    for reader in READERS:
        if reader.recognises(data):
            document = reader.read(data)
            break
    if not any(line.text for line in document.lines):
        raise Unreadable("empty", "Filen är tom. Kontrollera att rätt fil är vald.")
    return document


def refuse_unfit(data: bytes) -> None:
    if not data.strip():
        raise Unreadable("empty", "Filen är tom. Kontrollera att rätt fil är vald.")
    if len(data) > MOST_BYTES:
        size = len(data) / 1024 / 1024
        raise Unreadable(
            "too-large",
            f"Filen är {size:.0f} MB. Gränsen är {MOST_BYTES // 1024 // 1024} MB: dela den eller "
            f"spara den i mindre format.",
        )
