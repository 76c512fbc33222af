import pytest

from intake.parsing.persons import PrintedPerson as Person
from intake.parsing.persons import parse_person, status_of

SALEM = "Salem"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Bo Ek", "Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek", "Salem, ordförande"], Person("Bo Ek", SALEM, roles=("chair",))),
        (["Bo Ek", "Salem", "sekreterare"], Person("Bo Ek", SALEM, roles=("secretary",))),
        (["Bo Ek Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek Salem, ordförande"], Person("Bo Ek", SALEM, roles=("chair",))),
        (["Bo Ek, Salems kommun"], Person("Bo Ek", SALEM)),
        (["Bo Ek (S), Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek", "(S)", "Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek", "S", "Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek (S)"], Person("Bo Ek")),
        (["Bo Ek (S), ordförande"], Person("Bo Ek", roles=("chair",))),
        (["Bo Ek (S) vice ordförande"], Person("Bo Ek", title="vice ordförande")),
        (["Bo", "Ek", "Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek", "Region Stockholm"], Person("Bo Ek", "Region Stockholm")),
        (["Bo Ek", "Södertörns kommunerna"], Person("Bo Ek", "Södertörnskommunerna")),
        (["Eva Berg", "Haninge"], Person("Eva Berg", "Haninge")),
        (["Bo Ek", "kommundirektör"], Person("Bo Ek", title="kommundirektör")),
        (["kommundirektör Bo Ek", "Salem"], Person("Bo Ek", SALEM, title="kommundirektör")),
        (["*Bo Ek*", "Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek", "S Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek", "kommundirektör i Salem"], Person("Bo Ek", SALEM)),
        (["Bo Ek", "Region Stockholm (TRF)"], Person("Bo Ek", "Region Stockholm (TRF)")),
        (
            ["Bo Ek", "Simsällskapet sekreterare"],
            Person("Bo Ek", "Simsällskapet", roles=("secretary",)),
        ),
        (["Bo Ek", "X Salem"], Person("Bo Ek", SALEM, marked=True)),
        (["Bo Ek", "Salem", "Hamnverket"], Person("Bo Ek", SALEM, notes=("Hamnverket",))),
    ],
)
def test_a_row_names_a_person_with_place_and_role(cells, expected):
    assert parse_person(cells) == expected


@pytest.mark.parametrize(
    ("note", "items", "remote"),
    [
        ("endast punkt 2", ("2",), False),
        ("endast punkt 2 och 3", ("2", "3"), False),
        ("fr o m punkt 4", ("4-",), False),
        ("fr o m punkt 4, via Teams", ("4-",), True),
        ("via Teams, fr o m punkt 2", ("2-",), True),
        ("t.o.m. punkt 5", ("-5",), False),
        ("till och med paragraf 4", ("-4",), False),
        ("§ 12-14", ("12-14",), False),
        ("via Teams", None, True),
        ("på distans", None, True),
        ("8:15-11:30", None, False),
        ("ej § 91-97", None, False),
        ("deltar ej den 22 september", None, False),
    ],
)
def test_a_note_limits_a_person_and_is_kept_as_printed(note, items, remote):
    person = parse_person(["Bo Ek", f"Salem, {note}"])
    assert person == Person(
        "Bo Ek", SALEM, items=items, remote=remote, notes=tuple(note.split(", "))
    )


@pytest.mark.parametrize(
    ("note", "items"), [("(t.o.m. p.10)", ("-10",)), ("(punkt 5)", ("5",)), ("(§ 9)", ("9",))]
)
def test_a_limit_may_stand_in_brackets(note, items):
    assert parse_person([f"Bo Ek, Salem {note}"]).items == items


def test_a_chair_for_some_items_keeps_them_as_a_note():
    person = parse_person(["Bo Ek (S), ordförande § 12-14"])
    assert (person.roles, person.items, person.note) == (("chair",), None, "ordförande § 12-14")


@pytest.mark.parametrize(
    "note", ["ersätter Eva Sten", "ersättare för Eva Sten", "tjänstgörande ersättare för Eva Sten"]
)
def test_who_is_replaced_is_a_note_and_nobody(note):
    assert parse_person([f"Bo Ek (S), {note}"]) == Person("Bo Ek", notes=(note,))


@pytest.mark.parametrize("note", ["anmält förhinder", "frånvarande", "(anmält förhinder)"])
def test_who_could_not_come_is_absent(note):
    assert parse_person([f"Bo Ek, Salem, {note}"]).status == "absent"


@pytest.mark.parametrize(
    ("cells", "marked"),
    [
        (["Bo Ek", "Salem", "X"], True),
        (["Bo Ek", "S", "x"], True),
        (["Bo Ek", "S", "1"], True),
        (["Bo Ek", "S", "-"], False),
        (["Bo Ek", "S", "–"], False),
        (["Bo Ek", "S"], None),
    ],
)
def test_a_grid_marks_who_was_there(cells, marked):
    assert parse_person(cells).marked is marked


@pytest.mark.parametrize("cells", [[], [""], ["Salem"], ["Vakant plats"], ["X"], ["12"]])
def test_a_row_without_a_name_is_no_person(cells):
    assert parse_person(cells) is None


@pytest.mark.parametrize(
    ("person", "grid", "expected"),
    [
        (Person("Bo Ek"), False, "present"),
        (Person("Bo Ek", status="absent", marked=True), True, "absent"),
        (Person("Bo Ek", marked=True), True, "present"),
        (Person("Bo Ek", marked=False), True, "absent"),
        (Person("Bo Ek"), True, "absent"),
        (Person("Bo Ek", roles=("secretary",)), True, "present"),
        (Person("Bo Ek", items=("2",)), True, "present"),
    ],
)
def test_the_own_note_counts_before_the_mark_and_the_mark_before_the_label(person, grid, expected):
    assert status_of(person, "present", grid=grid) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Bo Ek", "Hamnverket", "Närvarande"], Person("Bo Ek", "Hamnverket", status="present")),
        (["Bo Ek", "Tjänstgör för Eva Sten"], Person("Bo Ek", notes=("Tjänstgör för Eva Sten",))),
        (["Bo Ek", "Tjänstgörande"], Person("Bo Ek", notes=("Tjänstgörande",))),
    ],
)
def test_a_remark_on_how_one_takes_part_is_no_organization(cells, expected):
    assert parse_person(cells) == expected
