import pytest

from tests.intake.typed import document, lines

HEADING = "# Möte\n"


def texts(text: str) -> list[str]:
    return [one.text for one in lines(text)]


@pytest.mark.parametrize(
    "text",
    ["# Möte", "Bo\n## Öppnande", "<b>Tid</b> nio", "**Tid** nio", "| Namn | Kommun |"],
)
def test_marks_tell_markdown(text):
    assert document(text).media == "text/markdown"


@pytest.mark.parametrize("text", ["#1 på listan", "Bo * Ek", "3 < 4 > 2", "a | b", "######"])
def test_stray_signs_are_plain_text(text):
    assert document(text).media == "text/plain"


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5, 6])
def test_a_heading_has_its_level(level):
    raw = f"{'#' * level} Öppnande"
    (found,) = lines(raw)
    assert (found.kind, found.level, found.text, found.raw) == ("heading", level, "Öppnande", raw)


def test_closing_marks_of_a_heading_are_no_text():
    assert texts("## Öppnande ##") == ["Öppnande"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("<b>Tid</b>\tkl 9", "Tid\tkl 9"),
        ("<strong>Bo</strong> talar<br/>", "Bo talar"),
        ("**Tid** kl 9", "Tid kl 9"),
        ("__Tid__ kl 9", "Tid kl 9"),
        ("*Beslut*", "Beslut"),
        ("_Beslut_", "Beslut"),
        ("snake_case_namn och 2*3*4", "snake_case_namn och 2*3*4"),
        (r"12\. Titel\*", "12. Titel*"),
        ("a < b", "a < b"),
    ],
)
def test_emphasis_and_tags_are_no_text(raw, expected):
    assert texts(HEADING + raw) == ["Möte", expected]


@pytest.mark.parametrize("raw", ["**Beslut**", "<b>Beslut</b>", "__Beslut__", "**Beslut**:"])
def test_a_line_in_bold_is_bold(raw):
    assert lines(HEADING + raw)[1].bold is True


def test_a_bold_word_makes_no_bold_line():
    assert lines(HEADING + "**Tid** kl 9")[1].bold is False


def test_a_line_in_italics_is_italic():
    assert [one.italic for one in lines(HEADING + "*Beslut*\nBeslut")] == [False, True, False]


@pytest.mark.parametrize("rule", ["---", "***", "_ _ _", "-----"])
def test_a_rule_is_no_text(rule):
    assert texts(HEADING + rule) == ["Möte", ""]


def test_a_table_row_has_its_cells():
    found = lines("| Bo Ek | Salem |")[0]
    assert (found.kind, [cell.text for cell in found.cells]) == ("table_row", ["Bo Ek", "Salem"])


@pytest.mark.parametrize("rule", ["|---|:--:|", "| --- | --- |", "|--|"])
def test_the_rule_of_a_table_is_no_text(rule):
    assert texts(f"| Namn | Kommun |\n{rule}\n| Bo Ek | Salem |") == [
        "Namn\tKommun",
        "",
        "Bo Ek\tSalem",
    ]


def test_a_bullet_in_emphasis_keeps_its_words():
    found = lines(HEADING + "- **Möte med staden**")[1]
    assert (found.label, found.text) == ("-", "Möte med staden")
