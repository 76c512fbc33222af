from datetime import date

import pytest

from minutes.days import typed_day


@pytest.mark.parametrize(
    "text",
    ["2022-10-06", "2022-10-6", "6 oktober 2022", "6 okt 2022", "mötet den 06 Okt. 2022 i Salem"],
)
def test_a_day_as_it_is_typed(text):
    assert typed_day(text) == date(2022, 10, 6)


@pytest.mark.parametrize(
    "text",
    ["", "2022", "oktober 2022", "2022-13-01", "31 februari 2022", "12022-10-06", "6 x 2022"],
)
def test_what_is_no_day(text):
    assert typed_day(text) is None
