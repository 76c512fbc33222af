from datetime import date

import pytest

from decisions.filters import DecisionFilter
from decisions.models import Decision, Topic
from people.models import Kind
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_topic,
    an_attendance,
    an_item,
    an_organization,
    is_about,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(rf, stranger):
    """The FilterSet for a question, as a stranger or somebody else asks it."""

    def asked(question: str = "", user=stranger) -> DecisionFilter:
        request = rf.get(f"/beslut/{question}")
        request.user = user
        return DecisionFilter(request.GET, Decision.objects.visible_to(user), request=request)

    return asked


def found(asked: DecisionFilter) -> list[str]:
    return sorted(asked.qs.values_list("text", flat=True))


@pytest.fixture
def three_ways():
    """One decision that names Haninge and Salem, one for all members, one that is joint."""
    item = an_item(a_meeting(start_date=date(2022, 10, 6)), title="Trafik")
    named = [an_organization("Haninge"), an_organization("Salem")]
    a_decision(item, text="namngiven", concerns="named", organizations=named)
    a_decision(item, text="alla", concerns="all_members")
    a_decision(item, text="gemensamt", concerns="joint")


class TestConcern:
    @pytest.mark.parametrize(
        ("question", "texts"),
        [
            ("?kommun=haninge", ["alla", "namngiven"]),
            ("?kommun=haninge&galler=namngiven", ["namngiven"]),
            ("?kommun=haninge&galler=alla", ["alla"]),
            ("?kommun=haninge&galler=gemensamt", ["gemensamt"]),
            ("?kommun=haninge&galler=gemensamt&galler=namngiven", ["gemensamt", "namngiven"]),
            ("?kommun=nykvarn", ["alla"]),
            ("?galler=namngiven", ["namngiven"]),
            ("?galler=alla&galler=gemensamt", ["alla", "gemensamt"]),
            ("", ["alla", "gemensamt", "namngiven"]),
        ],
    )
    def test_the_three_ways_are_kept_apart(self, question, texts, three_ways, ask):
        assert found(ask(question)) == texts

    def test_all_members_are_those_of_the_body_that_decided(self, three_ways, ask):
        nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
        item = an_item(a_meeting())
        a_decision(item, text="med Nacka", concerns="named", organizations=[nacka])
        assert found(ask("?kommun=nacka")) == ["med Nacka"]

    def test_a_decision_is_found_once_although_it_names_several(self, three_ways, ask):
        a_body("Samarbetskommittén")
        assert ask("?kommun=haninge&galler=namngiven").qs.count() == 1

    def test_what_is_shown_and_what_there_is_besides_is_counted(self, three_ways, ask):
        shown, besides = ask("?kommun=haninge").shown_and_besides
        assert [(way.name, way.count) for way in shown] == [("namngiven", 1), ("alla", 1)]
        assert [(way.name, way.count) for way in besides] == [("gemensamt", 1)]
        included = "?kommun=haninge&galler=namngiven&galler=alla&galler=gemensamt"
        assert besides[0].included == included

    def test_the_counts_follow_the_other_filters(self, three_ways, ask):
        asked = ask("?kommun=haninge&ar=2022&q=alla")
        assert asked.counts == {"total": 1, "namngiven": 0, "alla": 1, "gemensamt": 0}

    def test_without_a_municipality_nothing_is_said_of_ways(self, three_ways, ask):
        assert ask("?ar=2022").shown_and_besides == ([], [])


class TestOthers:
    def test_each_filter_finds_its_own(self, ask):
        committee = a_body("Samarbetskommittén")
        old = an_item(a_meeting(start_date=date(2018, 3, 1), body=committee), title="Buss")
        new = an_item(a_meeting(start_date=date(2022, 3, 1)), title="Väg")
        a_decision(old, text="gammalt")
        road = a_decision(new, text="nytt")
        is_about("Infrastruktur", new, road)
        assert found(ask("?ar=2018")) == ["gammalt"]
        assert found(ask("?organ=samarbetskommitten")) == ["gammalt"]
        assert found(ask("?q=bussen")) == ["gammalt"]
        assert found(ask("?amne=infrastruktur")) == ["nytt"]
        assert found(ask("?amne=infrastruktur&ar=2018")) == []

    @pytest.mark.parametrize(
        "question", ["?ar=x", "?kommun=%00", "?amne=finns-inte", "?galler=allt", "?q=%00"]
    )
    def test_what_is_refused_takes_no_part_and_is_told(self, question, three_ways, ask):
        asked = ask(question)
        assert len(found(asked)) == 3
        assert len(asked.form.errors) == 1

    def test_only_what_can_be_found_is_offered(self, three_ways, ask, secretary):
        nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
        draft = a_draft(body=a_body("Direktionen"), start_date=date(2030, 1, 1))
        an_attendance(draft, organization=nacka)
        offered = {name: dict(ask().form.fields[name].choices) for name in ("organ", "ar")}
        assert offered == {
            "organ": {"": "Alla", "ledningsgruppen": "Ledningsgruppen"},
            "ar": {"": "Alla", "2022": "2022"},
        }
        assert "nacka" not in dict(ask().form.fields["kommun"].choices)
        assert "nacka" in dict(ask(user=secretary).form.fields["kommun"].choices)


class TestWords:
    @pytest.mark.parametrize(
        ("question", "words"),
        [
            ("", ""),
            ("?amne=infrastruktur&kommun=haninge&ar=2022", " om infrastruktur, Haninge, 2022"),
            ("?amne=sodertornskonferensen", " om Södertörnskonferensen"),
            ("?q=väg&organ=ledningsgruppen", ", ”väg”, Ledningsgruppen"),
            ("?galler=alla", ", Beslut för alla medverkande kommuner"),
        ],
    )
    def test_the_result_in_words(self, question, words, three_ways, ask):
        assert ask(question).result == words

    def test_chips_take_away_one_filter_each(self, three_ways, ask):
        asked = ask("?kommun=haninge&galler=alla&ar=2022&sida=2")
        assert [(chip.label, chip.value, chip.without) for chip in asked.chips] == [
            ("Kommun", "Haninge", "?ar=2022"),
            ("År", "2022", "?kommun=haninge&galler=alla"),
        ]

    def test_each_way_out_tells_what_it_gives(self, three_ways, ask):
        asked = ask("?kommun=haninge&galler=namngiven&q=gemensamt&ar=2022")
        assert found(asked) == []
        assert [(chip.name, chip.gives) for chip in asked.ways_out] == [
            ("q", 1),
            ("kommun", 1),
            ("ar", 0),
        ]
        assert ask("").ways_out == []

    def test_a_topic_in_a_sentence_keeps_a_capital_that_is_part_of_a_name(self):
        names = {topic.slug: topic.name_in_sentence for topic in Topic.objects.all()}
        assert names["tvarforbindelse-sodertorn"] == "tvärförbindelse Södertörn"
        assert names["rufs-och-regional-planering"] == "RUFS och regional planering"
        assert a_topic("Skärgården", terms=["skärgård*"]).name_in_sentence == "skärgården"
