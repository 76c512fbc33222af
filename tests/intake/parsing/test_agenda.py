import pytest

from intake.parsing.agenda import alike, find_headings
from intake.parsing.paragraphs import flow, measure
from tests.intake import typed
from tests.intake.parsing.printed import bold, heading, minutes, page, plain, word
from tests.intake.typed import lines

TEXT = "Bo Ek berättar om läget och vad som återstår.\n"


def read(text: str) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in headings(text)]


def headings(text: str):
    running = flow(lines(text))
    return find_headings(running, measure(running))


THREE = [("1", "Öppnande"), ("2", "Budget"), ("3", "Avslut")]


@pytest.mark.parametrize(
    "form",
    ["{}. {}", "{}.{}", "§ {} {}", "§{} {}", "{} § {}", "Punkt {} {}", "{}   {}", "## {}. {}",
     "§ {} {} (Dnr 1/2022)", "KS/2022:7 § {} {}", "§ {}\n{}"],
)  # fmt: skip
def test_items_are_found_in_every_form_of_number(form):
    text = "\n".join(f"{form.format(*one)}\n\n{TEXT}" for one in THREE)
    assert read(text) == THREE


@pytest.mark.parametrize("name", ["Dagordning", "Innehåll", "Agenda", "Innehållsförteckning"])
def test_a_list_of_contents_holds_no_items(name):
    contents = "\n".join(f"{number}. {title}" for number, title in THREE)
    text = "\n".join(f"{number}. {title}\n\n{TEXT}" for number, title in THREE)
    assert read(f"{name}\n{contents}\n\n{text}") == THREE
    assert headings(f"{name}\n{contents}\n\n{text}")[0].at == 5


@pytest.mark.parametrize("leader", [" ............ 3", "      3", " …………… 3", "\t3"])
def test_entries_with_page_numbers_are_no_items(leader):
    contents = "\n".join(f"§ {number} {title}{leader}" for number, title in THREE)
    text = "\n".join(f"§ {number} {title}\n\n{TEXT}" for number, title in THREE)
    assert read(f"{contents}\n\n{text}") == THREE
    assert headings(f"{contents}\n\n{text}")[0].at == 4


def test_a_list_inside_an_item_holds_no_items():
    steps = "Två steg:\n\n1) Räkna\n2) Jämför\n"
    text = f"1. Öppnande\n\n{TEXT}\n2. Budget\n\n{steps}\n3. Avslut\n\n{TEXT}"
    assert read(text) == THREE


def test_a_dotted_list_inside_an_item_holds_no_items():
    text = (
        f"1. Öppnande\n\n{TEXT}\n2. Budget\n\nArbetet sker så här:\n\n1. Räkna först.\n"
        f"2. Jämför sedan.\n\n3. Avslut\n\n{TEXT}"
    )
    assert read(text) == THREE


def test_where_paragraph_signs_number_the_items_other_numbers_do_not():
    text = f"§ 1 Öppnande\n\n1. Ett\n2. Två\n\n§ 2 Budget\n\n{TEXT}\n§ 3 Avslut\n\n{TEXT}"
    assert read(text) == THREE


def test_an_item_opened_again_is_a_second_item_of_its_number():
    text = "".join(
        f"{number}. {title}\n\n{TEXT}\n{TEXT}\n" for number, title in [*THREE, THREE[1]]
    )
    assert read(text) == [*THREE, ("2", "Budget")]


def test_items_may_begin_at_any_number():
    text = f"§ 77 Öppnande\n\n{TEXT}\n§ 78 Budget\n\n{TEXT}\n§ 80 Avslut\n\n{TEXT}"
    assert read(text) == [("77", "Öppnande"), ("78", "Budget"), ("80", "Avslut")]


def test_half_numbers_stand_between_whole_ones():
    text = "".join(f"{no} {title}\n\n{TEXT}\n" for no, title in
                   [("4", "Öppnande"), ("4 ½", "Budget"), ("5", "Avslut")])  # fmt: skip
    assert read(text) == [("4", "Öppnande"), ("4 ½", "Budget"), ("5", "Avslut")]


