import pytest

from intake.text.pdf import page_lines
from intake.text.ruled import Rule, Rules, bands
from tests.intake.text.setting import put


def grid(xs, ys):
    """The rules of a table without merged cells."""
    return Rules(
        tuple(Rule(y, xs[0], xs[-1]) for y in ys), tuple(Rule(x, ys[0], ys[-1]) for x in xs)
    )


def raws(words, rules):
    return [
        "\t" * row.column + "\t".join(one.text for one in row.segments)
        for row in page_lines(words, rules, 595)
    ]


def test_a_cell_that_wraps_beside_a_centred_one_is_one_row():
    words = [
        *put(75, 115, "Bo Ek"),
        *put(135, 109, "Ledamot i"),
        *put(135, 121, "styrelsen"),
        *put(215, 115, "X"),
    ]
    assert raws(words, grid((70, 130, 210, 260), (97, 127))) == ["Bo Ek\tLedamot i styrelsen\tX"]


def test_a_rule_parts_cells_that_stand_close():
    words = [*put(75, 110, "Fagerholm"), *put(122.5, 110, "Salem")]
    rules = grid((70, 121, 180), (97, 115))
    assert raws(words, Rules()) == ["Fagerholm Salem"]
    assert raws(words, rules) == ["Fagerholm\tSalem"]


def test_a_row_with_an_empty_first_cell_begins_with_a_tab():
    assert raws(put(135, 110, "Bo Ek"), grid((70, 130, 210), (97, 115))) == ["\tBo Ek"]


def test_a_word_that_a_narrow_cell_broke_is_whole_again():
    rules = grid((70, 130, 400), (97, 130))
    names = [*put(135, 110, "Anna Ek, Haninge"), *put(135, 122, "Bo Al, Salem")]
    broken = [*put(75, 110, "Frånvarand"), *put(75, 122, "e")]
    assert raws([*broken, *names], rules) == ["Frånvarande\tAnna Ek, Haninge", "\tBo Al, Salem"]
    assert raws([*broken, *put(135, 110, "Ingen")], rules) == ["Frånvarande\tIngen"]


@pytest.mark.parametrize(("begun", "rest", "edge"), [
    ("Frånvara", "nde", 120), ("Frånvaran", "de", 125), ("Kommun", "erna", 110),
    ("Kommune", "rna", 115), ("Sammankalla", "re", 135),
])  # fmt: skip
def test_a_word_may_be_broken_anywhere(begun, rest, edge):
    words = [*put(75, 110, begun), *put(75, 122, rest), *put(edge + 5, 110, "Ingen")]
    assert raws(words, grid((70, edge, 400), (97, 130))) == [f"{begun}{rest}\tIngen"]


@pytest.mark.parametrize("words", [
    [*put(75, 110, "Frånvarand"), *put(75, 122, "i")],
    [*put(75, 110, "Frånvarand"), *put(75, 122, "av")],
    [*put(75, 110, "Frånvarand"), *put(75, 122, "e då")],
    [*put(75, 110, "Frånvarand"), *put(75, 146, "e")],
    [*put(75, 110, "Frånvaran"), *put(75, 122, "e")],
    [*put(75, 110, "Frånvarand", bold=True), *put(75, 122, "e")],
    [*put(75, 110, "2024-10-01"), *put(75, 122, "e")],
])  # fmt: skip
def test_words_that_may_be_two_are_not_closed_up(words):
    found = raws([*words, *put(135, 110, "Ingen")], grid((70, 130, 400), (97, 150)))
    assert [word.text for word in words if word.text not in " ".join(found).split()] == []


def test_a_list_of_names_in_one_cell_stays_a_list():
    words = [
        *put(75, 110, "Beslutande"),
        *put(155, 110, "Anna Ek, Haninge"),
        *put(155, 122, "Bo Al, Salem"),
    ]
    assert raws(words, grid((70, 150, 400), (97, 130))) == [
        "Beslutande\tAnna Ek, Haninge",
        "\tBo Al, Salem",
    ]


def test_a_label_that_is_centred_beside_a_list_stands_at_its_top():
    words = [
        *put(75, 122, "Beslutande"),
        *put(155, 110, "Anna Ek, Haninge"),
        *put(155, 122, "Bo Al, Salem"),
        *put(155, 134, "Cilla Ros, Nacka"),
    ]
    assert raws(words, grid((70, 150, 400), (97, 142))) == [
        "Beslutande\tAnna Ek, Haninge",
        "\tBo Al, Salem",
        "\tCilla Ros, Nacka",
    ]


def test_text_above_and_below_a_table_keeps_its_order():
    words = [*put(70, 80, "Före"), *put(75, 110, "A"), *put(135, 110, "B"), *put(70, 150, "Efter")]
    assert raws(words, grid((70, 130, 210), (97, 115))) == ["Före", "A\tB", "Efter"]


def test_a_frame_around_text_is_no_table():
    assert bands(grid((70, 400), (97, 115))) == []


def test_rules_between_sections_are_no_table():
    assert bands(Rules(tuple(Rule(y, 70, 500) for y in (100, 200, 300)))) == []


def test_a_drawing_of_very_many_rules_is_no_table():
    assert bands(grid(tuple(range(0, 1400, 2)), (0, 100))) == []
