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


@pytest.mark.parametrize(
    ("address", "current"),
    [
        ("/uppdrag/", [("page", "/uppdrag/"), ("page", "/uppdrag/")]),
        ("/utestaende/", [("page", "/utestaende/")]),
        ("/uppfoljning/", [("page", "/uppfoljning/")]),
        ("/moten/tackning/", [("true", "/moten/"), ("page", "/moten/tackning/")]),
    ],
)
def test_pages_of_what_falls_between_meetings_lead_to_each_other(address, current, as_stranger):
    page = Page(as_stranger.get(address))
    assert marked(page) == current
    others = ["/uppdrag/", "/utestaende/", "/uppfoljning/", "/moten/tackning/"]
    assert [at for at in range(len(page.links)) if page.links[at : at + 4] == others] != []


def test_the_way_to_them_stands_before_what_the_skip_link_skips(as_stranger):
    page = Page(as_stranger.get("/utestaende/"))
    assert page.text.index("Luckor") < page.text.index(page.main[:40])
    assert "Luckor" not in page.main


def test_the_menu_is_folded_without_a_script(as_stranger):
    folded = [one for one in Page(as_stranger.get("/")).all("details") if one["class"] == "menus"]
    assert folded == [{"class": "menus"}]


def test_a_page_that_is_not_there_lies_in_its_part_too(as_stranger):
    assert marked(Page(as_stranger.get("/moten/finns-inte/"))) == [("true", "/moten/")]
