"""The PDF reader, on files that the tests write."""

import pytest

from intake.text import Unreadable, ocr
from intake.text.pdf import Pdf
from tests.intake.text.pdf_writer import BOLD, HEIGHT, ITALIC, SYMBOL, Sheet, pdf

LONG = "Ordföranden redogör för arbetet med den gemensamma planen och för svaren."


def document(*sheets):
    return Pdf().read(pdf(*sheets))


def printed(*sheets):
    """The raw lines, blank ones as empty strings."""
    return [line.raw for line in document(*sheets).lines]


def refusal(data):
    with pytest.raises(Unreadable) as caught:
        Pdf().read(data)
    return caught.value.code


def test_letters_come_as_lines_with_their_place_and_type():
    sheet = Sheet().put(70, 100, "Åsa Öberg hälsar", 12).put(70, 114, "alla välkomna.", 12, BOLD)
    first, second = document(sheet).lines
    assert (first.no, first.raw, first.text, first.page) == (1, *["Åsa Öberg hälsar"] * 2, 1)
    assert (first.size, first.bold, first.soft_wrap, first.origin) == (12.0, False, True, "text")
    assert (second.no, second.text, second.bold) == (2, "alla välkomna.", True)
    assert [round(edge) for edge in first.bbox] == [70, 91, 163, 103]


def test_italics_are_told_by_the_font():
    line = document(Sheet().put(70, 100, "Information", 12, ITALIC)).lines[0]
    assert (line.italic, line.bold) == (True, False)


def test_a_line_with_one_bold_word_is_not_bold():
    sheet = Sheet().put(70, 100, "Beslut:", 11, BOLD).put(113, 100, "Planen antas.", 11)
    (line,) = document(sheet).lines
    assert (line.text, line.bold) == ("Beslut: Planen antas.", False)


def test_a_word_in_two_types_is_one_word():
    sheet = Sheet().put(70, 100, "Vik", 11, BOLD).put(87.1, 100, "tigt", 11)
    assert printed(sheet) == ["Viktigt"]


def test_a_bullet_from_a_symbol_font_is_a_label():
    sheet = Sheet().put(70, 100, b"\xb7", 11, SYMBOL).put(88, 100, "Svar senast i maj")
    (line,) = document(sheet).lines
    assert (line.label, line.text, line.kind) == ("•", "Svar senast i maj", "list")


def test_clear_white_space_becomes_a_blank_line_and_a_new_block():
    sheet = Sheet()
    for y, text in ((100, "En"), (113, "två"), (126, "tre"), (152, "fyra"), (165, "fem")):
        sheet.put(70, y, text)
    lines = document(sheet).lines
    assert [line.raw for line in lines] == ["En", "två", "tre", "", "fyra", "fem"]
    assert [line.block for line in lines] == [1, 1, 1, 1, 2, 2]


def test_the_white_between_rows_is_measured_against_the_rows_there():
    sheet = Sheet()
    for at, name in enumerate(("Anna Ek", "Bo Al", "Cilla Ros", "Dan Frid")):
        sheet.put(70, 100 + 22 * at, name)
    assert printed(sheet) == ["Anna Ek", "Bo Al", "Cilla Ros", "Dan Frid"]


def test_a_line_that_was_pushed_down_within_a_sentence_is_not_parted():
    sheet = Sheet().put(70, 87, LONG).put(70, 100, LONG[:-1]).put(70, 120, "som har kommit.")
    assert printed(sheet.put(70, 133, LONG)) == [LONG, LONG[:-1], "som har kommit.", LONG]


def test_an_indent_is_counted_in_columns_from_the_margin():
    sheet = Sheet().put(70, 100, "Beslut", 10).put(100, 112, "Planen antas.", 10)
    sheet.put(70, 124, "Vid protokollet", 10)
    assert [line.indent for line in document(sheet).lines] == [0, 6, 0]


