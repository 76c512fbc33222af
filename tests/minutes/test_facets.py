from html import unescape

import pytest

from minutes.facets import Choice, Facet, Value, facet
from minutes.templatetags.facets import boxes

YEARS = [Choice("2022", "2022"), Choice("2021", "2021"), Choice("2020", "2020")]


def test_values_that_would_give_nothing_are_left_out_unless_chosen():
    counts = {"2022": 1234, "2021": 0, "2020": 0}
    assert facet("ar", "År", YEARS, ["2020"], counts).values == [
        Value("2022", "2022", 1234, chosen=False, said="1\xa0234"),
        Value("2020", "2020", 0, chosen=True, said="0"),
    ]


def test_without_counts_all_of_them_can_be_chosen():
    found = facet("ar", "År", YEARS, ["2021"], None)
    assert (found.capped, found.chosen) == (True, 1)
    assert [(one.value, one.said) for one in found.values] == [
        ("2022", ""),
        ("2021", ""),
        ("2020", ""),
    ]


@pytest.mark.parametrize(("name", "language"), [("amne", ' lang="sv"'), ("organ", "")])
def test_a_box_shows_text_as_text(name, language):
    value = Value("a", '<b>"A" & B</b>', 3, chosen=True, said="3")
    box = boxes(Facet(name, "Ämne", [value]))
    assert "<b>" not in box
    assert unescape(box) == (
        f'<label><input type="checkbox" id="{name}-a" name="{name}" value="a" checked>'
        f'<span{language}><b>"A" & B</b></span> <span class="count">3</span></label>'
    )
