from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from decisions.templatetags.charts import bars, finding
from decisions.yearly import TopicYears, Yearly, by_topic_and_year
from tests.factories import a_decision, a_draft, a_meeting, a_topic, an_item, is_about

pytestmark = pytest.mark.django_db


def decided(day: date, *topics: str, make=a_meeting):
    item = an_item(make(start_date=day))
    decision = a_decision(item)
    for name in topics:
        is_about(name, item, decision)
    return decision


def numbers(chart: Yearly) -> dict[str, list[int | None]]:
    return {row.name: [number for _, number in row.by_year] for row in chart.rows}


@pytest.fixture
def chart(stranger):
    decided(date(2019, 3, 1), "Trygghet", "Remisser")
    decided(date(2021, 3, 1), "Trygghet")
    decided(date(2021, 4, 1), "Trygghet")
    decided(date(2021, 5, 1))
    decided(date(2022, 3, 1), "Remisser")
    return by_topic_and_year(stranger, 2022)


def test_a_decision_counts_for_each_of_its_topics(chart):
    assert chart.years == (2019, 2020, 2021, 2022)
    assert numbers(chart) == {"Trygghet": [1, None, 2, 0], "Remisser": [1, None, 0, 1]}
    assert chart.without_topic.by_year == ((2019, 0), (2020, None), (2021, 1), (2022, 0))


def test_what_leads_and_how_high_a_bar_can_be(chart):
    assert [row.name for row in chart.leading] == ["Trygghet"]
    assert [row.total for row in chart.rows] == [3, 2]
    assert chart.most == 2


def test_one_year_is_no_development(stranger):
    decided(date(2022, 1, 2), "Trygghet")
    decided(date(2022, 11, 2), "Trygghet")
    assert by_topic_and_year(stranger, 2022) is None


def test_without_topics_there_is_nothing_to_compare(stranger):
    decided(date(2021, 1, 2))
    decided(date(2022, 1, 2))
    assert by_topic_and_year(stranger, 2022) is None


def test_only_the_last_ten_years_are_counted(stranger):
    for year in (1993, 2012, 2013, 2022):
        decided(date(year, 12, 31), "Trygghet")
    chart = by_topic_and_year(stranger, 2022)
    assert (chart.years[0], chart.years[-1], chart.rows[0].total) == (2013, 2022, 2)


def test_a_draft_is_counted_for_secretaries_alone(stranger, secretary):
    decided(date(2021, 1, 2), "Trygghet")
    decided(date(2022, 1, 2), "Trygghet")
    decided(date(2022, 1, 3), "Trygghet", make=a_draft)
    assert numbers(by_topic_and_year(stranger, 2022)) == {"Trygghet": [1, 1]}
    assert numbers(by_topic_and_year(secretary, 2022)) == {"Trygghet": [1, 2]}


def test_many_topics_are_charted_in_part_and_told_in_full(stranger):
    names = [f"Ämne {number}" for number in range(10)]
    for name in names:
        a_topic(name)
    decided(date(2021, 1, 2), *names)
    decided(date(2022, 1, 2), "Ämne 9")
    chart = by_topic_and_year(stranger, 2022)
    assert [row.name for row in chart.charted] == ["Ämne 9", *names[:7]]
    assert len(chart.rows) == 10


@pytest.mark.parametrize("rows", [1, 3])
def test_it_is_one_question(rows, django_assert_num_queries):
    for year in range(2020, 2020 + rows):
        decided(date(year, 1, 2), "Trygghet", "Remisser")
    with django_assert_num_queries(1):
        by_topic_and_year(AnonymousUser(), 2022)


def test_bars_stand_on_one_line_and_share_a_scale(chart):
    drawn = bars(chart.rows[1], chart)
    assert [(one.year, one.x, one.y, one.height) for one in drawn["bars"]] == [
        (2019, 1, 20, 20),
        (2022, 31, 20, 20),
    ]
    assert (drawn["width"], drawn["height"]) == (40, 40)


def test_a_chart_is_told_in_a_sentence(chart):
    assert [finding(row) for row in chart.rows] == [
        "3 beslut, som mest 2 på ett år (2021)",
        "2 beslut, som mest 1 på ett år (2019 och 2022)",
    ]


def test_a_small_number_beside_a_large_one_can_still_be_seen():
    row = TopicYears("Trygghet", "trygghet", ((2021, 1), (2022, 900)))
    drawn = bars(row, Yearly((2021, 2022), [row], None))
    assert [one.height for one in drawn["bars"]] == [1, 40]
