"""What each choice would give, compared with the rows themselves."""

import random
from dataclasses import dataclass
from datetime import date

import pytest
from django.http import QueryDict

from decisions.counting import Count
from decisions.filters import DecisionFilter, EntryFilter
from decisions.models import Concerns, Decision, Status, Topic
from people.models import Body, Kind, Organization
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    an_assignment,
    an_item,
    an_organization,
    is_about,
    together,
)

pytestmark = pytest.mark.django_db

TOPICS = ["Infrastruktur", "Kollektivtrafik", "Trygghet"]
NAMES = ["Haninge", "Salem", "Nykvarn"]
STATUSES = {"pagar": "open", "klart": "done", "avfort": "dropped", "ersatt": "superseded"}
WAYS = {"namngiven": "named", "alla": "all_members", "gemensamt": "joint"}
QUESTIONS = [
    "",
    "q=buss",
    "kommun=haninge",
    "kommun=haninge&kommun=salem&galler=gemensamt",
    "galler=namngiven&galler=alla&ar=2021",
    "status=utan&amne=infrastruktur&amne=trygghet",
    "organ=ledningsgruppen&status=pagar&status=utan&kommun=salem",
    "ar=2020&ar=2021&organ=samarbetskommitten&amne=kollektivtrafik&status=klart&kommun=nykvarn",
]


class SmallFilter(DecisionFilter):
    most = 3


@pytest.fixture
def ask(rf, stranger):
    def asked(question: str = "", user=stranger, listing=DecisionFilter) -> EntryFilter:
        request = rf.get("/")
        request.user = user
        return listing(QueryDict(question), request=request)

    return asked


@pytest.fixture
def archive():
    """Decisions of all sorts, and a draft that is like them."""
    chance = random.Random(7)  # noqa: S311
    bodies = [a_body(), a_body("Samarbetskommittén"), a_body("Ensamrådet")]
    bodies[2].members.set([an_organization("Salem")])
    with together():
        for number in range(9):
            make = a_draft if number == 4 else a_meeting
            body, day = chance.choice(bodies), date(2020 + number % 3, 1 + number, 1)
            item = an_item(make(body=body, start_date=day), title=chance.choice(["Buss", "Väg"]))
            for _ in range(3):
                _decide(item, chance)


def _decide(item, chance):
    concerns = chance.choice(Concerns.values)
    named = chance.sample(NAMES, chance.randint(1, 2)) if concerns == "named" else []
    organizations = [an_organization(name) for name in named]
    decision = a_decision(item, text="Att.", concerns=concerns, organizations=organizations)
    for status in chance.sample(Status.values, chance.choice([0, 0, 1, 2])):
        an_assignment(decision, status=status)
    topic = chance.choice(TOPICS)
    if not item.topics.filter(name=topic).exists():
        is_about(topic, item, decision)


@dataclass
class Told:
    """What the rows tell of a decision; slugs, but for ``concerns`` and ``is_bus``."""

    amne: set[str]
    organ: set[str]
    ar: set[str]
    status: set[str]
    concerns: str
    named: set[str]
    members: set[str]
    is_bus: bool

    @classmethod
    def of(cls, decision: Decision) -> "Told":
        meeting = decision.item.meeting
        stored = {one.status for one in decision.assignments.all()}
        return cls(
            amne={one.slug for one in decision.topics.all()},
            organ={meeting.body.slug},
            ar={str(meeting.start_date.year)},
            status={name for name, one in STATUSES.items() if one in stored} or {"utan"},
            concerns=decision.concerns,
            named={one.slug for one in decision.organizations.all()},
            members={one.slug for one in meeting.body.members.all()},
            is_bus=decision.item.title == "Buss",
        )

    def concerned(self, way: str) -> set[str]:
        """Municipalities that it concerns in that way."""
        if way == "namngiven":
            return self.named
        return self.members if self.concerns == WAYS[way] else set()

    def has(self, name: str, value: str, question: QueryDict) -> bool:
        ways = question.getlist("galler") or ["namngiven", "alla"]
        if name == "kommun":
            return any(value in self.concerned(way) for way in ways)
        if name == "galler" and "kommun" in question:
            return not self.concerned(value).isdisjoint(question.getlist("kommun"))
        if name == "galler":
            return self.concerns == WAYS[value]
        return value in getattr(self, name)

    def is_found(self, question: QueryDict, without: str) -> bool:
        """By all filters but one; a way shades a municipality, and goes where that goes."""
        shades = "kommun" in question or without == "kommun"
        gone = {"q", without, *(["galler"] if shades else [])}
        gone |= {"kommun"} if without == "galler" else set()
        return (self.is_bus or "q" not in question) and all(
            any(self.has(name, value, question) for value in question.getlist(name))
            for name in question
            if name not in gone
        )


def expected(question: QueryDict, name: str, values: list[str], rows: list[Told]) -> dict:
    there = [one for one in rows if one.is_found(question, name)]
    counts = {value: sum(one.has(name, value, question) for one in there) for value in values}
    return {v: n for v, n in counts.items() if n or v in question.getlist(name)}


def test_each_value_is_counted_without_its_own_filter(archive, ask):
    every = {
        "kommun": Organization.objects.in_order().values_list("slug", flat=True),
        "galler": list(WAYS),
        "amne": Topic.objects.in_order().values_list("slug", flat=True),
        "organ": Body.objects.in_order().values_list("slug", flat=True),
        "ar": ["2022", "2021", "2020"],
        "status": [*STATUSES, "utan"],
    }
    rows = [Told.of(one) for one in Decision.objects.filter(item__meeting__state="public")]
    for question in QUESTIONS:
        data = QueryDict(question)
        counted = {
            one.name: {v.value: v.count for v in one.values} for one in ask(question).facets
        }
        told = {name: expected(data, name, list(slugs), rows) for name, slugs in every.items()}
        assert counted == told, question


