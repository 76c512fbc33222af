from datetime import date

import pytest

from decisions.models import Topic
from decisions.views import topics
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_topic,
    an_assignment,
    an_item,
    is_about,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db


def read(client, address: str) -> str:
    return Page(client.get(address)).main


def an_item_on(year: int, **fields):
    body = fields.pop("body", None) or a_body()
    return an_item(a_meeting(start_date=date(year, 5, 2), body=body), **fields)


class TestTopics:
    def test_with_what_there_is_of_each(self, as_stranger):
        Topic.objects.exclude(slug="upphandling").delete()
        a_topic("Varor", parent=Topic.objects.get(slug="upphandling"))
        a_topic("Översyn")
        a_topic("Åtgärder")
        item = an_item_on(2022)
        is_about("Upphandling", an_item_on(2019))
        is_about("Upphandling", item, a_decision(item), a_decision(item))
        is_about("Varor", an_item_on(2021))
        is_about("Upphandling", an_item(a_draft()))
        assert read(as_stranger, "/amnen/") == (
            "Ämnen Ämnen föreslås av ett program efter orden i texten och kan rättas av kansliet."
            " 2019–2022 Upphandling 2 punkter och 2 beslut, senast 2 maj 2022"
            " 2021 Varor 1 punkt och inga beslut, senast 2 maj 2021 Uppföljning halvår för halvår"
            " Inte uppe i något möte Åtgärder Översyn"
        )

    def test_none_yet(self, as_stranger):
        Topic.objects.all().delete()
        assert read(as_stranger, "/amnen/") == (
            "Ämnen Inga ämnen är upplagda än. Uppföljning halvår för halvår"
        )


class TestTopic:
    def test_tells_what_happened_each_time(self, as_stranger):
        decided = an_item_on(2021, title="Ny upphandling")
        is_about("Upphandling", decided, a_decision(decided, text="Att upphandla."))
        is_about("Upphandling", an_item_on(2022, title="Läget"))
        is_about("Upphandling", an_item_on(2023, title="Igen", outcome="tabled"))
        last = an_item_on(2024, body=a_body("Samarbetskommittén"), title="Åter", outcome="tabled")
        is_about("Upphandling", last, a_decision(last, text="Att fråga.", kind="assigned"))
        is_about("Upphandling", an_item(a_draft()))
        assert read(as_stranger, "/amnen/upphandling/") == (
            "Ämnen Upphandling Uppe i 4 punkter"
            " 2 maj 2021 – 2 maj 2024 · 3 i Ledningsgruppen och 1 i Samarbetskommittén"
            " Visa bara besluten Visa vad som är utestående Följ ämnet (Atom)"
            " 2024 2 maj 2024 Samarbetskommittén Åter Uppdrag och bordlagt Att fråga."
            " 2023 2 maj 2023 Ledningsgruppen Igen Bordlagt"
            " 2022 2 maj 2022 Ledningsgruppen Läget Information"
            " 2021 2 maj 2021 Ledningsgruppen Ny upphandling Beslut Att upphandla."
        )

    @pytest.mark.parametrize(
        ("kind", "standing", "happened"),
        [
            ("task", "proposed", "Uppdrag"),
            ("reply", "confirmed", "Uppdrag"),
            ("promise", "confirmed", "Information"),
            ("task", "rejected", "Information"),
        ],
    )
    def test_what_the_prose_gives_somebody_to_do_is_told_too(
        self, kind, standing, happened, as_stranger
    ):
        item = an_item_on(2022, title="Läget")
        is_about("Upphandling", item)
        an_assignment(item=item, text="Vera tar fram ett förslag.", kind=kind, standing=standing)
        assert read(as_stranger, "/amnen/upphandling/").endswith(f"Läget {happened}")

    def test_what_was_tabled_leads_to_when_it_was_taken_up_again(self, as_stranger):
        later = an_item_on(2023, title="Gemensam upphandling")
        is_about("Upphandling", later)
        is_about("Upphandling", an_item_on(2022, title="Gemensam upphandling", outcome="tabled"))
        page = Page(as_stranger.get("/amnen/upphandling/"))
        words = "Bordlagd: togs upp igen 2 maj 2023 av Ledningsgruppen."
        assert page.link(words) == later.get_absolute_url()

    def test_of_an_item_about_much_only_the_decisions_about_the_topic_are_told(self, as_stranger):
        item = an_item_on(2022, title="Kommande möten")
        about = a_decision(item, text="Att upphandla.", kind="assigned")
        a_decision(item, text="Att ses i maj.")
        topic = Topic.objects.get(slug="upphandling")
        topic.decision_links.create(decision=about, origin="suggested")
        assert read(as_stranger, "/amnen/upphandling/").endswith(
            "2022 2 maj 2022 Ledningsgruppen Kommande möten Uppdrag Att upphandla."
            " Under punkten finns 1 beslut till."
        )

    @pytest.mark.parametrize("title", ["Gemensam upphandling", "Kommande möten"])
    def test_of_an_item_that_is_itself_about_the_topic_all_decisions_are(self, title, as_stranger):
        item = an_item_on(2022, title=title)
        a_decision(item, text="Att ses i maj.")
        topic = Topic.objects.get(slug="upphandling")
        topic.item_links.create(item=item, origin="suggested")
        assert read(as_stranger, "/amnen/upphandling/").endswith(f"{title} Beslut Att ses i maj.")

    def test_leads_to_the_wider_topic_and_the_narrower_ones(self, as_stranger):
        wider, middle = a_topic("Väg och järnväg"), Topic.objects.get(slug="upphandling")
        a_topic("Varor", parent=middle)
        middle.parent = wider
        middle.save()
        page = Page(as_stranger.get("/amnen/upphandling/"))
        assert page.main.startswith("Ämnen · Väg och järnväg Upphandling Delat i: Varor")
        assert page.link("Varor") == "/amnen/varor/"

    def test_one_never_handled_says_so(self, as_stranger):
        assert read(as_stranger, "/amnen/upphandling/") == (
            "Ämnen Upphandling Ämnet har inte varit uppe i något möte som finns i arkivet."
        )

    def test_many_handlings_are_parted_into_pages(self, as_stranger, monkeypatch):
        monkeypatch.setattr(topics, "HANDLINGS_ON_A_PAGE", 2)
        for year in (2020, 2021, 2022):
            is_about("Upphandling", an_item_on(year))
        words = read(as_stranger, "/amnen/upphandling/?sida=2")
        assert words.split(" (Atom) ")[1] == (
            "2020 2 maj 2020 Ledningsgruppen Lägesrapport Information Föregående sida Sida 2 av 2"
        )
