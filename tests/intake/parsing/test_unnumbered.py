from dataclasses import replace

import pytest

from intake.parsing.unnumbered import typed_headings, unnumbered
from tests.intake.parsing.printed import bold, heading, page, plain, word
from tests.intake.typed import lines

FRONT = ("Protokoll", "Närvarande", "Bo Ek", bold("Från kansliet"), "Eva Sten")
BODY = "Bo Ek berättar om läget och om vad som återstår att göra innan båten kan sjösättas."


def titles(found):
    return [one.title for one in unnumbered(found)]


def test_marked_headings_head_items_where_nothing_is_numbered():
    text = "# Möte\n\n## Närvarande\n\nBo Ek\n\n## Läget\n\nBra.\n\n## Beslut\n\n## Framåt\n\nMer."
    assert [one.title for one in unnumbered(lines(text))] == ["Läget", "Framåt"]


def test_a_deeper_heading_is_a_part_of_an_item():
    text = "# Möte\n\n## Närvarande\n\nBo Ek\n\n## Läget\n\n### Norr\n\nBra.\n\n## Framåt\n\nMer."
    assert [one.title for one in unnumbered(lines(text))] == ["Läget", "Framåt"]


def test_a_heading_named_as_a_section_heads_an_item_among_the_others():
    paper = word(*FRONT, heading("Läget"), BODY, heading("Rapport"), BODY, heading("Beslut"), BODY)
    assert titles(paper) == ["Läget", "Rapport"]


def test_bold_lines_above_text_head_items_where_no_heading_is_marked():
    paper = page(
        *FRONT, "", bold("Läget"), BODY, "", bold("Framåt"), BODY, bold("Nu är det klart.")
    )
    assert titles(paper) == ["Läget", "Framåt"]


def test_of_bold_lines_in_two_sizes_the_larger_head_the_items():
    large = [replace(bold(title), size=13) for title in ("Läget", "Framåt")]
    small = [replace(bold(title), size=11) for title in ("I norr", "I söder")]
    body = replace(plain(BODY), size=11)
    paper = word(*FRONT, large[0], small[0], body, small[1], body, large[1], body)
    assert titles(paper) == ["Läget", "Framåt"]


def test_one_bold_line_is_no_agenda():
    assert titles(word(*FRONT, bold("Läget"), BODY)) == []


def test_an_indented_bold_line_is_a_decision_rather_than_a_heading():
    paper = word(*FRONT, BODY, bold("Läget i hamnen", 5), BODY, bold("Båten i sjön", 5), BODY)
    assert titles(paper) == []


def typed_titles(*rows):
    return [one.title for one in typed_headings(page("Närvarande: Bo Ek, Eva Sten", "", *rows))]


def test_a_short_line_between_a_blank_one_and_its_text_heads_an_item_of_typed_notes():
    assert typed_titles("Läget", BODY, "", "Framåt", "- Boka lokal") == ["Läget", "Framåt"]


def test_a_heading_may_have_a_blank_line_below_it_too():
    assert typed_titles("Läget", "", BODY, "", "Framåt", "", BODY) == ["Läget", "Framåt"]


def test_one_such_line_is_no_agenda():
    assert typed_titles("Läget", BODY, "", BODY) == []


@pytest.mark.parametrize(
    "row",
    [
        "Bo Ek",
        "Dag 2",
        "Torsdagen den 6 februari",
        "Läget är gott.",
        "Beslut",
        "Med vänliga hälsningar",
        "Läget är gott och vi ser fram emot det som återstår att göra",
        "Bra. Vi går vidare",
    ],
)
def test_what_else_stands_alone_heads_nothing(row):
    told = typed_titles("Läget", BODY, "", row, BODY, "", "Framåt", BODY)
    assert told == ["Läget", "Framåt"]


def test_the_first_line_of_a_paragraph_heads_nothing():
    told = typed_titles(
        "Läget", BODY, "", "Arbetet pågår", "och blir snart klart.", "", "Mer", BODY
    )
    assert told == ["Läget", "Mer"]
