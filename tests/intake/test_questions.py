from dataclasses import replace

from intake.parsing.minutes import ParsedItem, ParsedMinutes, Remark
from intake.questions import open_questions, remark_rows, reopened

FIRST = ParsedItem("4", "Trafik", day=1, lines=(10, 12))
AGAIN = ParsedItem("4", "Trafiken", day=2, lines=(30, 31))
REPEATED = Remark("duplicate-item-number", "Punkt 4 står mer än en gång.", 30)


def test_a_contradiction_asks_and_a_peculiarity_does_not():
    remarks = [
        Remark("weekday-mismatch", "Vilket stämmer?", 3),
        Remark("unknown-organization", "Ankeborg är okänd."),
        Remark("something-new", "En ny sorts anmärkning."),
    ]
    rows = remark_rows(remarks, ParsedMinutes())
    assert rows[0] == {
        "code": "weekday-mismatch", "message": "Vilket stämmer?", "line": 3, "open": True,
    }  # fmt: skip
    assert [row["open"] for row in rows] == [True, False, True]
    assert open_questions(rows) == 2


def test_an_item_is_opened_again_on_another_day_or_under_the_same_title():
    assert reopened(AGAIN, (FIRST,)) == 0
    assert reopened(replace(AGAIN, day=1), (FIRST,)) is None
    assert reopened(replace(AGAIN, day=None), (FIRST,)) is None
    assert reopened(replace(AGAIN, day=None, title="TRAFIK"), (FIRST,)) == 0
    assert reopened(replace(AGAIN, number="5"), (FIRST,)) is None
    assert reopened(ParsedItem("", "Trafik"), (ParsedItem("", "Trafik"),)) is None


def test_it_leads_to_the_latest_of_several():
    assert reopened(replace(AGAIN, day=3), (FIRST, AGAIN)) == 1


def test_a_repeated_number_asks_unless_it_is_explained():
    def asks(item: ParsedItem) -> bool:
        minutes = ParsedMinutes(items=(FIRST, item))
        return remark_rows([REPEATED], minutes)[0]["open"]

    assert not asks(AGAIN)
    assert asks(replace(AGAIN, day=1))