def test_each_item_of_two_days_has_its_day():
    text = (
        f"Dag 1\n\n1. Öppnande\n\n{TEXT}\n2. Budget\n\n{TEXT}\n"
        f"Dag 2\n\n3. Avslut\n\n{TEXT}\n2. Budget\n\n{TEXT}"
    )
    assert [(one.number, one.day) for one in headings(text)] == [
        ("1", 1),
        ("2", 1),
        ("3", 2),
        ("2", 2),
    ]


def test_a_single_day_is_not_told():
    assert [one.day for one in headings(f"Dag 1\n\n1. Öppnande\n\n{TEXT}")] == [None]


def test_headings_without_numbers_head_items():
    text = f"# Möte\n\n## Närvarande\n\n- Bo Ek\n\n## Läget\n\n{TEXT}\n## Framåt\n\n{TEXT}"
    assert read(text) == [("", "Läget"), ("", "Framåt")]


def test_text_without_headings_has_no_items():
    assert read(TEXT) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("Budget", "budget", 1.0), ("Budget", "Avslut", 0.0), ("Budget 2023", "Budget", 2 / 3)],
)
def test_titles_are_alike_by_their_words(left, right, expected):
    assert alike(left, right) == expected


def set_apart(paper) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in find_headings(paper, measure(paper))]


def test_a_bold_list_of_decisions_holds_no_items_where_headings_stand_at_the_margin():
    decisions = [bold(f"{number}. Kartan ritas om", 5) for number in (1, 2, 3, 4)]
    paper = word(bold("1. Öppnande"), TEXT, *decisions, TEXT, bold("2. Budget"), TEXT, *decisions)
    assert set_apart(paper) == THREE[:2]


def test_a_list_set_as_the_text_holds_no_items_where_headings_are_marked():
    steps = [plain(f"{number}. Räkna") for number in (2, 3, 4)]
    paper = word(heading("1. Öppnande"), *steps, TEXT, heading("2. Budget"), TEXT)
    assert set_apart(paper) == THREE[:2]


def test_items_that_are_not_set_apart_go_on_after_those_that_are():
    paper = word(bold("1. Öppnande"), TEXT, bold("2. Budget"), TEXT, "3. Avslut", TEXT)
    assert set_apart(paper) == THREE


def test_a_bold_title_goes_on_in_the_next_bold_line_where_the_first_is_full():
    first = (
        "1. Överenskommelse om fördelning av kostnader mellan Salem, Haninge, Tyresö, Huddinge,"
    )
    paper = page(bold(first), bold("Nynäshamn och Botkyrka"), bold("Bakgrund"), TEXT, TEXT)
    assert set_apart(paper) == [("1", f"{first[3:]} Nynäshamn och Botkyrka")]


def test_bold_numbers_with_a_bracket_head_items():
    found = minutes(
        word(
            "Protokoll",
            "Tid: 3 maj 2022",
            bold("1) Öppnande"),
            "Bo Ek hälsar alla välkomna.",
            bold("2) Bryggan"),
            "Bryggan behöver målas.",
        )
    )
    assert [(one.number, one.title) for one in found.items] == [
        ("1", "Öppnande"),
        ("2", "Bryggan"),
    ]


def test_an_item_that_goes_on_the_second_day_is_opened_again():
    text = (
        "Protokoll\n\nTid: 3 maj 2022\n\nDag 1\n\n1. Öppnande\n\nBo Ek hälsar välkommen.\n\n"
        "2. Bryggan\n\nBryggan målas.\n\n3. Båten\n\nBåten ligger på land.\n\nDag 2\n\n"
        "2. Bryggan, fortsättning från i går\n\nFärgen väljs.\n\n4. Övrigt\n\nInget mer."
    )
    told = [(one.number, one.day) for one in typed.minutes(text).items]
    assert told == [("1", 1), ("2", 1), ("3", 1), ("2", 2), ("4", 2)]
