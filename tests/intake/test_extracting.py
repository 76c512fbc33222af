"""Files read through the child process, in the ordinary way."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from intake import extracting
from intake.confined import Finished
from intake.extracting import extract, page_image
from intake.text import Unreadable, read_bytes
from tests.intake.text.pdf_writer import Sheet, pdf
from tests.intake.text.word_files import docx, para

WORDS = ["Protokoll", "1. Samverkan om lån", "Beslut"]
PAGE = f"<html><body>{''.join(f'<p>{word}</p>' for word in WORDS)}</body></html>".encode()
SHEET = Sheet()
for at, word in enumerate(WORDS):
    SHEET.put(70, 70 + 14 * at, word)
DOCX = docx("".join(map(para, WORDS)))
FILES = {
    "application/pdf": pdf(SHEET),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": docx(
        "".join(map(para, WORDS))
    ),
    "text/html": PAGE,
    "text/plain": "\n".join(WORDS).encode(),
    "text/markdown": "\n".join(["# Protokoll", *WORDS[1:]]).encode(),
}


@pytest.mark.parametrize("media", FILES)
def test_each_kind_is_read(media):
    document = extract(FILES[media])
    assert document.media == media
    assert [line.raw.lstrip("# ") for line in document.lines if line.text] == WORDS


@pytest.mark.parametrize("media", FILES)
def test_the_child_says_what_the_reader_says(media):
    assert extract(FILES[media]) == read_bytes(FILES[media])


def test_no_library_that_opens_files_is_loaded_by_the_server(tmp_path):
    """Even after it has read one of each."""
    program = (
        "import sys; from pathlib import Path; from intake.extracting import extract\n"
        "for path in sys.argv[1:]: extract(Path(path).read_bytes())\n"
        "print(sorted({'pypdfium2', 'lxml', 'PIL', 'zipfile'} & set(sys.modules)))"
    )
    paths = [tmp_path / str(number) for number in range(len(FILES))]
    for path, data in zip(paths, FILES.values(), strict=True):
        path.write_bytes(data)
    command = [sys.executable, "-c", program, *map(str, paths)]
    assert subprocess.run(command, check=True, capture_output=True).stdout == b"[]\n"


def test_what_the_child_refuses_is_refused_here_in_the_same_words():
    for data in (b"PK\x03\x04 cut off", b"%PDF-1.7 cut off"):
        with pytest.raises(Unreadable) as here:
            extract(data)
        with pytest.raises(Unreadable) as there:
            read_bytes(data)
        assert (here.value.code, here.value.sentence) == (
            there.value.code,
            there.value.sentence,
        )


def test_a_page_is_drawn():
    image = page_image(FILES["application/pdf"], 1, dpi=50)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(image[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (413, 584)


def test_a_page_that_is_not_there_is_refused():
    with pytest.raises(Unreadable) as caught:
        page_image(FILES["application/pdf"], 2)
    assert caught.value.code == "no-such-page"


def test_what_has_no_pages_is_not_drawn():
    with pytest.raises(Unreadable):
        page_image(FILES["text/plain"], 1)


GOOD = {"no": 1, "raw": "Protokoll"}
DOCUMENT = {
    "sha256": "",
    "media": "application/pdf",
    "extractor": "",
    "version": 1,
    "pages": [],
    "lines": [GOOD],
    "warnings": [],
}


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"no json",
        b"[" * 100_000,
        b"[]",
        b"{}",
        b'{"unreadable": 1, "sentence": ""}',
        b'{"document": 1}',
        b'{"document": {}}',
        *(
            json.dumps({"document": {**DOCUMENT, "lines": lines}}).encode()
            for lines in (
                [{"no": 2, "raw": "a"}],
                [{"no": 1, "raw": 1}],
                [{"no": 1}],
                [{"no": 1, "raw": "a", "page": "2"}],
                [{"no": 1, "raw": "a", "size": float("nan")}],
                [{"no": 1, "raw": "a", "surprise": 1}],
                [{"no": 1, "raw": "a", "cells": [1]}],
                [GOOD, GOOD],
            )
        ),
        json.dumps({"document": {**DOCUMENT, "surprise": 1}}).encode(),
    ],
)
def test_a_child_that_talks_nonsense_is_not_believed(monkeypatch, answer):
    """A file may take its reader over; what it can say then is a document or a refusal."""
    monkeypatch.setattr(extracting, "run", lambda *_, **__: Finished(answer, 0, 0))
    with pytest.raises(Unreadable) as caught:
        extract(b"%PDF-1.7")
    assert caught.value.code == "reader-output"


LINKS = b"""<html><head><base href="http://192.0.2.1/"><link rel=stylesheet href=a.css>
<script src="http://192.0.2.1/a.js"></script></head><body><p>Protokoll
<img src="http://192.0.2.1/a.png"><iframe src="http://192.0.2.1/"></iframe></body></html>"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("media", [*FILES, "links"])
def test_nothing_connects_to_anywhere(media, tmp_path):
    """R37, seen from the system: not one socket is made, by us or by the child."""
    path, trace = tmp_path / "file", tmp_path / "trace"
    path.write_bytes(FILES.get(media, LINKS))
    program = (
        "import sys; from pathlib import Path; from intake.extracting import extract;"
        "extract(Path(sys.argv[1]).read_bytes())"
    )
    watched = ["strace", "-f", "-e", "trace=socket,connect", "-o", str(trace)]
    subprocess.run([*watched, sys.executable, "-c", program, str(path)], check=True)
    calls = trace.read_text()
    assert [line for line in calls.splitlines() if "AF_INET" in line] == []
    assert "exited with 0" in calls
