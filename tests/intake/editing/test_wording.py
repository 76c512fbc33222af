"""What a text that a person takes for a decision says, and where it stands."""

from datetime import date

import pytest

from intake.editing.wording import NoLines, lines_of, stated_in, text_at
from tests import factories

pytestmark = pytest.mark.django_db

SOURCE = """Beslut
• Alla kommuner räknar på sina stråk-
kartor och lämnar svar
senast 1 mars.

Nästa punkt.
"""


def a_source():
    meeting = factories.a_draft(start_date=date(2022, 10, 6))
    return factories.a_source(meeting, SOURCE, document=factories.a_document(SOURCE))


def test_lines_are_joined_as_the_parser_joins_them():
    words = "Alla kommuner räknar på sina stråkkartor och lämnar svar senast 1 mars."
    assert text_at(a_source().meeting, (2, 5)) == words


def test_a_paragraph_is_found_by_as_many_lines_as_its_words_take():
    source = a_source()
    text = text_at(source.meeting, (2, 4))
    assert lines_of(source, text, 2, 6) == (2, 4)
    assert lines_of(source, "Beslut", 1, None) == (1, 1)


def test_lines_without_words_say_so():
    with pytest.raises(NoLines, match="Det står ingenting"):
        text_at(a_source().meeting, (5, 5))
    with pytest.raises(NoLines):
        text_at(factories.a_draft(), (1, 1))


def test_a_text_says_whom_it_concerns_and_by_when():
    meeting = factories.a_draft(start_date=date(2022, 10, 6))
    stated = stated_in("Haninge och Okändby svarar senast 1 mars.", meeting)
    assert stated == {
        "text": "Haninge och Okändby svarar senast 1 mars.",
        "concerns": "named",
        "organizations": [factories.an_organization("Haninge")],
        "due_date": date(2023, 3, 1),
        "due_text": "senast 1 mars",
    }
