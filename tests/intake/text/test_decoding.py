import codecs

import pytest

from intake.text.decoding import decode
from intake.text.unreadable import Unreadable

SENTENCE = "Ärende 4: Åsa Öst hälsar på kaféet"


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    return caught.value.code


@pytest.mark.parametrize(
    ("mark", "encoding", "named"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_a_byte_order_mark_says_the_encoding_and_is_no_text(mark, encoding, named):
    assert decode(mark + SENTENCE.encode(encoding)) == (SENTENCE, named)


def test_text_without_a_mark_is_read_as_utf_8():
    assert decode(SENTENCE.encode()) == (SENTENCE, "utf-8")


def test_what_is_no_utf_8_is_read_as_windows_1252():
    typed = f"{SENTENCE} – ”€5”"
    assert decode(typed.encode("windows-1252")) == (typed, "windows-1252")


def test_latin_1_is_read_through_windows_1252():
    assert decode(SENTENCE.encode("latin-1")) == (SENTENCE, "windows-1252")


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_bytes_that_windows_1252_leaves_undefined_are_refused(byte):
    assert refused(SENTENCE.encode("latin-1") + bytes([byte])) == "encoding"


def test_a_broken_utf_16_file_is_read_as_far_as_it_goes():
    data = codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le") + b"a"
    assert decode(data) == (f"{SENTENCE}\ufffd", "utf-16")


def test_a_file_full_of_nul_bytes_is_no_text():
    assert refused(SENTENCE.encode("utf-16-le")) == "binary"


def test_one_control_character_in_fifty_is_still_text():
    text = "a" * 49 + "\0"
    assert decode(text.encode()) == (text, "utf-8")


def test_more_controls_than_one_in_fifty_are_no_text():
    assert refused(b"a" * 48 + b"\0") == "binary"


@pytest.mark.parametrize("control", ["\t", "\n", "\r", "\f", "\v", "\x1b"])
def test_tabs_line_ends_and_form_feeds_are_no_binary_controls(control):
    text = f"Tid{control}klockan nio"
    assert decode(text.encode()) == (text, "utf-8")


def test_no_bytes_are_no_text_and_no_error():
    assert decode(b"") == ("", "utf-8")
