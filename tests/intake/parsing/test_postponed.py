import pytest

from intake.parsing.postponed import puts_off


@pytest.mark.parametrize(
    "text",
    [
        "Frågan tas upp igen.",
        "Ärendet behandlas på nästa möte.",
        "Detta tas vid nästa möte.",
        "Frågan om kajen tar vi upp igen i höst.",
        "Beslut togs om att skjuta upp frågan till hösten.",
        "att bordlägga ärendet till den 3 oktober",
        "Ärendet återkommer i oktober.",
        "Gruppen får besluta senare.",
    ],
)
def test_a_matter_is_left_to_later(text):
    assert puts_off(text)


@pytest.mark.parametrize(
    "text",
    ["Frågan togs upp av Vera.", "Listan tas fram.", "Kajen byggs upp.", "Vera kommer senare."],
)
def test_what_only_sounds_like_it_is_not(text):
    assert not puts_off(text)
