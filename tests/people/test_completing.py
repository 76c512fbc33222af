import pytest

from people.completing import completes, nearly_complete, typed_words
from people.names import slug


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("ver", "Vera Lindqvist", True),
        ("lind", "Vera Lindqvist", True),
        ("lind ve", "Vera Lindqvist", True),
        ("ake", "Åke Ek", True),
        ("ÅKE", "Ake Ek", True),
        ("karin", "Anna-Karin Ek", True),
        ("anna-k", "Anna-Karin Ek", True),
        ("qvist", "Vera Lindqvist", False),
        ("vera ek", "Vera Lindqvist", False),
        ("", "Vera Lindqvist", False),
    ],
)
def test_each_typed_word_begins_a_word_of_the_name(typed, name, expected):
    assert completes(typed_words(typed), slug(name)) is expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("gylestad", {"nils-gyllestad": 1}),
        ("gyles", {"nils-gyllestad": 1}),  # still typing
        ("nils gylestad", {"nils-gyllestad": 1}),
        ("nisl gylestad", {"nils-gyllestad": 2}),
        ("yglle", {"nils-gyllestad": 1}),  # the first two exchanged
        ("gyl", {"nils-gyllestad": 0}),
        ("gäl", {}),  # too short for a slip
        ("hyllestad", {}),  # another first letter is another name
        ("gullestatt", {}),
        ("vera gylestad", {}),
    ],
)
def test_a_name_is_nearly_complete_with_a_slip_or_two(typed, expected):
    names = ["nils-gyllestad", "vera-lindqvist"]
    assert nearly_complete(typed_words(typed), names) == expected


def test_nothing_typed_means_nobody():
    assert nearly_complete([], ["nils-gyllestad"]) == {}
