"""The letters of a PDF page, as words with their place and type.

pdfium is asked once for the text of the page and then only for the first and last letter of each
word: asking for every letter takes ten times as long.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pypdfium2.raw as raw

from intake.text.pdf_drawing import rules_of
from intake.text.pdf_fonts import Font, font_of
from intake.text.pdf_frame import Frame
from intake.text.pdf_struck import Strikes, stretched, strikes
from intake.text.ruled import Rules
from intake.text.words import OCR_LAYER, TEXT, Word

# pdfium ends a line that it saw end in a hyphen with one of these, and leaves out the line break.
HYPHENS = "\x02\ufffe"
WORD = re.compile(rf"[^\s{HYPHENS}]+[{HYPHENS}]?|[{HYPHENS}]")
LINE = re.compile(rf"[^\s{HYPHENS}](?:[^\r\n{HYPHENS}]*[^\s{HYPHENS}])?[{HYPHENS}]?|[{HYPHENS}]")
UNKNOWN = re.compile("[\0\ufffd\ue000-\uefff]")  # symbol fonts begin at U+F000
ASCENT, DESCENT = 0.78, 0.22  # of the size, for the box of a word
FALSE_SPACE = 0.18  # em: what pdfium takes for a space below this is kerning
TOUCHING = 0.03  # em
INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE
OUTLINED = (raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE)


@dataclass(frozen=True, slots=True)
class Run:
    """What all letters of one text object share. ``turn`` counts quarters clockwise."""

    baseline: float
    size: float
    font: Font
    bold: bool
    visible: bool
    turn: int


@dataclass(frozen=True, slots=True)
class Letters:
    """``unknown`` counts the glyphs that stand for no known letter, ``frame`` is the words'.

    Words that are struck through are left out, but counted; ``rules`` has no line through them.
    """

    words: list[Word]
    count: int
    unknown: int
    frame: Frame
    hidden: bool  # the letters are those of an OCR layer, behind the picture of the page
    rules: Rules


def letters(page: Any, frame: Frame) -> Letters:
    """Read the letters of a loaded page, and its rules."""
    text_page = raw.FPDFText_LoadPage(page)
    if not text_page:
        return Letters([], 0, 0, frame, False, rules_of(page, frame))
    try:
        return _TextPage(text_page, frame).letters(partial(rules_of, page))
    finally:
        raw.FPDFText_ClosePage(text_page)


class _TextPage:
    def __init__(self, handle: Any, frame: Frame) -> None:
        self.handle = handle
        self.frame = frame
        self.upright = _is_upright(frame)
        self.box = raw.FS_RECTF()
        self.boxed = ctypes.byref(self.box)
        self.matrix = raw.FS_MATRIX()
        self.runs: dict[int, Run] = {}
        self.fonts: dict[int, Font] = {}
        self.strikes = Strikes()
        count = raw.FPDFText_CountChars(handle)
        self.text = self._text(count)
        self.in_step = len(self.text) == count
        self.left_out = max(0, count - len(self.text))  # glyphs that pdfium has no letter for

    def letters(self, drawn: Callable[[Frame], Rules]) -> Letters:
        """Turn the page where most of its letters stand on their side, then take the words."""
        found = list(self._words())
        turn = _main_turn(found)
        if turn:
            self.frame = self.frame.turned(-turn)
            self.upright = _is_upright(self.frame)
            self.runs.clear()
            found = list(self._words())
        hidden = sum(len(word.text) for run, word in found if not run.visible)
        count = sum(len(word.text) for _, word in found)
        is_layer = hidden * 2 > count
        rules = drawn(self.frame)
        self.strikes = (
            Strikes() if is_layer else strikes(rules.across, (word for _, word in found))
        )
        if self.strikes.rules:
            found = list(self._words())
            rules = self.strikes.taken_from(rules)
        words = [
            replace(word, bold=False, italic=False, origin=OCR_LAYER) if is_layer else word
            for run, word in found
            if run.turn == 0 and (run.visible or is_layer) and self._on_page(word)
        ]
        unknown = len(UNKNOWN.findall(self.text)) + self.left_out
        return Letters(words, count, unknown, self.frame, is_layer, rules)

    def _text(self, count: int) -> str:
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count * 2 + 1))()
        written = raw.FPDFText_GetText(self.handle, 0, count, buffer)
        return bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")

    def _on_page(self, word: Word) -> bool:
        return (
            word.x1 > 0
            and word.x0 < self.frame.width
            and word.y1 > 0
            and word.y0 < self.frame.height
        )

    def _words(self) -> Iterator[tuple[Run, Word]]:
        """Words with what they are set in; a word in two types is two words that touch."""
        for line in LINE.finditer(self.text):
            whole = self._object(line.start())
            same = whole is not None and whole == self._object(line.end() - 1)
            yield from self._line_words(line.start(), line.end(), whole if same else None)

    def _line_words(self, start: int, end: int, whole: int | None) -> Iterator[tuple[Run, Word]]:
        last: tuple[Run, Word] | None = None
        last_end = start
        gone: Word | None = None  # what is struck through before a word
        for found in WORD.finditer(self.text, start, end):
            pieces = (
                ((found.start(), found.end(), whole),)
                if whole is not None
                else self._pieces(found.start(), found.end())
            )
            for first, after, key in pieces:
                run, word = self._word(first, after, key)
                if self.strikes.rules and word in self.strikes:
                    if last and first == last_end:
                        last, last_end = (last[0], replace(last[1], x1=word.x1)), after
                    else:
                        gone = stretched(word, gone)
                    continue
                word, gone = stretched(word, gone), None
                if last is None:
                    last = run, word
                elif self._belongs(last[1], word, last_end, first):
                    last = last[0], _joined(last[1], word)
                else:
                    yield last
                    last = run, word
                last_end = after
        if last:
            yield last

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The parts of a word that are text objects of their own."""
        key = self._object(start)
        if key is not None and key == self._object(end - 1):
            yield start, end, key
            return
        at = start
        for one in range(start, end + 1):
            this = self._object(one) if one < end else None
            if one > start and (this != key or one == end):
                if key is not None:
                    yield at, one, key
                at, key = one, this

    def _word(self, start: int, end: int, key: int) -> tuple[Run, Word]:
        run = self.runs.get(key) or self._run(start, key)
        left, right = self._ends(start, end)
        text = self.text[start:end]
        if text[-1] in HYPHENS:
            text = text[:-1] + "-"
        if run.font.symbols:
            text = run.font.letter(text)
        size, baseline = run.size, run.baseline
        return run, Word(
            text,
            left,
            baseline - ASCENT * size,
            right,
            baseline + DESCENT * size,
            baseline,
            size,
            run.bold,
            run.font.italic,
            1.0,
            TEXT,
        )

    def _ends(self, start: int, end: int) -> tuple[float, float]:
        """Where the word begins and ends, across the page as shown."""
        box, frame = self.box, self.frame
        raw.FPDFText_GetLooseCharBox(self.handle, self._index(start), self.boxed)
        if self.upright:
            x0, x1 = box.left + frame.e, box.right + frame.e
            if end - start > 1:
                raw.FPDFText_GetLooseCharBox(self.handle, self._index(end - 1), self.boxed)
                x1 = box.right + frame.e
            if x0 <= x1:
                return x0, x1
        raw.FPDFText_GetLooseCharBox(self.handle, self._index(end - 1), self.boxed)
        corners = [frame.place(box.left, box.bottom)[0], frame.place(box.right, box.top)[0]]
        if end - start > 1:
            raw.FPDFText_GetLooseCharBox(self.handle, self._index(start), self.boxed)
            corners.append(frame.place(box.left, box.bottom)[0])
            corners.append(frame.place(box.right, box.top)[0])
        return min(corners), max(corners)

    def _index(self, at: int) -> int:
        if self.in_step:
            return at
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self.handle, at))

    def _object(self, at: int) -> int | None:
        found = raw.FPDFText_GetTextObject(self.handle, self._index(at))
        return ctypes.cast(found, ctypes.c_void_p).value if found else None

    def _run(self, start: int, key: int) -> Run:
        handle = raw.FPDFText_GetTextObject(self.handle, self._index(start))
        matrix, frame = self.matrix, self.frame
        raw.FPDFText_GetMatrix(self.handle, self._index(start), matrix)
        across = frame.a * matrix.a + frame.c * matrix.b
        down = frame.b * matrix.a + frame.d * matrix.b
        size = abs(raw.FPDFText_GetFontSize(self.handle, self._index(start)))
        size *= math.hypot(matrix.c, matrix.d)
        font = self._font(handle)
        mode = raw.FPDFTextObj_GetTextRenderMode(handle)
        run = self.runs[key] = Run(
            frame.place(matrix.e, matrix.f)[1],
            size or 1.0,
            font,
            font.bold or mode in OUTLINED,
            mode != INVISIBLE,
            round(math.atan2(down, across) / (math.pi / 2)) % 4,
        )
        return run

    def _font(self, handle: Any) -> Font:
        found = raw.FPDFTextObj_GetFont(handle)
        key = ctypes.cast(found, ctypes.c_void_p).value or 0
        if key not in self.fonts:
            self.fonts[key] = font_of(found)
        return self.fonts[key]

    def _belongs(self, word: Word, after: Word, end: int, start: int) -> bool:
        """Whether one word was taken apart: by a new text object, or by kerning."""
        gap = after.x0 - word.x1
        if gap > FALSE_SPACE * word.size or (
            word.bold != after.bold
            or word.italic != after.italic
            or abs(word.baseline - after.baseline) > 0.05 * word.size
            or abs(word.size - after.size) > 0.5
        ):
            return False
        if start == end:
            return -0.3 * word.size < gap < TOUCHING * word.size
        return (
            -0.3 * word.size < gap < FALSE_SPACE * word.size
            and raw.FPDFText_IsGenerated(self.handle, self._index(end)) == 1
        )


def _joined(word: Word, after: Word) -> Word:
    return replace(word, text=word.text + after.text, x1=max(word.x1, after.x1))


def _main_turn(found: list[tuple[Run, Word]]) -> int:
    count = [0, 0, 0, 0]
    for run, word in found:
        count[run.turn] += len(word.text)
    return count.index(max(count))


def _is_upright(frame: Frame) -> bool:
    return (frame.a, frame.b, frame.c, frame.d) == (1, 0, 0, -1)
