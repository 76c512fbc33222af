"""What python-docx has no word for: fields, and tables without borders."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table
from docx.text.paragraph import Paragraph


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """A field with a stored result, as Word saves "PAGE" and "NUMPAGES"."""
    for kind in ("begin", instruction, "separate", "1", "end"):
        run = paragraph.add_run()
        if kind == instruction:
            run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}> {instruction} </w:instrText>"))
        elif kind == "1":
            run.text = kind
        else:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))


def without_borders(table: Table) -> None:
    sides = "".join(
        f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH")
    )
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))
