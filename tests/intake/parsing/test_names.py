import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.parsing.names import looks_like_person, split_name
from intake.text.cleaning import squeeze


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bo Ek", ("Bo Ek", None, "")),
        ("Bo Ek, Salem", ("Bo Ek", None, ", Salem")),
        ("Bo Ek Salem", ("Bo Ek", None, " Salem")),
        ("Bo Ek Upplands Väsby", ("Bo Ek", None, " Upplands Väsby")),
        ("kommunchef Bo Ek, Salem", ("Bo Ek", "kommunchef", ", Salem")),
        ("tf kommundirektör Bo Ek", ("Bo Ek", "tf kommundirektör", "")),
        ("Bo Ek (S)", ("Bo Ek", None, " (S)")),
        ("Bo Ek S", ("Bo Ek", None, " S")),
        ("Bo Ek X", ("Bo Ek", None, " X")),
        ("Anna-Lena af Ekmo", ("Anna-Lena af Ekmo", None, "")),
        ("Mats von Sundby Berg Salem", ("Mats von Sundby Berg", None, " Salem")),
        ("Nils Lund", ("Nils Lund", None, "")),
        ("Eva Berg", ("Eva Berg", None, "")),
        ("Léa D'Arc", ("Léa D'Arc", None, "")),
        ("Per-Åke Öst-Älv", ("Per-Åke Öst-Älv", None, "")),
        ("Bo Ek Södertörnskommunerna", ("Bo Ek", None, " Södertörnskommunerna")),
        ("Bo Ek Region Stockholm", ("Bo Ek", None, " Region Stockholm")),
        ("Bo Ek Samordnad varudistribution", ("Bo Ek", None, " Samordnad varudistribution")),
        ("Bo Ek öppnar mötet", ("Bo Ek", None, " öppnar mötet")),
        ("- Bo Ek", ("Bo Ek", None, "")),
    ],
)
def test_a_name_ends_where_the_rest_of_the_row_begins(text, expected):
    assert split_name(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Salem", "Upplands Väsby", "bo ek", "Bo", "kommundirektör", "12 Bo Ek", "…"]
)
def test_without_first_name_and_surname_there_is_no_person(text):
    assert split_name(text) == ("", None, text)


@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek",
        "Bo Ek, Salem",
        "Bo Ek (S), ordförande",
        "Bo Ek ordförande",
        "Bo Ek via Teams",
        "Bo Ek ersätter Eva Sten",
        "Bo Ek fr o m § 4",
        "Bo Ek §§ 4-5",
        "Bo Ek kommundirektör",
    ],
)
def test_a_row_of_attendance_looks_like_a_person(text):
    assert looks_like_person(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "Bo Ek öppnar mötet.",
        "Bo Ek hälsar alla välkomna",
        "Bo Ek och de andra tackar",
        "Eva Sten skriver till Salem, Nacka och Tyresö",
    ],
)
def test_a_sentence_about_a_person_does_not(text):
    assert looks_like_person(text) is False


@pytest.mark.parametrize("text", ["Salem", "Beslut", "salen", "12", ""])
def test_what_begins_with_no_name_does_not(text):
    assert looks_like_person(text) is False


@given(st.text(max_size=60).map(squeeze))
def test_any_text_is_split_without_loss_of_the_name(text):
    name, _, rest = split_name(text)
    assert (name in text, rest in text) == (True, True)
