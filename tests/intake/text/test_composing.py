import pytest

from intake.text.composing import Sheet
from intake.text.plain import MOST_CHARACTERS
from intake.text.unreadable import Unreadable
from intake.text.written import NEW_PAGE, Paragraph, Run


def raws(*texts: str) -> list[str]:
    sheet = Sheet()
    sheet.set([Paragraph([Run(text)]) for text in texts])
    return [line.raw for line in sheet.lines]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Bo Ek talar.  Eva svarar.", "Bo Ek talar. Eva svarar."),
        ("Bo Ek  Salem", "Bo Ek  Salem"),
        ("Justeras:   Bo Ek", "Justeras:   Bo Ek"),
        ("KS 2024:1 § 7\tBudget", "KS 2024:1 § 7 Budget"),
        ("1\tBudget", "1\tBudget"),
        ("Dag 1\tBudget", "Dag 1\tBudget"),
    ],
)
def test_what_parts_columns_is_kept_and_what_does_not_is_one_space(text, raw):
    assert raws(text) == [raw]


def test_a_page_is_not_turned_twice():
    sheet = Sheet()
    sheet.set([Paragraph([Run(NEW_PAGE)]), Paragraph([Run(f"{NEW_PAGE}a{NEW_PAGE}")])])
    sheet.set([Paragraph([Run(f"{NEW_PAGE}b")])])
    assert [(line.raw, line.page) for line in sheet.lines] == [("", 1), ("a", 1), ("b", 2)]


def test_more_text_than_minutes_have_is_an_error_and_never_cut():
    line = "a" * 29_000
    with pytest.raises(Unreadable) as caught:
        raws(*[line] * (MOST_CHARACTERS // len(line) + 1))
    assert caught.value.code == "too-long"
