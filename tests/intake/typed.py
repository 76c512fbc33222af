"""Text typed in a test, as the reader and the parser see it."""

from intake.parsing import parse
from intake.parsing.front import Front, read_front
from intake.parsing.minutes import ParsedItem, ParsedMinutes
from intake.parsing.paragraphs import Paragraph, measure, paragraphs
from intake.text import read_bytes
from intake.text.document import Document, Line


def document(text: str) -> Document:
    return read_bytes(text.encode())


def lines(text: str) -> tuple[Line, ...]:
    return document(text).lines


def line(text: str) -> Line:
    (one,) = lines(text)
    return one


def front(text: str) -> Front:
    return read_front(lines(text))


def written(text: str) -> list[Paragraph]:
    return paragraphs(lines(text), measure(lines(text)))


def minutes(text: str) -> ParsedMinutes:
    return parse(document(text))


def item(text: str) -> ParsedItem:
    """The one item whose text this is, in minutes that say no more."""
    (one,) = minutes(f"Protokoll\n\nTid: 3 maj 2022\n\n§ 1 Ärendet\n\n{text}").items
    return one
