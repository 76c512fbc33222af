import pytest

from intake.parsing.attendance import read_attendances
from intake.parsing.front import read_front
from tests.intake.parsing.printed import word
from tests.intake.typed import front


def read(text: str) -> list[tuple[str, str | None, str]]:
    return [(one.name, one.organization, one.status) for one in read_attendances(front(text))]


def notes(text: str) -> list[tuple[str, tuple[str, ...] | None, str | None]]:
    return [(one.name, one.items, one.note) for one in read_attendances(front(text))]


def roles(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.roles) for one in read_attendances(front(text))]


BOTH = [("Bo Ek", "Salem", "present"), ("Eva Sten", "Haninge", "present")]
NAMELESS = [("Bo Ek", None, "present"), ("Eva Sten", None, "present")]


@pytest.mark.parametrize(
    "text",
    [
        "Deltagare\tBo Ek\tSalem\n\tEva Sten\tHaninge",
        "Deltagare Bo Ek Salem\n Eva Sten Haninge",
        "Deltagare:\nBo Ek, Salem\nEva Sten, Haninge",
        "Närvarande:\n\nBo Ek, Salems kommun\n\nEva Sten, Haninge kommun",
        "Närvarande\n- Bo Ek, Salem\n- Eva Sten, Haninge",
        "Närvarande: Bo Ek, Salem, Eva Sten, Haninge",
        "Narvarande\n- Bo Ek, Salem\n- Eva Sten, Haninge",
        "Deltog: Bo Ek, Salem; Eva Sten, Haninge",
        "Närvarande: Bo Ek (Salem) och Eva Sten (Haninge)",
        "Närvarande: Bo Ek, Salem och Eva Sten, Haninge",
        "Beslutande   Bo Ek (S), Salem\n             Eva Sten (M), Haninge",
        "Ledamöter\nBo Ek (S)    Salem\nEva Sten (M)    Haninge",
        "## Närvarande\n\n- Bo Ek, Salem\n- Eva Sten, Haninge",
        "<b>Deltagare</b>\tBo Ek\tSalem\n\tEva Sten\tHaninge",
        "Närvarande\nSalem: Bo Ek\nHaninge: Eva Sten",
        "Närvarande\n\nSalem\nBo Ek\n\nHaninge\nEva Sten",
        "Deltagare:\nBo Ek,\nSalem\nEva Sten,\nHaninge",
    ],
)
def test_the_layouts_of_minutes_name_the_same_persons(text):
    assert read(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Närvarande: Bo Ek (S), Eva Sten (M)",
        "Närvarande: Bo Ek, Eva Sten",
        "Närvarande: Bo Ek,\nEva Sten",
        "Ledamöter\nBo Ek\n(S)\nEva Sten\n(M)",
    ],
)
def test_names_alone_have_no_organization(text):
    assert read(text) == NAMELESS


@pytest.mark.parametrize(
    "label",
    [
        "Ej närvarande",
        "Frånvarande",
        "Förhinder",
        "Anmält förhinder",
        "Frånvarande ersättare",
        "Saknades",
    ],
)
def test_who_stands_under_a_label_of_absence_was_absent(label):
    assert read(f"Deltagare:\nBo Ek, Salem\n{label}:\nEva Sten, Haninge") == [
        ("Bo Ek", "Salem", "present"),
        ("Eva Sten", "Haninge", "absent"),
    ]


@pytest.mark.parametrize(
    "label",
    ["Ej tjänstgörande ersättare", "Tjänstgörande ersättare", "Övriga deltagare", "Dessutom",
     "Adjungerade", "Övriga närvarande", "Insynsplats", "Ej beslutande", "Med"],
)  # fmt: skip
def test_who_stands_under_another_label_was_present(label):
    assert read(f"{label}:\nBo Ek, Salem") == [("Bo Ek", "Salem", "present")]


def test_who_was_called_is_nobody():
    assert read("Kallade:\nUlf Myr, Tyresö\nNärvarande:\nBo Ek, Salem\nEva Sten, Haninge") == BOTH


def test_the_one_who_is_replaced_is_nobody():
    text = "Ledamöter:\nBo Ek (S), ersätter Ulf Myr (S)\nEva Sten (M) ersättare för Ola Rot (M)"
    assert read(text) == NAMELESS


