from intake.text.printed import printed_lines, right_edge
from intake.text.rows import row
from intake.text.words import OCR
from tests.intake.text.setting import put

WIDE = "Ordföranden redogör för arbetet med planen"


def cells(words):
    return [[one.text for one in row(line).segments] for line in printed_lines(words)]


def test_letters_on_nearly_one_baseline_are_one_line_and_read_left_to_right():
    assert cells([*put(120, 101, "Ek"), *put(98, 100, "Anna"), *put(70, 112, "Bo")]) == [
        ["Anna Ek"],
        ["Bo"],
    ]


def test_a_gap_of_more_than_a_letter_and_a_third_begins_a_cell():
    near, far = put(100, 100, "Haninge"), put(104, 120, "Haninge")
    assert cells([*put(70, 100, "Anna"), *near]) == [["Anna Haninge"]]
    assert cells([*put(70, 120, "Anna"), *far]) == [["Anna", "Haninge"]]


def test_words_that_touch_are_one_word_in_two_types():
    assert cells([*put(70, 100, "Vik", bold=True), *put(85, 100, "tigt")]) == [["Viktigt"]]


def test_words_of_a_scan_are_always_parted():
    words = [*put(70, 100, "Anna", origin=OCR), *put(90.5, 100, "Ek", origin=OCR)]
    assert cells(words) == [["Anna Ek"]]


def test_wide_spaces_of_a_justified_line_are_no_cells():
    full = [word for y in (100, 112, 136) for word in put(70, y, WIDE)]
    end = full[-1].x1
    stretched = [*put(70, 124, "kommunernas"), *put(0, 124, "gemensamma"), *put(0, 124, "plan")]
    gap = (end - 70 - 5 * sum(len(word.text) for word in stretched)) / 2
    x = 70
    justified = []
    for word in stretched:
        justified += put(x, 124, word.text)
        x = justified[-1].x1 + gap
    assert gap > 13
    assert cells([*full, *justified])[2] == ["kommunernas gemensamma plan"]


def test_cells_far_apart_are_cells_though_no_other_gap_is_in_the_line():
    assert cells([*put(70, 100, "Namn"), *put(170, 100, "Parti"), *put(270, 100, "Kommun")]) == [
        ["Namn", "Parti", "Kommun"]
    ]


def test_a_word_printed_twice_for_weight_is_read_once():
    assert cells([*put(70, 100, "Beslut"), *put(70.4, 100.2, "Beslut")]) == [["Beslut"]]


def test_the_same_word_twice_in_a_line_is_read_twice():
    assert cells(put(70, 100, "ja ja")) == [["ja ja"]]


def test_a_raised_figure_is_a_superscript_and_no_figure_of_the_text():
    words = [*put(70, 100, "punkt 4"), *put(103, 96.5, "1", size=6)]
    assert cells(words) == [["punkt 4¹"]]


def test_a_figure_raised_by_half_a_line_belongs_to_the_line_below():
    words = [
        *put(70, 100, "not"),
        *put(85, 94.5, "1", size=7),
        *put(89, 100, "."),
        *put(70, 88, "En"),
    ]
    assert cells(words) == [["En"], ["not¹."]]


def test_a_tick_behind_a_name_is_a_cross_and_before_a_text_it_stays_a_bullet():
    words = [*put(70, 100, "Bo"), *put(170, 100, "\uf0fc"), *put(70, 112, "\uf0fc Klart")]
    assert cells(words) == [["Bo", "X"], ["\uf0fc Klart"]]


def test_spaced_letters_are_closed_up_to_words():
    words = [
        *put(70, 100, "P R O T O K O L L", space=0.4),
        *put(170, 100, "N R", space=0.4),
    ]
    assert cells(words) == [["PROTOKOLL", "N R"]]


def test_spaced_words_are_parted_where_the_gap_is_wider():
    first = put(70, 100, "D E T", space=0.4)
    assert cells([*first, *put(first[-1].x1 + 10, 100, "V A R", space=0.4)]) == [["DET VAR"]]


def test_a_row_is_bold_only_if_all_its_letters_are():
    bold, mixed, signs = (
        row(printed_lines(words)[0])
        for words in (
            put(70, 100, "Beslut nu", bold=True),
            [*put(70, 100, "Beslut", bold=True), *put(103, 100, "nu")],
            [*put(70, 100, "•"), *put(80, 100, "Beslut", bold=True)],
        )
    )
    assert (bold.bold, mixed.bold, signs.bold) == (True, False, True)


def test_the_edge_is_where_several_lines_end():
    lines = printed_lines([word for y in (100, 112, 124) for word in put(70, y, WIDE)])
    end = lines[0].words[-1].x1
    assert (right_edge(lines, end + 40), right_edge(lines, 595)) == (end, 525)


def test_the_edge_of_short_lines_is_as_far_from_the_paper_as_the_left_one():
    lines = printed_lines([*put(70, 100, "Anna Ek"), *put(70, 112, "Bo Al, vice ordförande")])
    assert right_edge(lines, 595) == 525
