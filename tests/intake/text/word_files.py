"""Word files for tests, written part by part: what python-docx cannot write can be tested too."""

from __future__ import annotations

import io
import zipfile

from intake.text.document import Document, Line
from intake.text.docx import Docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
MAIN = "word/document.xml"


def part(name: str, inside: str) -> bytes:
    """The bytes of a part whose root is ``w:name``."""
    root = f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"
    return f'<?xml version="1.0" encoding="UTF-8"?>{root}'.encode()


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(
    body: str, styles: str = "", numbering: str = "", settings: str = "", **parts: bytes
) -> bytes:
    """A Word file; a further part, ``header1=…``, is named as its file and has the id rHeader1."""
    relations = "".join(
        f'<Relationship Id="r{name.title()}" Type="t" Target="{name}.xml"/>' for name in parts
    )
    return packed(
        {
            MAIN: part("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": part("styles", styles),
            "word/numbering.xml": part("numbering", numbering),
            "word/settings.xml": part("settings", settings),
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>".encode(),
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def read(body: str, **parts) -> Document:
    return Docx().read(docx(body, **parts))


def lines(body: str, **parts) -> list[Line]:
    return list(read(body, **parts).lines)


def raws(body: str, **parts) -> list[str]:
    return [line.raw for line in lines(body, **parts)]


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inside: str, look: str = "") -> str:
    """A paragraph of plain texts and of elements; ``look`` is inside its properties."""
    content = "".join(one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p><w:pPr>{look}</w:pPr>{content}</w:p>"


def numbered(text: str, level: int = 0, list_id: int = 1) -> str:
    look = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return para(text, look=look)


def styled(text: str, style: str) -> str:
    return para(text, look=f'<w:pStyle w:val="{style}"/>')


def level(no: int, form: str = "decimal", text: str = "", inside: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{no}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{inside}'
        f'<w:lvlText w:val="{text or f"%{no + 1}."}"/></w:lvl>'
    )


def listed(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    """A numbering part with one abstract list."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def cell(*paragraphs: str, look: str = "") -> str:
    content = "".join(one if one.startswith("<") else para(one) for one in paragraphs)
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{content or para()}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    content = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{look}</w:trPr>{content}</w:tr>"


def table(*rows: str, widths: tuple[int, ...] = (2000, 2000, 2000)) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def style(
    name: str, inside: str = "", based: str = "", kind: str = "paragraph", printed: str = ""
):
    above = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{printed or name}"/>'
        f"{above}{inside}</w:style>"
    )
