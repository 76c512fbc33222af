"""What tags, attributes and inline styles say of how text is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

HEADINGS = {f"h{no}": no for no in range(1, 7)}
SIZES = {"h1": 24.0, "h2": 18.0, "h3": 14.0}
ORDINARY_SIZE = 12.0  # points, a browser's own
# Never printed, or crossed out: a proposal that was not taken.
SKIPPED = frozenset(
    (
        "script", "style", "head", "template", "noscript", "del", "s", "strike", "svg", "math",
        "object", "iframe", "canvas", "audio", "video", "select", "textarea", "datalist", "title",
        "xml", "rp", "rt", "nav",
    )
)  # fmt: skip
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header",
        "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *HEADINGS,
    )
)  # fmt: skip
BOLD, ITALIC = frozenset(("b", "strong", "th", *HEADINGS)), frozenset(("i", "em", "cite", "var"))
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|line-through", re.IGNORECASE
)
WEIGHT = re.compile(r"font-weight\s*:\s*(bold(?:er)?|normal|lighter|\d{1,4})", re.IGNORECASE)
SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
NEW_PAGE_BEFORE = re.compile(
    r"(?:page-)?break-before\s*:\s*(?:always|page|left|right)", re.IGNORECASE
)
LENGTH = r"\s*:\s*(-?\d{1,4}(?:\.\d{1,6})?)\s*(pt|px|cm|mm|in|em|rem)"
SIZE = re.compile(rf"font-size{LENGTH}|font{LENGTH}", re.IGNORECASE)
LEFT = re.compile(rf"(?:margin-left|padding-left){LENGTH}", re.IGNORECASE)
FIRST = re.compile(rf"text-indent{LENGTH}", re.IGNORECASE)
SIGN_FONT = re.compile(r"font-family\s*:\s*[\"']?(?:symbol|wingdings|webdings)", re.IGNORECASE)
TAB_COUNT = re.compile(r"mso-tab-count\s*:\s*(\d)", re.IGNORECASE)
# Word parts a number from its text with spaces of a small font.
FILLING = re.compile(r"font\s*:\s*7\.0pt", re.IGNORECASE)
WORD_LABEL = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
POINTS = {
    "pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0,
    "em": ORDINARY_SIZE, "rem": ORDINARY_SIZE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    bold: bool = False
    italic: bool = False
    size: float = ORDINARY_SIZE
    kept: bool = False  # white space as it stands


def style_of(element: Any) -> str:
    return str(element.get("style") or "")


def is_hidden(element: Any) -> bool:
    tag, style = element.tag, style_of(element)
    return (
        tag in SKIPPED
        or element.get("hidden") is not None
        or (bool(style) and HIDING.search(style) is not None)
    )


def within(look: Look, element: Any) -> Look:
    """The look of what stands inside an element."""
    tag, style = element.tag, style_of(element)
    if tag in BOLD:
        look = replace(look, bold=True)
    if tag in ITALIC:
        look = replace(look, italic=True)
    if tag == "pre":
        look = replace(look, kept=True)
    if tag in SIZES:
        look = replace(look, size=SIZES[tag])
    return _styled(look, style) if style else look


def _styled(look: Look, style: str) -> Look:
    weight, slant, size = WEIGHT.search(style), SLANT.search(style), SIZE.search(style)
    if weight:
        stated = weight[1].casefold()
        heavy = int(stated) >= 600 if stated.isdigit() else stated.startswith("bold")
        look = replace(look, bold=heavy)
    if slant:
        look = replace(look, italic=slant[1].casefold() != "normal")
    if size:
        look = replace(look, size=max(1.0, _points(*(one for one in size.groups() if one))))
    return look


def indents(style: str) -> tuple[float, float]:
    """(where the lines begin, how much further the first one does), in points."""
    left, first = LEFT.search(style), FIRST.search(style)
    return (
        _points(left[1], left[2]) if left else 0.0,
        _points(first[1], first[2]) if first else 0.0,
    )


def _points(length: str, unit: str) -> float:
    return round(float(length) * POINTS[unit.casefold()], 2)
