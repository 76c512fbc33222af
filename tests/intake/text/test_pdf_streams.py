import zlib

import pytest

from intake.text import Unreadable
from intake.text.pdf_streams import MB, MOST_INFLATED, refuse_bomb


def stream(content: bytes, keys: bytes = b"/Filter/FlateDecode", number: int = 1) -> bytes:
    packed = zlib.compress(content)
    return b"%d 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (number, keys, packed)


def refusal(data: bytes) -> str:
    try:
        refuse_bomb(data)
    except Unreadable as error:
        return error.code
    return ""


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (stream(bytes(MB)), False),
        (stream(bytes(MOST_INFLATED + 1)), True),
        (stream(bytes(MOST_INFLATED + 1), b"/Subtype /Image/Filter/FlateDecode"), False),
        (stream(bytes(20 * MB)) * 7, False),
        (stream(bytes(20 * MB)) * 8, True),
        (stream(zlib.compress(bytes(40 * MB)), b"/Filter[/FlateDecode/Fl]"), True),
        (stream(b"", b"/Filter[/FlateDecode/A85/A85/A85]"), True),
        (stream(b"", b"/Filter[/ASCII85Decode/FlateDecode]"), False),
        (b"stream\n" * 50_001, True),
        (b"stream\n" * 50_000, False),
        (b"1 0 obj<</Filter/FlateDecode>>stream\nno deflate", False),
        (b"", False),
    ],
)
def test_what_inflates_too_far_is_refused(data, refused):
    assert refusal(data) == ("pdf-bomb" if refused else "")


def form(number: int, draws: int, times: int) -> bytes:
    keys = b"/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>/Filter/FlateDecode" % draws
    return stream(b"/X Do " * times, keys, number)


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (b"".join(form(at, at + 1, 10) for at in range(1, 5)), False),
        (b"".join(form(at, at + 1, 10) for at in range(1, 6)), True),
        (b"".join(form(at, at + 1, 1) for at in range(1, 300)), False),
        (b"".join(form(at, at + 1, 1) for at in range(1, 3000)), True),
        (form(1, 1, 10), False),
        (form(1, 2, 10) + form(2, 1, 10), False),
    ],
    ids=["some", "many", "a row", "a long row", "itself", "each other"],
)
def test_drawings_that_multiply_are_refused(data, refused):
    assert refusal(data) == ("pdf-bomb" if refused else "")