def test_a_running_head_and_foot_leave_the_flow_but_the_first_head_stays():
    sheets = [
        Sheet()
        .put(70, 40, "Samrådet i Mellanbygd")
        .put(500, 40, f"{no}(3)")
        .put(70, 150, f"{word} står här.")
        .put(70, 810, "Box 12, 123 45 Mellanbygd")
        for no, word in enumerate(("Ett", "Två", "Tre"), 1)
    ]
    roles = [(line.page, line.text, line.role) for line in document(*sheets).lines if line.text]
    head, foot = "Samrådet i Mellanbygd", "Box 12, 123 45 Mellanbygd"
    assert roles == [
        (1, head, "body"),
        (1, "1(3)", "pageno"),
        (1, "Ett står här.", "body"),
        (1, foot, "footer"),
        (2, f"{head}\t2(3)", "header"),
        (2, "Två står här.", "body"),
        (2, foot, "footer"),
        (3, f"{head}\t3(3)", "header"),
        (3, "Tre står här.", "body"),
        (3, foot, "footer"),
    ]


def roles(*sheets):
    return [(line.text, line.role) for line in document(*sheets).lines if line.text]


def test_a_head_that_begins_on_the_second_page_is_no_text_there():
    first = Sheet().put(70, 100, "Protokoll")
    later = [Sheet().put(70, 40, "Samrådet").put(70, 150, text) for text in ("Två", "Tre")]
    assert roles(first, *later) == [
        ("Protokoll", "body"),
        ("Samrådet", "header"),
        ("Två", "body"),
        ("Samrådet", "header"),
        ("Tre", "body"),
    ]


def test_what_stands_beside_the_mark_of_a_later_page_is_its_head():
    second = Sheet().put(70, 40, "Samrådet").put(500, 40, "2(2)").put(70, 150, "Text")
    assert roles(Sheet().put(70, 100, "Protokoll"), second) == [
        ("Protokoll", "body"),
        ("Samrådet", "header"),
        ("2(2)", "pageno"),
        ("Text", "body"),
    ]


def test_an_address_in_small_type_at_the_foot_is_no_text():
    sheet = Sheet().put(70, 100, LONG).put(70, 800, "Box 12, 123 45 Mellanbygd", 8)
    assert roles(sheet) == [(LONG, "body"), ("Box 12, 123 45 Mellanbygd", "footer")]


def test_a_number_alone_at_the_edge_is_a_page_mark_and_elsewhere_it_is_text():
    sheet = Sheet().put(70, 400, "17").put(300, 820, "- 4 -")
    assert [line.role for line in document(sheet).lines if line.text] == ["body", "pageno"]


def test_a_sentence_over_two_pages_is_not_parted():
    first = Sheet().put(70, 100, LONG[:-1] + " som").put(70, 820, "1(2)")
    second = Sheet().put(70, 100, "kommunerna har lämnat.").put(70, 820, "2(2)")
    assert printed(first, second) == [
        LONG[:-1] + " som", "1(2)", "kommunerna har lämnat.", "2(2)"
    ]  # fmt: skip


def test_what_ends_on_one_page_is_parted_from_the_next():
    assert printed(Sheet().put(70, 100, LONG), Sheet().put(70, 100, "Nästa punkt")) == [
        LONG,
        "",
        "Nästa punkt",
    ]


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotate):
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[rotate]
    place = {90: (100, 70), 180: (525, 100), 270: (495, HEIGHT - 70)}[rotate]
    below = {90: (113, 70), 180: (525, 113), 270: (482, HEIGHT - 70)}[rotate]
    sheet = Sheet(rotate=rotate)
    if rotate == 180:
        sheet.put(525, HEIGHT - 100, "Anna Ek", matrix=matrix)
        sheet.put(525, HEIGHT - 113, "Bo Al", matrix=matrix)
    else:
        sheet.put(place[0], HEIGHT - place[1], "Anna Ek", matrix=matrix)
        sheet.put(below[0], HEIGHT - below[1], "Bo Al", matrix=matrix)
    found = document(sheet)
    assert [line.raw for line in found.lines] == ["Anna Ek", "Bo Al"]
    assert round(found.lines[0].bbox[0]) == 70


def test_text_on_its_side_in_the_margin_is_left_out():
    sheet = Sheet().put(70, 100, LONG).put(30, 400, "Utskrivet 2023", matrix="0 1 -1 0")
    assert printed(sheet) == [LONG]


def test_a_page_whose_letters_all_lie_on_their_side_is_turned():
    sheet = Sheet().put(100, 700, "Anna Ek", matrix="0 1 -1 0")
    sheet.put(113, 700, "Bo Al", matrix="0 1 -1 0")
    assert printed(sheet) == ["Anna Ek", "Bo Al"]


