"""Plain text, as typed or as it came out of another program."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from intake.text.cleaning import clean, take_bullet
from intake.text.columns import cells
from intake.text.decoding import decode
from intake.text.document import LIST, PARAGRAPH, TABLE_ROW, Document, Line, Page
from intake.text.furniture import heads_page, is_page_mark, mark_furniture
from intake.text.unreadable import Unreadable

VERSION = 1
MOST_CHARACTERS = 3_000_000  # fifteen hundred pages
MOST_LINES = 30_000  # the parser of minutes takes some five seconds for the worst of so many
LONGEST_LINE = 30_000  # characters
TAB = 8
NO_CELLS = cells("")


def too_long() -> Unreadable:
    return Unreadable(
        "too-long",
        "Filen är längre än något protokoll, eller har orimligt långa rader. "
        "Kontrollera att rätt fil är vald.",
    )


class PlainText:
    media = "text/plain"
    name = "plain"

    def recognises(self, data: bytes) -> bool:
        return True

    def read(self, data: bytes) -> Document:
        """Read bytes into numbered lines. Raises Unreadable where they are no text."""
        text, encoding = decode(data)
        lines = mark_furniture(list(self.lines(text)))
        pages = tuple(Page(no) for no in range(1, lines[-1].page + 1)) if lines else ()
        warnings = () if encoding.startswith("utf") else (f"encoding:{encoding}",)
        return Document(
            hashlib.sha256(data).hexdigest(),
            self.media,
            self.name,
            VERSION,
            pages,
            tuple(lines),
            warnings,
        )

    def lines(self, text: str) -> Iterator[Line]:
        if len(text) > MOST_CHARACTERS:
            raise too_long()
        rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        longest = max(map(len, rows))
        if len(rows) > MOST_LINES or longest > LONGEST_LINE:
            raise too_long()
        fed = "\f" in text
        page = block = 1
        was_blank = begun = False
        for no, row in enumerate(rows, 1):
            page += row.count("\f") if fed else int(begun and heads_page(row))
            line = self.line(no, row.replace("\f", ""), page, block)
            block += int(line.blank and not was_blank)
            was_blank = line.blank
            yield line
            # Without a form feed, the mark at a page's foot or head is all that tells of a page.
            if begun and not fed and is_page_mark(line.text):
                page += 1
            begun = begun or not line.blank

    def line(self, no: int, raw: str, page: int, block: int) -> Line:
        text = clean(raw)
        if not text:
            return Line(no, "", raw, page, block, cells=NO_CELLS)
        label, body = take_bullet(text)
        wide = text.expandtabs(TAB)
        indent = len(wide) - len(wide.lstrip())
        found = cells(body)
        kind = LIST if label else TABLE_ROW if len(found) > 1 else PARAGRAPH
        return Line(
            no, body.strip(), raw, page, block, cells=found, kind=kind, label=label, indent=indent
        )
