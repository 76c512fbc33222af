from datetime import date

import pytest

from accounts.models import User
from decisions.models import Answer
from minutes.gaps.models import MentionedMeeting
from people.models import BodyRule
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_person,
    an_assignment,
    an_attendance,
    an_item,
    an_organization,
    is_about,
)
from tests.pages import Page

pytestmark = pytest.mark.django_db
ADDRESS = "/kommuner/salem/introduktion/"
HEADINGS = [
    "Öppna åtaganden",
    "Beslut där kommunens svar saknas",
    "Det här pågår",
    "Beslut det senaste året",
    "Kommande datum",
    "De som företräder kommunen",
    "Gruppens spelregler",
]
HINT = (
    "Beslut som ber alla medverkande kommuner om något, där arkivet inte har något svar från"
    " kommunen."
    " Svar kan ha lämnats utan att arkivet vet det. "
)


@pytest.fixture(autouse=True)
def _in_march(time_machine):
    time_machine.move_to(date(2026, 3, 1))


@pytest.fixture
def salem():
    return an_organization("Salem")


@pytest.fixture
def item():
    """At a meeting of the last twelve months."""
    return an_item(a_meeting(start_date=date(2025, 9, 5)))


def read(client, heading: str) -> str:
    """What stands below a heading."""
    text = Page(client.get(ADDRESS)).main + " Ord som är bra att kunna"
    following = [*HEADINGS, "Ord som är bra att kunna"][HEADINGS.index(heading) + 1]
    return text.partition(f" {heading} ")[2].partition(f" {following}")[0]


def test_where_nothing_is_known_it_says_so(as_stranger):
    assert Page(as_stranger.get(ADDRESS)).main == (
        "Salem Ny i Salem Vad kommunen har åtagit sig, vad som väntar på svar och vad som är på"
        " gång. Så långt arkivet vet den 1 mars 2026."
        " Öppna åtaganden Inget öppet uppdrag vilar på kommunen, utöver de svar som väntas nedan."
        " Beslut där kommunens svar saknas"
        " Inget beslut som ber alla medverkande kommuner om något saknar kommunens svar."
        " Det här pågår Inget ämne har något öppet uppdrag."
        " Beslut det senaste året Arkivet har inga beslut från de senaste tolv månaderna som"
        " namnger kommunen eller gäller alla medverkande."
        " Kommande datum Inget kommande möte nämns i anteckningarna."
        " De som företräder kommunen Ingen person nämns för kommunen."
        " Gruppens spelregler Ingen spelregel är registrerad."
        " Vad frånvaro innebär för ett beslut är därför oklart."
        " Ord som är bra att kunna"
    )


def test_what_is_due_comes_first_and_then_the_latest(as_stranger, salem, item):
    older = an_item(a_meeting(start_date=date(2024, 9, 5)))
    whose = {"responsible_organization": salem}
    an_assignment(item=older, text="Äldre.", due_date=date(2024, 10, 1), **whose)
    an_assignment(item=item, text="Senare.", due_date=date(2026, 5, 1), **whose)
    an_assignment(item=item, text="Snart.", due_date=date(2026, 4, 1), **whose)
    an_assignment(item=item, text="Utan dag.", **whose)
    an_assignment(item=item, text="Klart.", status="done", **whose)
    an_assignment(item=item, text="Nej.", standing="rejected", **whose)
    at, before = "5 sep 2025 Ledningsgruppen", "5 sep 2024 Ledningsgruppen"
    assert read(as_stranger, "Öppna åtaganden") == (
        f"{at} Snart. Pågår, klart senast 1 april 2026"
        f" {at} Senare. Pågår, klart senast 1 maj 2026"
        f" {at} Utan dag. Pågår, ingen tid anges"
        f" {before} Äldre. Pågår enligt arkivet, skulle vara klart 1 oktober 2024"
    )


def test_a_long_list_leads_on_to_all_of_it(as_stranger, salem, item):
    for _ in range(6):
        an_assignment(item=item, text="Uppdrag.", responsible_organization=salem)
    assert read(as_stranger, "Öppna åtaganden").count("Uppdrag.") == 5
    page = Page(as_stranger.get(ADDRESS))
    assert page.link("Alla uppdrag som vilar på kommunen") == "/kommuner/salem/#uppdrag"