def test_letters_behind_a_picture_are_an_ocr_layer():
    sheet = Sheet().picture(0, 0, 595, 842).put(70, 100, LONG, 11, BOLD, Tr=3)
    found = document(sheet)
    assert found.pages[0].text_state == "ocr-layer"
    assert [(line.text, line.origin, line.bold) for line in found.lines] == [
        (LONG, "ocr-layer", False)
    ]


def test_invisible_letters_on_a_page_of_text_are_left_out():
    sheet = Sheet().put(70, 100, LONG).put(70, 113, "Dolt", Tr=3)
    assert printed(sheet) == [LONG]


def test_a_page_with_a_few_letters_and_no_picture_keeps_them():
    found = document(Sheet().put(70, 100, LONG), Sheet().put(70, 100, "Anna Ek"))
    assert [page.text_state for page in found.pages] == ["text", "blank"]
    assert found.lines[-1].text == "Anna Ek"


def test_an_encrypted_file_asks_for_one_without_a_password():
    extra = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"00" * 32 + b">/U<" + b"11" * 32
    data = pdf(Sheet().put(70, 100, LONG), extra=extra + b">>>/ID[<00><00>]")
    assert refusal(data) == "pdf-password"


def test_a_file_that_was_cut_off_asks_for_a_new_upload():
    data = pdf(*[Sheet().put(70, 100, LONG)] * 3)
    assert refusal(data[: len(data) * 2 // 3]) == "pdf-damaged"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + b"\0\xff" * 400 + b"%%EOF"],
)
def test_what_only_begins_like_a_pdf_is_damaged(data):
    assert refusal(data) == "pdf-damaged"


def test_a_file_without_pages_says_so():
    assert refusal(pdf()) == "no-pages"


def test_too_many_pages_are_an_error_and_not_cut():
    assert refusal(pdf(*[Sheet()] * 501)) == "too-many-pages"


def test_a_page_of_absurd_size_is_refused():
    assert refusal(pdf(Sheet(width=200_000).put(70, 100, LONG))) == "pdf-page-size"


def test_a_file_without_a_letter_has_no_text():
    assert refusal(pdf(Sheet(), Sheet())) == "no-text"


def test_a_pdf_is_known_by_its_first_bytes():
    assert Pdf().recognises(b"\n\n%PDF-1.4")
    assert not Pdf().recognises(b"x" * 1024 + b"%PDF-1.4")


@pytest.fixture
def no_tesseract(monkeypatch):
    monkeypatch.setenv("PATH", "")
    ocr.available.cache_clear()
    yield
    ocr.available.cache_clear()


def test_a_scanned_page_that_cannot_be_read_here_is_named(no_tesseract):
    found = document(Sheet().put(70, 100, LONG), Sheet().picture(0, 0, 595, 842))
    assert [page.text_state for page in found.pages] == ["text", "unread"]
    assert found.warnings == ("ocr-missing:2",)


def test_a_file_that_is_only_scanned_says_what_to_do(no_tesseract):
    with pytest.raises(Unreadable) as caught:
        document(Sheet().picture(0, 0, 595, 842))
    assert caught.value.code == "no-text"
    assert caught.value.sentence == (
        "PDF-filen är inskannad och innehåller ingen text, och den här servern saknar "
        "textigenkänning. Gör filen sökbar, eller spara protokollet som text, och försök igen."
    )


def test_a_small_picture_does_not_make_a_page_a_scan(no_tesseract):
    found = document(Sheet().put(70, 100, LONG), Sheet().picture(0, 0, 300, 300))
    assert [page.text_state for page in found.pages] == ["text", "blank"]


def test_letters_that_stand_for_nothing_known_make_a_page_a_scan(no_tesseract):
    sheet = Sheet().put(70, 100, b"\x00\x00\x00\x00\x00" + LONG[:35].encode("cp1252"))
    assert document(sheet).pages[0].text_state == "unread"


def test_the_rules_of_a_table_part_its_cells():
    sheet = Sheet().put(72, 110, "Fagerholm").put(127, 110, "Salem")
    sheet.put(72, 130, "Anna Ek").put(127, 130, "Nacka")
    for y in (97, 117, 137):
        sheet.rule(70, y, 180, y)
    for x in (70, 125.5, 180):
        sheet.rule(x, 97, x, 137)
    assert printed(sheet) == ["Fagerholm\tSalem", "Anna Ek\tNacka"]
