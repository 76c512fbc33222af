import pytest

from tests.pages import Page


def marked(page: Page) -> list[tuple[str, str]]:
    links = page.all("a")
    return [(link["aria-current"], link["href"]) for link in links if "aria-current" in link]


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/beslut/", [("page", "/beslut/")]),
        ("/beslut/?ar=2022", [("page", "/beslut/")]),
        ("/kommuner/haninge/", [("true", "/kommuner/")]),
        ("/om/", []),
        ("/", []),
    ],
)
def test_the_menu_shows_in_which_part_a_page_lies(address, current, as_stranger):
    assert marked(Page(as_stranger.get(address))) == current


def test_a_page_that_is_not_there_lies_in_its_part_too(as_stranger):
    assert marked(Page(as_stranger.get("/moten/finns-inte/"))) == [("true", "/moten/")]