def test_a_vacant_seat_is_nobody():
    assert read("Ledamöter\nBo Ek\nVakant plats\nEva Sten\nVakant (C)") == NAMELESS


def test_a_wrapped_cell_belongs_to_its_row():
    text = (
        "Deltagare\tBo Ek\tSalem, endast punkt 2\n\t\toch 3\n"
        "\tEva Sten\tSödertörns brandförsvars-\n\t\tförbund"
    )
    found = read_attendances(front(text))
    assert [(one.name, one.organization, one.items, one.lines) for one in found] == [
        ("Bo Ek", "Salem", ("2", "3"), (1, 2)),
        ("Eva Sten", "Södertörns brandförsvarsförbund", None, (3, 4)),
    ]


def test_a_bracket_that_is_open_goes_on_to_the_next_line():
    text = "Deltagare:\nBo Ek, Salem (endast\npunkt 2)\nEva Sten, Haninge"
    assert notes(text) == [("Bo Ek", ("2",), "endast punkt 2"), ("Eva Sten", None, None)]


@pytest.mark.parametrize(
    ("printed", "items", "note"),
    [
        ("Bo Ek, Salem, endast punkt 2", ("2",), "endast punkt 2"),
        ("Bo Ek, Salem (t.o.m. p.10)", ("-10",), "t.o.m. p.10"),
        ("Bo Ek, Salem, §§ 8-9", ("8-9",), "§§ 8-9"),
        ("Bo Ek, Salem, kl. 8:15-11:30", None, "kl. 8:15-11:30"),
        ("Bo Ek, Salem (deltar ej den 22 september)", None, "deltar ej den 22 september"),
    ],
)
def test_a_limit_stands_on_the_own_row(printed, items, note):
    assert notes(f"Deltagare:\n{printed}\nEva Sten, Haninge") == [
        ("Bo Ek", items, note),
        ("Eva Sten", None, None),
    ]


def test_a_list_of_paragraphs_stays_with_its_person():
    text = "Närvarande: Bo Ek (S), Eva Sten (M) §§ 170, 172-184, Ulf Myr (C)"
    assert [(one.name, one.items) for one in read_attendances(front(text))] == [
        ("Bo Ek", None),
        ("Eva Sten", ("170", "172-184")),
        ("Ulf Myr", None),
    ]


def test_a_grid_marks_who_was_there_with_a_cross():
    text = (
        "Namn         Kommun     Närvarande   Frånvarande\n"
        "Bo Ek        Salem      X\n"
        "Eva Sten     Haninge                 X\n"
    )
    assert read(text) == [("Bo Ek", "Salem", "present"), ("Eva Sten", "Haninge", "absent")]


def test_a_grid_marks_who_was_there_with_one_and_dash():
    text = "Ledamöter\nNamn\tParti\t1/-\nBo Ek\tS\t1\nEva Sten\tM\t-\nVakant plats\tC\t-\n"
    assert read(text) == [("Bo Ek", None, "present"), ("Eva Sten", None, "absent")]


def test_roles_are_read_from_the_row_and_from_the_label():
    text = (
        "Ordförande: Bo Ek\nProtokollförare: Eva Sten\n"
        "Ledamöter:\nUlf Myr, vice ordförande\nOla Rot, sekreterare"
    )
    assert roles(text) == [
        ("Bo Ek", ("chair",)),
        ("Eva Sten", ("secretary",)),
        ("Ulf Myr", ()),
        ("Ola Rot", ("secretary",)),
    ]


def test_the_same_person_twice_is_one_row_with_all_that_is_said():
    text = "Ordförande: Bo Ek\nLedamöter:\nBo Ek, Salem\nEva Sten, Haninge"
    assert [(one.name, one.organization, one.roles) for one in read_attendances(front(text))] == [
        ("Bo Ek", "Salem", ("chair",)),
        ("Eva Sten", "Haninge", ()),
    ]


def test_two_persons_of_one_name_from_two_places_are_two():
    assert read("Ledamöter:\nBo Ek, Salem\nBo Ek, Haninge") == [
        ("Bo Ek", "Salem", "present"),
        ("Bo Ek", "Haninge", "present"),
    ]


