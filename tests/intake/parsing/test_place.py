import pytest

from intake.parsing.place import read_place, strip_time
from tests.intake.typed import front


@pytest.mark.parametrize(
    "text",
    [
        "Plats: Salen, Tumba",
        "Plats Salen, Tumba",
        "Plats\tSalen, Tumba",
        "Plats och tid    Salen, Tumba, den 3 maj 2022 kl 9.00-11.30",
        "Plats och tid    Salen, Tumba, tisdagen den 3 maj 2022\n    kl 9.00-11.30",
        "Tid och plats: Den 3 maj 2022, kl 9.00-11.30, Salen, Tumba",
        "Tid och plats: Tisdagen den 3 maj 2022 kl 9-11\n    Salen, Tumba",
        "Tid: den 3 maj 2022\nPlats: Salen,\n      Tumba",
        "Plats och tid    Salen, Tumba, den 3 maj 2022 kl 9-11, ajournering kl 10.00-10.15",
        "Lokal: Salen, Tumba",
    ],
)
def test_the_place_is_printed_without_date_and_time(text):
    place, _ = read_place(front(text))
    assert place == "Salen, Tumba"


def test_a_place_knows_its_lines():
    assert read_place(front("Protokoll\n\nPlats: Salen")) == ("Salen", (3, 3))


@pytest.mark.parametrize("text", ["Protokoll", "Tid: kl 9", "Tid och plats: den 3 maj 2022 kl 9"])
def test_without_a_printed_place_there_is_none(text):
    assert read_place(front(text)) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salen kl 9.00-11.30", "Salen"),
        ("Salen, torsdagen den 5 maj 2022, kl 9", "Salen"),
        ("Salen alt Teams", "Salen alt Teams"),
        ("Digitalt möte via Teams", "Digitalt möte via Teams"),
        ("Sal 4, plan 2", "Sal 4, plan 2"),
        ("kl 9.00", ""),
        ("", ""),
    ],
)
def test_time_is_stripped_from_a_place(text, expected):
    assert strip_time(text) == expected
