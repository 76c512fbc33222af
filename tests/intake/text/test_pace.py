import pytest

from intake.text import ocr, pace


@pytest.fixture
def told():
    signs: list[str] = []
    pace.at_each_slow_page(lambda: signs.append("sign"))
    yield signs
    pace.at_each_slow_page(lambda: None)


def test_whoever_waits_is_told_when_a_slow_page_is_begun_and_when_it_is_read(told):
    with pace.slow_page():
        assert told == ["sign"]
    assert told == ["sign"] * 2


def test_a_page_that_cannot_be_read_has_its_two_signs_too(told):
    with pytest.raises(ValueError, match="blot"), pace.slow_page():
        raise ValueError("blot")
    assert told == ["sign"] * 2


def test_a_page_may_take_all_its_time_from_the_reader_before_its_second_sign():
    assert ocr.MOST_SECONDS <= pace.MORE_SECONDS
