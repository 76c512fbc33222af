"""From bytes to text: byte order mark, then strict UTF-8, then Windows-1252. No guessing beyond.

Every byte string that is text decodes; what is not text is refused with a reason.
"""

from __future__ import annotations

import codecs
import re

from intake.text.unreadable import Unreadable

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The five code points that Windows-1252 leaves undefined; they mark a binary or damaged file.
UNDEFINED_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
CONTROLS = [chr(code) for code in range(0x20) if code not in {*range(0x09, 0x0E), 0x1B}]

# Text that somebody wrote holds almost no control characters; one in fifty is not text.
MOST_CONTROLS = 0.02


def decode(data: bytes) -> tuple[str, str]:
    """Return (text, encoding). Raises Unreadable for bytes that are no text."""
    text, encoding = _decode(data)
    controls = sum(map(text.count, CONTROLS))
    if controls > MOST_CONTROLS * len(text):
        raise Unreadable(
            "binary",
            "Filen innehåller inte text. Spara den som PDF, Word (.docx) eller text och försök "
            "igen.",
        )
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if UNDEFINED_IN_1252.search(data):
        raise Unreadable(
            "encoding",
            "Filens teckenkodning går inte att läsa. Spara den som UTF-8 och försök igen.",
        )
    return data.decode("windows-1252"), "windows-1252"
