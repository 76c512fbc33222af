import pytest

from intake.text.document import Line
from intake.text.html import Html
from intake.text.unreadable import Unreadable

HEAD = "<!DOCTYPE html><html><head><title>bort</title></head><body>"


def lines(body: str) -> list[Line]:
    return list(Html().read((HEAD + body).encode()).lines)


def raws(body: str) -> list[str]:
    return [line.raw for line in lines(body)]


# --- Which files ---


@pytest.mark.parametrize(
    ("text", "recognised"),
    [
        ("<!DOCTYPE html><p>Bo Ek", True),
        ("\ufeff \n<!-- x --><HTML>", True),
        ('<?xml version="1.0"?><html xmlns="x">', True),
        ("<p>Bo</p><p>Ek</p><table></table>", True),
        ("Protokoll <h1>Bo</h1> <p>Ek</p> <p>Eva</p>", True),
        ("# Protokoll\n<p>a</p><p>b</p><p>c</p>", False),
        ("## Närvarande\n<b>Bo Ek</b>\n<b>Eva</b>\n<b>Sten</b>", False),
        ("<b>Tid</b> 13.00\n<b>Plats</b> Haninge", False),
        ("Bo Ek <bo@example.se>", False),
        ("\x01\x02\x03", False),
    ],
)
def test_a_page_is_told_by_its_tags(text, recognised):
    assert Html().recognises(text.encode()) is recognised


@pytest.mark.parametrize(
    ("data", "warnings"),
    [
        ("<p>Åsa Ödman".encode(), ()),
        ("<p>Åsa Ödman".encode("utf-8-sig"), ()),
        ("<p>Åsa Ödman".encode("utf-16"), ()),
        ('<meta charset="windows-1252"><p>Åsa Ödman'.encode(), ()),
        ("<p>Åsa Ödman".encode("windows-1252"), ("encoding:windows-1252",)),
        ("<meta charset=macintosh><p>Åsa Ödman".encode("mac-roman"), ("encoding:mac-roman",)),
        ("<meta charset=punycode><p>Åsa Ödman".encode(), ()),
    ],
)
def test_the_encoding_is_found(data, warnings):
    document = Html().read(data)
    assert ([one.text for one in document.lines], document.warnings) == (["Åsa Ödman"], warnings)


# --- What is printed ---


@pytest.mark.parametrize(
    "gone",
    [
        "<script>bort</script>",
        "<style>bort</style>",
        "<template>bort</template>",
        "<noscript>bort</noscript>",
        "<del>bort</del>",
        "<s>bort</s>",
        "<strike>bort</strike>",
        "<span hidden>bort</span>",
        '<span style="display: none">bort</span>',
        '<span style="text-decoration:line-through">bort</span>',
        "<!-- bort -->",
        "<!--[if gte mso 9]><xml>bort</xml><![endif]-->",
    ],
)
def test_what_a_browser_does_not_print_is_gone(gone):
    assert raws(f"<p>Bo {gone}Ek</p>") == ["Bo Ek"]


@pytest.mark.parametrize("tag", ["ins", "span", "a", "u", "o:p", "font"])
def test_text_inside_is_kept(tag):
    assert raws(f"<p>Bo <{tag}>Ek</{tag}> talar</p>") == ["Bo Ek talar"]


def test_blocks_are_lines_with_their_own_blocks():
    found = lines("<div>Bo Ek<p>talar\n om  det</p>Slut</div>")
    assert [(one.text, one.soft_wrap) for one in found if one.text] == [
        ("Bo Ek", False),
        ("talar om det", False),
        ("Slut", False),
    ]
    assert len({one.block for one in found}) == len(found)


def test_entities_and_hard_spaces_are_letters_and_spaces():
    assert [one.text for one in lines("<p>&Aring;sa&nbsp;&Ouml;dman &amp; Ek&shy;man</p>")] == [
        "Åsa Ödman & Ekman"
    ]


def test_a_break_begins_a_line_of_the_same_block():
    found = lines("<p>Bo Ek<br>\n Eva Sten<br/></p>")
    assert [(one.text, one.block) for one in found] == [("Bo Ek", 1), ("Eva Sten", 1)]


