"""The body of a web page in the order it is printed: paragraphs and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from intake.text import html_look
from intake.text.html_lists import Counter, is_sign, sign, word_label
from intake.text.html_look import BLOCKS, HEADINGS, Look, indents, is_hidden, style_of, within
from intake.text.plain import MOST_LINES, too_long
from intake.text.tables import Printed, is_running, side_by_side, table_row
from intake.text.written import NEW_LINE, NEW_PAGE, Paragraph, Run

STEP = 30.0  # points that a list or a quotation is set in
COLUMN = 100.0  # points; how wide the columns are is not known
MOST_COLUMNS = 60
SPACE = 12.0  # points above and below a paragraph
SPACED = frozenset(("p", "ul", "ol", "dl", "blockquote", "pre", *HEADINGS))
WORD_CLASS = re.compile(r"^Mso(?:Normal|List|Body|No)")  # set without space by Word's own styles
WHITE = re.compile(r"[ \t\r\n]+")
BROKEN = re.compile(r"[ ]*\n[ ]*")


class Flow:
    """Walks once over an element and collects what it prints in ``printed``."""

    def __init__(self) -> None:
        self.printed: list[Printed] = []
        self._runs: list[Run] = []
        self._left = self._first = 0.0
        self._heading = 0
        self._space = 0.0
        self._label = ("", False)
        self._counters: list[Counter] = []

    def take(self, element: Any, look: Look) -> None:
        """An element with all that it holds; its tail belongs to the one above."""
        if not isinstance(element.tag, str) or is_hidden(element):
            return
        look = within(look, element)
        style = style_of(element)
        if html_look.NEW_PAGE_BEFORE.search(style):
            self._runs.append(Run(NEW_PAGE))
        if element.tag in BLOCKS:
            self._block(element, look, style)
        else:
            self._inline(element, look, style)

    def _inline(self, element: Any, look: Look, style: str) -> None:
        tag = element.tag
        if tag == "br":
            self._runs.append(Run(NEW_LINE))
        elif tag == "hr":
            self._end()
            self.printed.append(Paragraph())
        elif html_look.WORD_LABEL.search(style):
            self._label = word_label(element)
        elif html_look.FILLING.search(style) and not _text(element).strip(" \xa0"):
            self._add(" ", look)
        elif found := html_look.TAB_COUNT.search(style):
            self._add("\t" * int(found[1]), replace(look, kept=True))
        elif html_look.SIGN_FONT.search(style) and self._begins() and is_sign(element):
            self._label = (sign(element), True)
        else:
            self._inside(element, look)

    def _inside(self, element: Any, look: Look) -> None:
        self._add(element.text, look)
        for child in element.iterchildren():
            self.take(child, look)
            self._add(child.tail, look)

    def _add(self, text: str | None, look: Look) -> None:
        if text:
            own = text if look.kept else WHITE.sub(" ", text)
            self._runs.append(Run(own, look.bold, look.italic, look.size))

    def _begins(self) -> bool:
        return not any(run.text.strip() for run in self._runs)

    # --- Blocks ---

    def _block(self, element: Any, look: Look, style: str) -> None:
        self._end()
        with self._set_in(element, style):
            kind = element.tag
            if kind == "table":
                self._table(element, look)
            elif kind == "dl":
                self._definitions(element, look)
            elif kind in ("ol", "ul", "menu", "dir"):
                self._counters.append(Counter(element))
                self._inside(element, look)
                self._end()
                self._counters.pop()
            else:
                if kind == "li" and self._counters:
                    self._label = self._counters[-1].label(element)
                self._inside(element, look)
                self._end(blank=kind == "p")
                if kind == "li":
                    self._label = ("", False)

    @contextmanager
    def _set_in(self, element: Any, style: str) -> Iterator[None]:
        """Indent, heading and space of a block, and back to those of the one around it."""
        before = self._left, self._first, self._heading, self._space
        more, first = indents(style)
        kind = element.tag
        self._left += more + STEP * (kind in ("ol", "ul", "menu", "dir", "blockquote", "dd"))
        self._first = first
        titled = int((element.get("class") or "").startswith("MsoTitle"))
        self._heading = HEADINGS.get(kind, titled or self._heading)
        if kind in SPACED or kind in ("li", "td", "th", "div"):
            by_word = WORD_CLASS.match(element.get("class") or "")
            self._space = SPACE if kind in SPACED and not by_word else 0.0
        yield
        self._left, self._first, self._heading, self._space = before

    def _end(self, *, blank: bool = False) -> None:
        """End the paragraph; one that is empty is printed only where ``blank``."""
        runs, self._runs = _tidy(self._runs), []
        paragraph = Paragraph(runs)
        if paragraph.blank and not blank and not any(NEW_PAGE in run.text for run in runs):
            return
        if not paragraph.blank:
            paragraph.label, paragraph.bullet = self._label
            self._label = ("", False)
        hung = STEP / 2 if paragraph.label and not self._first else 0.0
        paragraph.left, paragraph.first = self._left, self._left + self._first - hung
        paragraph.heading, paragraph.joined = self._heading, self._heading > 1
        paragraph.before = paragraph.after = self._space
        self._print([paragraph])

    def _print(self, printed: Iterable[Printed]) -> None:
        self.printed.extend(printed)
        if len(self.printed) > MOST_LINES:
            raise too_long()

    # --- Tables ---

    def _table(self, table: Any, look: Look) -> None:
        spans: dict[int, int] = {}  # column -> how many more rows a cell takes
        for row in _rows(table):
            if row.tag == "caption":
                self.take(row, look)
            elif not is_hidden(row):
                self._row(row, within(look, row), spans)
        self._end()

    def _row(self, row: Any, look: Look, spans: dict[int, int]) -> None:
        contents: list[list[Printed]] = []
        starts: list[float] = []
        at = 0
        for cell in row.iterchildren("td", "th"):
            if is_hidden(cell):
                continue
            at = _below(spans, at, contents, starts)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            contents.append(self._cell(cell, look))
            starts.append(at * COLUMN)
            if high > 1:
                spans.update(dict.fromkeys(range(at, min(at + wide, MOST_COLUMNS)), high - 1))
            at += wide
        _below(spans, at, contents, starts)
        self._print(table_row(contents, starts, at * COLUMN))

    def _cell(self, cell: Any, look: Look) -> list[Printed]:
        inner = Flow()
        inner.take(cell, look)
        inner._end()
        return inner.printed

    def _definitions(self, element: Any, look: Look) -> None:
        """Terms and what they mean: side by side where they are short, as a form's are."""
        for term, meanings in _definitions(element):
            head = self._cell(term, look) if term is not None else []
            body = [one for meaning in meanings for one in self._cell(meaning, look)]
            if len(head) > 1 or is_running(body) or is_running(head):
                self._print([*head, *body])
            elif head or body:
                self._print(side_by_side([head, body], [0.0, COLUMN], 2 * COLUMN))


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _tidy(runs: list[Run]) -> list[Run]:
    """White space as a browser prints it: one space between words, none at the ends of lines."""
    tidy: list[Run] = []
    end = "\n"  # what the text before ends with
    for run in runs:
        text = run.text
        if end[-1:] in " \n\t\f":
            text = text.lstrip(" ") if text.strip(" ") else ""
        if text:
            tidy.append(replace(run, text=text))
            end = text
    if tidy and tidy[-1].text.endswith(NEW_LINE):  # a break before the end breaks nothing
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text[:-1])
    return tidy


