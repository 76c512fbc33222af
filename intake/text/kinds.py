"""What kind of file some bytes are, by the first of them; nothing is opened or inflated.

Also why a file of another kind is not read. Only the child looks into a zip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from intake.text.unreadable import Unreadable

PDF, ZIP, HTML, TEXT = "pdf", "zip", "html", "text"
DOCX, DOC, ODT, RTF = "docx", "doc", "odt", "rtf"
OFFICE = {DOC, ODT, RTF}  # LibreOffice makes DOCX of these

SAVE_AS = "Spara protokollet som PDF eller Word (.docx) och försök igen."
SENTENCES = {
    "spreadsheet": f"Filen är ett kalkylblad (Excel). {SAVE_AS}",
    "presentation": f"Filen är en presentation (PowerPoint). {SAVE_AS}",
    "pages": f"Filen är ett dokument från Pages, Numbers eller Keynote. {SAVE_AS}",
    "mail": "Filen är ett e-brev. Spara det som är bifogat för sig, och lägg in det.",
    "image": "Filen är en bild. Spara de inskannade sidorna som PDF och försök igen.",
    "archive": "Filen är ett arkiv med andra filer i. Packa upp det och lägg in protokollen var"
    " för sig.",
    "program": "Filen är ett program och inget protokoll. Kontrollera att rätt fil är vald.",
    "password": "Filen är skyddad med lösenord. Ta bort lösenordet och försök igen.",
    "office-unknown": f"Filen är sparad i ett äldre format som inte går att läsa. {SAVE_AS}",
}
MAGIC = (
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
)
IMAGE_BOXES = {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"}  # what telephones take
OLE = b"\xd0\xcf\x11\xe0"
# Names in the directory of an OLE file, and what they tell. The order matters: a letter holds its
# attachments, an encrypted file nothing else that can be told.
STREAMS = (
    ("EncryptedPackage", "password"),
    ("__substg1.0_", "mail"),
    ("WordDocument", DOC),
    ("Workbook", "spreadsheet"),
    ("PowerPoint Document", "presentation"),
)
ODF = b"mimetypeapplication/vnd.oasis.opendocument."
ODF_NAME = slice(
    30, 30 + len(ODF) + 30
)  # first in the zip and stored as it is: the standard's rule
ODF_KINDS = (
    (b"text", ODT),
    (b"spreadsheet", "spreadsheet"),
    (b"presentation", "presentation"),
)
# A page begins with a tag of a page, whatever comments and declarations stand before it.
PAGE = re.compile(
    r"(?>\s*)(?:<\?xml(?>[^>]*)>(?>\s*)|(?><!--.*?-->)(?>\s*))*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|table|h[1-6]|p|span|section|main)\b",
    re.IGNORECASE | re.DOTALL,
)
LOOKED_AT = 4096  # bytes
# What a member of a zip is called, and what that tells of the whole.
MEMBERS = (
    (re.compile(r"word/document\d*\.xml$", re.IGNORECASE), DOCX),
    (re.compile(r"xl/workbook\.", re.IGNORECASE), "spreadsheet"),
    (re.compile(r"ppt/presentation\.", re.IGNORECASE), "presentation"),
    (re.compile(r"Index/Document\.iwa|index\.zip|index\.apxl", re.IGNORECASE), "pages"),
)


def foreign(kind: str) -> Unreadable:
    return Unreadable(kind, SENTENCES[kind])


def kind_of(data: bytes) -> str:
    """One of the kinds above. Raises Unreadable for those that are known and not read."""
    for magic, kind in MAGIC:
        if data.startswith(magic):
            raise foreign(kind)
    if data[4:12] in IMAGE_BOXES or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise foreign("image")
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    if data.startswith(OLE):
        return _ole_kind(data)
    if data.lstrip()[:5].lower() == b"{\\rtf":
        return RTF
    if PAGE.match(_beginning(data)):
        return HTML
    return TEXT


def _zip_kind(data: bytes) -> str:
    begins = data[ODF_NAME]
    if not begins.startswith(ODF):
        return ZIP
    for name, kind in ODF_KINDS:
        if begins[len(ODF) :].startswith(name):
            return _readable(kind)
    raise foreign("office-unknown")


def _ole_kind(data: bytes) -> str:
    for name, kind in STREAMS:
        if name.encode("utf-16-le") in data:
            return _readable(kind)
    raise foreign("office-unknown")


def _readable(kind: str) -> str:
    if kind in SENTENCES:
        raise foreign(kind)
    return kind


def refuse_other_zip(names: Iterable[str]) -> None:
    """Raise Unreadable unless the members' names are those of a Word file."""
    listed = list(names)
    for name, kind in MEMBERS:
        if any(name.match(one) for one in listed):
            if kind == DOCX:
                return
            raise foreign(kind)
    raise foreign("archive")


def _beginning(data: bytes) -> str:
    first = data[:LOOKED_AT]
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return first.decode("utf-16", "replace").lstrip("\ufeff")
    return first.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
