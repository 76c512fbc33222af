"""Letters of a scanned page, read by tesseract with its Swedish data."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
from functools import cache

from PIL import Image

from intake.text.ocr_image import prepared
from intake.text.ocr_ink import inked
from intake.text.ocr_layout import printed_words
from intake.text.ocr_leaders import without_leaders
from intake.text.ocr_rules import without_rules
from intake.text.ocr_table import boxes_of, lines_of
from intake.text.pace import MORE_SECONDS
from intake.text.ruled import Rules
from intake.text.unreadable import Unreadable
from intake.text.words import Word

LANGUAGE = "swe"  # the English data finds not one å, ä or ö
LAYOUT = "6"  # one block of rows: keeps the cells of a row together, where others part columns
READ_PAGE = ("stdin", "stdout", "-l", LANGUAGE, "--psm", LAYOUT, "tsv")
MOST_SECONDS = MORE_SECONDS  # by the clock for one page; two on an idle machine
ALWAYS = 1.0  # seconds: what a second look at a page may take in any case


@cache
def available() -> bool:
    """Whether scanned pages can be read here: tesseract, and its data for Swedish."""
    if shutil.which("tesseract") is None:
        return False
    try:
        listed = _tesseract("--list-langs").stdout.decode(errors="replace")
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in listed.split()


def recognise(png: bytes, width: float, height: float) -> tuple[list[Word], Rules]:
    """The words of a page image and the rules of its tables, on a page width by height points.

    Rows come out level however the page lay on the glass. Raises Unreadable where tesseract
    fails or takes too long; ask ``available`` first.
    """
    with Image.open(io.BytesIO(png)) as image:
        page, rules = without_rules(prepared(image), width / image.width)
    until = time.monotonic() + MOST_SECONDS
    table = _table(page, MOST_SECONDS)
    page, dots = without_leaders(page, lines_of(table))
    if dots:  # they spoil the words beside them
        table = _table(page, max(ALWAYS, until - time.monotonic()))
    boxes = [*inked(boxes_of(table), page), *dots]
    return printed_words(boxes, width / page.width, height / page.height), rules


def _table(page: Image.Image, seconds: float) -> str:
    out = io.BytesIO()
    page.save(out, "PNG", compress_level=1)
    try:
        run = _tesseract(*READ_PAGE, page=out.getvalue(), seconds=seconds)
    except (OSError, subprocess.TimeoutExpired) as failure:
        raise _failed() from failure
    if run.returncode:
        raise _failed()
    return run.stdout.decode(errors="replace")


def _tesseract(
    *arguments: str, page: bytes = b"", seconds: float = MOST_SECONDS
) -> subprocess.CompletedProcess[bytes]:
    # One thread: more of them only wait for each other on a page.
    return subprocess.run(  # noqa: S603 - fixed words, no shell
        [shutil.which("tesseract") or "tesseract", *arguments],
        input=page,
        capture_output=True,
        timeout=seconds,
        check=False,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )


def _failed() -> Unreadable:
    return Unreadable(
        "ocr-failed",
        "De inskannade sidorna gick inte att läsa. Försök igen, eller lägg in filen med "
        "sökbar text.",
    )
