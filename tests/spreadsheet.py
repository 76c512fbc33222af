"""Reading a spreadsheet cell by cell, and what could make one dangerous."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_NAMESPACES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_DAY_ZERO = date(1899, 12, 30)
_ESCAPED = re.compile(r"_x([0-9A-F]{4})_")
Value = str | int | date


@dataclass
class Sheet:
    """``rows`` without empty cells at their end; ``formulas`` are whatever would be computed."""

    rows: list[list[Value]] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)  # texts that stay so when they are edited
    frozen_rows: int = 0
    filtered: str = ""


def read(content: bytes) -> Sheet:
    """The first sheet of a workbook."""
    archive = ZipFile(BytesIO(content))
    assert archive.testzip() is None
    root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    styles = etree.fromstring(archive.read("xl/styles.xml"))
    sheet = Sheet(formulas=[found.text for found in _all(root, "//m:f")])
    for row in _all(root, "//m:row"):
        cells = [""] * (max((_place(cell) for cell in row), default=-1) + 1)
        for cell in row:
            cells[_place(cell)] = _value(cell, styles)
            if _style(cell, styles).get("quotePrefix") == "1":
                sheet.quoted.append(cells[_place(cell)])
        sheet.rows.append(cells)
    for pane in _all(root, "//m:pane[@state='frozen']"):
        sheet.frozen_rows = int(pane.get("ySplit"))
    for shown in _all(root, "//m:autoFilter"):
        sheet.filtered = shown.get("ref")
    return sheet


def everything(content: bytes) -> str:
    """All that the workbook holds, one part after the other."""
    archive = ZipFile(BytesIO(content))
    return "\n".join(archive.read(name).decode() for name in sorted(archive.namelist()))


def _all(root: etree._Element, path: str) -> list[etree._Element]:
    return root.xpath(path, namespaces=_NAMESPACES)


def _place(cell: etree._Element) -> int:
    number = 0
    for letter in cell.get("r").rstrip("0123456789"):
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _style(cell: etree._Element, styles: etree._Element) -> etree._Element:
    return _all(styles, "//m:cellXfs/m:xf")[int(cell.get("s", 0))]


def _value(cell: etree._Element, styles: etree._Element) -> Value:
    if cell.get("t") == "inlineStr":
        text = "".join(_part.text or "" for _part in _all(cell, ".//m:t"))
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    (number,) = _all(cell, "m:v")
    if _style(cell, styles).get("numFmtId") == "0":
        return int(number.text)
    return _DAY_ZERO + timedelta(days=int(number.text))
