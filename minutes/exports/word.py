"""Word documents (ECMA-376): paper, language, properties, and tables that know their headings.

Every text is taken as it is, but for signs that XML cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from minutes.exports.characters import sound

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BOXED, SMALL = "Boxed", "Small"  # paragraph styles besides Word's own
A4, MARGIN = (Cm(21), Cm(29.7)), Cm(2)
_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_TEXT, _HEADINGS, _INK = "Calibri", "Georgia", RGBColor(0x12, 0x40, 0x5A)


class Word:
    """A document that is written from the top to the bottom."""

    def __init__(self, title: str, changed_at: datetime, *, is_landscape: bool = False) -> None:
        self._document = Document()
        self._set_paper(is_landscape)
        self._set_properties(title, changed_at)
        self._set_styles()
        self._number_pages(title)

    def title(self, text: str) -> None:
        self._document.add_paragraph(sound(text), style="Title")

    def heading(self, text: str, level: int) -> None:
        """``level`` is that of Word's own style, from 1: what a reader navigates by."""
        self._document.add_heading(sound(text), level)

    def paragraph(self, text: str, style: str = "Normal", *, label: str = "") -> None:
        """``label`` stands before the text in bold."""
        made = self._document.add_paragraph(style=style)
        if label:
            made.add_run(f"{sound(label)} ").bold = True
        made.add_run(sound(text))

    def boxed(self, text: str, *more: str) -> None:
        """In a box that no page parts: the text in bold, what stands below it not."""
        made = self._document.add_paragraph(style=BOXED)
        made.add_run(sound(text)).bold = True
        for line in filter(None, more):
            made.add_run().add_break()
            made.add_run(sound(line)).font.size = Pt(9)

    def table(
        self, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[float]
    ) -> None:
        """``widths`` in cm. The headings stand on each page; the first cell heads its row."""
        made = self._document.add_table(rows=0, cols=len(headings), style="Table Grid")
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Cm(width)
        _fill(made.add_row(), headings, widths, is_heading=True)
        for row in rows:
            _fill(made.add_row(), row, widths)
        self._document.add_paragraph(style=SMALL)

    def content(self) -> bytes:
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()

    @property
    def width(self) -> float:
        """Between the margins, in cm."""
        return round(self._width.cm, 1)

    @property
    def _width(self) -> Length:
        section = self._document.sections[0]
        return Length(section.page_width - section.left_margin - section.right_margin)

    def _set_paper(self, is_landscape: bool) -> None:
        section = self._document.sections[0]
        if is_landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = reversed(A4) if is_landscape else A4
        section.left_margin = section.right_margin = MARGIN
        section.top_margin = section.bottom_margin = MARGIN

    def _set_properties(self, title: str, changed_at: datetime) -> None:
        """Of the day when what is told was last changed, not of the one when it was fetched."""
        about = self._document.core_properties
        about.title, about.author = sound(title)[:255], _("Mötesarkivet")
        about.language, about.comments = _LANGUAGES[settings.LANGUAGE_CODE], ""
        about.created = about.modified = changed_at.replace(tzinfo=None)
        package = self._document.part.package
        for key, relation in list(package.rels.items()):
            if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del package.rels[key]  # a picture of the library's own empty page

    def _set_styles(self) -> None:
        styles = self._document.styles
        self._speak(styles.element)
        _dress(styles["Normal"], _TEXT, Pt(10.5))
        styles["Normal"].paragraph_format.space_after = Pt(6)
        for name, size in (("Title", 20), ("Heading 1", 15), ("Heading 2", 12), ("Heading 3", 11)):
            _dress(styles[name], _HEADINGS, Pt(size), _INK)
        small = styles.add_style(SMALL, WD_STYLE_TYPE.PARAGRAPH)
        small.base_style, small.font.size = styles["Normal"], Pt(9)
        boxed = styles.add_style(BOXED, WD_STYLE_TYPE.PARAGRAPH)
        boxed.base_style = styles["Normal"]
        boxed.paragraph_format.keep_together = True
        boxed.paragraph_format.left_indent = boxed.paragraph_format.right_indent = Cm(0.3)
        _draw_box(boxed)

    @staticmethod
    def _speak(styles: OxmlElement) -> None:
        """The language that Word checks the spelling in, and reads aloud."""
        for one in styles.iter(qn("w:lang")):
            one.set(qn("w:val"), _LANGUAGES[settings.LANGUAGE_CODE])

    def _number_pages(self, title: str) -> None:
        foot = self._document.sections[0].footer.paragraphs[0]
        foot.style = SMALL
        foot.paragraph_format.tab_stops.add_tab_stop(self._width, WD_TAB_ALIGNMENT.RIGHT)
        foot.add_run(f"{sound(title)}\t{_('Sida')} ")
        _add_field(foot, "PAGE")
        foot.add_run(f" {_('av')} ")
        _add_field(foot, "NUMPAGES")


def _fill(
    row: _Row, texts: Sequence[str], widths: Sequence[float], *, is_heading: bool = False
) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_heading:
        properties.append(OxmlElement("w:tblHeader"))
    for place, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = Cm(width)
        if is_heading:
            _shade(cell)
        _write(cell, text, is_bold=is_heading or not place)


def _write(cell: _Cell, text: str, *, is_bold: bool) -> None:
    made = cell.paragraphs[0]
    made.style = SMALL
    made.paragraph_format.space_before = made.paragraph_format.space_after = Pt(2)
    made.add_run(sound(text)).bold = is_bold


def _shade(cell: _Cell) -> None:
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F2EFE8")):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def _dress(style: ParagraphStyle, font: str, size: Length, ink: RGBColor | None = None) -> None:
    """In a font of its own, not in that of the theme, which would come before it."""
    style.font.name, style.font.size = font, size
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    if ink is not None:
        style.font.color.rgb = ink


def _draw_box(style: ParagraphStyle) -> None:
    box = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right", "between"):  # else a row of them is one box
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "12405A")):
            line.set(qn(f"w:{name}"), value)
        box.append(line)
    style.element.get_or_add_pPr().insert_element_before(
        box, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)
