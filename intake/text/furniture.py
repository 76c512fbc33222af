"""What stands on a page because it is a page: page marks, running heads and feet.

Such lines keep their place and number, but their ``role`` takes them out of the flow, so that a
sentence can go on from one page to the next.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise, takewhile

from intake.text.document import BODY, FOOTER, HEADER, PAGE_NUMBER, TEXT_BOX, Line

PAGE_MARK = re.compile(
    r"^(?:sida|sidan|sid\.?|page)?\s*\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|\[\s*\d{1,4}\s*\]|"
    r"/\s*\d{1,3}|av\s+\d{1,4})$"
    r"|^(?:sida|sidan|sid\.?)\s*:?\s*\d{1,4}$|^[-–]\s*\d{1,4}\s*[-–]$",
    re.IGNORECASE,
)
# The mark of a page at the end of a running head: "4 (4)", "Sida 3/6".
LAST_MARK = re.compile(
    r"^(?:sid(?:a|an|\.)?\s*)?(?P<no>\d{1,4})\s*(?:\(\d{1,4}\)|\[\d{1,4}\]|/\s?\d{1,3}|av\s\d{1,4})$"
    r"|^sida\s+(?P<page>\d{1,4})$",
    re.IGNORECASE,
)
SENDER = re.compile(r"^[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?, [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?$")
ALWAYS = re.compile(
    r"^(?:(?:ordförandes?|justerande[sn]?|justerares?|"
    r"protokollsjusterare[sn]?)\s+(?:sign(?:atur(?:er)?)?|signum)\b\.?"
    r"|utdragsbestyrkande|utdragets? bestyrk\w*|ordf\.?\s+sign\b)(?:$|\s{2,}|\s*[:.…_]|"
    r"\s+(?:justerande|utdrag|sign))",
    re.IGNORECASE,
)
# What begins an item or a decision may stand at the top of several pages and is no running head.
CONTENT = re.compile(
    r"§|^\W*beslut\b|\bbeslutar\b|\bbeslut:?$|^\W*(?:yrkande|reservation|bakgrund|diskussion)",
    re.IGNORECASE,
)
# How many printed lines from the edge of a page a running head or foot may stand.
EDGE = 5


def is_page_mark(text: str) -> bool:
    return bool(PAGE_MARK.match(text.strip()))


def heads_page(text: str) -> bool:
    """Whether a running head ends with the mark of a page after the first.

    "Nämnden    2023-03-14    4 (4)".
    """
    head, gap, last = text.rstrip().replace("\t", "  ").rpartition("  ")
    found = LAST_MARK.match(last.strip()) if gap and head.strip() else None
    return found is not None and int(found["no"] or found["page"]) > 1


def mark_furniture(lines: list[Line]) -> list[Line]:
    """Give page marks, running heads and running feet their roles."""
    marked = mark_by_words(lines)
    repeated = _repeated_at_edges(marked)
    return [
        replace(line, role=repeated[line.no]) if line.no in repeated else line for line in marked
    ]


def mark_by_words(lines: list[Line]) -> list[Line]:
    """The roles that a line's own words tell, where heads and feet are known by their place."""
    return _without_senders([_with_role(line, _own_role(line)) for line in lines])


def _with_role(line: Line, role: str) -> Line:
    return line if line.role == role else replace(line, role=role)


def _without_senders(lines: list[Line]) -> list[Line]:
    """Take a sender's text box out of the flow: "Avsändare" above "Ek, Bo"."""
    boxes = {
        no
        for line, below in pairwise(line for line in lines if not line.blank)
        if line.text == "Avsändare" and SENDER.match(below.text)
        for no in (line.no, below.no)
    }
    return [_with_role(line, TEXT_BOX) if line.no in boxes else line for line in lines]


def _own_role(line: Line) -> str:
    if is_page_mark(line.text):
        return PAGE_NUMBER
    if ALWAYS.match(line.text.strip()):
        return FOOTER
    return line.role


def _repeated_at_edges(lines: list[Line]) -> dict[int, str]:
    """Lines that stand alike at the edge of most pages; the first page's own are kept.

    A title is printed on page one and repeated on the next: the first printing carries facts.
    """
    pages = _pages(lines)
    most = max(2, (len(pages) + 1) // 2)
    count = Counter(
        shape
        for page in pages
        for shape in {_shape(line) for line in (*page[:EDGE], *page[-EDGE:])}
    )
    furniture: dict[int, str] = {}
    for page in pages:
        for edge, role in ((page[:EDGE], HEADER), (page[: -EDGE - 1 : -1], FOOTER)):
            for line in takewhile(
                lambda one: count[_shape(one)] >= most and not CONTENT.search(one.text), edge
            ):
                if line.page > 1 or role == FOOTER:
                    furniture.setdefault(line.no, role)
    return furniture


def _pages(lines: list[Line]) -> list[list[Line]]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if not line.blank and line.role == BODY:
            pages.setdefault(line.page, []).append(line)
    return list(pages.values()) if len(pages) > 1 else []


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split())).casefold()
