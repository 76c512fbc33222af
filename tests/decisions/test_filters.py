from datetime import date

import pytest
from django.http import QueryDict

from decisions.filters import DecisionFilter, EntryFilter
from decisions.models import Topic
from people.models import Kind
from tests.factories import (
    a_body,
    a_decision,
    a_draft,
    a_meeting,
    a_topic,
    an_assignment,
    an_attendance,
    an_item,
    an_organization,
    is_about,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(rf, stranger):
    """The FilterSet for a question, as a stranger or somebody else asks it."""

    def asked(question: str = "", user=stranger, listing=DecisionFilter) -> EntryFilter:
        request = rf.get("/")
        request.user = user
        return listing(QueryDict(question), request=request)

    return asked


def found(asked: EntryFilter) -> list[str]:
    return sorted(asked.entries.values_list("decision__text", flat=True))


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
            ("kommun=haninge", ["alla", "namngiven"]),
            ("kommun=haninge&galler=namngiven", ["namngiven"]),
            ("kommun=haninge&galler=alla", ["alla"]),
            ("kommun=haninge&galler=gemensamt", ["gemensamt"]),
            ("kommun=haninge&galler=gemensamt&galler=namngiven", ["gemensamt", "namngiven"]),
            ("kommun=nykvarn", ["alla"]),
            ("galler=namngiven", ["namngiven"]),
            ("galler=alla&galler=gemensamt", ["alla", "gemensamt"]),
            ("", ["alla", "gemensamt", "namngiven"]),
        ],
    )
    def test_the_three_ways_are_kept_apart(self, question, texts, three_ways, ask):
        assert found(ask(question)) == texts

    def test_all_members_are_those_of_the_body_that_decided(self, three_ways, ask):
        nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
        item = an_item(a_meeting())
        a_decision(item, text="med Nacka", concerns="named", organizations=[nacka])
        assert found(ask("kommun=nacka")) == ["med Nacka"]

    def test_a_decision_is_found_once_although_it_names_several(self, three_ways, ask):
        assert found(ask("kommun=haninge&kommun=salem&galler=namngiven")) == ["namngiven"]

    def test_what_is_shown_and_what_there_is_besides_is_counted(self, three_ways, ask):
        shown, besides = ask("kommun=haninge").ways
        assert [(way.name, way.count) for way in shown] == [("namngiven", 1), ("alla", 1)]
        assert [(way.name, way.count) for way in besides] == [("gemensamt", 1)]
        included = "?kommun=haninge&galler=namngiven&galler=alla&galler=gemensamt"
        assert besides[0].included == included

    def test_the_ways_follow_the_other_filters(self, three_ways, ask):
        shown, besides = ask("kommun=haninge&ar=2022&q=alla").ways
        assert [(way.name, way.count) for way in [*shown, *besides]] == [
            ("namngiven", 0),
            ("alla", 1),
            ("gemensamt", 0),
        ]

    def test_without_a_municipality_nothing_is_said_of_ways(self, three_ways, ask):
        assert ask("ar=2022").ways == ([], [])


class TestOthers:
    @pytest.fixture
    def old_and_new(self):
        """A bus in 2018, in the committee; a road in 2022, that somebody has finished."""
        committee = a_body("Samarbetskommittén")
        old = an_item(a_meeting(start_date=date(2018, 3, 1), body=committee), title="Buss")
        new = an_item(a_meeting(start_date=date(2022, 3, 1)), title="Väg")
        a_decision(old, text="gammalt")
        road = a_decision(new, text="nytt")
        an_assignment(road, status="done")
        is_about("Infrastruktur", new, road)

    @pytest.mark.parametrize(
        ("question", "texts"),
        [
            ("ar=2018", ["gammalt"]),
            ("ar=2018&ar=2022", ["gammalt", "nytt"]),
            ("organ=samarbetskommitten", ["gammalt"]),
            ("q=bussen", ["gammalt"]),
            ("q=-bussen", ["nytt"]),
            ("amne=infrastruktur", ["nytt"]),
            ("amne=infrastruktur&amne=kollektivtrafik", ["nytt"]),
            ("amne=infrastruktur&ar=2018", []),
            ("status=klart", ["nytt"]),
            ("status=pagar", []),
            ("status=utan", ["gammalt"]),
            ("status=utan&status=klart", ["gammalt", "nytt"]),
            ("status=utan&q=väg", []),
        ],
    )
    def test_values_of_a_filter_are_alternatives_and_filters_are_not(
        self, question, texts, old_and_new, ask
    ):
        assert found(ask(question)) == texts

    def test_items_and_decisions_are_found_together_or_apart(self, old_and_new, ask):
        kinds = {
            question: sorted(ask(question, listing=EntryFilter).entries.values_list("kind", "pk"))
            for question in ("q=väg", "q=väg&typ=punkt", "q=väg&typ=beslut")
        }
        both = kinds["q=väg"]
        assert [kind for kind, _ in both] == ["decision", "item"]
        assert kinds["q=väg&typ=punkt"] == both[1:]
        assert kinds["q=väg&typ=beslut"] == both[:1]

    @pytest.mark.parametrize(
        "question",
        [
            "ar=x",
            "kommun=%00",
            "amne=finns-inte",
            "galler=allt",
            "q=%00",
            "sort=x",
            "q=" + 201 * "a",
        ],
    )
    def test_what_is_refused_takes_no_part_and_is_told(self, question, three_ways, ask):
        asked = ask(question)
        assert len(found(asked)) == 3
        assert len(asked.form.errors) == 1

    @pytest.mark.parametrize("question", ["typ=punkt", "finns=inte", "efter=x&sida=x", "q=%21"])
    def test_what_nobody_asks_for_changes_nothing(self, question, three_ways, ask):
        asked = ask(question)
        assert (len(found(asked)), asked.form.errors, asked.chips) == (3, {}, [])

    def test_only_what_can_be_found_is_offered(self, three_ways, ask, secretary):
        nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
        draft = a_draft(body=a_body("Direktionen"), start_date=date(2030, 1, 1))
        an_attendance(draft, organization=nacka)
        offered = {name: dict(ask().form.fields[name].choices) for name in ("organ", "ar")}
        assert offered == {"organ": {"ledningsgruppen": "Ledningsgruppen"}, "ar": {"2022": "2022"}}
        assert "nacka" not in dict(ask().form.fields["kommun"].choices)
        assert "nacka" in dict(ask(user=secretary).form.fields["kommun"].choices)


