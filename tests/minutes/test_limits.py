import pytest

from minutes.limits import covers, in_words


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (None, ""),
        (["2"], "endast punkt 2"),
        (["2", "3", "5"], "endast punkt 2, 3 och 5"),
        (["4-"], "från punkt 4"),
        (["-5"], "till och med punkt 5"),
        (["8-9"], "endast punkt 8–9"),
        (["2", "6-"], "endast punkt 2, från punkt 6"),
        (["4½-"], "från punkt 4½"),
        (["-"], "punkt -"),
    ],
)
def test_limits_in_words(items, words):
    assert in_words(items) == words


@pytest.mark.parametrize(
    ("items", "number", "answer"),
    [
        (None, "7", True),
        (None, "", True),
        (["2"], "2", True),
        (["2"], "3", False),
        (["4-"], "3", False),
        (["4-"], "12", True),
        (["-5"], "5", True),
        (["-5"], "6", False),
        (["8-9"], "9", True),
        (["2", "6-"], "4", False),
        (["2", "6-"], "10", True),
        (["a"], "a", True),
        (["a"], "b", None),
        (["4-"], "", None),
        (["4½-"], "5", None),
    ],
)
def test_whether_an_item_is_covered_is_said_only_when_it_is_clear(items, number, answer):
    assert covers(items, number) is answer
