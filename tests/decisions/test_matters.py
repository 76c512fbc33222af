import pytest

from decisions.matters import Likeness, Titles, likeness, names_a_matter

SAME = [
    ("Skärgårdstrafik", "Skärgårdstrafiken"),
    ("Nytt utvecklingsprogram", "Antagande av utvecklingsprogrammet"),
    ("Stadga för nästa period", "Ny stadga för perioden"),
    ("Förbundets budget", "Lägesrapport om förbundets budget"),
    ("Trafikplan 2050", "Trafikplan 2050"),
    ("Utvecklingsprogram för kusten", "Utveklingsprogram för kusten"),
]
PARTLY_SAME = [
    ("Gemensam skärgårdstrafik", "Gemensam skärgårdstrafik – ny upphandling"),
    ("Förbundets nya stadga", "Kustens förbund - ny stadga"),
]
OTHER = [
    ("Förbundets budget", "Förbundets stadga"),
    ("Förbundet", "Förbundets budget"),
    ("Trygghet", "Trygghet som fokusområde"),
    ("Trafikplan 2040", "Trafikplan 2050"),
    ("Konferensen", "Konferensen 2026"),
    ("Verksamhetsplan", "Verksamhetsplan"),
    ("Verksamhetsplan och budget 2021", "Verksamhetsplan och budget 2021"),
    ("Aktuella remisser", "Aktuella remisser"),
    ("Övriga frågor", "Övriga frågor"),
    ("Besök av Sjöfartsverket", "Besök av Sjöfartsverket"),
    ("Lägesrapport från ledningsgruppen", "Lägesrapport från ledningsgruppen"),
    ("Karins fråga", "Marins fråga"),
    ("", ""),
    ("2021", "2021"),
    ("–", "Skärgårdstrafik"),
]


@pytest.mark.parametrize(
    ("title", "other", "expected"),
    [
        *((*pair, Likeness.WHOLE) for pair in SAME),
        *((*pair, Likeness.PART) for pair in PARTLY_SAME),
        *((*pair, Likeness.NONE) for pair in OTHER),
    ],
)
def test_titles_are_of_one_matter_if_nothing_tells_them_apart(title, other, expected):
    assert (likeness(title, other), likeness(other, title)) == (expected, expected)


@pytest.mark.parametrize("title", ["Föregående möten", "Kommande möten", "Välkommen", "Övrigt"])
def test_a_heading_of_every_meeting_names_no_matter(title):
    assert not names_a_matter(title)


def test_many_titles_are_compared_as_each_alone():
    pairs = [*SAME, *PARTLY_SAME, *OTHER]
    titles = list(dict.fromkeys(title for pair in pairs for title in pair))
    many = Titles(titles)
    for title in titles:
        alone = {other: found for other in titles if (found := likeness(title, other))}
        assert many.like(title) == alone
