from dataclasses import replace

import pytest

from intake.parsing.paragraphs import Paragraph, flow, join, measure, paragraphs
from tests.intake.parsing.printed import page
from tests.intake.typed import lines, written

# As wide as the lines of the tests below, so that a short line is the writer's own break.
WIDE = "Den här raden är satt i full bredd så att måttet på texten syns tydligt.\n\n"


def texts(text: str) -> list[str]:
    return [one.text for one in written(WIDE + text)[1:]]


def written_in_flow(text: str) -> list[Paragraph]:
    running = flow(lines(WIDE + text))
    return paragraphs(running, measure(running))[1:]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["Vi går", "vidare."], "Vi går vidare."),
        (["sam-", "arbete"], "samarbete"),
        (["stråk-", "och nodplan"], "stråk- och nodplan"),
        (["Visions-", "och strategiarbete"], "Visions- och strategiarbete"),
        (["buss-", "eller tåglinje"], "buss- eller tåglinje"),
        (["väg-", "samt järnväg"], "väg- samt järnväg"),
        (["2025-", "12-31"], "2025-12-31"),
        (["12-", "13 juni"], "12-13 juni"),
        (["Anna-", "Lena"], "Anna-Lena"),
        (["klart -", "men sent"], "klart - men sent"),
        (["", "Bo", "", "Ek", ""], "Bo Ek"),
        (["  Bo ", "\tEk"], "Bo Ek"),
        ([], ""),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_where_the_word_goes_on(parts, expected):
    assert join(parts) == expected


def test_lines_that_ran_full_are_one_paragraph():
    text = (
        "Gruppen går igenom underlaget och ser att fler svar behövs innan kartan\n"
        "kan ritas om. Eva Sten samlar in dem.\n"
    )
    assert texts(text) == [
        (
            "Gruppen går igenom underlaget och ser att fler svar behövs innan kartan kan ritas "
            "om. Eva Sten samlar in dem."
        )
    ]


def test_a_blank_line_parts_paragraphs():
    assert texts("Ett är klart.\n\nTvå är kvar.") == ["Ett är klart.", "Två är kvar."]


def test_a_break_after_a_short_sentence_was_meant():
    assert texts("Ett är klart.\nTvå är kvar.") == ["Ett är klart.", "Två är kvar."]


def test_a_page_break_inside_a_sentence_is_bridged():
    text = (
        "Vägen blir allt sämre och frågan är nu hur länge kommunerna orkar\n\n\n"
        "  2 (3)\n\nvänta på besked från staten.\n"
    )
    (one,) = written_in_flow(text)
    assert one.text == (
        "Vägen blir allt sämre och frågan är nu hur länge kommunerna orkar vänta på besked från "
        "staten."
    )


def test_a_page_break_between_sentences_is_none():
    text = "Vägen blir sämre.\n\n2 (3)\n\nBroarna är gamla.\n"
    assert [one.text for one in written_in_flow(text)] == [
        "Vägen blir sämre.",
        "Broarna är gamla.",
    ]


def test_the_flow_has_no_page_marks():
    assert [one.text for one in flow(lines("Ett\n2 (3)\nTvå"))] == ["Ett", "Två"]


def test_a_clause_begins_on_a_line_of_its_own():
    assert texts("att godkänna rapporten,\natt lägga den till handlingarna.") == [
        "att godkänna rapporten,",
        "att lägga den till handlingarna.",
    ]


def test_a_lead_line_and_its_clause_are_two():
    assert texts("Direktionen beslutar\natt godkänna rapporten.") == [
        "Direktionen beslutar",
        "att godkänna rapporten.",
    ]


def test_a_decision_mark_stands_alone():
    assert texts("Beslut\nGruppen tar upp frågan igen.") == [
        "Beslut",
        "Gruppen tar upp frågan igen.",
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("• Bo ringer", "•"),
        ("- Bo ringer", "-"),
        ("1. Bo ringer", "1."),
        ("2) Bo ringer", "2)"),
        ("(3) Bo ringer", "(3)"),
        ("a. Bo ringer", "a."),
        ("b) Bo ringer", "b)"),
    ],
)
def test_a_list_entry_has_its_label_and_is_without_it(text, label):
    (one,) = written(text)
    assert (one.label, one.text) == (label, "Bo ringer")


def test_list_entries_are_paragraphs_and_run_on():
    text = "• Bo Ek ringer dem\nsom inte har svarat\n• Eva Sten skriver"
    assert [(one.label, one.text, one.lines) for one in written(WIDE + text)[1:]] == [
        ("•", "Bo Ek ringer dem som inte har svarat", (3, 4)),
        ("•", "Eva Sten skriver", (5, 5)),
    ]


def test_a_bullet_alone_takes_the_text_below_it():
    found = written(WIDE + "•\n\nBo Ek ringer dem.")[1:]
    assert [(one.label, one.text) for one in found] == [("•", "Bo Ek ringer dem.")]


def test_a_heading_is_a_paragraph_of_its_own():
    found = written("# Läget\nBo berättar.")
    assert [(one.text, one.heading) for one in found] == [("Läget", True), ("Bo berättar.", False)]


def test_a_rule_is_never_joined():
    assert texts("Ett\n_______\nTvå") == ["Ett", "_______", "Två"]


def test_a_paragraph_knows_its_lines_and_space():
    (one,) = written("    Bo Ek talar.")
    assert (one.text, one.lines, one.alone) == ("Bo Ek talar.", (1, 1), True)


def test_the_measure_is_that_of_the_long_lines():
    assert measure(lines("a" * 70 + "\n" + "b" * 70 + "\nkort")) == 70


def test_short_lines_tell_no_measure():
    assert measure(lines("Bo\nEk")) == 0


def test_blank_lines_are_no_paragraphs():
    assert texts("\n\n \n") == []


def printed(*rows: tuple[str, float]) -> list[Paragraph]:
    """The paragraphs of lines that start at 70 points and end where each row says."""
    found = [
        replace(line, bbox=(70.0, 0.0, end, 10.0))
        for line, (_, end) in zip(page(*(text for text, _ in rows)), rows, strict=True)
    ]
    return paragraphs(found, measure(found))


def test_on_paper_room_is_told_in_points_and_not_in_letters():
    full = "Illa till illa lilla fjäll lilla ljus i fjol, till illa lilla tjäll."
    short = "Mammas dammsugare gömmer sommarens gummor i Malmö."
    rows = [(full, 500.0), ("Sammantaget räcker det.", 250.0), (short, 400.0), ("Nu.", 90.0)]
    assert [one.text for one in printed(*rows)] == [f"{full} {rows[1][0]}", short, "Nu."]
