from datetime import UTC, datetime

import pytest

from minutes.sources import all_lines, current_source, excerpt, sources
from tests.factories import a_document, a_meeting, a_source

pytestmark = pytest.mark.django_db
TEXT = "\n".join(f"\tRad {number}" if number != 3 else "" for number in range(1, 13))


@pytest.fixture
def source():
    return a_source(a_meeting(), TEXT, document=a_document(TEXT), unclaimed=[2])


def test_every_line_is_shown_and_those_nothing_was_made_of_stand_out(source):
    lines = all_lines(source)
    assert [line.number for line in lines] == list(range(1, 13))
    assert [line.number for line in lines if not line.is_claimed] == [2, 3]
    assert lines[0].text == "    Rad 1"


def test_an_excerpt_has_a_little_before_and_after(source):
    lines = excerpt(source, 6, 7)
    assert [line.number for line in lines] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert [line.number for line in lines if line.is_fact] == [6, 7]


def test_there_is_no_excerpt_where_no_line_is_known(source):
    assert excerpt(source, None, None) == []
    assert excerpt(None, 1, 2) == []
    assert all_lines(a_source(text="aldrig läst")) == []


def test_the_source_of_a_meeting_is_its_current_file(source):
    a_source(text="äldre", meeting=source.meeting, is_current=False, revision=2)
    assert current_source(source.meeting) == source
    assert current_source(a_meeting()) is None


def test_a_page_has_it_with_those_before_and_without_their_text(source, django_assert_num_queries):
    before = {1: datetime(2022, 5, 3, tzinfo=UTC), 2: datetime(2022, 6, 3, tzinfo=UTC), 3: None}
    older = [
        a_source(source.meeting, str(at), is_current=False, revision=number + 1, replaced_at=at)
        for number, at in before.items()
    ]
    with django_assert_num_queries(1):
        current, replaced = sources(source.meeting)
        assert (current, replaced) == (source, older[1::-1])
        assert (current.remarks, current.unclaimed) == ([], [2])
    with django_assert_num_queries(1):
        assert all_lines(current) != []
    assert sources(a_meeting()) == (None, [])