def test_an_empty_paragraph_is_a_blank_line():
    assert raws("<p>Bo Ek</p><p>&nbsp;</p><p>Eva Sten</p>") == ["Bo Ek", "", "Eva Sten"]


def test_an_empty_box_is_nothing():
    assert raws("<div>Bo Ek</div><div> </div><div>Eva Sten</div>") == ["Bo Ek", "Eva Sten"]


def test_set_text_keeps_its_lines_and_columns():
    assert raws("<pre>Tid:    13.00\nPlats:\tHaninge</pre>") == [
        "Tid:    13.00",
        "Plats:\tHaninge",
    ]


@pytest.mark.parametrize("level", [1, 2, 6])
def test_headings_have_their_level(level):
    (found,) = lines(f"<h{level}>Budget</h{level}>")
    assert (found.kind, found.level, found.bold) == ("heading", level, True)


@pytest.mark.parametrize(
    ("body", "bold"),
    [
        ("<p><b>Beslut</b>:</p>", True),
        ("<p><strong>Beslut</strong></p>", True),
        ('<p style="font-weight:700">Beslut</p>', True),
        ('<p><b>Be<span style="font-weight: normal">slut</span></b></p>', False),
        ("<p><b>Beslut</b> att</p>", False),
    ],
)
def test_bold_is_told_by_tags_and_styles(body, bold):
    assert [one.bold for one in lines(body)] == [bold]


def test_the_size_and_the_indent_are_those_of_the_style():
    (found,) = lines('<p style="font-size: 10pt; margin-left: 1in">Att bifalla</p>')
    assert (found.size, found.indent) == (10, 14)


# --- Lists ---


@pytest.mark.parametrize(
    ("opening", "printed"),
    [
        ("<ol>", ["1. a", "2. b"]),
        ('<ol start="7">', ["7. a", "8. b"]),
        ('<ol type="a">', ["a. a", "b. b"]),
        ('<ol type="I">', ["I. a", "II. b"]),
        ("<ol reversed>", ["2. a", "1. b"]),
        ('<ol style="list-style-type: upper-alpha">', ["A. a", "B. b"]),
        ('<ol style="list-style: none">', ["a", "b"]),
        ('<ol start="tio">', ["1. a", "2. b"]),
    ],
)
def test_a_list_is_numbered_as_printed(opening, printed):
    found = lines(f"{opening}<li>a</li><li><p>b</p></li></ol>")
    assert [one.text for one in found if one.text] == printed


def test_an_item_may_state_its_number():
    assert raws("<ol><li>a<li value=5>b<li>c</ol>") == ["1. a", "5. b", "6. c"]


def test_lists_within_lists_count_by_themselves():
    body = "<ol><li>a<ol type=a><li>b<li>c</ol><li>d</ol>"
    assert raws(body) == ["1. a", "a. b", "b. c", "2. d"]


def test_a_numbered_heading_is_one_line():
    (found,) = lines("<ol><li><h2>Budget</h2></li></ol>")
    assert (found.raw, found.kind) == ("1. Budget", "heading")


def test_a_bullet_is_a_label_and_no_text():
    (found,) = lines("<ul><li>att bifalla</li></ul>")
    assert (found.raw, found.text, found.label, found.kind) == (
        "• att bifalla", "att bifalla", "•", "list",
    )  # fmt: skip


# --- Tables ---


def test_a_row_is_a_line():
    body = "<table><thead><tr><th>Namn<th>Kommun</thead><tr><td>Bo Ek<td>Salem</table>"
    found = lines(body)
    assert [(one.raw, one.kind, one.bold) for one in found] == [
        ("Namn\tKommun", "table_row", True), ("Bo Ek\tSalem", "table_row", False),
    ]  # fmt: skip
    assert [[cell.text for cell in one.cells] for one in found][1] == ["Bo Ek", "Salem"]


def test_names_below_each_other_keep_their_columns():
    body = "<table><tr><td>Deltagare<td>Bo Ek<br>Eva Sten<td><p>Haninge<p>Salem</table>"
    assert raws(body) == ["Deltagare\tBo Ek\tHaninge", "\tEva Sten\tSalem"]


