from datetime import date

import pytest

from decisions.due import in_words

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("status", "day", "text", "words"),
    [
        ("open", date(2026, 3, 2), "före jul", "pågår, klart senast 2 mars 2026"),
        ("open", date(2026, 3, 1), "", "pågår enligt arkivet, skulle vara klart 1 mars 2026"),
        ("open", None, "före jul", "pågår, tid enligt källan:"),
        ("open", None, "", "pågår, ingen tid anges"),
        ("done", date(2026, 3, 1), "", "klart"),
        ("dropped", None, "", "avfört"),
        ("superseded", None, "före jul", "ersatt"),
    ],
)
def test_tells_how_it_stands_and_by_when(status, day, text, words):
    assert in_words(status, day, text, TODAY) == words