def _rows(table: Any) -> Iterator[Any]:
    for element in table.iterchildren():
        if element.tag in ("thead", "tbody", "tfoot", "colgroup"):
            if not is_hidden(element):
                yield from _rows(element)
        elif element.tag in ("tr", "caption"):
            yield element


def _below(
    spans: dict[int, int], at: int, contents: list[list[Printed]], starts: list[float]
) -> int:
    """Empty cells under those that take several rows, and the column after them."""
    while spans.get(at, 0) > 0:
        spans[at] -= 1
        contents.append([])
        starts.append(at * COLUMN)
        at += 1
    return at


def _span(cell: Any, name: str) -> int:
    stated = re.match(r"\s*(\d{1,3})", cell.get(name) or "")
    return max(1, min(int(stated[1]), MOST_COLUMNS)) if stated else 1


def _definitions(element: Any) -> Iterator[tuple[Any, list[Any]]]:
    """(term or None, its meanings) in order; groups in a div are looked into."""
    term: Any = None
    meanings: list[Any] = []
    for one in _grouped(element):
        if one.tag == "dt":
            if term is not None or meanings:
                yield term, meanings
            term, meanings = one, []
        else:
            meanings.append(one)
    if term is not None or meanings:
        yield term, meanings


def _grouped(element: Any) -> Iterator[Any]:
    for one in element.iterchildren():
        if one.tag == "div" and not is_hidden(one):
            yield from _grouped(one)
        elif one.tag in ("dt", "dd"):
            yield one
