import pytest

from intake.text import MOST_BYTES, Unreadable, read_bytes


def refusal(data: bytes, name: str = "") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, name)
    return caught.value


@pytest.mark.parametrize(
    "data", [b"", b"   \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u200b\u00a0".encode()]
)
def test_an_empty_file_is_refused_as_empty(data):
    error = refusal(data)
    assert (error.code, error.sentence) == (
        "empty",
        "Filen är tom. Kontrollera att rätt fil är vald.",
    )


def test_a_file_over_the_limit_is_refused_with_its_size():
    error = refusal(b"a" * (30 * 1024 * 1024))
    assert (error.code, error.sentence) == (
        "too-large",
        "Filen är 30 MB. Gränsen är 25 MB: dela den eller spara den i mindre format.",
    )


def test_a_file_of_the_limit_itself_is_not_too_large():
    assert refusal(b"a" * MOST_BYTES).code == "too-long"


def test_text_that_speaks_of_pdf_late_is_text():
    assert read_bytes(b"Bo Ek\n" * 300 + b"%PDF-").media == "text/plain"


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("protokoll.pdf", b"Protokoll", "text/plain"),
        ("protokoll.txt", b"# Protokoll", "text/markdown"),
        ("protokoll.md", b"Protokoll", "text/plain"),
        ("protokoll.txt", b"<html><body><p>Protokoll</p></body></html>", "text/html"),
        ("", b"Protokoll", "text/plain"),
    ],
)
def test_the_reader_is_chosen_by_content_and_not_by_name(name, data, media):
    assert read_bytes(data, name).media == media


def test_a_pdf_that_is_called_text_is_still_a_pdf():
    assert refusal(b"%PDF-1.7", "protokoll.txt").code.startswith("pdf-")


def test_bytes_of_no_text_are_refused():
    assert refusal(bytes(range(1, 32)) * 20).code == "binary"


def test_what_only_libreoffice_can_open_is_not_opened_here():
    assert refusal(b"{\\rtf1 Bo Ek}").code == "office-unknown"
