import pytest

from intake.parsing.outcome import is_tabled, is_withdrawn
from tests.intake.typed import written


@pytest.mark.parametrize(
    "text",
    [
        "Ärendet bordläggs.",
        "Punkten bordlades till nästa möte.",
        "Bordläggs.",
        "Bordlagd.",
        "Utgår.",
        "Utgick",
        "Ärendet utgick p.g.a. tidsbrist.",
        "Punkten utgår.",
        "Direktionen beslutar att bordlägga ärendet.",
        "att bordlägga frågan.",
        "På grund av tidsbrist bordläggs punkten.",
        "Bo Ek är sjuk. Punkten bordläggs därför.",
    ],
)
def test_an_item_that_was_put_off_is_tabled(text):
    assert is_tabled(written(text)) is True


@pytest.mark.parametrize(
    "text",
    [
        "Övriga punkter bordläggs.",
        "Frågan bordlades vid förra mötet.",
        "Ärendet som bordlades den 3 maj tas upp igen.",
        "Ärendet återremitteras.",
        "Bo Ek, som skulle ha talat, är inställd.",
        "Bo Ek yrkar att ärendet bordläggs.",
        "Avtalet utgår den 3 maj.",
        "Rapporten godkänns.",
        "",
    ],
)
def test_an_item_that_was_handled_is_not(text):
    assert is_tabled(written(text) if text else []) is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ärendet utgick p.g.a. tidsbrist.", True),
        ("Punkten utgår.", True),
        ("Utgår.", True),
        ("Ärendet bordläggs.", False),
        ("Rapporten godkänns.", False),
    ],
)
def test_an_item_that_was_taken_off_is_withdrawn(text, expected):
    assert is_withdrawn(written(text)) is expected
