import pytest

from intake.parsing.headings import candidates_in, tidy_title
from intake.parsing.paragraphs import measure
from tests.intake.typed import lines


def read(text: str) -> list[tuple[str, str, str]]:
    found = candidates_in(lines(text), measure(lines(text)))
    return [(one.number, one.title, one.style) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Öppnande", ("1", "Öppnande", "N.")),
        ("10.Öppnande", ("10", "Öppnande", "N.")),
        ("1 . Öppnande", ("1", "Öppnande", "N.")),
        ("01. Öppnande", ("1", "Öppnande", "N.")),
        ("4 ½ Öppnande", ("4 ½", "Öppnande", "N")),
        ("1 Öppnande", ("1", "Öppnande", "N")),
        ("1\tÖppnande", ("1", "Öppnande", "N")),
        ("§ 12 Öppnande", ("12", "Öppnande", "§")),
        ("§12 Öppnande", ("12", "Öppnande", "§")),
        ("§77 Öppnande", ("77", "Öppnande", "§")),
        ("12 § Öppnande", ("12", "Öppnande", "§")),
        ("§ 12. Öppnande", ("12", "Öppnande", "§")),
        ("§ 12/2022 Öppnande", ("12", "Öppnande", "§")),
        ("KS/2016:86 § 12 Öppnande", ("12", "Öppnande", "§")),
        ("KS/2011:286 § 6 Öppnande", ("6", "Öppnande", "§")),
        ("§ 33 Öppnande (Dnr 346/2006)", ("33", "Öppnande", "§")),
        ("§ 33 Öppnande Dnr 346/2006", ("33", "Öppnande", "§")),
        ("§ 33    Öppnande    KS 2022/17", ("33", "Öppnande", "§")),
        ("§ 12\nÖppnande", ("12", "Öppnande", "§")),
        ("§ 12\nDnr 3/2022\n", None),
        ("Punkt 3 Öppnande", ("3", "Öppnande", "punkt")),
        ("Ärende 3: Öppnande", ("3", "Öppnande", "punkt")),
        ("### 2. Öppnande", ("2", "Öppnande", "N.")),
        ("1. ”Rum för alla”", ("1", "”Rum för alla”", "N.")),
        ("1. 2023 års budget", ("1", "2023 års budget", "N.")),
    ],
)
def test_a_numbered_line_may_head_an_item(text, expected):
    assert read(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "Öppnande",
        "1) Öppnande",
        "a. Öppnande",
        "1.5 miljoner kronor",
        "2022-05-03",
        "3 maj 2022",
        "10.30 Kaffe",
        "1. öppnande",
        "12 ledamöter",
        "1.",
        "• 1. Öppnande",
        "",
    ],
)
def test_other_lines_head_none(text):
    assert (read(text) if text else []) == []


def test_a_title_runs_on_to_the_next_line():
    text = "§ 4 Svar på motion om belysning längs gång- och\ncykelvägar\n\nTexten börjar här."
    assert read(text) == [("4", "Svar på motion om belysning längs gång- och cykelvägar", "§")]


def test_a_diary_number_below_the_title_is_part_of_the_heading():
    (one,) = candidates_in(lines("§ 4 Budget\nDnr 2022/17\n\nTexten."), 80)
    assert (one.title, one.size) == ("Budget", 2)


def test_a_sign_above_another_item_heads_nothing():
    assert read("§ 4\n§ 5 Budget") == [("5", "Budget", "§")]


@pytest.mark.parametrize("text", ["§ 4 " + "a" * 201, "4 " + "Budget " * 14, "§ 4", "§ 4 ..."])
def test_a_title_that_is_none_heads_nothing(text):
    assert read(text) == []


def test_a_title_does_not_run_on_to_the_text():
    assert read("§ 4 Budget\nBeslut\nBudgeten antas.") == [("4", "Budget", "§")]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("§ 21   Budget ........ 3", True),
        ("§ 21   Budget …… 14", True),
        ("§ 21 Budget 2023", False),
        ("§ 21 Budget", False),
    ],
)
def test_dot_leaders_and_page_numbers_tell_a_list(text, listed):
    (one,) = candidates_in(lines(text), 80)
    assert (one.title.split()[0], one.listed) == ("Budget", listed)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Budget .......... 3", "Budget"),
        ("Budget    3", "Budget"),
        ("Budget (Dnr 346/2006)", "Budget"),
        ("Budget dnr KS 2022/17", "Budget"),
        ("Budget (KS/2022:17)", "Budget"),
        ("Budget KS 2022/17", "Budget"),
        ("Budget 2023", "Budget 2023"),
        ("Budget 2023-2025", "Budget 2023-2025"),
        ("Budget:", "Budget"),
        ("Budget.", "Budget"),
        ("**Budget**", "Budget"),
    ],
)
def test_a_title_is_without_diary_number_leaders_and_page(printed, title):
    assert tidy_title(printed) == title
