import io
import time
import zipfile

import pytest

from intake.text import Unreadable, read_bytes
from intake.text.kinds import SENTENCES, kind_of, refuse_other_zip

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def a_zip(*names: str, first: tuple[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        if first:
            made.writestr(*first)
        for name in names:
            made.writestr(name, "<a/>", zipfile.ZIP_DEFLATED)
    return out.getvalue()


def an_odf(kind: str) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return a_zip("content.xml", first=("mimetype", mimetype))


def an_ole(*streams: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le") + bytes(64) for name in streams)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n" + b" " * 900 + b"%PDF-1.4", "pdf"),
        (a_zip("word/document.xml"), "zip"),
        (an_odf("text"), "odt"),
        (an_ole("WordDocument"), "doc"),
        (b"{\\rtf1 Bo Ek}", "rtf"),
        (b"\n {\\RTF1 Bo Ek}", "rtf"),
        (b"<!DOCTYPE html><p>Bo Ek", "html"),
        (b"\xef\xbb\xbf\r\n<HTML lang=sv>", "html"),
        (b"<?xml version='1.0'?>\n<!-- a -->\n<!-- b --><html>", "html"),
        ("\ufeff<html><p>Bo Ek".encode("utf-16-le"), "html"),
        (b"<p>Bo Ek</p>", "html"),
        (b"<b>Tid</b> kl 13", "text"),
        (b"Protokoll <html>", "text"),
        (b"%PD", "text"),
        (b"", "text"),
    ],
)
def test_a_kind_is_told_by_the_first_bytes(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"GIF89a", "image"),
        (b"II*\x00", "image"),
        (b"RIFF\x00\x00\x00\x00WEBP", "image"),
        (b"\x00\x00\x00\x18ftypheic", "image"),
        (b"\x7fELF\x02", "program"),
        (b"MZ\x90\x00", "program"),
        (b"\x1f\x8b\x08", "archive"),
        (b"7z\xbc\xaf\x27\x1c", "archive"),
        (b"Rar!\x1a\x07\x00", "archive"),
        (an_odf("spreadsheet"), "spreadsheet"),
        (an_odf("presentation"), "presentation"),
        (an_odf("graphics"), "office-unknown"),
        (an_ole("EncryptedPackage", "WordDocument"), "password"),
        (an_ole("Workbook"), "spreadsheet"),
        (an_ole("PowerPoint Document"), "presentation"),
        (an_ole("__substg1.0_0037001F", "WordDocument"), "mail"),
        (an_ole(), "office-unknown"),
    ],
)
def test_what_is_known_and_not_read_is_refused_in_words(data, code):
    with pytest.raises(Unreadable) as caught:
        kind_of(data)
    assert (caught.value.code, caught.value.sentence) == (code, SENTENCES[code])


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["xl/workbook.xml", "xl/embeddings/word/document.xml"], "spreadsheet"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "presentation"),
        (["Index/Document.iwa"], "pages"),
        (["protokoll.docx", "protokoll.pdf"], "archive"),
        (["protokoll/word/document.xml"], "archive"),
    ],
)
def test_what_is_in_a_zip_tells_what_it_is(names, code):
    with pytest.raises(Unreadable) as caught:
        read_bytes(a_zip(*names))
    assert (caught.value.code, caught.value.sentence) == (code, SENTENCES[code])


def test_a_word_file_may_hold_a_workbook():
    assert refuse_other_zip(["word/document.xml", "word/embeddings/xl/workbook.xml"]) is None


def test_a_spreadsheet_is_told_how_to_be_read():
    assert SENTENCES["spreadsheet"] == (
        "Filen är ett kalkylblad (Excel). Spara protokollet som PDF eller Word (.docx) och"
        " försök igen."
    )


@pytest.mark.parametrize(
    "data", [b"<!---->" * 3000, b"<?xml " * 3000, b" " * 100_000, b"<!--" * 3000, b"<?xml>" * 3000]
)
def test_no_beginning_keeps_it_busy(data):
    start = time.process_time()
    assert kind_of(data) == "text"
    assert time.process_time() - start < 0.1
