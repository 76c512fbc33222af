from datetime import date

import pytest

from tests.factories import (
    a_decision,
    a_draft,
    a_meeting,
    an_item,
    is_about,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db


def read(client, address: str) -> str:
    return Page(client.get(address)).main


class TestTopics:
    def test_with_what_there_is_of_each(self, as_stranger):
        item = an_item(a_meeting(start_date=date(2022, 5, 2)))
        is_about("Upphandling", item, a_decision(item), a_decision(item))
        is_about("Upphandling", an_item(a_draft()))
        words = read(as_stranger, "/amnen/")
        assert " Trygghet 0 0 – Tvärförbindelse Södertörn 0 0 – " in words
        assert " Upphandling 1 2 2 maj 2022 " in words

    def test_its_page_tells_what_happened_each_time(self, as_stranger):
        def an_item_on(year: int, **fields):
            return an_item(a_meeting(start_date=date(year, 5, 2)), **fields)

        decided = an_item_on(2021, title="Ny upphandling")
        is_about("Upphandling", decided, a_decision(decided, text="Att upphandla."))
        is_about("Upphandling", an_item_on(2022, title="Läget"))
        is_about("Upphandling", an_item_on(2023, title="Igen", outcome="tabled"))
        is_about("Upphandling", an_item_on(2024, title="Åter", outcome="withdrawn"))
        is_about("Upphandling", an_item(a_draft()))
        assert read(as_stranger, "/amnen/upphandling/") == (
            "Ämnen Upphandling Uppe 4 gånger Bara besluten"
            " 2024 2 maj 2024 Åter Ledningsgruppen · utgick"
            " 2023 2 maj 2023 Igen Ledningsgruppen · bordlagt"
            " 2022 2 maj 2022 Läget Ledningsgruppen · information"
            " 2021 2 maj 2021 Ny upphandling Ledningsgruppen · beslut Att upphandla."
        )

    def test_one_never_handled_says_so(self, as_stranger):
        words = read(as_stranger, "/amnen/upphandling/")
        assert words.endswith("Ämnet har inte varit uppe i något möte som finns i arkivet.")
