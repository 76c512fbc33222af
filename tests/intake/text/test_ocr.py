"""Reading the letters of a scanned page."""

import io
import os

import pypdfium2
import pytest

from intake.text import ocr
from intake.text.words import OCR

WIDTH, HEIGHT, DOTS = 595.0, 842.0, 200


@pytest.fixture
def tesseract():
    if not ocr.available():
        if os.environ.get("CI"):
            pytest.fail("tesseract with its Swedish data is missing")
        pytest.skip("tesseract with its Swedish data is not installed")


def page(*rows, font="Helvetica", size=11):
    """A page image at 200 dpi with the text of each (x, baseline, text), in points, printed on it.

    The letters are those that every PDF program brings along, whatever the machine has.
    """
    printed = "".join(
        f"1 0 0 1 {x} {HEIGHT - y} Tm <{text.encode('cp1252').hex()}> Tj\n" for x, y, text in rows
    )
    content = f"BT /F {size} Tf\n{printed}ET"
    pdf = (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents 4 0 R"
        f"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/{font}"
        "/Encoding/WinAnsiEncoding>>>>>>>>endobj\n"
        f"4 0 obj<</Length {len(content)}>>stream\n{content}\nendstream endobj\n"
        "trailer<</Root 1 0 R>>"
    )
    with pypdfium2.PdfDocument(pdf.encode()) as document:
        return document[0].render(scale=DOTS / 72).to_pil().convert("L")


def png(image):
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_printed_page_is_read_where_it_stands(tesseract):
    image = page((70, 100, "Ordföranden hälsar alla välkomna"), (70, 130, "och öppnar mötet."))

    words = ocr.recognise(png(image), WIDTH, HEIGHT)

    assert " ".join(word.text for word in words) == (
        "Ordföranden hälsar alla välkomna och öppnar mötet."
    )
    assert {word.origin for word in words} == {OCR}
    assert [round(word.baseline, -1) for word in words] == [100] * 4 + [130] * 3
    assert round(words[0].x0, -1) == 70


def test_a_page_without_letters_has_no_words(tesseract):
    assert ocr.recognise(png(page()), WIDTH, HEIGHT) == []
