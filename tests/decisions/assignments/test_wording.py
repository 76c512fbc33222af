from datetime import date

import pytest

from decisions.assignments.wording import citation, due_in_column, due_in_words
from tests.factories import a_decision, a_meeting, an_assignment, an_item, an_organization

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "precision", "words", "column"),
    [
        (date(2027, 3, 3), "day", "senast 3 mars 2027", "3 mar 2027"),
        (date(2027, 3, 31), "month", "mars 2027", "mar 2027"),
        (date(2027, 5, 31), "season", "en årstid, här läst som senast 31 maj 2027", "31 maj 2027"),
        (date(2027, 3, 3), "meeting", "till mötet 3 mars 2027", "3 mar 2027"),
        (None, "meeting", "inför ett möte", ""),
        (None, "", "", ""),
    ],
)
def test_a_due_date_is_told_no_more_exactly_than_it_is_printed(day, precision, words, column):
    one = an_assignment(due_date=day, due_precision=precision)
    assert (due_in_words(one), due_in_column(one)) == (words, column)


class TestCitation:
    @pytest.fixture
    def item(self):
        return an_item(a_meeting(start_date=date(2022, 10, 6)), title="Trafik")

    def test_names_the_decision_and_who_is_to_do_it(self, item):
        haninge = an_organization("Haninge")
        one = an_assignment(a_decision(item), responsible_organization=haninge)
        assert citation(one) == (
            "Södertörnskommunernas ledningsgrupp 2022-10-06, punkt 1, beslut 1, uppdrag: Haninge"
        )

    def test_names_the_item_where_no_decision_says_it(self, item):
        one = an_assignment(item=item, text="Det återkommer.")
        assert citation(one) == (
            "Södertörnskommunernas ledningsgrupp 2022-10-06, punkt 1, uppdrag: oklart vem"
        )
