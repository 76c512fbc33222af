import pytest

from intake.text import MOST_BYTES, Unreadable, read_bytes

FOREIGN = [
    (b"%PDF-1.7\n", "pdf"),
    (b"\n\n" + b" " * 900 + b"%PDF-1.4", "pdf"),
    (b"PK\x03\x04anteckningar.txt", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf1 Bo Ek}", "rtf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff\xe0", "jpeg"),
    (b"GIF89a", "gif"),
    (b"\x7fELF\x02", "elf"),
    (b"MZ\x90\x00", "exe"),
    (b"\x1f\x8b\x08", "gzip"),
]


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


@pytest.mark.parametrize(("data", "media"), FOREIGN)
def test_a_foreign_format_is_refused_by_its_name(data, media):
    error = refusal(data)
    sentence = (
        f"Filer av typen {media} kan inte läsas än. Spara innehållet som text (.txt) och försök "
        "igen."
    )
    assert (error.code, error.sentence) == ("format", sentence)


def test_text_that_speaks_of_pdf_late_is_text():
    assert read_bytes(b"Bo Ek\n" * 300 + b"%PDF-").media == "text/plain"


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("protokoll.pdf", b"Protokoll", "text/plain"),
        ("protokoll.txt", b"# Protokoll", "text/markdown"),
        ("protokoll.md", b"Protokoll", "text/plain"),
        ("", b"Protokoll", "text/plain"),
    ],
)
def test_the_reader_is_chosen_by_content_and_not_by_name(name, data, media):
    assert read_bytes(data, name).media == media


def test_a_pdf_that_is_called_text_is_still_a_pdf():
    assert refusal(b"%PDF-1.7", "protokoll.txt").code == "format"


def test_bytes_of_no_text_are_refused():
    assert refusal(bytes(range(1, 32)) * 20).code == "binary"