class TestTyped:
    @pytest.mark.parametrize(
        ("typed", "question"),
        [
            ("kommun:haninge", "?kommun=haninge"),
            ("Kommun:HANINGE trafik", "?q=trafik&kommun=haninge"),
            ("trafik kommun:nynäshamn", "?q=trafik&kommun=nynashamn"),
            ('organ:"Ledningsgruppen" år:2022', "?organ=ledningsgruppen&ar=2022"),
            ("ämne:infrastruktur ar:1850", "?q=ar+1850&amne=infrastruktur"),
            ("kommun:gotham", "?q=kommun+gotham"),
            ("kommun:", "?q=kommun%3A"),
        ],
    )
    def test_a_filter_among_the_words_becomes_a_filter(self, typed, question, three_ways, ask):
        data = QueryDict(mutable=True)
        data["q"] = typed
        asked = ask(data.urlencode())
        assert set(asked.query_string()[1:].split("&")) == set(question[1:].split("&"))
        assert asked.form["q"].value() == asked.data["q"]

    def test_it_joins_those_that_are_chosen_already(self, three_ways, ask):
        asked = ask("q=kommun:haninge+kommun:salem&kommun=haninge")
        assert asked.chosen == {"kommun": ["haninge", "salem"]}


class TestWords:
    @pytest.mark.parametrize(
        ("question", "words"),
        [
            ("", ""),
            ("amne=infrastruktur&kommun=haninge&ar=2022", " om infrastruktur, Haninge, 2022"),
            ("amne=sodertornskonferensen", " om Södertörnskonferensen"),
            ("kommun=salem&kommun=haninge", ", Salem eller Haninge"),
            ("q=väg&organ=ledningsgruppen", ", ”väg”, Ledningsgruppen"),
            ("galler=alla", ", Beslut för alla medverkande kommuner"),
        ],
    )
    def test_the_result_in_words(self, question, words, three_ways, ask):
        assert ask(question).result == words

    def test_chips_take_away_one_value_each(self, three_ways, ask):
        asked = ask("kommun=haninge&kommun=salem&galler=alla&ar=2022&sida=2&efter=x")
        assert [(chip.label, chip.value, chip.without) for chip in asked.chips] == [
            ("Kommun", "Haninge", "?kommun=salem&galler=alla&ar=2022"),
            ("Kommun", "Salem", "?kommun=haninge&galler=alla&ar=2022"),
            ("År", "2022", "?kommun=haninge&kommun=salem&galler=alla"),
        ]

    def test_with_its_last_municipality_the_way_goes_too(self, three_ways, ask):
        assert [chip.without for chip in ask("kommun=haninge&galler=alla").chips] == ["?"]

    def test_each_way_out_tells_what_it_gives(self, three_ways, ask):
        asked = ask("kommun=haninge&galler=namngiven&q=gemensamt&ar=2022")
        assert found(asked) == []
        assert [(way.name, way.gives, way.capped) for way in asked.ways_out] == [
            ("q", 1, False),
            ("kommun", 1, False),
            ("ar", 0, False),
        ]
        assert ask("").ways_out == []

    def test_a_topic_in_a_sentence_keeps_a_capital_that_is_part_of_a_name(self):
        names = {topic.slug: topic.name_in_sentence for topic in Topic.objects.all()}
        assert names["tvarforbindelse-sodertorn"] == "tvärförbindelse Södertörn"
        assert names["rufs-och-regional-planering"] == "RUFS och regional planering"
        assert a_topic("Skärgården", terms=["skärgård*"]).name_in_sentence == "skärgården"
