"""Files in which one part could multiply another: each is read, or refused, in a few seconds."""

import time
from contextlib import suppress

import pytest

from intake.text.docx import Docx
from intake.text.html import Html
from intake.text.unreadable import Unreadable
from tests.intake.text.word_files import docx, level, listed, numbered, para, run

SLOWEST = 6  # seconds; minutes without the bounds
TAB = "<w:r><w:tab/></w:r>"


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def lists(count: int) -> str:
    return "".join(
        f'<w:num w:numId="{no}"><w:abstractNumId w:val="0"/></w:num>' for no in range(count)
    )


def stops(count: int) -> str:
    return "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in range(count))


WORD = {
    "fields": lambda: para((field("begin") + field("separate")) * 20_000, run("a") * 20_000),
    "columns": lambda: (
        "<w:tbl><w:tblGrid>"
        + '<w:gridCol w:w="1"/>' * 30_000
        + "</w:tblGrid><w:tr>"
        + "<w:tc/>" * 30_000
        + "</w:tr></w:tbl>"
    ),
    "breaks": lambda: para("<w:r><w:t>a</w:t><w:lastRenderedPageBreak/></w:r>" * 20_000),
    "tabs": lambda: para(*["a", TAB] * 5_000, look=f"<w:tabs>{stops(50_000)}</w:tabs>"),
    "sections": lambda: para("a", look="<w:sectPr/>") * 10_000,
    "text boxes": lambda: "<w:p><w:r><w:txbxContent>" * 45 + "</w:txbxContent></w:r></w:p>" * 45,
    "tables": lambda: "<w:tbl><w:tr><w:tc>" * 45 + "</w:tc></w:tr></w:tbl>" * 45,
}
PAGES = {
    "rows": "<table>" + ("<tr><td colspan=200 rowspan=200>a</tr>" + "<tr></tr>" * 199) * 300,
    "columns": "<table><tr>" + "<td colspan=200 rowspan=200>a" * 5_000 + "<tr><td>b" * 2_000,
    "tall cells": "<table><tr><td>" + "a<br>" * 20_000 + "<td>b" * 2_000,
    "signs": '<span style="font-family:Symbol">' * 200 + "a " * 500_000,
    "comments": "<!--" * 200_000,
    "pictures": "data:a;base64," * 100_000,
    "tables": "<table><tr><td>" * 80 + "a<td>b" * 1_000,
}


def seconds(reader: Docx | Html, data: bytes) -> float:
    begun = time.monotonic()
    with suppress(Unreadable):
        reader.read(data)
    return time.monotonic() - begun


@pytest.mark.parametrize("part", WORD)
def test_a_word_file_is_done_with_soon(part):
    assert seconds(Docx(), docx(WORD[part]())) < SLOWEST


def test_many_lists_of_many_levels_are_done_with_soon():
    body = "".join(numbered("a", list_id=no) for no in range(4_000))
    data = docx(body, numbering=listed(level(0) * 4_000, lists=lists(4_000)))
    assert seconds(Docx(), data) < SLOWEST


@pytest.mark.parametrize("part", PAGES)
def test_a_page_is_done_with_soon(part):
    assert seconds(Html(), f"<html><body>{PAGES[part]}".encode()) < SLOWEST
