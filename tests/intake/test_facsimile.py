import pytest

from intake import facsimile
from tests.factories import a_document, a_printed_document, a_source

pytestmark = pytest.mark.django_db
TEXT = "Minnesanteckningar\nNärvarande\nBeslut"


@pytest.fixture
def source():
    return a_source(media_type="application/pdf", document=a_printed_document(TEXT))


def test_each_page_has_its_lines_at_their_places(source):
    (sheet,) = facsimile.sheets(source, facts=[2])
    assert (sheet.number, sheet.pixels, sheet.view_box) == (1, (909, 1286), "0 0.0 595.0 842.0")
    assert [(box.number, box.y, box.is_fact) for box in sheet.boxes] == [
        (1, 63, False),
        (2, 77, True),
        (3, 91, False),
    ]
    assert (sheet.boxes[0].x, sheet.boxes[0].width, sheet.boxes[0].height) == (69, 232, 14)


def test_an_excerpt_is_the_strip_around_its_lines(source):
    (strip,) = facsimile.excerpts(source, 2, 3)
    assert [box.number for box in strip.facts] == [2, 3]
    assert strip.view_box == "0 37.0 595.0 108.0"


def test_an_excerpt_holds_only_the_pages_that_it_stands_on(source):
    source.document["pages"].append({"no": 2, "width": 595, "height": 842})
    source.document["lines"][2]["page"] = 2
    assert [strip.number for strip in facsimile.excerpts(source, 2, 2)] == [1]
    assert [strip.number for strip in facsimile.excerpts(source, 2, 3)] == [1, 2]


def test_a_line_without_a_place_is_nowhere_on_the_page(source):
    del source.document["lines"][1]["bbox"]
    assert [box.number for box in facsimile.sheets(source)[0].boxes] == [1, 3]
    assert facsimile.excerpts(source, 2, 2) == []


def test_what_was_read_off_an_image_says_so_and_how_surely():
    document = a_printed_document(TEXT, origin="ocr")
    document["lines"][1]["confidence"] = 0.6
    source = a_source(media_type="application/pdf", document=document)
    (sheet,) = facsimile.sheets(source)
    assert sheet.is_scanned
    assert [box.number for box in sheet.boxes if box.is_doubtful] == [2]
    assert (facsimile.doubtful(source), facsimile.is_scanned(source, [3])) == ({2}, True)


@pytest.mark.parametrize("media_type", ["text/plain", "application/msword"])
def test_only_a_pdf_has_pages_to_show(media_type):
    source = a_source(media_type=media_type, document=a_printed_document(TEXT))
    assert (facsimile.sheets(source), facsimile.has_page(source, 1)) == ([], False)


def test_a_pdf_that_was_never_read_has_none():
    for document in (None, a_document(TEXT)):
        source = a_source(text=str(document), media_type="application/pdf", document=document)
        assert (facsimile.sheets(source), facsimile.has_page(source, 1)) == ([], False)
