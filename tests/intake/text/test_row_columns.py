import pytest

from intake.text.row_columns import page_rows
from tests.intake.text.setting import put, table

WIDTH = 595


def raws(words, width=WIDTH):
    """The rows as lines will have them: cells parted by tabs, a tab before a later column."""
    return [
        "\t" * row.column + "\t".join(one.text for one in row.segments)
        for row in page_rows(words, width)
    ]


def test_a_label_a_name_and_a_place_are_three_cells():
    words = table(
        ("Deltagare", "Anna Ek", "Haninge, ordförande"),
        ("", "Bo Al", "Salem"),
        ("Ej närvarande", "Cilla Ros", "Tyresö"),
    )
    assert raws(words) == [
        "Deltagare\tAnna Ek\tHaninge, ordförande",
        "\tBo Al\tSalem",
        "Ej närvarande\tCilla Ros\tTyresö",
    ]


def test_a_long_name_is_parted_from_the_column_that_other_rows_show():
    words = table(
        ("Anna Ek", "Haninge"), ("Christina Fagerholm", "Salem"), ("Bo Al", "Nacka"),
        starts=(70, 170),
    )  # fmt: skip
    assert raws(words)[1] == "Christina Fagerholm\tSalem"


def test_a_name_that_runs_over_the_column_is_parted_by_its_odd_gap():
    words = table(("Anna Ek", "Haninge"), ("", ""), ("Bo Al", "Nacka"), starts=(70, 150))
    long = put(70, 112, "Christina Fagerholm")
    assert raws([*words, *long, *put(long[-1].x1 + 4.5, 112, "Salem")]) == [
        "Anna Ek\tHaninge",
        "Christina Fagerholm\tSalem",
        "Bo Al\tNacka",
    ]


def test_a_word_that_stands_under_a_column_by_chance_begins_no_cell():
    prose = put(70, 124, "Deltagarna önskar Haninge lycka till")
    place = prose[2].x0
    words = table(("Tid", "Måndag"), ("Plats", "Haninge"), starts=(70, place))
    assert raws([*words, *prose])[2] == "Deltagarna önskar Haninge lycka till"


@pytest.mark.parametrize(
    "label", ["1.", "12.", "2.1", "§ 4", "4 §", "a)", "1)", "•", "-", "3", "att"]
)
def test_a_number_or_a_bullet_is_no_column(label):
    assert raws([*put(70, 100, label), *put(100, 100, "Mötets öppnande")]) == [
        f"{label} Mötets öppnande"
    ]


def test_a_bullet_that_is_a_letter_o_is_told_from_a_word_by_two_spaces():
    assert raws([*put(70, 100, "o"), *put(100, 100, "Svar i maj")]) == ["o  Svar i maj"]


def test_a_figure_in_a_table_of_three_columns_is_a_cell():
    assert raws(table(("1", "Anna Ek", "Haninge"), ("2", "Bo Al", "Salem"))) == [
        "1\tAnna Ek\tHaninge",
        "2\tBo Al\tSalem",
    ]


def test_what_stands_alone_under_the_last_column_goes_on_from_it():
    words = table(("Deltagare", "Anna Ek", "Haninge, deltog endast i"), ("", "", "början"))
    assert raws(words) == ["Deltagare\tAnna Ek\tHaninge, deltog endast i början"]


def test_a_value_goes_on_where_the_next_word_did_not_fit():
    words = table(("Plats", "Kommunhuset i den stora salen"), ("", "Eken"), starts=(70, 150))
    assert raws(words, width=370) == ["Plats\tKommunhuset i den stora salen Eken"]


def test_the_next_name_of_a_list_is_a_row_of_its_own():
    words = table(("Närvarande", "Anna Ek, Haninge"), ("", "Bo Al, Salem"), starts=(70, 150))
    assert raws(words) == ["Närvarande\tAnna Ek, Haninge", "\tBo Al, Salem"]


def test_a_long_entry_of_a_list_does_not_take_in_the_next_name():
    words = table(
        ("Närvarande", "Anna Ek, Haninge"),
        ("", "Christina Fagerholm, Räddningstjänsten"),
        ("", "Bodil Al, Salem"),
        starts=(70, 150),
    )
    assert raws(words, width=430) == [
        "Närvarande\tAnna Ek, Haninge",
        "\tChristina Fagerholm, Räddningstjänsten",
        "\tBodil Al, Salem",
    ]


def test_a_name_that_fills_its_column_does_not_take_in_the_name_below():
    words = table(
        ("Anna Kvist Lindberg", "Haninge"), ("Birgitta Berg", "Haninge"), starts=(70, 175)
    )
    assert raws(words) == ["Anna Kvist Lindberg\tHaninge", "Birgitta Berg\tHaninge"]


def test_a_label_below_a_label_is_not_joined_to_it():
    words = table(("Plats:", "Rådhuset"), ("Närvarande:", ""), starts=(70, 150))
    assert raws(words) == ["Plats:\tRådhuset", "Närvarande:"]


def test_the_rest_of_a_name_that_wraps_in_the_first_column_is_joined():
    words = table(
        ("Bo Al", "Salem"), ("Magdalena", "Huddinge"), ("Bergström", ""), ("Eva Ek", "Nacka"),
        starts=(70, 150),
    )  # fmt: skip
    assert raws(words) == ["Bo Al\tSalem", "Magdalena Bergström\tHuddinge", "Eva Ek\tNacka"]


def test_a_label_that_wraps_beside_its_value_is_one_label():
    words = table(
        ("Justeringens plats", "Rådhuset, måndagen den 3"), ("och tid", "maj kl 16"),
        starts=(70, 165),
    )  # fmt: skip
    assert raws(words) == ["Justeringens plats och tid\tRådhuset, måndagen den 3 maj kl 16"]


def test_a_last_cell_that_goes_on_at_the_margin_is_joined():
    words = table(("Bo", "Salem (deltar ej den 22"), ("september)", ""), starts=(70, 150))
    assert raws(words, width=350) == ["Bo\tSalem (deltar ej den 22 september)"]


def test_an_indented_paragraph_after_running_text_is_no_column():
    words = [
        *table(("Tid", "Måndag den 3 maj"), starts=(70, 150)),
        *put(70, 112, "Ordföranden öppnar mötet och hälsar välkommen"),
        *put(150, 124, "Planen antas"),
    ]
    assert raws(words)[2] == "Planen antas"


def test_a_hyphen_at_the_break_of_a_cell_goes_where_the_word_goes_on():
    words = table(("Plats", "Kommun-"), ("", "huset"), starts=(70, 150))
    years = table(("Tid", "2025-"), ("", "2026"), starts=(70, 150), y=300)
    names = table(("Namn", "Anna Ek-"), ("", "Storm"), starts=(70, 150), y=400)
    hangs = table(("Mål", "Visions-"), ("", "och målord"), starts=(70, 150), y=500)
    assert raws([*words, *years, *names, *hangs]) == [
        "Plats\tKommunhuset",
        "Tid\t2025-2026",
        "Namn\tAnna Ek-Storm",
        "Mål\tVisions- och målord",
    ]


def test_signatures_beside_each_other_are_cells():
    words = table(
        ("Vid protokollet", "Justeras dag 1", "Justeras dag 2"),
        ("Ida Ivarsson", "Anna Ek", "Bo Al"),
        starts=(70, 220, 370),
    )
    assert raws(words) == [
        "Vid protokollet\tJusteras dag 1\tJusteras dag 2",
        "Ida Ivarsson\tAnna Ek\tBo Al",
    ]