def test_present_and_absent_are_two_rows():
    assert read("Närvarande: Bo Ek\nFrånvarande: Bo Ek") == [
        ("Bo Ek", None, "present"),
        ("Bo Ek", None, "absent"),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Ulf Myr öppnar mötet och hälsar alla välkomna.",
        "Ola Rot utses att justera dagens anteckningar.",
        "Mötet förklaras öppnat av Ulf Myr.",
    ],
)
def test_prose_is_no_row(prose):
    assert read(f"Deltagare:\nBo Ek, Salem\nEva Sten, Haninge\n\n{prose}") == BOTH


@pytest.mark.parametrize("text", ["Beslutande: Se bilaga", "Närvarande\nEnligt närvarolista"])
def test_a_reference_to_a_list_is_nobody(text):
    assert read(text) == []


def test_column_heads_are_nobody():
    assert read("Närvarande\nNamn\tKommun\nBo Ek\tSalem\nEva Sten\tHaninge") == BOTH


def test_a_row_knows_its_lines():
    found = read_attendances(front("\nDeltagare:\nBo Ek, Salem\nEva Sten, Haninge"))
    assert [one.lines for one in found] == [(3, 3), (4, 4)]


def test_distance_is_said_on_the_own_row_only():
    text = "Deltagare:\nBo Ek, Salem, via Teams\nEva Sten, Haninge"
    assert [one.remote for one in read_attendances(front(text))] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Deltagare\tNils-\tSalem\n\tErik Lind\nFrånvarande\tMoa Ek",
        "Deltagare\tNils-Erik\tSalem\n\tLind\nFrånvarande\tMoa Ek",
        "Deltagare\tNils-Erik\tSalem, endast\n\tLind\tpunkt 2\nFrånvarande\tMoa Ek",
    ],
)
def test_a_name_that_a_narrow_column_broke_is_put_together(text):
    assert read(text) == [("Nils-Erik Lind", "Salem", "present"), ("Moa Ek", None, "absent")]


def test_a_person_in_a_row_of_a_word_file_ends_with_it():
    rows = word("Närvarande", "Bo Ek, Salem, Eva Sten, Haninge", "Ulf Myr Region Stockholm")
    found = [(one.name, one.organization) for one in read_attendances(read_front(rows))]
    assert found == [
        ("Bo Ek", "Salem"),
        ("Eva Sten", "Haninge"),
        ("Ulf Myr", "Region Stockholm"),
    ]


def test_a_label_right_before_a_name_opens_a_list_of_the_same_kind():
    assert read("Ersättare\tBo Ek\nÖvriga närvarande Eva Sten, Haninge") == [
        ("Bo Ek", None, "present"),
        ("Eva Sten", "Haninge", "present"),
    ]


def test_two_persons_side_by_side_are_two():
    assert read("Deltagare\tBo Ek, Salem\tEva Sten (Haninge)\n\tUlf Myr\tNacka, sekreterare") == [
        ("Bo Ek", "Salem", "present"),
        ("Eva Sten", "Haninge", "present"),
        ("Ulf Myr", "Nacka", "present"),
    ]


@pytest.mark.parametrize(
    ("grid", "statuses"),
    [
        ("Namn\tNärvarande\nBo Ek\t☒\nEva Sten\t☐", ["present", "absent"]),
        ("Namn\tNärvarande\nBo Ek\t✓\nEva Sten", ["present", "absent"]),
        (
            "Namn\tNärvarande\tFrånvarande\nBo Ek\t☒\t☐\nEva Sten\t☐\t☒",
            ["present", "absent"],
        ),
        (
            "Namn\tFrånvarande\tNärvarande\nBo Ek\t☐\t☒\nEva Sten\t☒\t☐",
            ["present", "absent"],
        ),
    ],
)
def test_a_ticked_box_is_a_cross_and_the_other_is_none(grid, statuses):
    found = read_attendances(front(grid))
    assert [(one.name, one.status, one.note) for one in found] == [
        (name, status, None) for name, status in zip(("Bo Ek", "Eva Sten"), statuses, strict=True)
    ]
