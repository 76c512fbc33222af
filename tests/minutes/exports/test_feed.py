from datetime import UTC, datetime

import time_machine
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from minutes.exports.feed import About, Entry, feed
from tests import atom

ABOUT = About("Beslut, 2022", "/beslut.atom?ar=2022&q=a+b", "/beslut/?ar=2022", "Mötesarkivet")
EARLY, LATE = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 3, 4, tzinfo=UTC)


def read(*entries: Entry) -> etree._Element:
    root = etree.fromstring(feed(ABOUT, entries).encode())
    assert atom.problems(root) == []
    return root


def entry(**fields) -> Entry:
    known = {"key": "/beslut/x", "path": "/beslut/x/", "title": "Att bygga", "html": "<p>Att</p>"}
    dates = {"published": EARLY, "updated": EARLY}
    return Entry(**{**known, **dates, "author": "Ledningsgruppen", **fields})


def test_a_feed_says_what_it_is_and_where():
    root = read(entry())
    assert [atom.text(root, name) for name in ("title", "id", "updated")] == [
        "Beslut, 2022",
        "tag:127.0.0.1,2022:/beslut.atom?ar=2022&q=a+b",
        "2026-01-02T00:00:00+00:00",
    ]
    site = "http://127.0.0.1:8000"
    assert atom.link(root, "self") == f"{site}/beslut.atom?ar=2022&q=a+b"
    assert atom.link(root, "alternate") == f"{site}/beslut/?ar=2022"


def test_an_entry_keeps_its_name_when_its_address_changes():
    (one,) = atom.entries(read(entry(path="/nytt/x/")))
    assert atom.text(one, "id") == "tag:127.0.0.1,2022:/beslut/x"
    assert atom.link(one, "alternate") == "http://127.0.0.1:8000/nytt/x/"


def test_the_feed_is_as_new_as_its_newest_entry():
    root = read(entry(updated=LATE), entry(key="/beslut/y"))
    assert atom.text(root, "updated") == "2026-03-04T00:00:00+00:00"


@time_machine.travel("2026-05-06 11:00 +0000")
def test_an_empty_feed_is_of_today():
    assert atom.text(read(), "updated") == "2026-05-06T00:00:00+02:00"


def test_the_text_is_html_in_a_piece():
    (one,) = atom.entries(read(entry(html="<p>a &amp; b</p>")))
    content = one.find(f"{atom.ATOM}content")
    assert (content.get("type"), content.text) == ("html", "<p>a &amp; b</p>")


ANY_TEXT = st.text(st.characters(blacklist_categories=[]))


@given(ANY_TEXT, ANY_TEXT)
def test_whatever_a_text_holds_the_feed_can_be_read(title, author):
    read(entry(title=title, html=title, author=f"a{author}", categories=(f"a{author}",)))
