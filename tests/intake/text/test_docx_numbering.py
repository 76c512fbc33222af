import pytest

from intake.text.docx_numbering import spell
from tests.intake.text.word_files import level, lines, listed, numbered, para, raws, style, styled

TWO_LISTS = (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>{}</w:num>'
)


def test_a_number_is_printed_before_the_text():
    found = lines(numbered("Välkommen") + numbered("Budget"), numbering=listed(level(0)))
    assert [(line.raw, line.text, line.kind, line.label) for line in found] == [
        ("1. Välkommen", "1. Välkommen", "para", ""),
        ("2. Budget", "2. Budget", "para", ""),
    ]


def test_the_words_around_the_number_are_printed():
    numbering = listed(level(0, text="§ %1"))
    assert raws(numbered("Protokoll"), numbering=numbering) == ["§ 1 Protokoll"]


def test_deeper_levels_count_within_the_level_above():
    numbering = listed(level(0), level(1, text="%1.%2"))
    body = "".join(numbered("x", no) for no in (0, 1, 1, 0, 1))
    assert raws(body, numbering=numbering) == ["1. x", "1.1 x", "1.2 x", "2. x", "2.1 x"]


def test_a_level_that_never_restarts_counts_on():
    numbering = listed(level(0), level(1, inside='<w:lvlRestart w:val="0"/>'))
    body = "".join(numbered("x", no) for no in (0, 1, 0, 1))
    assert raws(body, numbering=numbering) == ["1. x", "1. x", "2. x", "2. x"]


def test_a_level_restarts_only_after_the_level_it_names():
    numbering = listed(level(0), level(1), level(2, inside='<w:lvlRestart w:val="1"/>'))
    body = "".join(numbered("x", no) for no in (0, 1, 2, 1, 2, 0, 2))
    assert [one[0] for one in raws(body, numbering=numbering)] == list("1112221")


def test_two_lists_of_one_kind_count_together():
    numbering = listed(level(0), lists=TWO_LISTS.format(""))
    body = numbered("a") + numbered("b", list_id=2)
    assert raws(body, numbering=numbering) == ["1. a", "2. b"]


def test_a_list_that_starts_anew_does_so_once():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = listed(level(0), lists=TWO_LISTS.format(anew))
    body = numbered("a") + numbered("b", list_id=2) + numbered("c", list_id=2)
    assert raws(body, numbering=numbering) == ["1. a", "5. b", "6. c"]


def test_a_list_may_change_a_level_of_its_kind():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    numbering = listed(level(0), lists=TWO_LISTS.format(own))
    assert raws(numbered("a", list_id=2), numbering=numbering) == ["I) a"]


def test_legal_numbers_are_digits_all_through():
    numbering = listed(level(0, "upperRoman"), level(1, "lowerLetter", "%1.%2", "<w:isLgl/>"))
    body = numbered("x") + numbered("y", 1)
    assert raws(body, numbering=numbering) == ["I. x", "1.1 y"]


@pytest.mark.parametrize(
    ("form", "count", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 3, "c"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 1949, "MCMXLIX"),
        ("none", 3, ""),
        ("ordinal", 3, "3"),
    ],
)
def test_a_count_is_spelled_in_its_form(form, count, printed):
    assert spell(count, form) == printed


def test_the_style_gives_the_number_through_its_ancestors():
    heading = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("Punkt", heading) + style("Egen", based="Punkt")
    body = styled("Val", "Egen") + styled("Budget", "Punkt")
    assert raws(body, styles=styles, numbering=listed(level(0))) == ["1. Val", "2. Budget"]


def test_the_list_names_the_level_of_a_style():
    styles = style("Under", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    numbering = listed(level(0), level(1, text="%1.%2", inside='<w:pStyle w:val="Under"/>'))
    body = numbered("x") + styled("y", "Under")
    assert raws(body, styles=styles, numbering=numbering) == ["1. x", "1.1 y"]


def test_a_paragraph_may_take_its_style_s_number_away():
    styles = style("Punkt", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    none = '<w:pStyle w:val="Punkt"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = para("Val", look=none) + styled("Budget", "Punkt")
    assert raws(body, styles=styles, numbering=listed(level(0))) == ["Val", "1. Budget"]


def test_a_list_style_lends_its_levels():
    link = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = style(
        "Lista", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"
    )
    numbering = link + listed(level(0, "upperLetter"), lists=lists)
    assert raws(numbered("x", list_id=3), styles=styles, numbering=numbering) == ["A. x"]


@pytest.mark.parametrize(
    ("sign", "label"), [("\uf0b7", "\uf0b7"), ("§", "•"), ("-", "-"), ("o", "o")]
)
def test_a_bullet_is_a_label_and_no_text(sign, label):
    (found,) = lines(numbered("att bifalla"), numbering=listed(level(0, "bullet", sign)))
    assert (found.raw, found.text, found.label, found.kind) == (
        f"{label} att bifalla", "att bifalla", label, "list",
    )  # fmt: skip


def test_a_number_without_space_stands_close():
    numbering = listed(level(0, inside='<w:suff w:val="nothing"/>'))
    assert raws(numbered("Val"), numbering=numbering) == ["1.Val"]


def test_an_empty_numbered_paragraph_is_blank_and_counts():
    body = numbered("a") + numbered("") + numbered("b")
    assert raws(body, numbering=listed(level(0))) == ["1. a", "", "3. b"]


def test_a_list_that_is_not_there_numbers_nothing():
    assert raws(numbered("Val", list_id=9), numbering=listed(level(0))) == ["Val"]


def test_no_count_is_too_large():
    numbering = listed(
        '<w:lvl w:ilvl="0"><w:start w:val="99999999999"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    body = numbered("a") + numbered("b")
    assert raws(body, numbering=numbering) == ["99999999999. a", "32767. b"]