def test_the_number_is_that_of_the_list_and_so_is_each_way_out(archive, ask):
    for question in QUESTIONS:
        asked = ask(question)
        assert asked.count == Count(asked.entries.count()), question
        for way in asked.ways_out:
            assert way.gives == ask(way.without[1:]).entries.count(), (question, way.name)


def test_choosing_a_value_gives_what_it_says(archive, ask):
    for facet in ask("q=buss").facets:
        for value in facet.values:
            chosen = ask(f"q=buss&{facet.name}={value.value}")
            assert chosen.entries.count() == value.count, value


def test_values_stand_in_an_order_that_does_not_change(archive, ask):
    facets = {one.name: [value.label for value in one.values] for one in ask().facets}
    assert facets["ar"] == ["2022", "2021", "2020"]
    assert facets["organ"] == ["Ensamrådet", "Ledningsgruppen", "Samarbetskommittén"]
    assert facets["kommun"][-3:] == ["Salem", "Södertälje", "Tyresö"]
    assert facets["status"] == ["Pågår", "Klart", "Avfört", "Ersatt", "Utan uppdrag"]


def test_a_chosen_value_stays_although_it_gives_nothing(archive, ask):
    asked = ask("q=finnsinte&ar=2021")
    years = next(one for one in asked.facets if one.name == "ar")
    assert [(one.value, one.count, one.chosen) for one in years.values] == [("2021", 0, True)]
    assert asked.count.number == 0


def test_what_is_searched_in_can_be_chosen_where_both_are(archive, ask):
    types = ask("q=buss", listing=EntryFilter).facets[0]
    assert [(one.value, one.count) for one in types.values] == [("punkt", 4), ("beslut", 12)]


def test_of_more_than_are_counted_everything_can_be_chosen_and_nothing_is_told(archive, ask):
    asked = ask("kommun=salem", listing=SmallFilter)
    assert asked.count == Count(3, capped=True)
    facets = {one.name: one for one in asked.facets}
    assert [(one.value, one.count) for one in facets["ar"].values] == [
        ("2022", None),
        ("2021", None),
        ("2020", None),
    ]
    assert {one.capped for one in facets.values()} == {True}
    assert [(way.gives, way.capped) for way in asked.ways_out] == [(3, True)]


def test_a_list_that_nothing_narrows_is_told_to_be_more_than_are_counted(archive, ask):
    asked = ask("", listing=SmallFilter)
    assert asked.count == Count(3, capped=True)
    assert {one.count for facet in asked.facets for one in facet.values} == {None}


def test_what_there_is_without_the_words_is_counted_where_nothing_is_found(
    archive, ask, django_assert_num_queries
):
    found, empty = ask("q=buss&ar=2021"), ask("q=finnsinte&ar=2021")
    for asked in (found, empty):
        _ = asked.asked, asked.facets
    with django_assert_num_queries(1):
        counted = {way.name: way.gives for way in empty.ways_out}
    assert counted == {"q": ask("ar=2021").count.number, "ar": 0}
    assert counted["q"] > 0
    with django_assert_num_queries(0):
        assert {facet.name for facet in found.facets if facet.chosen} == {"ar"}


def test_each_way_of_concerning_a_municipality_has_an_end_of_its_own(archive, ask):
    exact = {way.name: way.count for part in ask("kommun=salem").ways for way in part}
    small = {
        way.name: way for part in ask("kommun=salem", listing=SmallFilter).ways for way in part
    }
    assert max(exact.values()) > 3
    for name, count in exact.items():
        assert (small[name].count, small[name].capped) == (min(count, 3), count > 3)


@pytest.mark.parametrize("listing", [EntryFilter, DecisionFilter])
def test_nothing_of_a_draft_is_counted_or_offered(listing, ask, stranger, secretary):
    nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
    draft = a_draft(body=a_body("Direktionen"), start_date=date(2030, 1, 1))
    decision = a_decision(an_item(draft, title="Buss"), concerns="named", organizations=[nacka])
    an_assignment(decision)
    is_about("Infrastruktur", decision.item, decision)
    values = {user: _listed(ask("q=buss", user, listing)) for user in (stranger, secretary)}
    assert values[stranger] == []
    assert set(values[secretary]) >= {"nacka", "direktionen", "2030", "pagar", "infrastruktur"}
    typed = ask("q=kommun:nacka+organ:direktionen+år:2030", stranger, listing)
    assert list(typed.chosen) == ["q"]


def _listed(asked: EntryFilter) -> list[str]:
    return [value.value for facet in asked.facets for value in facet.values]


def test_who_may_see_nothing_is_told_nothing(archive, ask, settings):
    settings.ARCHIVE_PUBLIC = False
    asked = ask("q=buss&ar=2021")
    assert (asked.count.number, list(asked.entries), _listed(asked)) == (0, [], [])


@pytest.mark.parametrize(
    ("question", "queries"),
    [
        ("", 2),
        ("q=buss", 3),
        ("q=buss+kommun:haninge&ar=2021", 3),
        (
            "q=buss&kommun=haninge&galler=alla&amne=trygghet&ar=2021&status=klart&status=utan",
            3,
        ),
    ],
)
def test_everything_is_counted_in_one_question(question, queries, ask, django_assert_num_queries):
    """One more for what can be chosen, and one for new words."""
    a_decision(an_item(a_meeting(start_date=date(2021, 3, 4)), title="Buss"))
    with django_assert_num_queries(queries):
        asked = ask(question)
        _ = asked.count, asked.order, asked.facets, asked.ways, asked.chips, asked.result