def test_a_cell_of_several_rows_is_printed_once():
    body = "<table><tr><td rowspan=2>Deltagare<td>Bo Ek<tr><td>Eva Sten</table>"
    assert raws(body) == ["Deltagare\tBo Ek", "\tEva Sten"]


def test_a_wide_cell_moves_what_follows():
    (found,) = lines("<table><tr><td colspan=2>Bo Ek<td>Salem</table>")
    assert [one.x0 for one in found.cells] == [0, 200]


def test_a_table_that_is_only_a_frame_is_running_text():
    body = "<table><tr><td><h1>Protokoll</h1><p>Bo Ek talar.</p></td></tr></table>"
    assert [(one.text, one.kind) for one in lines(body) if one.text] == [
        ("Protokoll", "heading"), ("Bo Ek talar.", "para"),
    ]  # fmt: skip


def test_a_table_in_a_cell_gives_its_rows_to_the_outer_one():
    inner = "<table><tr><td>Bo Ek<td>Salem<tr><td>Eva Sten<td>Haninge</table>"
    assert raws(f"<table><tr><td>Deltagare<td>{inner}</table>") == [
        "Deltagare\tBo Ek\tSalem",
        "\tEva Sten\tHaninge",
    ]


def test_short_definitions_are_rows():
    body = "<dl><dt>Tid<dd>13.00<dt>Deltagare<dd>Bo Ek<dd>Eva Sten</dl>"
    assert raws(body) == ["Tid\t13.00", "Deltagare\tBo Ek", "\tEva Sten"]


# --- What Word writes ---


def test_the_numbers_that_word_has_printed_are_read():
    body = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;"
        "&nbsp; </span></span><![endif]>Välkommen<o:p></o:p></p>"
    )
    assert raws(body) == ["1. Välkommen"]


def test_the_bullets_that_word_has_printed_are_labels():
    def item(font: str, sign: str) -> str:
        filling = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
        label = f"<span style='font-family:{font}'>{sign}{filling}</span>"
        return f"<p class=MsoListParagraph>{label}att</p>"

    found = lines(item("Symbol", "·") + item("Wingdings", "§"))
    assert [(one.label, one.text) for one in found] == [("·", "att"), ("•", "att")]


def test_filled_numbers_of_simple_pages_from_word_are_read():
    filling = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span>"
    assert raws(f"<p class=MsoListParagraph>1.{filling}Välkommen</p>") == ["1. Välkommen"]


def test_the_title_that_word_has_marked_is_a_heading():
    (found,) = lines("<p class=MsoTitle>Protokoll</p>")
    assert (found.kind, found.level) == ("heading", 1)


def test_the_tabs_that_word_has_spaced_out_part_cells():
    tab = "<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>"
    assert raws(f"<p class=MsoNormal>Plats{tab}Haninge</p>") == ["Plats\tHaninge"]


def test_a_page_break_turns_the_page():
    body = "<p>a</p><br style='page-break-before:always'><p>b</p>"
    assert [(one.text, one.page) for one in lines(body) if one.text] == [("a", 1), ("b", 2)]


# --- Hostile pages ---


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        Html().read(data)
    return caught.value.code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<div>" * 5_000 + "a", "html-damaged"),
        ("<b>" * 700_000, "too-long"),
        ("a " * 3_000_000, "too-long"),
        ("<p>a" * 60_000, "too-long"),
        ("<p>" + "a" * 40_000, "too-long"),
    ],
)
def test_more_than_minutes_can_be_is_refused(body, code):
    assert refusal((HEAD + body).encode()) == code


def test_declared_entities_are_not_expanded():
    declared = '<!DOCTYPE html [<!ENTITY a "hahaha"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    found = Html().read(f"{declared}<html><body><p>Bo &a; &b; Ek</p>".encode()).lines
    assert [one.text for one in found if "Bo" in one.text] == ["Bo &a; &b; Ek"]


def test_a_page_with_pictures_in_it_is_read():
    picture = f'<img src="data:image/png;base64,{"A" * 5_000_000}">'
    assert raws(f"<p>Bo Ek{picture}</p>") == ["Bo Ek"]


def test_a_nul_does_not_end_the_page():
    assert raws("<p>Bo\x00 Ek</p>") == ["Bo Ek"]
