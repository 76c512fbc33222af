from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from minutes.exports.word import Word

CHANGED = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)


def read(word: Word):
    return Document(BytesIO(word.content()))


@pytest.fixture
def word() -> Word:
    return Word("Ledningsgruppen", CHANGED)


def test_it_tells_what_it_is_and_in_which_language(word):
    document = read(word)
    about = document.core_properties
    assert (about.title, about.author, about.language, about.comments) == (
        "Ledningsgruppen",
        "Mötesarkivet",
        "sv-SE",
        "",
    )
    assert about.modified == about.created == CHANGED
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}


def test_headings_have_the_styles_that_a_reader_navigates_by(word):
    word.title("Möte")
    word.heading("Närvaro", 1)
    word.heading("Trafik", 2)
    word.paragraph("Salem", label="Plats:")
    found = [(one.style.name, one.text) for one in read(word).paragraphs]
    assert found == [
        ("Title", "Möte"),
        ("Heading 1", "Närvaro"),
        ("Heading 2", "Trafik"),
        ("Normal", "Plats: Salem"),
    ]


def test_a_table_has_its_headings_on_each_page_and_no_row_is_parted(word):
    word.table(["Kommun", "Närvarande"], [["Salem", "Vera\nBo"]], [5, 12])
    (table,) = read(word).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Kommun", "Närvarande"],
        ["Salem", "Vera\nBo"],
    ]
    repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    whole = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows]
    assert (repeated, whole) == ([True, False], [True, True])
    assert [round(column.width.cm) for column in table.columns] == [5, 12]


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800", "\x85"])
def test_signs_that_xml_cannot_hold_are_left_out(sign):
    text = f"Att{sign} vänta"
    word = Word(text, CHANGED)
    word.title(text)
    word.heading(text, 1)
    word.paragraph(text, label=text)
    word.boxed(text, text)
    word.table([text], [[text]], [5])
    document = read(word)
    assert document.core_properties.title == "Att vänta"
    assert {one.text for one in document.paragraphs} == {
        "Att vänta",
        "Att vänta Att vänta",
        "Att vänta\nAtt vänta",
        "",
    }
    assert {cell.text for cell in document.tables[0].columns[0].cells} == {"Att vänta"}


def test_laid_down_it_is_wider(word):
    assert (word.width, Word("Lista", CHANGED, is_landscape=True).width) == (17, 25.7)


def test_the_same_contents_make_the_same_file_without_pictures(word):
    again = Word("Ledningsgruppen", CHANGED)
    parts = [ZipFile(BytesIO(one.content())) for one in (word, again)]
    one, other = ({name: part.read(name) for name in part.namelist()} for part in parts)
    assert one == other
    assert not [name for name in one if name.endswith(("jpeg", "png"))]
