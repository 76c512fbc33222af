"""Reading the letters of a scanned page."""

import io
import os

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from intake.text import ocr
from intake.text.ocr_rules import without_rules
from intake.text.pdf import page_lines
from intake.text.ruled import Rules, bands
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


def read(image):
    words, _ = ocr.recognise(png(image), WIDTH, HEIGHT)
    return words


def rows(image):
    """What stands on one baseline, left to right."""
    found = {}
    for word in sorted(read(image), key=lambda one: (round(one.baseline / 4), one.x0)):
        found.setdefault(round(word.baseline / 4), []).append(word.text)
    return [" ".join(texts) for texts in found.values()]


def test_a_printed_page_is_read_where_it_stands(tesseract):
    words = read(
        page((70, 100, "Ordföranden hälsar alla välkomna"), (70, 130, "och öppnar mötet."))
    )

    assert " ".join(word.text for word in words) == (
        "Ordföranden hälsar alla välkomna och öppnar mötet."
    )
    assert {word.origin for word in words} == {OCR}
    assert [round(word.baseline, -1) for word in words] == [100] * 4 + [130] * 3
    assert [10 < word.size < 12.5 for word in words] == [True] * 7
    assert round(words[0].x0, -1) == 70


def test_a_page_without_letters_has_no_words(tesseract):
    assert read(page()) == []


@pytest.mark.parametrize("degrees", [-1.0, 0.3, 1.0])
def test_a_page_that_lay_askew_has_level_rows(tesseract, degrees):
    image = page(*((70, 100 + 16 * at, "Ordföranden  hälsar  alla  välkomna") for at in range(20)))

    words = read(image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))

    assert [word.text for word in words] == ["Ordföranden", "hälsar", "alla", "välkomna"] * 20
    assert {round(word.baseline) for word in words if word.text == "alla"} == {
        round(word.baseline) for word in words
    }


def test_signs_that_the_swedish_data_lacks_are_told_by_their_shape(tesseract):
    image = page(
        (70, 100, "§ 3 Föregående protokoll"),
        (70, 120, "Andelen är 27 % eller 31 % av allt."),
        (70, 140, "§ 8 Sammanträdet den 8 mars"),
    )

    assert rows(image) == [
        "§ 3 Föregående protokoll",
        "Andelen är 27 % eller 31 % av allt.",
        "§ 8 Sammanträdet den 8 mars",
    ]


def test_bullets_are_bullets(tesseract):
    image = page(
        (85, 100, "•"), (103, 100, "Första punkten gäller budgeten"),
        (85, 120, "•"), (103, 120, "Andra punkten gäller lokalerna"),
        (85, 140, "-"), (103, 140, "Tredje punkten gäller tiden"),
    )  # fmt: skip

    assert rows(image) == [
        "• Första punkten gäller budgeten",
        "• Andra punkten gäller lokalerna",
        "- Tredje punkten gäller tiden",
    ]


def test_dots_for_a_signature_do_not_spoil_the_words_beside_them(tesseract):
    image = page(
        (70, 100, "Ordförande " + "." * 45), (70, 130, "Bo Ek"),
        (70, 160, "Justerande " + "." * 45 + " Eva Alm"),
    )  # fmt: skip

    found = rows(image)

    assert [row.replace(".", "").split() for row in found] == [
        ["Ordförande"], ["Bo", "Ek"], ["Justerande", "Eva", "Alm"],
    ]  # fmt: skip
    assert [row.count(".") > 30 for row in found] == [True, False, True]


GRID = (
    ("Namn", "Parti", "Närv.", "Anmärkning"), ("Bo Ek", "M", "X", "Ordförande"),
    ("Eva Alm", "S", "X", ""), ("Rut Sjö", "KD", "", "§§ 4-7"),
)  # fmt: skip


def grid(columns=(64, 200, 260, 320, 480), top=88, high=18, thick=2):
    """The cells of GRID, with rules around each."""
    image = page(*(
        (x + 6, top + 13 + high * at, text)
        for at, row in enumerate(GRID)
        for x, text in zip(columns, row, strict=False)
        if text
    ))  # fmt: skip
    pen, dots = ImageDraw.Draw(image), DOTS / 72
    left, right, bottom = columns[0] * dots, columns[-1] * dots, (top + high * len(GRID)) * dots
    for at in range(len(GRID) + 1):
        y = (top + high * at) * dots
        pen.line([(left, y), (right, y)], fill=0, width=thick)
    for x in columns:
        pen.line([(x * dots, top * dots), (x * dots, bottom)], fill=0, width=thick)
    return image


@pytest.mark.parametrize("degrees", [0, 0.7])
@pytest.mark.parametrize("thick", [2, 4])
def test_cells_between_printed_rules_are_read(tesseract, thick, degrees):
    image = grid(thick=thick).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)

    words, rules = ocr.recognise(png(image), WIDTH, HEIGHT)

    assert (len(bands(rules)), len(rules.down)) == (4, 5)
    assert [
        "\t".join(part.text for part in one.segments) for one in page_lines(words, rules, WIDTH)
    ] == ["\t".join(cell for cell in row if cell) for row in GRID]


def test_a_line_under_a_heading_stays_on_the_page(tesseract):
    image = page((70, 100, "Protokoll för gruppen"), (70, 130, "Bo Ek"))
    ImageDraw.Draw(image).line([(190, 288), (600, 288)], fill=0, width=3)

    assert without_rules(image, 72 / DOTS) == (image, Rules())


def test_bold_words_are_told_from_regular_ones(tesseract):
    image = page(*((70, 120 + 16 * at, "Gruppen diskuterar förslaget") for at in range(8)))
    heading = page((70, 100, "Beslut om budgeten"), font="Helvetica-Bold")

    words = read(ImageChops.darker(image, heading))

    assert [word.text for word in words if word.bold] == ["Beslut", "om", "budgeten"]


@pytest.mark.parametrize("size", [11, 12, 14])
@pytest.mark.parametrize("font", ["Helvetica-Bold", "Times-Bold"])
def test_a_narrow_letter_between_words_is_a_word(tesseract, font, size):
    image = page(
        (70, 100, "3. Läget i kommunerna"), (70, 130, "I Salem i dag"), font=font, size=size
    )

    assert rows(image) == ["3. Läget i kommunerna", "I Salem i dag"]


def test_what_stands_on_empty_paper_or_is_scribbled_is_no_word(tesseract):
    image = page((70, 100, "Vid anteckningarna"), (70, 160, "Bo Ek"))
    pen = ImageDraw.Draw(image)
    scribble = [(560, 380), (620, 300), (640, 420), (700, 310), (720, 400), (800, 330)]
    pen.line([(x - 300, y) for x, y in scribble], fill=60, width=3)

    assert [row for row in rows(image) if row in ("Vid anteckningarna", "Bo Ek")] == [
        "Vid anteckningarna",
        "Bo Ek",
    ]
