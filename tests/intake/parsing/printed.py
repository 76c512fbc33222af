"""Lines as a Word file or a printed page gives them: with bold, indent and blocks."""

from dataclasses import replace

from intake.parsing.layout import ground
from intake.parsing.minutes import ParsedMinutes
from intake.parsing.paragraphs import Paragraph, measure, paragraphs
from intake.parsing.parse import parse
from intake.text.document import HEADING, Document, Line, Page
from tests.intake.typed import line


def bold(text: str, indent: int = 0) -> Line:
    return replace(plain(text, indent), bold=True)


def italic(text: str, indent: int = 0) -> Line:
    return replace(plain(text, indent), italic=True)


def plain(text: str, indent: int = 0) -> Line:
    return replace(line(text.rstrip()) if text else Line(1, "", ""), indent=indent)


def heading(text: str, level: int = 2) -> Line:
    return replace(plain(text), kind=HEADING, level=level)


def word(*paragraphs: Line | str) -> list[Line]:
    """Each argument is a paragraph of its own; "" is an empty one."""
    told = [plain(one) if isinstance(one, str) else one for one in paragraphs]
    return [replace(one, no=no, block=no) for no, one in enumerate(told, 1)]


def page(*rows: Line | str) -> list[Line]:
    """Each argument is a printed line; "" is the space between two paragraphs."""
    found, block = [], 1
    for no, one in enumerate(rows, 1):
        row = plain(one) if isinstance(one, str) else one
        block += row.blank
        found.append(replace(row, no=no, block=block, soft_wrap=True))
    return found


def written(lines: list[Line]) -> list[Paragraph]:
    return paragraphs(lines, measure(lines), ground(lines))


def minutes(lines: list[Line]) -> ParsedMinutes:
    return parse(Document("", "application/pdf", "test", 1, (Page(1),), tuple(lines)))
