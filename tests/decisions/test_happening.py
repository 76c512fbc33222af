import pytest

from decisions.happening import happened
from decisions.models import DecisionKind
from minutes.models import Outcome

TABLE = [
    # outcome, kinds of decisions, words
    ("discussed", [], ["information"]),
    ("discussed", ["decided"], ["beslut"]),
    ("discussed", ["decided", "decided"], ["beslut"]),
    ("discussed", ["recommended"], ["förslag"]),
    ("discussed", ["assigned"], ["uppdrag"]),
    ("discussed", ["noted"], ["till handlingarna"]),
    ("discussed", ["tabled"], ["bordlagt"]),
    ("discussed", ["assigned", "decided"], ["beslut", "uppdrag"]),
    ("tabled", [], ["bordlagt"]),
    ("tabled", ["tabled"], ["bordlagt"]),
    ("tabled", ["assigned"], ["uppdrag", "bordlagt"]),
    ("withdrawn", [], ["utgick"]),
    ("withdrawn", ["decided"], ["beslut", "utgick"]),
]


@pytest.mark.parametrize(("outcome", "kinds", "words"), TABLE)
def test_what_happened_follows_from_the_outcome_and_the_decisions(outcome, kinds, words):
    assert [str(one.label) for one in happened(outcome, kinds)] == words


def test_every_outcome_and_kind_has_words():
    assert {outcome for outcome, *_ in TABLE} == set(Outcome.values)
    assert {kind for _, kinds, _ in TABLE for kind in kinds} == set(DecisionKind.values)
