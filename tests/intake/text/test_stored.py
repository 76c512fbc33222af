import json
from dataclasses import replace
from pathlib import Path

import pytest

from intake.text import read_bytes
from intake.text.document import Cell, Document, Line, Page
from intake.text.stored import document_row, read_document

SAMPLES = sorted((Path(__file__).parents[3] / "intake/samples").glob("2*"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_document_comes_back_from_its_row_as_it_was(path):
    document = read_bytes(path.read_bytes())
    assert read_document(json.loads(json.dumps(document_row(document)))) == document


def test_every_column_of_a_line_comes_back():
    line = Line(
        no=3,
        text="Deltagare",
        raw="• Deltagare",
        page=2,
        block=7,
        bbox=(1.0, 2.5, 3.0, 4.0),
        cells=(Cell("Deltagare", 0.0, 9.0, bold=True), Cell("")),
        role="header",
        kind="list",
        label="•",
        level=1,
        size=11.5,
        bold=True,
        italic=True,
        indent=4,
        soft_wrap=True,
        origin="ocr",
        confidence=0.5,
    )
    page = Page(no=2, width=595.0, height=842.0, rotation=90, text_state="ocr")
    document = Document("ab", "application/pdf", "x", 1, (page,), (line,), ("encoding:x",))
    assert read_document(json.loads(json.dumps(document_row(document)))) == document


def test_a_line_says_only_what_is_out_of_the_ordinary():
    line = Line(no=1, text="Plats", raw="Plats")
    row = document_row(Document("ab", "text/plain", "plain", 1, lines=(line,)))
    assert row["lines"] == [{"no": 1, "raw": "Plats"}]


def test_what_no_database_takes_is_replaced():
    line = Line(no=1, text="Plats", raw="Pla\x00ts\ud800")
    row = document_row(Document("ab", "text/plain", "plain", 1, lines=(line,)))
    assert row["lines"] == [{"no": 1, "raw": "Pla\ufffdts\ufffd", "text": "Plats"}]
    assert replace(line, raw="Pla\ufffdts\ufffd") == read_document(row).lines[0]
