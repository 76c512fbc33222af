"""Automatic numbers of a Word file: counted as Word counts them, so that they read as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from intake.text.cleaning import BULLETS
from intake.text.docx_styles import Styles, W, child, number, switch, value

LEVELS = 9
MOST = 32_767  # what Word itself counts to
LONGEST_LABEL = 100
PLACE = re.compile(r"%([1-9])")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
OWN_BULLETS = frozenset(BULLETS + "-–—*o")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph; a bullet is ``bullet``, a number is text."""

    text: str
    bullet: bool = False
    apart: bool = True  # by a tab or a space from the text


@dataclass(frozen=True, slots=True)
class Level:
    form: str
    text: str
    start: int
    restart: int | None  # the level (1 to 9) that starts it anew; 0 never, None every higher one
    legal: bool
    apart: bool
    style: str
    indent: Any


class Numbering:
    """The numbering part. ``mark`` is to be asked once for each paragraph, in printed order."""

    def __init__(self, root: Any, styles: Styles) -> None:
        parts = root if root is not None else ()
        abstracts = {
            value(one, "abstractNumId"): one for one in parts if one.tag == f"{W}abstractNum"
        }
        self._styles = styles
        self._lists = {value(one, "numId"): one for one in parts if one.tag == f"{W}num"}
        self._abstracts = abstracts
        self._levels: dict[str, tuple[str, dict[int, Level]]] = {}
        self._kinds: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def place(self, properties: Any, style: str) -> tuple[str, int] | None:
        """(numId, level) of a paragraph, from itself or its style; None for one without number."""
        own = child(properties, "numPr")
        inherited, inherited_level, by = self._styles.numbering(style)
        list_id, level = value(child(own, "numId")), number(child(own, "ilvl"))
        if list_id is None:
            list_id, level = inherited, inherited_level if level is None else level
            if level is None and inherited is not None:
                level = self._level_of_style(inherited, by)
        if list_id is None or list_id == "0" or list_id not in self._lists:
            return None
        return list_id, max(0, min(level or 0, LEVELS - 1))

    def _level_of_style(self, list_id: str, style: str) -> int:
        levels = self._list(list_id)[1]
        return next((no for no, level in levels.items() if level.style == style), 0)

    def indent(self, place: tuple[str, int]) -> Any:
        """The ``w:ind`` of the level, or None."""
        level = self._list(place[0])[1].get(place[1])
        return level.indent if level else None

    def mark(self, place: tuple[str, int]) -> Mark | None:
        """Count one paragraph on, and say what is printed before it."""
        list_id, no = place
        counted, levels = self._list(list_id)
        level = levels.get(no)
        if level is None:
            return None
        counts = self._counts.setdefault(counted, [None] * LEVELS)
        self._count(counts, levels, list_id, no)
        if level.form == "bullet":
            return _bullet(level)
        text = PLACE.sub(
            lambda found: _printed(levels, counts, int(found[1]) - 1, level), level.text
        )
        text = text[:LONGEST_LABEL]
        return Mark(text, apart=level.apart) if text.strip() else None

    def _count(
        self, counts: list[int | None], levels: dict[int, Level], list_id: str, no: int
    ) -> None:
        self._begin(counts, list_id)
        before = counts[no]
        counts[no] = levels[no].start if before is None else min(before + 1, MOST)
        for deeper in range(no + 1, LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and no < restart):
                counts[deeper] = None

    def _begin(self, counts: list[int | None], list_id: str) -> None:
        """The first paragraph of a list that starts anew forgets what was counted before."""
        if list_id in self._begun:
            return
        self._begun.add(list_id)
        for override in self._lists[list_id].iterchildren(f"{W}lvlOverride"):
            no = number(override, "ilvl")
            anew = child(override, "startOverride") is not None
            if anew and no is not None and 0 <= no < LEVELS:
                counts[no] = None

    def _list(self, list_id: str) -> tuple[str, dict[int, Level]]:
        if list_id not in self._levels:
            self._levels[list_id] = self._read(list_id)
        return self._levels[list_id]

    def _read(self, list_id: str) -> tuple[str, dict[int, Level]]:
        """The id that the list is counted under, and its levels with the list's own changes."""
        listed = self._lists.get(list_id)
        name = value(child(listed, "abstractNumId")) or ""
        if name not in self._kinds:
            self._kinds[name] = self._kind(name)
        name, shared = self._kinds[name]
        levels = dict(shared)
        for override in listed.iterchildren(f"{W}lvlOverride") if listed is not None else ():
            own = child(override, "lvl")
            if own is not None:
                _add(levels, own, number(override, "ilvl"))
            _override_start(levels, override)
        return name, levels

    def _kind(self, name: str) -> tuple[str, dict[int, Level]]:
        """The id and the levels that all lists of one kind share; a kind may be another's."""
        abstract = self._abstracts.get(name)
        link = value(child(abstract, "numStyleLink"))
        if link is not None:
            of_style = self._lists.get(self._styles.numbering(link)[0])
            name = value(child(of_style, "abstractNumId")) or name
            abstract = self._abstracts.get(name)
        levels: dict[int, Level] = {}
        for element in abstract.iterchildren(f"{W}lvl") if abstract is not None else ():
            _add(levels, element)
        return name, levels


def _add(levels: dict[int, Level], element: Any, no: int | None = None) -> None:
    no = number(element, "ilvl") if no is None else no
    if no is None or not 0 <= no < LEVELS:
        return
    start = number(child(element, "start"))
    levels[no] = Level(
        form=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        start=1 if start is None else start,
        restart=number(child(element, "lvlRestart")),
        legal=bool(switch(element, "isLgl")),
        apart=value(child(element, "suff")) != "nothing",
        style=value(child(element, "pStyle")) or "",
        indent=child(element, "pPr", "ind"),
    )


def _override_start(levels: dict[int, Level], override: Any) -> None:
    no, start = number(override, "ilvl"), number(child(override, "startOverride"))
    if no in levels and start is not None:
        levels[no] = replace(levels[no], start=start)


def _bullet(level: Level) -> Mark | None:
    sign = level.text.strip()
    if not sign:
        return None
    return Mark(sign if sign in OWN_BULLETS else "•", bullet=True)


def _printed(levels: dict[int, Level], counts: list[int | None], no: int, asking: Level) -> str:
    level = levels.get(no)
    if level is None:
        return ""
    count = counts[no]
    counted = level.start if count is None else count
    return spell(counted, "decimal" if asking.legal and level.form != "none" else level.form)


def spell(count: int, form: str) -> str:
    """A number as letters, Roman numerals or digits."""
    if form in ("none", "bullet"):
        return ""
    if form == "decimalZero":
        return f"{count:02}"
    if count > 0 and form.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 10)
        return letter.upper() if form.startswith("upper") else letter
    if 0 < count < 4_000 and form.endswith("Roman"):
        return _roman(count).upper() if form.startswith("upper") else _roman(count)
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for unit, sign in ROMAN:
        text += sign * (count // unit)
        count %= unit
    return text
