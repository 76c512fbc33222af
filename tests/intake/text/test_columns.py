import pytest

from intake.text.columns import cells
from intake.text.document import Cell


def texts(line: str) -> list[str]:
    return [cell.text for cell in cells(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bo Ek", ["Bo Ek"]),
        ("Bo Ek\tSalem", ["Bo Ek", "Salem"]),
        ("Bo Ek\t\t Salem", ["Bo Ek", "Salem"]),
        ("Bo Ek  Salem", ["Bo Ek", "Salem"]),
        ("Bo Ek   \tSalem   X", ["Bo Ek", "Salem", "X"]),
        ("\tBo Ek\tSalem", ["", "Bo Ek", "Salem"]),
        ("   Bo Ek", ["Bo Ek"]),
        ("Bo Ek\tSalem\t  ", ["Bo Ek", "Salem"]),
        ("", [""]),
    ],
)
def test_tabs_and_runs_of_spaces_part_the_cells(line, expected):
    assert texts(line) == expected


def test_a_cell_knows_its_columns():
    assert cells("  Bo Ek   Salem") == (Cell("Bo Ek", 2, 7), Cell("Salem", 10, 15))
