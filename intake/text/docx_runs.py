"""What is printed in one paragraph of a Word file: runs, without what is deleted or hidden."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from intake.text.docx_styles import Styles, W, child, value
from intake.text.written import NEW_LINE, NEW_PAGE, PAGE_WENT_ON, Run

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted or moved away, or no text of the page: comments, phonetic guides, formulas' settings.
SKIPPED = frozenset(
    W + name
    for name in (
        "del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr",
        "sdtEndPr", "rt", "customXmlPr", "smartTagPr", "comment", "annotationRef", "footnoteRef",
        "endnoteRef", "tblPr", "trPr", "tcPr",
    )
)  # fmt: skip
SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": NEW_LINE,
    W + "noBreakHyphen": "-",
    W + "lastRenderedPageBreak": PAGE_WENT_ON,
}
BREAKS = {"page": NEW_PAGE}
WHITE = re.compile(r"[\r\n\t]+")
# Check marks of Wingdings, which is no alphabet.
CHECKS = {0xF0FE: "☒", 0xF0FD: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF0E0: "→"}


@dataclass(slots=True)
class Fields:
    """How deep the walk is in fields, and whether in their instructions; these span paragraphs."""

    stack: list[bool] = field(default_factory=list)  # True: in the result
    instructions: int = 0  # how many of them are not

    def take(self, kind: str | None) -> None:
        if kind == "begin":
            self.stack.append(False)
            self.instructions += 1
        elif kind in ("separate", "end") and self.stack:
            self.instructions -= not self.stack.pop()
            self.stack.extend([True] * (kind == "separate"))

    @property
    def printed(self) -> bool:
        return not self.instructions

    def end_paragraph(self) -> None:
        """Instructions do not go on; a field that is never closed must not hide the rest."""
        if self.instructions:
            self.stack, self.instructions = [result for result in self.stack if result], 0


def hides(sdt: Any) -> bool:
    """Whether a content control shows only its prompt: "Klicka här för att ange text"."""
    prompt = child(sdt, "sdtPr", "showingPlcHdr")
    return prompt is not None and (value(prompt) or "1").casefold() not in ("0", "false", "off")


def chosen(alternatives: Any, has_content: Callable[[Any], bool]) -> Any:
    """The one alternative to read: the first choice with content, else the fallback; or None."""
    for one in alternatives.iterchildren():
        if one.tag in (MC + "Choice", MC + "Fallback") and has_content(one):
            return one
    return None


def has_text(element: Any) -> bool:
    return any((one.text or "").strip() for one in element.iter(W + "t")) or (
        next(element.iter(*SIGNS, W + "br", W + "sym"), None) is not None
    )


class Runs:
    """The runs of one paragraph; text boxes that hang on it are collected in ``boxes``."""

    def __init__(self, styles: Styles, style: str, fields: Fields) -> None:
        self._styles, self._style, self._fields = styles, style, fields
        self.boxes: list[Any] = []

    def of(self, parent: Any) -> Iterator[Run]:
        for element in parent.iterchildren():
            tag = element.tag
            if tag in SKIPPED:
                continue
            if tag == W + "r":
                yield from self._run(element)
            elif tag == W + "sdt":
                if not hides(element):
                    yield from self.of(element)
            elif tag == MC + "AlternateContent":
                best = chosen(element, has_text)
                if best is not None:
                    yield from self.of(best)
            elif tag == W + "txbxContent":
                self.boxes.append(element)
            elif isinstance(tag, str):
                yield from self.of(element)

    def _run(self, element: Any) -> Iterator[Run]:
        look = self._styles.look(self._style, child(element, "rPr"))
        for text in self._texts(element):
            if self._fields.printed and (not look.hidden or text == PAGE_WENT_ON):
                yield Run(text, look.bold, look.italic, look.size)

    def _texts(self, run: Any) -> Iterator[str]:
        for element in run.iterchildren():
            tag = element.tag
            if tag in LETTERS:
                yield LETTERS[tag](element)
            elif tag in SIGNS:
                yield SIGNS[tag]
            elif tag == W + "fldChar":
                self._fields.take(value(element, "fldCharType"))
            elif tag == MC + "AlternateContent":
                best = chosen(element, has_text)
                if best is not None:
                    yield from self._texts(best)
            elif tag == W + "ruby":
                yield from (one.text or "" for one in element.iterfind(f"{W}rubyBase//{W}t"))
            elif tag not in SKIPPED and isinstance(tag, str):
                self.boxes.extend(_boxes(element))


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes of a drawing, each once, not those within another."""
    if element.tag == W + "txbxContent":
        yield element
    elif element.tag == MC + "AlternateContent":
        best = chosen(element, has_text)
        if best is not None:
            yield from _boxes(best)
    elif element.tag not in SKIPPED:
        for one in element.iterchildren():
            yield from _boxes(one)


def _symbol(element: Any) -> str:
    try:
        code = int(value(element, "char") or "", 16)
    except ValueError:
        return ""
    if code < 0x20 or code > 0xFFFF or 0xD800 <= code < 0xE000:
        return ""
    if code in CHECKS:
        return CHECKS[code]
    font = (value(element, "font") or "").casefold()
    plain = chr(code - 0xF000) if 0xF020 <= code < 0xF080 else ""
    if font == "symbol" and plain and not plain.isalpha():
        return plain  # digits and stops stand in their usual places
    return chr(code)


LETTERS: dict[str, Callable[[Any], str]] = {
    W + "t": lambda element: WHITE.sub(" ", element.text or ""),
    W + "br": lambda element: BREAKS.get(value(element, "type") or "", NEW_LINE),
    W + "sym": _symbol,
}
