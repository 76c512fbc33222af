import pytest

from intake.parsing.decisions import find_decisions
from intake.parsing.layout import BOLD, INDENT, ITALIC, PLAIN, Ground, belongs, ground
from tests.intake.parsing.printed import bold, heading, italic, page, plain, word, written

BODY = "Bo Ek berättar om läget och om vad som återstår att göra innan båten kan sjösättas."
DECISION = "Kartan över strandskyddet ritas om till hösten med de nya gränserna."
FURTHER = "Färjans tidtabell läggs om från den första söndagen i advent."


def told(lines):
    """(texts of the decisions, codes of what is left to ask)."""
    found, remarks, _ = find_decisions(written(lines))
    return [one.text for one in found], [one.code for one in remarks]


@pytest.mark.parametrize("paper", [word, page])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (bold(DECISION), bold(FURTHER)),
        (italic(DECISION), italic(FURTHER)),
        (plain(DECISION, 5), plain(FURTHER, 5)),
        (bold(DECISION, 5), bold(FURTHER, 5)),
    ],
)
def test_a_block_that_stands_out_ends_where_the_text_goes_on(paper, first, second):
    lines = paper(BODY, "", "Beslut", "", first, "", second, "", BODY, "", BODY)
    assert told(lines) == ([DECISION, FURTHER], [])


def test_a_block_that_does_not_stand_out_is_asked_about():
    lines = word(BODY, "Beslut", DECISION, BODY, BODY)
    assert told(lines) == ([DECISION], ["undecided-paragraph"])


def test_a_bold_line_without_indent_below_a_decision_is_a_heading():
    lines = word(BODY, bold("Beslut"), bold(DECISION), bold("Läget i hamnen"), BODY, BODY)
    assert told(lines) == ([DECISION], [])


def test_a_short_line_set_as_the_decision_above_is_another():
    lines = word(BODY, "Beslut", bold(DECISION, 5), bold("Nytt möte i maj", 5), BODY, BODY)
    assert told(lines) == ([DECISION, "Nytt möte i maj"], [])


def test_a_clause_goes_on_with_the_clauses_above_whatever_its_setting():
    lines = word(BODY, "Beslut", bold("att kartan ritas om,"), "att färjan läggs om.", BODY)
    assert told(lines) == (["att kartan ritas om", "att färjan läggs om."], [])


def test_a_heading_of_the_template_ends_the_block():
    lines = word(BODY, "Beslut", bold(DECISION, 5), heading("Diskussion", 3), BODY)
    assert told(lines) == ([DECISION], [])


def test_paragraphs_of_a_word_file_are_never_run_together():
    lines = word("Direktionen beslutar", "att kartan ritas om.", "Bo Ek tackas", "av alla.")
    assert [one.text for one in written(lines)] == [
        "Direktionen beslutar",
        "att kartan ritas om.",
        "Bo Ek tackas",
        "av alla.",
    ]


def test_a_sentence_that_hangs_goes_on_in_the_next_paragraph():
    lines = word("Kartan ritas om till", "hösten.", "Bo Ek tackas.")
    assert [one.text for one in written(lines)] == [
        "Kartan ritas om till hösten.",
        "Bo Ek tackas.",
    ]


def test_the_ground_is_what_most_letters_are_set_in():
    lines = word(bold("Kort", 9), plain(BODY, 4), italic(DECISION, 4), "- " + BODY, "Ek\tSalem")
    assert ground(lines) == Ground(indent=4, bold=False, italic=False)
    assert ground([]) == Ground()


def test_a_look_is_what_differs_from_the_ground():
    assert Ground().look(word(bold("Ett", 3), bold("Två", 2))) == {BOLD, INDENT}
    assert Ground(indent=3).look(word(plain("Ett", 4), italic("Två", 9))) == PLAIN
    assert Ground(bold=True).look(word(bold("Ett"), bold("Två"))) == PLAIN
    assert Ground().look(word(italic("Ett", 1))) == {ITALIC}


def test_a_block_without_a_look_says_nothing():
    assert belongs(PLAIN, frozenset({BOLD})) is None
    assert belongs(frozenset({BOLD}), frozenset({BOLD, INDENT})) is True
    assert belongs(frozenset({BOLD, INDENT}), frozenset({INDENT})) is False


def test_a_numbered_clause_that_hangs_ends_where_the_next_is_numbered():
    lines = word("1. Kartan ritas om, samt", "2. Bo Ek tackas.")
    assert [one.text for one in written(lines)] == ["Kartan ritas om, samt", "Bo Ek tackas."]


FULL = "Bo Ek talar om läget och om vad som återstår att göra innan båten kan gå i sjön i juni."


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (bold(FULL), plain(FULL)),
        (plain(FULL), bold(FULL)),
        (plain(FULL), plain(FULL, 4)),
        (bold("Att " + FULL), bold("Att " + FULL)),
        (bold(FULL), bold(FULL)),
        (bold("Godkänna " + FULL), bold("Uppdra " + FULL)),
    ],
)
def test_full_lines_without_space_between_are_told_apart_by_their_setting(above, below):
    assert [one.text for one in written(page(above, below))] == [above.text, below.text]


@pytest.mark.parametrize(
    "below", [plain("och om mer."), plain("Det går bra."), plain("Det går bra.", 1)]
)
def test_a_line_set_as_the_one_above_goes_on(below):
    assert len(written(page(FULL, below))) == 1


def test_a_block_set_in_ends_where_a_line_is_set_out():
    rows = [plain(FULL, 5), plain(FULL, 5), plain("Det går bra.")]
    assert len(written(page(FULL, "", *rows))) == 3


def test_the_number_of_a_bold_decision_may_be_light():
    lines = page(plain("1. " + FULL[:-1]), bold("Juni är bra."))
    assert len(written(lines)) == 1
