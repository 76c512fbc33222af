import pytest

from intake.parsing.limits import read_limits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("endast punkt 2", ("2",)),
        ("endast punkt 2 och 3", ("2", "3")),
        ("endast punkterna 2, 3 och 5", ("2", "3", "5")),
        ("punkt 4", ("4",)),
        ("p. 4", ("4",)),
        ("§ 12-14", ("12-14",)),
        ("§§ 12–14", ("12-14",)),
        ("§ 12, § 14", ("12", "14")),
        ("54 §", ("54",)),
        ("52-55 §§", ("52-55",)),
        ("170, 172-184", ("170", "172-184")),
        ("fr o m punkt 4", ("4-",)),
        ("fr.o.m. § 12", ("12-",)),
        ("från och med punkt 4", ("4-",)),
        ("from p 4", ("4-",)),
        ("fr o m punkt 4, via Teams", ("4-",)),
        ("t.o.m. p.10", ("-10",)),
        ("t o m punkt 5", ("-5",)),
        ("till och med paragraf 4", ("-4",)),
        ("fr o m punkt 2 t o m punkt 5", ("2-5",)),
        ("§§ 8-9", ("8-9",)),
    ],
)
def test_a_note_limits_a_person_to_items(text, expected):
    assert read_limits(text) == expected


@pytest.mark.parametrize(
    "text", ["ej § 91-97", "deltar ej punkt 3", "utom § 12", "jäv § 14", "ej närvarande § 12"]
)
def test_what_a_person_missed_names_no_items(text):
    assert read_limits(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "via Teams",
        "kommundirektör",
        "8:15-11:30",
        "fr.o.m. kl 10.15",
        "till och med 3 maj",
        "från Salem",
        "deltar ej den 22 september",
        "",
    ],
)
def test_a_note_without_items_limits_to_none(text):
    assert read_limits(text) is None
