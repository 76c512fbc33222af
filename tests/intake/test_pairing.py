import pytest

from intake.pairing import alike, paired


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["Buss", "Tåg"], ["Buss", "Tåg"], [("Buss", "Buss"), ("Tåg", "Tåg")]),
        (["Buss", "Tåg"], ["Tåg", "Buss"], [("Tåg", "Tåg"), ("Buss", "Buss")]),
        (["Buss"], ["Cykel", "Buss"], [(None, "Cykel"), ("Buss", "Buss")]),
        (["Buss", "Tåg"], ["Buss"], [("Buss", "Buss"), ("Tåg", None)]),
        (["Tåg", "Buss"], ["Buss"], [("Tåg", None), ("Buss", "Buss")]),
        ([], ["Buss"], [(None, "Buss")]),
        (["Buss"], [], [("Buss", None)]),
        (["Att bygga bron i maj."], ["att bygga  bron i juni."], "one pair"),
        (["Buss", "Buss"], ["Buss", "Buss"], [("Buss", "Buss"), ("Buss", "Buss")]),
    ],
)
def test_rows_are_paired_by_likeness_in_the_new_order(old, new, expected):
    if expected == "one pair":
        expected = [(old[0], new[0])]
    assert paired(old, new, alike) == expected


def test_of_two_candidates_the_more_alike_is_taken():
    old = ["Att bygga bron.", "Att bygga broar."]
    new = ["Att bygga broar."]
    assert paired(old, new, alike) == [(old[0], None), (old[1], new[0])]


def test_the_nearest_of_equals_is_taken():
    old = [("a", 1), ("a", 2)]
    new = [("a", 3), ("a", 4)]
    found = paired(old, new, lambda one, other: alike(one[0], other[0]))
    assert found == [(("a", 1), ("a", 3)), (("a", 2), ("a", 4))]
