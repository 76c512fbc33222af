"""A zip of XML parts, opened with suspicion: limits on the directory and while inflating.

Only the parts that are asked for are inflated, in chunks; a zip inside the zip is never opened.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from operator import attrgetter
from typing import Any

from lxml import etree

from intake.text.plain import too_long
from intake.text.unreadable import Unreadable

MOST_MEMBERS = 2_000
MOST_INFLATED = 100 * 1024 * 1024  # bytes, all members together
MOST_RATIO = 200
FREE_OF_RATIO = 4 * 1024 * 1024  # bytes: an empty picture packs better than that, and is no harm
MOST_XML = 40 * 1024 * 1024  # bytes of one part that is read
MOST_MARKS = 1_200_000  # tags and attributes; a page of Word has two or three thousand
DEEPEST = 200  # elements within each other
CHUNK = 1024 * 1024
DIRECTORY_ENTRY = b"PK\x01\x02"
LOCAL_HEADER = b"PK\x03\x04"
ENCRYPTED, SIZES_FOLLOW = 0x1, 0x8  # bits of a member's flags
# The strict form of the standard names the same things otherwise.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def damaged() -> Unreadable:
    return Unreadable(
        "zip-damaged",
        "Filen är skadad eller ofullständig. Ladda upp den igen, eller spara om den i Word först.",
    )


def bomb() -> Unreadable:
    return Unreadable(
        "zip-bomb",
        "Filen packas upp till orimligt mycket data och läses inte. Spara om den i Word och"
        " försök igen.",
    )


class Package:
    """The members of a zip in memory. Raises Unreadable where they are not what they should be."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._inflated = 0
        self._members = _members(data)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> list[str]:
        return list(self._members)

    def xml(self, name: str) -> Any:
        """The root element of a part, or None where the zip has no such part."""
        if name not in self._members:
            return None
        if self._members[name].file_size > MOST_XML:
            raise bomb()
        return parse_xml(self.read(name))

    def read(self, name: str) -> bytes:
        """Inflate one member; never more than its header promises, nor more than the limit."""
        member = self._members[name]
        start = _content(self._data, member)
        packed = memoryview(self._data)[start : start + member.compress_size]
        content = bytes(packed) if not member.compress_type else _inflate(packed, member.file_size)
        self._inflated += len(content)
        if self._inflated > MOST_INFLATED:
            raise bomb()
        if len(content) != member.file_size or zlib.crc32(content) != member.CRC:
            raise damaged()
        return content


def parse_xml(data: bytes) -> Any:
    """The root of a part that declares no entities. Raises Unreadable."""
    if data.count(b"<") + data.count(b"=") > MOST_MARKS:
        raise too_long()
    if DECLARES.search(data):
        raise _entities()
    for strict, usual in STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged_document() from error
    if root.getroottree().docinfo.doctype:  # in an encoding where the bytes do not show it
        raise _entities()
    _refuse_depth(root)
    return root


def damaged_document() -> Unreadable:
    return Unreadable(
        "docx-damaged",
        "Word-filens innehåll går inte att tolka. Öppna den i Word, spara om den och försök igen.",
    )


def _entities() -> Unreadable:
    return Unreadable(
        "xml-entities",
        "Filen innehåller deklarationer som inte hör hemma i ett dokument. Spara om den i Word"
        " och försök igen.",
    )


def _refuse_depth(root: Any) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise damaged_document()


def _inflate(packed: memoryview, size: int) -> bytes:
    """Raw deflate, at most ``size`` bytes: more means that the header lies."""
    engine = zlib.decompressobj(-15)
    content = bytearray()
    rest: bytes | memoryview = packed
    try:
        while not engine.eof:
            part = engine.decompress(rest, CHUNK)
            content += part
            if len(content) > size:
                raise bomb()
            rest = engine.unconsumed_tail
            if not part and not rest:
                break
    except zlib.error as error:
        raise damaged() from error
    return bytes(content)


def _members(data: bytes) -> dict[str, zipfile.ZipInfo]:
    if data.count(DIRECTORY_ENTRY) > MOST_MEMBERS:  # before anything is made of them
        raise Unreadable(
            "zip-members",
            "Filen innehåller orimligt många delar och läses inte. Spara om den i Word och"
            " försök igen.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as directory:
            members = directory.infolist()
            end = directory.start_dir
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise damaged() from error
    _refuse_bomb(members)
    _refuse_lies(data, members, end)
    return {member.filename: member for member in members}


def _refuse_bomb(members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        ratio = member.file_size / max(1, member.compress_size)
        if member.file_size > FREE_OF_RATIO and ratio > MOST_RATIO:
            raise bomb()
    if sum(member.file_size for member in members) > MOST_INFLATED:
        raise bomb()


def _refuse_lies(data: bytes, members: list[zipfile.ZipInfo], end: int) -> None:
    """Members lie one after the other, and their own headers say what the directory says."""
    if len({member.filename for member in members}) < len(members):
        raise damaged()
    ordered = sorted(members, key=attrgetter("header_offset"))
    for member in ordered:
        if member.flag_bits & ENCRYPTED:
            raise Unreadable(
                "password",
                "Filen är skyddad med lösenord. Ta bort lösenordet och försök igen.",
            )
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged()
        if not member.compress_type and member.file_size != member.compress_size:
            raise damaged()
    ends = [_content(data, member) + member.compress_size for member in ordered]
    starts = [*(member.header_offset for member in ordered[1:]), end]
    if any(stop > start for stop, start in zip(ends, starts[: len(ends)], strict=True)):
        raise damaged()


def _content(data: bytes, member: zipfile.ZipInfo) -> int:
    """Where the packed bytes of a member begin. Raises where its own header differs."""
    at = member.header_offset
    header = data[at : at + 30]
    if len(header) < 30 or header[:4] != LOCAL_HEADER:
        raise damaged()
    name, extra = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
    packed, size = (int.from_bytes(header[n : n + 4], "little") for n in (18, 22))
    own = data[at + 30 : at + 30 + name]
    told_later = bool(int.from_bytes(header[6:8], "little") & SIZES_FOLLOW)
    large = 0xFFFFFFFF in (packed, size)
    if not told_later and not large and (packed, size) != (member.compress_size, member.file_size):
        raise damaged()
    if _folded(own) != _folded(member.orig_filename.encode("utf-8", "replace")):
        raise damaged()
    return at + 30 + name + extra


def _folded(name: bytes) -> bytes:
    """Only the ASCII letters: the encodings of the two names may differ."""
    return bytes(byte for byte in name if byte < 0x80)
