from dataclasses import replace

from intake.parsing.unnumbered import unnumbered
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
