"""Each page is in the language that was chosen, but for what the minutes say."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from minutes.states import State
from tests.addresses import an_entry
from tests.pages import VOID, Page
from tests.test_pages import pages
from tests.translations import stored

pytestmark = pytest.mark.django_db
READ_ALOUD = {"alt", "aria-label", "placeholder", "title"}
SURE = 7  # letters of its own that a text with places must have to be known again
OUT_OF_MINUTES = re.compile("hemlig|Alla zqx|Plats zqx|Rubrik zqx|Punkt zqx|Att zqx|Rad zqx|snar")
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]")


class Spoken(HTMLParser):
    """The texts of a page as (language, text), also those of attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: set[tuple[str, str]] = set()
        self._open = [""]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        language = dict(attrs).get("lang") or self._open[-1]
        for name, value in attrs:
            if name in READ_ALOUD:
                self._heard(value or "", language)
        if tag not in VOID:
            self._open.append("code" if tag in {"code", "script", "textarea"} else language)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._heard(data, self._open[-1])

    def _heard(self, text: str, language: str) -> None:
        whole = " ".join(text.split())
        for part in {whole, *re.split(r" · |, |: |\. ", whole)}:
            if len(part) > 1:
                self.texts.add((language, part.strip(" ·,:.")))


def phrases(language: str) -> re.Pattern[str]:
    """What the interface says in one language and not in the other."""
    found = set()
    for swedish, english in stored("en"):
        ours, theirs = (english, swedish) if language == "en" else (swedish, english)
        words = PLACE.sub("", ours)
        if ours != theirs and len(words) >= (SURE if words != ours else 2):
            found.add(r".{1,60}".join(map(re.escape, PLACE.split(ours.strip(" ·,:.")))))
    return re.compile("|".join(sorted(found)))


def heard(answer) -> set[tuple[str, str]]:
    return Spoken(answer.content.decode()).texts


@pytest.mark.parametrize("who", ["as_stranger", "as_secretary"])
@pytest.mark.parametrize(("chosen", "other"), [("en", "sv"), ("sv", "en")])
def test_no_page_speaks_the_other_language(who, chosen, other, request):
    client = request.getfixturevalue(who)
    client.cookies["django_language"] = chosen
    known = phrases(other)
    wrong = {
        text: address
        for address, answer in pages(client)
        for language, text in heard(answer)
        if language == chosen and known.fullmatch(text)
    }
    assert wrong == {}


def test_what_minutes_say_is_swedish_on_an_english_page(as_secretary):
    """Marked by its language, so that it is read aloud as what it is."""
    as_secretary.cookies["django_language"] = "en"
    entry = an_entry(State.PUBLIC, "zqx", start_date=date(2021, 3, 4))
    shown = [*entry.pages.values(), *entry.lists]
    answers = {address: as_secretary.get(address) for address in shown}
    wrong = {
        text: address
        for address, answer in answers.items()
        if answer["Content-Type"].startswith("text/html")
        for language, text in heard(answer)
        if language == "en" and OUT_OF_MINUTES.match(text)
    }
    assert wrong == {}


@pytest.mark.parametrize("address", ["/moten/", "/beslut/", "/sok/", "/kommuner/", "/personer/"])
def test_what_is_to_choose_from_is_in_swedish_order(address, as_stranger):
    for number, name in enumerate(("Örby", "Älvby", "Zinkby", "Åby")):
        entry = an_entry(State.PUBLIC, f"mark{number}", start_date=date(2021, 3, 4))
        for row in (entry.meeting.body, entry.organization, entry.person):
            row.name = name
            row.save()
    words = Page(as_stranger.get(address)).main
    places = [words.find(name) for name in ("Zinkby", "Åby", "Älvby", "Örby")]
    assert -1 not in places
    assert places == sorted(places)
