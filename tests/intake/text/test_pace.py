from intake.text import pace


def test_whoever_waits_is_told_of_each_slow_page():
    told: list[str] = []
    pace.at_each_slow_page(lambda: told.append("page"))
    try:
        pace.slow_page_read()
        pace.slow_page_read()
    finally:
        pace.at_each_slow_page(lambda: None)
    assert told == ["page", "page"]
