import pytest

from intake.text.furniture import heads_page, is_page_mark
from tests.intake.typed import lines


def roles(text: str) -> list[str]:
    return [line.role for line in lines(text) if not line.blank]


def body(text: str) -> list[str]:
    return [line.text for line in lines(text) if line.role == "body" and line.text]


@pytest.mark.parametrize(
    "mark",
    [
        "2(8)", "2 (8)", "2[25]", "2 [25]", "2/8", "2 av 8", "Sida 2", "Sida 2(8)", "Sida 2 av 8",
        "sid 2 (8)", "sid. 2", "SIDA 2/8", "Sidan 2", "Sida: 2", "- 2 -", "– 2 –", "  2 (3)",
        "118 (131)", "1(131)",
    ],
)  # fmt: skip
def test_a_page_mark_is_one_in_every_form(mark):
    assert is_page_mark(mark) is True


@pytest.mark.parametrize(
    "text",
    [
        "2", "2.", "§ 2", "2 kap", "(2)", "21/9 2023", "2 av ledamöterna", "Sida vid sida",
        "12345(2)", "2-8", "2 (8) röster",
    ],
)  # fmt: skip
def test_a_number_that_tells_something_is_no_page_mark(text):
    assert is_page_mark(text) is False


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_text_box_of_a_sender_leaves_the_flow(between):
    text = f"Avsändare{between}Ek, Bo{between}Styrgruppen"
    assert roles(text) == ["textbox", "textbox", "body"]


def test_a_page_mark_leaves_the_flow_and_keeps_its_place():
    marked = lines("Vi går\n2 (3)\nvidare.")
    assert [(one.no, one.role) for one in marked] == [(1, "body"), (2, "pageno"), (3, "body")]


@pytest.mark.parametrize(
    "text",
    [
        "Justerandes sign",
        "Justerandes sign.",
        "Justerandes signatur    Utdragsbestyrkande",
        "Ordförandes sign",
        "Justerares signatur",
        "Utdragsbestyrkande",
        "Protokollsjusterares sign   .......",
    ],
)
def test_the_strip_for_initials_is_a_foot(text):
    assert roles(f"Vi går\n{text}\nvidare.") == ["body", "footer", "body"]


def test_an_approver_who_signs_is_no_foot():
    assert roles("Justerande  Bo Ek\nJusteras\nBo Ek") == ["body"] * 3


def test_a_running_head_of_most_pages_is_kept_on_the_first():
    text = "Kommunstyrelsen\nEtt.\n\fKommunstyrelsen\nTvå.\n\fKommunstyrelsen\nTre."
    assert roles(text) == ["body", "body", "header", "body", "header", "body"]


def test_a_running_head_may_count_the_pages():
    text = "Nämnden   sidnr 1\nEtt.\n\fNämnden   sidnr 2\nTvå.\n\fNämnden   sidnr 3\nTre."
    assert body(text) == ["Nämnden   sidnr 1", "Ett.", "Två.", "Tre."]


def test_a_running_foot_leaves_the_flow_on_every_page():
    text = "Ett är nog.\nBox 1, Salem\n\fTvå är bra.\nBox 1, Salem\n\fTre är fler.\nBox 1, Salem"
    assert body(text) == ["Ett är nog.", "Två är bra.", "Tre är fler."]


def test_a_line_on_few_pages_is_no_head():
    text = "Ett.\n\fBo Ek\nTvå.\n\fBo Ek\nTre.\n\fFyra.\n\fFem."
    assert roles(text) == ["body"] * 7


@pytest.mark.parametrize(
    "content", ["Beslut", "Direktionen beslutar", "§ 4 Budget", "Bakgrund", "Yrkanden", "*Beslut*"]
)
def test_what_begins_an_item_or_a_decision_is_never_a_head(content):
    text = f"Titel\n\f{content}\nEtt.\n\f{content}\nTvå.\n\f{content}\nTre."
    assert roles(text) == ["body"] * 7


def test_repeated_lines_of_one_page_are_content():
    assert roles("Ja.\nJa.\nJa.\nNej.") == ["body"] * 4


@pytest.mark.parametrize(
    "text", ["Nämnden    2023-03-14    4 (4)", "Nämnden\tSida 3/6", "Nämnden   Sida 2"]
)
def test_a_head_with_the_mark_of_a_later_page_begins_a_page(text):
    assert heads_page(text) is True


@pytest.mark.parametrize(
    "text", ["Nämnden    1 (4)", "4 (4)", "Nämnden 4 (4)", "Nämnden    2023-03-14", ""]
)
def test_other_lines_begin_no_page(text):
    assert heads_page(text) is False