class TestAnswers:
    def test_a_decision_for_all_waits_for_an_answer_but_once(self, as_stranger, salem, item):
        decision = a_decision(
            item, text="Alla svarar.", concerns="all_members", due_date=date(2026, 4, 1)
        )
        an_assignment(decision, kind="reply", responsible_organization=salem)
        assert read(as_stranger, "Beslut där kommunens svar saknas") == (
            f"{HINT}senast 1 apr 2026 Alla svarar. Ledningsgruppen 5 september 2025"
        )
        assert "Alla svarar." not in read(as_stranger, "Öppna åtaganden")

    def test_the_next_to_be_answered_comes_first(self, as_stranger, salem, item):
        for text, day in {"A.": None, "B.": date(2026, 5, 1), "C.": date(2026, 4, 1)}.items():
            asking = a_decision(item, text=text, concerns="all_members", due_date=day)
            an_assignment(asking, responsible_organization=salem, due_date=day)
        words = read(as_stranger, "Beslut där kommunens svar saknas")
        assert sorted(["A.", "B.", "C."], key=words.index) == ["C.", "B.", "A."]

    def test_what_is_answered_settled_or_asking_does_not(self, as_stranger, salem, item):
        answered = a_decision(item, concerns="all_members")
        an_assignment(answered, responsible_organization=salem)
        Answer.objects.create(
            decision=answered, organization=salem, text="Ja.", by_id=self.somebody()
        )
        settled = a_decision(item, concerns="all_members")
        an_assignment(settled, responsible_organization=salem, status="done")
        asking = {"due_text": "i vår"}
        a_decision(item, concerns="all_members", kind="noted", **asking)
        a_decision(item, concerns="joint", **asking)
        of_others = an_item(a_meeting(body=a_body("Nätverket")))
        a_decision(of_others, concerns="all_members", **asking)
        assert read(as_stranger, "Beslut där kommunens svar saknas") == (
            "Inget beslut som ber alla medverkande kommuner om något saknar kommunens svar."
        )

    def test_what_asks_nothing_of_it_does_not(self, as_stranger, item):
        a_decision(item, concerns="all_members")
        of_others = a_decision(item, concerns="all_members", due_date=date(2026, 5, 1))
        an_assignment(of_others, responsible_organization=an_organization("Haninge"))
        of_somebody = a_decision(item, concerns="all_members")
        an_assignment(of_somebody, responsible_person=a_person())
        in_words = a_decision(item, concerns="all_members")
        an_assignment(in_words, printed_responsible="Kansliet")
        unlinked = a_decision(
            item, concerns="all_members", responsible_text=["Kansliet"], due_text="i vår"
        )
        later = a_decision(item, concerns="all_members")
        an_assignment(later, kind="postponed")
        turned_down = a_decision(item, concerns="all_members")
        an_assignment(turned_down, standing="rejected")
        assert "Inget beslut" in read(as_stranger, "Beslut där kommunens svar saknas")
        assert unlinked.assignments.count() == 0

    def test_what_nobody_else_is_to_do_asks_all(self, as_stranger, item):
        asks = {"A.": {}, "B.": {"due_date": date(2026, 4, 1)}}
        for text, due in asks.items():
            an_assignment(a_decision(item, text=text, concerns="all_members"), **due)
        a_decision(item, text="C.", concerns="all_members", due_text="i vår")
        words = read(as_stranger, "Beslut där kommunens svar saknas").removeprefix(HINT)
        assert [words.count(text) for text in ("A.", "B.", "C.")] == [1, 1, 1]

    def somebody(self) -> int:
        return User.objects.create_user("ansvarig").pk

    def test_the_answer_of_another_is_not_its_own(self, as_stranger, salem, item):
        decision = a_decision(item, text="Alla svarar.", concerns="all_members")
        other = an_organization("Haninge")
        Answer.objects.create(
            decision=decision, organization=other, text="Ja.", by_id=self.somebody()
        )
        an_assignment(decision, responsible_organization=other, status="done")
        an_assignment(decision, responsible_organization=salem)
        assert "Alla svarar." in read(as_stranger, "Beslut där kommunens svar saknas")


def test_topics_are_counted_by_the_items_that_gave_what_is_open(as_stranger, item):
    other = an_item(a_meeting())
    for one in (item, item, other):
        an_assignment(item=one, text="Uppdrag.")
    is_about("Infrastruktur", item)
    is_about("Infrastruktur", other)
    is_about("Trygghet", other)
    settled = an_item(a_meeting())
    an_assignment(item=settled, text="Klart.", status="done")
    is_about("Remisser", settled)
    assert read(as_stranger, "Det här pågår") == (
        "Ämnen där något uppdrag är öppet, med antalet punkter som gav det."
        " Infrastruktur 2 punkter Trygghet 1 punkt"
    )


