import pytest

from intake.parsing.places import MUNICIPALITIES, municipality


def test_sweden_has_290_municipalities():
    assert len(MUNICIPALITIES) == 290


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Salem", "Salem"),
        ("SALEM", "Salem"),
        ("Botkyrka kommun", "Botkyrka"),
        ("Botkyrkas kommun", "Botkyrka"),
        ("Vindelns kommun", "Vindeln"),
        ("Tyresö kommuns", "Tyresö"),
        ("Solna stad", "Solna"),
        ("Upplands Väsby kommun", "Upplands Väsby"),
        ("Östra Göinge", "Östra Göinge"),
        ("Borås", "Borås"),
        ("Ek", None),
        ("kommun", None),
        ("", None),
        ("Salem Ek", None),
    ],
)
def test_a_printed_name_means_its_municipality(printed, expected):
    assert municipality(printed) == expected
