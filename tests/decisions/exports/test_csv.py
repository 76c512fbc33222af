import csv
from datetime import date
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from decisions.exports.columns import COLUMNS
from decisions.exports.csv import lines

NOTHING = dict.fromkeys((column.key for column in COLUMNS), None)


def read(*rows: dict) -> list[list[str]]:
    """The cells of a file with these rows, as a program reads it."""
    written = "".join(lines([{**NOTHING, **row} for row in rows])).encode()
    text = written.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";", strict=True))


def texts(*rows: dict) -> list[str]:
    place = [column.key for column in COLUMNS].index("text")
    return [row[place] for row in read(*rows)[1:]]


def test_the_headings_come_first():
    assert read()[0] == [
        *["Datum", "Organ", "Punkt", "Rubrik", "Beslut nr", "Beslut", "Namngivna kommuner"],
        *["Gäller", "Ämnen", "Ansvarig", "Senast", "Uppdrag", "Hänvisning", "Adress"],
    ]


def test_the_bytes_are_those_that_a_swedish_excel_takes():
    whole = "".join(lines([{**NOTHING, "text": "Att på\nnytt; alltså"}])).encode()
    assert whole.startswith(b"\xef\xbb\xbfDatum;Organ;")
    assert whole.endswith(';;;;;"Att på\nnytt; alltså";;;;;;;;\r\n'.encode())
    assert whole.count(b"\r\n") == 2


def test_each_value_is_written_plainly():
    row = {
        "date": date(2022, 10, 6),
        "decision_number": 2,
        "municipalities": ["Haninge", "Salem"],
        "topics": [],
    }
    assert read(row)[1] == ["2022-10-06", "", "", "", "2", "", "Haninge, Salem", *[""] * 7]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text):
    (cell,) = texts({"text": text})
    assert cell.removeprefix("'") == text
