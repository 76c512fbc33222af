"""ODT and RTF looked over before LibreOffice opens them: it inflates and nests without limit."""

from __future__ import annotations

import re

from intake.text.kinds import ODT, RTF
from intake.text.unreadable import Unreadable

PARTS = ("content.xml", "styles.xml")
BRACE = re.compile(rb"(?<!\\)[{}]")
MOST_GROUPS = 500_000
DEEPEST = 500  # groups within groups; Word writes some twenty


def refuse_bomb(data: bytes, kind: str) -> None:
    """Raise Unreadable where the file inflates, or nests, as no minutes do."""
    if kind == ODT:
        from intake.text.package import Package

        package = Package(data)
        for part in PARTS:
            package.xml(part)
    if kind == RTF:
        _refuse_nesting(data)


def _refuse_nesting(data: bytes) -> None:
    depth = 0
    for count, brace in enumerate(BRACE.finditer(data)):
        depth += 1 if brace[0] == b"{" else -1
        if depth > DEEPEST or count > MOST_GROUPS:
            raise Unreadable(
                "rtf-nested",
                "RTF-filen är orimligt sammansatt och läses inte. Spara protokollet som PDF eller"
                " Word (.docx) och försök igen.",
            )
