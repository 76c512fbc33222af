from io import StringIO

from django.core.management.base import OutputWrapper

from minutes.progress import WIDTH, with_bar


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_written_where_nobody_watches():
    stream = StringIO()
    assert list(with_bar("abc", OutputWrapper(stream))) == ["a", "b", "c"]
    assert stream.getvalue() == ""


def test_a_terminal_shows_how_far_it_is_and_is_left_clean():
    stream = Terminal()
    assert list(with_bar("ab", OutputWrapper(stream))) == ["a", "b"]
    first, second, end = stream.getvalue().split("\r")[1:]
    assert first == "·" * WIDTH + " 0/2"
    assert second == "█" * (WIDTH // 2) + "·" * (WIDTH // 2) + " 1/2"
    assert end == "\033[K"
