"""DOC, ODT and RTF by way of LibreOffice."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from intake import converting
from intake.extracting import extract
from intake.text import Unreadable

installed = pytest.mark.skipif(not converting.available(), reason="needs LibreOffice")

WORDS = ["Protokoll", "1. Samverkan om lån", "Beslut"]
RTF = rb"{\rtf1\ansi\ansicpg1252 Protokoll\par 1. Samverkan om l\'e5n\par %s\b Beslut\b0\par}"
NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{0}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def an_odt(body: str, before: str = "") -> bytes:
    """The smallest ODT with that in its body."""
    media = "application/vnd.oasis.opendocument.text"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", media, zipfile.ZIP_STORED)
        made.writestr("META-INF/manifest.xml", MANIFEST.format(media))
        made.writestr(
            "content.xml",
            f'<?xml version="1.0"?>{before}<office:document-content {NAMESPACES}>'
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return out.getvalue()


def paragraphs(*texts: str) -> str:
    return "".join(f"<text:p>{text}</text:p>" for text in texts)


def words(data: bytes) -> list[str]:
    return [line.text for line in extract(data).lines if line.text]


def reason(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        extract(data)
    return caught.value.code


@installed
def test_rtf_is_read_with_its_weight():
    data = RTF % b""
    document = extract(data)
    assert [line.text for line in document.lines if line.text] == WORDS
    assert [line.bold for line in document.lines if line.text] == [False, False, True]
    assert (document.media, document.extractor) == ("application/rtf", "libreoffice+docx")
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@installed
def test_odt_is_read():
    document = extract(an_odt(paragraphs(*WORDS)))
    assert [line.text for line in document.lines if line.text] == WORDS
    assert document.media == "application/vnd.oasis.opendocument.text"


@installed
def test_what_was_deleted_with_tracked_changes_stays_deleted():
    changes = (
        '<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion>'
        "<office:change-info><dc:creator>B</dc:creator><dc:date>2022-01-01T00:00:00</dc:date>"
        "</office:change-info><text:p>hemligt</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
    )
    body = changes + '<text:p>Före <text:change text:change-id="ct1"/>efter</text:p>'
    assert words(an_odt(body)) == ["Före efter"]


@installed
def test_links_to_files_on_the_server_are_not_followed(tmp_path):
    secret = tmp_path / "hemlig.txt"
    secret.write_text("Serverns hemlighet\n")
    section = (
        '<text:section text:name="S"><text:section-source xlink:type="simple"'
        f' xlink:show="embed" xlink:href="{secret.as_uri()}"/>'
        "<text:p>Avsnittet</text:p></text:section>"
    )
    assert words(an_odt(paragraphs("Protokoll") + section)) == ["Protokoll", "Avsnittet"]
    field = (
        rb'{\field{\*\fldinst INCLUDETEXT "%s"}{\fldrslt Avsnittet}}\par ' % str(secret).encode()
    )
    assert "Serverns hemlighet" not in " ".join(words(RTF % field))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGED = {
    "rtf-nested": b"{\\rtf1" + b"{" * 100_000,
    "zip-damaged": an_odt(paragraphs("Protokoll"))[:300],
    "docx-damaged": an_odt("<text:p>"),
    "office-damaged": OLE + "WordDocument".encode("utf-16-le") + bytes(2000),
}


@installed
@pytest.mark.parametrize("code", DAMAGED)
def test_a_damaged_file_is_refused(code):
    assert reason(DAMAGED[code]) == code


def test_without_libreoffice_it_is_said_so(monkeypatch):
    monkeypatch.setattr(converting, "PROGRAMS", "/nowhere")
    with pytest.raises(Unreadable) as caught:
        extract(RTF % b"")
    assert caught.value.code == "no-office"
    assert caught.value.sentence == (
        "Filer av typen rtf kan inte läsas på den här servern, för där saknas LibreOffice."
        " Spara protokollet som PDF eller Word (.docx) och försök igen."
    )


@installed
def test_it_leaves_nothing_behind():
    before = set(Path("/tmp").glob("reading-*"))  # noqa: S108
    words(RTF % b"")
    assert set(Path("/tmp").glob("reading-*")) <= before  # noqa: S108
