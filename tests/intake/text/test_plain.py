import hashlib

import pytest

from intake.text.document import Cell, Page
from intake.text.plain import LONGEST_LINE, MOST_LINES, PlainText
from intake.text.unreadable import Unreadable
from tests.intake.typed import document, line, lines


def pages(text: str) -> list[int]:
    return [one.page for one in lines(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_from_one_whatever_ends_them(end):
    found = lines(end.join(["Ett", "", "Tre"]))
    assert [(one.no, one.text) for one in found] == [(1, "Ett"), (2, ""), (3, "Tre")]


def test_a_document_tells_what_it_was_read_from():
    found = document("Bo Ek")
    assert (found.sha256, found.media, found.extractor, found.version, found.pages) == (
        hashlib.sha256(b"Bo Ek").hexdigest(),
        "text/plain",
        "plain",
        1,
        (Page(1),),
    )


def test_an_encoding_that_was_not_said_is_a_warning():
    assert PlainText().read("Åsa".encode("windows-1252")).warnings == ("encoding:windows-1252",)


def test_utf_8_is_no_warning():
    assert document("Åsa").warnings == ()


def test_a_form_feed_begins_a_page():
    assert pages("Ett\n\fTvå\nTvå\n\f\nTre") == [1, 2, 2, 3, 3]


def test_a_form_feed_is_no_text():
    assert [one.text for one in lines("Ett\n\fTvå")] == ["Ett", "Två"]


def test_without_form_feeds_a_page_mark_at_the_foot_ends_a_page():
    assert pages("Ett\n1 (2)\nTvå") == [1, 1, 2]


def test_a_page_mark_above_all_text_ends_no_page():
    assert pages("1 (2)\nEtt\n2 (2)\nTvå") == [1, 1, 1, 2]


def test_without_form_feeds_a_head_with_a_page_number_begins_a_page():
    assert pages("Nämnden    1 (2)\nEtt\nNämnden    2 (2)\nTvå") == [1, 1, 2, 2]


def test_blank_lines_part_the_blocks():
    assert [one.block for one in lines("Ett\nEtt\n\n\nTvå")] == [1, 1, 1, 2, 2]


@pytest.mark.parametrize(("raw", "indent"), [("Bo", 0), ("    Bo", 4), ("\tBo", 8), ("  \tBo", 8)])
def test_the_indent_counts_columns(raw, indent):
    assert line(raw).indent == indent


def test_a_bullet_is_the_label_of_a_list_line():
    found = line("  • Bo Ek ordnar lokal")
    assert (found.kind, found.label, found.text, found.raw) == (
        "list",
        "•",
        "Bo Ek ordnar lokal",
        "  • Bo Ek ordnar lokal",
    )


def test_columns_make_a_row():
    found = line("Bo Ek\tSalem")
    assert (found.kind, found.cells) == ("table_row", (Cell("Bo Ek", 0, 5), Cell("Salem", 6, 11)))


def test_running_text_is_a_paragraph():
    assert line("Bo Ek talar.").kind == "para"


@pytest.mark.parametrize("text", ["a\n" * MOST_LINES, "a" * (LONGEST_LINE + 1)])
def test_more_than_minutes_can_be_is_an_error_and_never_cut(text):
    with pytest.raises(Unreadable) as caught:
        document(text)
    assert caught.value.code == "too-long"


def test_the_longest_line_is_read_whole():
    assert len(line("a" * LONGEST_LINE).text) == LONGEST_LINE