def test_of_the_last_year_only_what_concerns_it(as_stranger, salem, item):
    a_decision(item, text="Namnger.", concerns="named", organizations=[salem])
    a_decision(item, text="Alla.", concerns="all_members")
    a_decision(item, text="Gemensamt.", concerns="joint")
    earlier = an_item(a_meeting(start_date=date(2025, 2, 27)))
    a_decision(earlier, text="Förr.", concerns="named", organizations=[salem])
    assert read(as_stranger, "Beslut det senaste året") == (
        "5 sep 2025 Ledningsgruppen Namnger. Lägesrapport"
        " 5 sep 2025 Ledningsgruppen Alla. Lägesrapport"
    )


def test_coming_dates_lead_to_the_line_that_tells_them(as_stranger):
    told = a_meeting(start_date=date(2026, 2, 6))
    MentionedMeeting.objects.create(
        meeting=told,
        body=told.body,
        date=date(2026, 5, 8),
        kind="planned",
        text="Möte.",
        first_line=3,
        last_line=3,
    )
    assert read(as_stranger, "Kommande datum") == (
        "8 maj 2026 Ledningsgruppen enligt anteckningarna från 6 februari 2026"
    )
    link = Page(as_stranger.get(ADDRESS)).link("enligt anteckningarna från")
    assert link == "/moten/ledningsgruppen/2026-02-06/?kalla=1#rad-3"


def test_who_represents_it_is_who_was_named_last_in_each_body(as_stranger, salem):
    before, latest = a_meeting(start_date=date(2025, 1, 9)), a_meeting(start_date=date(2026, 2, 6))
    an_attendance(before, organization=salem, person=a_person("Bo Ek"))
    an_attendance(latest, organization=salem, person=a_person("Vera Lindqvist"))
    an_attendance(latest, organization=salem, person=a_person("Ada Ask"), status="absent")
    other = a_meeting(body=a_body("Samarbetskommittén"), start_date=date(2025, 5, 8))
    an_attendance(other, organization=salem, person=a_person("Kim Al"))
    assert read(as_stranger, "De som företräder kommunen") == (
        "De som nämns för kommunen vid organets senaste möte där någon gör det."
        " Ledningsgruppen 6 feb 2026 Ada Ask, Vera Lindqvist"
        " Samarbetskommittén 8 maj 2025 Kim Al"
    )


def test_the_rules_are_those_of_bodies_that_have_met(as_stranger):
    for name in ("Ledningsgruppen", "Samarbetskommittén"):
        BodyRule.objects.create(
            body=a_body(name),
            from_date=date(2022, 1, 1),
            text="Frånvaro binder.",
            absent_is_bound=True,
        )
    a_meeting()
    a_draft(body=a_body("Samarbetskommittén"))
    assert read(as_stranger, "Gruppens spelregler") == (
        "Ledningsgruppen från 1 januari 2022: ”Frånvaro binder.”"
    )


def test_nothing_of_a_draft_stands_in_it(as_stranger, as_secretary, salem):
    before = Page(as_stranger.get(ADDRESS)).main
    draft = a_draft(start_date=date(2026, 2, 6), next_meeting_date=date(2026, 4, 3))
    item = an_item(draft)
    a_decision(item, text="Hemligt.", concerns="all_members")
    an_assignment(item=item, text="Hemligt uppdrag.", responsible_organization=salem)
    an_attendance(draft, organization=salem, person=a_person("Hemlig Person"))
    is_about("Infrastruktur", item)
    assert Page(as_stranger.get(ADDRESS)).main == before
    shown = Page(as_secretary.get(ADDRESS)).main
    for words in ("Hemligt.", "Hemligt uppdrag.", "Hemlig Person", "3 apr 2026"):
        assert words in shown


@pytest.mark.parametrize("rows", [1, 3])
def test_asks_the_same_however_much_there_is(rows, as_stranger, salem, django_assert_num_queries):
    for number in range(rows):
        meeting = a_meeting(
            start_date=date(2026, 2, number + 1), next_meeting_date=date(2026, 4, number + 1)
        )
        item = an_item(meeting)
        a_decision(item, concerns="all_members")
        a_decision(item, organizations=[salem])
        an_assignment(item=item, text="Uppdrag.", responsible_organization=salem)
        an_attendance(meeting, organization=salem, person=a_person())
        is_about("Infrastruktur", item)
    with django_assert_num_queries(8):
        as_stranger.get(ADDRESS)


def test_only_municipalities_have_one(as_stranger):
    an_attendance(organization=an_organization("Trafikverket", kind="agency"))
    assert as_stranger.get("/kommuner/trafikverket/introduktion/").status_code == 404
