"""Styles of a Word file: what a paragraph or a run inherits along its chain of styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST_CHAIN = 20
HEADING_NAME = re.compile(r"^(?:heading|rubrik|overskrift)\s*([1-9])$", re.IGNORECASE)
TITLE_NAMES = frozenset(("title", "rubrik", "titel", "dokumentrubrik"))
OFF = frozenset(("0", "false", "off", "none"))
ORDINARY_SIZE = 10.0  # points, where nothing says otherwise


def child(element: Any, *names: str) -> Any:
    """The element that a path of names leads to, or None."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Any, name: str = "val") -> str | None:
    return None if element is None else element.get(W + name)


def number(element: Any, name: str = "val") -> int | None:
    """A whole number of an attribute; None where there is none."""
    try:
        return int(float(value(element, name) or ""))
    except (ValueError, OverflowError):
        return None


def switch(properties: Any, name: str) -> bool | None:
    """An on-off property: True, False, or None where it is not stated."""
    found = child(properties, name)
    if found is None:
        return None
    return (value(found) or "1").casefold() not in OFF


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is printed: size in points, and whether it is printed at all."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: float = ORDINARY_SIZE


class Styles:
    """The styles part. Unknown names and circles are as if no style were named."""

    def __init__(self, root: Any = None) -> None:
        self._styles: dict[str, Any] = {}
        self._default = ""
        self._looks: dict[tuple[str, str], Look] = {}
        self._known: dict[tuple[str, ...], Any] = {}  # what was once found along a chain
        self._run_defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._paragraph_defaults = child(root, "docDefaults", "pPrDefault", "pPr")
        for style in root.iterchildren(W + "style") if root is not None else ():
            name = value(style, "styleId") or ""
            self._styles.setdefault(name, style)
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default = name

    def of(self, properties: Any) -> str:
        """The paragraph style that a paragraph's properties name, else the default one."""
        named = value(child(properties, "pStyle"))
        return named if named in self._styles else self._default

    def chain(self, name: str) -> Iterator[Any]:
        """The style and those that it is based on, nearest first."""
        for _ in range(LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(child(style, "basedOn")) or ""

    def paragraph(self, name: str, *path: str) -> tuple[Any, ...]:
        """What the chain and the defaults say of a paragraph property, nearest first."""
        key = ("paragraph", name, *path)
        if key not in self._known:
            found = [child(style, "pPr", *path) for style in self.chain(name)]
            found.append(child(self._paragraph_defaults, *path))
            self._known[key] = tuple(one for one in found if one is not None)
        stated: tuple[Any, ...] = self._known[key]
        return stated

    def numbering(self, name: str) -> tuple[str | None, int | None, str]:
        """(numId, level, the style that says so) of the chain; the level may be unsaid."""
        key = ("numbering", name)
        if key not in self._known:
            self._known[key] = self._numbering(name)
        found: tuple[str | None, int | None, str] = self._known[key]
        return found

    def _numbering(self, name: str) -> tuple[str | None, int | None, str]:
        level = None
        for style in self.chain(name):
            stated = child(style, "pPr", "numPr")
            level = number(child(stated, "ilvl")) if level is None else level
            list_id = value(child(stated, "numId"))
            if list_id is not None:
                return list_id, level, value(style, "styleId") or ""
        return None, level, name

    def heading(self, name: str) -> tuple[int, bool]:
        """(level 1 to 9 of a heading's style, 0 for running text; whether it is the title's)."""
        key = ("heading", name)
        if key not in self._known:
            level = self._heading(name)
            self._known[key] = (level, not level and self._is_title(name))
        found: tuple[int, bool] = self._known[key]
        return found

    def _heading(self, name: str) -> int:
        for style in self.chain(name):
            outline = number(child(style, "pPr", "outlineLvl"))
            if outline is not None:
                return outline + 1 if 0 <= outline < 9 else 0
            found = HEADING_NAME.match(value(child(style, "name")) or "")
            if found:
                return int(found[1])
        return 0

    def _is_title(self, name: str) -> bool:
        names = ((value(child(style, "name")) or "").casefold() for style in self.chain(name))
        return any(one in TITLE_NAMES for one in names)

    def look(self, paragraph_style: str, properties: Any) -> Look:
        """How a run looks: its own properties, over its style's, over its paragraph's."""
        run_style = value(child(properties, "rStyle")) or ""
        key = (paragraph_style, run_style)
        if key not in self._looks:
            self._looks[key] = self._inherited(*key)
        look = self._looks[key]
        if properties is None or not len(properties):
            return look
        return Look(
            bold=_over(switch(properties, "b"), look.bold),
            italic=_over(switch(properties, "i"), look.italic),
            hidden=_over(switch(properties, "vanish"), look.hidden),
            size=_points(properties) or look.size,
        )

    def _inherited(self, paragraph_style: str, run_style: str) -> Look:
        return Look(
            bold=self._toggled(paragraph_style, run_style, "b"),
            italic=self._toggled(paragraph_style, run_style, "i"),
            hidden=self._toggled(paragraph_style, run_style, "vanish"),
            size=self._size(run_style) or self._size(paragraph_style) or self._default_size(),
        )

    def _toggled(self, paragraph_style: str, run_style: str, name: str) -> bool:
        """Bold in a bold paragraph is roman: the two styles' switches exclude each other."""
        both = bool(self._switched(paragraph_style, name)) ^ bool(self._switched(run_style, name))
        return both or bool(switch(self._run_defaults, name))

    def _switched(self, style_name: str, name: str) -> bool | None:
        stated = (switch(child(style, "rPr"), name) for style in self.chain(style_name))
        return next((one for one in stated if one is not None), None)

    def _size(self, style_name: str) -> float | None:
        sizes = (_points(child(style, "rPr")) for style in self.chain(style_name))
        return next((size for size in sizes if size), None)

    def _default_size(self) -> float:
        return _points(self._run_defaults) or ORDINARY_SIZE


def _over(own: bool | None, inherited: bool) -> bool:
    return inherited if own is None else own


def _points(properties: Any) -> float | None:
    halves = number(child(properties, "sz"))
    return halves / 2 if halves and 0 < halves < 2_000 else None
