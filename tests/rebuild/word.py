"""A plan as a Word file, in two houses' styles.

``AUTO`` is a template's: real heading styles, numbers by numPr, tables for attendance and
signatures, space between paragraphs, the page number in the header. ``LITERAL`` is typed: bold
lines, numbers and tabs by hand, empty paragraphs, justified text, the page number in the footer.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import groupby

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from tests.rebuild import plan as kinds
from tests.rebuild.fields import add_field, without_borders
from tests.rebuild.numbering import Numbering
from tests.rebuild.plan import Block, Plan

LABEL_COLUMN, NAME_COLUMN, PLACE_COLUMN, SIGN_COLUMN = Cm(3.6), Cm(5.2), Cm(6.8), Cm(8)
DECISION_INDENT = Cm(1)
TABLES = (kinds.FACT, kinds.SIGNED)


@dataclass(frozen=True, slots=True)
class Style:
    """How one house sets its minutes."""

    name: str
    font: str
    size: float
    auto: bool  # numbers, bullets, tables and space by Word; else typed


AUTO = Style("docx-auto", "Liberation Serif", 12, auto=True)
LITERAL = Style("docx-literal", "Liberation Sans", 11, auto=False)


def write_word(plan: Plan, style: Style) -> bytes:
    """The bytes of a .docx file."""
    writer = _Writer(style)
    for rows, group in groupby(plan.blocks, key=lambda block: block.kind in TABLES):
        blocks = list(group)
        if rows:
            writer.rows(blocks)
        else:
            for block in blocks:
                writer.block(block)
    writer.furniture(plan.sender)
    return writer.bytes()


@dataclass(slots=True)
class _Writer:
    style: Style
    document: Document = field(default_factory=Document)
    numbering: Numbering = field(init=False)
    last: str = ""

    def __post_init__(self) -> None:
        section, normal = self.document.sections[0], self.document.styles["Normal"]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        normal.font.name, normal.font.size = self.style.font, Pt(self.style.size)
        normal.paragraph_format.space_after = Pt(8 if self.style.auto else 0)
        self.numbering = Numbering(self.document)

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    # --- Paragraphs ---

    def block(self, block: Block) -> None:
        if self._apart(block):
            self.document.add_paragraph()
        writers: dict[str, Callable[[Block], None]] = {
            kinds.LETTERHEAD: self._letterhead,
            kinds.TITLE: self._title,
            kinds.ITEM: self._item,
            kinds.SUBHEAD: self._subhead,
            kinds.DAY_HEAD: self._subhead,
            kinds.MARK: self._mark,
            kinds.DECIDED: self._decided,
            kinds.TEXT: self._text,
            kinds.SEPARATOR: self._separator,
        }
        if block.kind in writers:
            writers[block.kind](block)
        self.last = block.kind

    def _apart(self, block: Block) -> bool:
        """Whether a typist pressed Enter twice before this block."""
        close = {kinds.LETTERHEAD: (kinds.LETTERHEAD,), kinds.TITLE: (kinds.TITLE,)}
        after_heading = self.last == kinds.ITEM and block.kind == kinds.TEXT
        if self.style.auto or not self.last or after_heading or block.kind == kinds.GAP:
            return False
        return self.last not in close.get(block.kind, ())

    def _paragraph(self, text: str, *, bold: bool = False, size: float = 0) -> Paragraph:
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)
        return paragraph

    def _letterhead(self, block: Block) -> None:
        paragraph = self._paragraph(block.text, size=9)
        paragraph.paragraph_format.space_after = Pt(0)

    def _title(self, block: Block) -> None:
        paragraph = self._paragraph(block.text, bold=True, size=16)
        paragraph.paragraph_format.space_after = Pt(0)

    def _item(self, block: Block) -> None:
        if not self.style.auto:
            text = f"{printed_number(block)}{block.text}"
            self._paragraph(text, bold=True, size=self.style.size + 1)
            return
        paragraph = self.document.add_paragraph(block.text, style=f"Heading {block.level or 2}")
        paragraph.paragraph_format.keep_with_next = True
        if block.number.isdigit():
            self.numbering.head(paragraph, block.style, int(block.number))

    def _subhead(self, block: Block) -> None:
        if self.style.auto and block.level:
            self.document.add_paragraph(block.text, style=f"Heading {block.level}")
            return
        paragraph = self._paragraph(block.text, bold=True)
        paragraph.paragraph_format.keep_with_next = True

    def _mark(self, block: Block) -> None:
        paragraph = self._paragraph(block.text, bold=not block.italic)
        paragraph.runs[0].italic = block.italic or None
        paragraph.paragraph_format.left_indent = DECISION_INDENT
        paragraph.paragraph_format.keep_with_next = True

    def _decided(self, block: Block) -> None:
        paragraph = self._listed(block, bold=True)
        paragraph.paragraph_format.left_indent = Cm(1.6) if block.label else DECISION_INDENT
        if block.label:
            paragraph.paragraph_format.first_line_indent = Cm(-0.6)

    def _text(self, block: Block) -> None:
        paragraph = self._listed(block, bold=False)
        if block.italic:
            paragraph.runs[0].italic = True
        if not self.style.auto and not block.label:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def _listed(self, block: Block, *, bold: bool) -> Paragraph:
        if not block.label:
            return self._paragraph(block.text, bold=bold)
        if self.style.auto or not block.label[0].isalnum():
            paragraph = self._paragraph(block.text, bold=bold)
            self.numbering.list(paragraph, block.label)
            return paragraph
        return self._paragraph(f"{block.label} {block.text}", bold=bold)

    def _separator(self, block: Block) -> None:
        if not self.style.auto:
            self._paragraph("_" * 60)

    # --- Rows ---

    def rows(self, blocks: list[Block]) -> None:
        if not self.style.auto and self.last:
            self.document.add_paragraph()
        blocks = _without_empty_column(blocks)
        write = self._table if self.style.auto else self._tabs
        write(blocks, NAME_COLUMN if blocks[0].kind == kinds.SIGNED else LABEL_COLUMN)
        self.last = blocks[0].kind

    def _table(self, blocks: list[Block], first: Cm) -> None:
        columns = max(len(block.cells) for block in blocks)
        table = self.document.add_table(rows=0, cols=columns)
        rest = PLACE_COLUMN if columns == 3 else SIGN_COLUMN
        widths = [first, *[NAME_COLUMN] * (columns - 2), rest][:columns]
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for block in blocks:
            row = table.add_row()
            for at, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
                cell.width = width
                cell.paragraphs[0].paragraph_format.space_after = Pt(0)
                if at < len(block.cells) and block.cells[at]:
                    run = cell.paragraphs[0].add_run(block.cells[at])
                    run.bold = (at == 0 and block.bold) or None
            if len(block.cells) < columns:
                row.cells[len(block.cells) - 1].merge(row.cells[-1])
        without_borders(table)
        self.document.add_paragraph()

    def _tabs(self, blocks: list[Block], first: Cm) -> None:
        for block in blocks:
            if len(block.cells) == 1 and self.last == kinds.FACT:
                self.document.add_paragraph()
            paragraph = self.document.add_paragraph()
            stops = paragraph.paragraph_format.tab_stops
            for at in range(len(block.cells) - 1):
                stops.add_tab_stop(Cm(first.cm + at * NAME_COLUMN.cm))
            if len(block.cells) == 2:  # a long value goes on under itself
                paragraph.paragraph_format.left_indent = first
                paragraph.paragraph_format.first_line_indent = Cm(-first.cm)
            head, *rest = block.cells
            paragraph.add_run(head).bold = block.bold or None
            for text in rest:
                paragraph.add_run("\t" + text)
            self.last = block.kind

    # --- Head and foot ---

    def furniture(self, sender: tuple[str, ...]) -> None:
        section = self.document.sections[0]
        part = section.header if self.style.auto else section.footer
        paragraph = part.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        add_field(paragraph, "PAGE")
        paragraph.add_run("(" if self.style.auto else " (")
        add_field(paragraph, "NUMPAGES")
        paragraph.add_run(")")
        if sender:
            section.different_first_page_header_footer = True
            section.first_page_footer.paragraphs[0].text = "\n".join(sender)


def printed_number(block: Block) -> str:
    """The number as typed: "4.", "§ 4" or nothing, with the tab behind it."""
    forms = {"§": f"§ {block.number}\t", "punkt": f"Punkt {block.number}\t"}
    return forms.get(block.style, f"{block.number}.\t") if block.number else ""


def _without_empty_column(blocks: list[Block]) -> list[Block]:
    """Rows whose labels stand on lines of their own need no column for them."""
    beside = any(len(block.cells) > 2 and block.cells[0] for block in blocks)
    alone = any(len(block.cells) == 1 for block in blocks)
    if beside or not alone or blocks[0].kind != kinds.FACT:
        return blocks
    return [block if block.cells[0] else replace(block, cells=block.cells[1:]) for block in blocks]
