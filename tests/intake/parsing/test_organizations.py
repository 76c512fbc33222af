import pytest

from intake.parsing.organizations import is_organization, organization


@pytest.mark.parametrize(
    "text",
    [
        "Region Stockholm",
        "Stockholms Hamnar",
        "Trafikverket",
        "Södertörns kommunerna",
        "Södertörnskommunerna",
        "Kustens brandförsvarsförbund",
        "Norra kansliet",
    ],
)
def test_a_body_of_people_is_an_organization(text):
    assert is_organization(text) is True


@pytest.mark.parametrize("text", ["Bo Ek", "Nils Lund", "Eva Berg", "Salem", ""])
def test_a_person_or_a_place_is_none(text):
    assert is_organization(text) is False


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Södertörns kommunerna", "Södertörnskommunerna"),
        ("Södertörnskommunerna", "Södertörnskommunerna"),
        ("Botkyrka kommun", "Botkyrka"),
        ("Vindelns kommun", "Vindeln"),
        ("Skogsby kommun", "Skogsby"),
        ("Region Stockholm", "Region Stockholm"),
        ("  Kustens   räddningstjänst, ", "Kustens räddningstjänst"),
    ],
)
def test_an_organization_gets_its_usual_spelling(printed, expected):
    assert organization(printed) == expected
