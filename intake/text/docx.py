"""Word files (.docx): our own walk over the parts, as Word would print them."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from intake.text.composing import Sheet
from intake.text.document import FOOTER, HEADER, Document, Page
from intake.text.docx_flow import Flow
from intake.text.docx_numbering import Numbering
from intake.text.docx_styles import Styles, W, child, number
from intake.text.furniture import mark_furniture
from intake.text.package import DIRECTORY_ENTRY, Package, damaged_document
from intake.text.plain import MOST_LINES, too_long
from intake.text.unreadable import Unreadable
from intake.text.written import Paragraph, Row

VERSION = 1
MAIN_PART = re.compile(r"^word/document\d*\.xml$", re.IGNORECASE)
MAIN_NAME = re.compile(rb"word/document\d*\.xml", re.IGNORECASE)
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
POINTS = 20  # twentieths, which Word measures in


class Docx:
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    name = "docx"

    def recognises(self, data: bytes) -> bool:
        """A zip with the main part of a Word file; also one that is cut off or too large."""
        if not data.startswith(b"PK\x03\x04"):
            return False
        cut_off = DIRECTORY_ENTRY not in data
        return bool(MAIN_NAME.search(data)) or (cut_off and b"word/" in data)

    def read(self, data: bytes) -> Document:
        """Read the paragraphs into numbered lines. Raises Unreadable, and nothing else."""
        try:
            sheet, size = _Reading(Package(data)).sheet()
        except RecursionError as error:
            raise damaged_document() from error
        lines = mark_furniture(sheet.lines)
        pages = tuple(Page(no, *size) for no in range(1, sheet.page + 1))
        return Document(
            hashlib.sha256(data).hexdigest(), self.media, self.name, VERSION, pages, tuple(lines)
        )


def is_encrypted_office(data: bytes) -> bool:
    """Whether an OLE file is an Office file behind a password: its directory says so."""
    return data.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in data


class _Reading:
    """The parts of one file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = next((name for name in package.names if MAIN_PART.match(name)), None)
        if self._main is None:
            raise Unreadable(
                "format",
                "Filen är ett arkiv och inget Word-dokument. Packa upp den och ladda upp"
                " protokollet.",
            )
        self._relations = dict(self._read_relations())
        self._styles = Styles(self._part("styles"))
        self._sections: list[Any] = []

    def sheet(self) -> tuple[Sheet, tuple[float, float]]:
        """All lines, and the (width, height) of a page in points."""
        root = self._package.xml(self._main or "")
        body = child(root, "body")
        if body is None:
            raise damaged_document()
        self._sections = [
            section
            for section in body.iter(W + "sectPr")
            if section.getparent().tag != W + "sectPrChange"
        ]
        tab = number(child(self._part("settings"), "defaultTabStop"))
        sheet = Sheet((tab or 720) / POINTS)
        sheet.set(self._margins("headerReference", HEADER))
        sheet.set(self._printed(body))
        sheet.set(self._margins("footerReference", FOOTER))
        paper = child(self._sections[0], "pgSz") if self._sections else None
        return sheet, tuple((number(paper, side) or 0) / POINTS for side in ("w", "h"))  # type: ignore[return-value]

    def _printed(self, body: Any) -> list[Paragraph | Row]:
        numbering = Numbering(self._part("numbering"), self._styles)
        flow = Flow(self._styles, numbering, self._sections).printed(body)
        found = list(islice(flow, MOST_LINES + 1))
        if len(found) > MOST_LINES:
            raise too_long()
        return found

    def _margins(self, reference: str, role: str) -> list[Paragraph | Row]:
        """The running heads or feet that the sections name, each once."""
        named = [
            one.get(f"{RELATION}id") for section in self._sections
            for one in section.iterchildren(W + reference)
        ]  # fmt: skip
        parts = [self._package.xml(self._relations.get(name, "")) for name in dict.fromkeys(named)]
        found: list[Paragraph | Row] = []
        for root in parts:
            for one in self._printed(root) if root is not None else ():
                if not one.blank:
                    one.role = role
                    found.append(one)
        return found

    def _part(self, name: str) -> Any:
        """A part next to the main one, or None."""
        folder = posixpath.dirname(self._main or "")
        named = (target for target in self._relations.values() if _is_part(target, name))
        return self._package.xml(next(named, f"{folder}/{name}.xml"))

    def _read_relations(self) -> Iterator[tuple[str, str]]:
        folder, main = posixpath.split(self._main or "")
        root = self._package.xml(f"{folder}/_rels/{main}.rels")
        for one in root if root is not None else ():
            target = one.get("Target") or ""
            if one.get("TargetMode") != "External" and one.get("Id"):
                place = target if target.startswith("/") else f"/{folder}/{target}"
                yield one.get("Id"), posixpath.normpath(place).lstrip("/")


def _is_part(target: str, name: str) -> bool:
    return bool(re.fullmatch(rf"word/{name}\d*\.xml", target, re.IGNORECASE))
