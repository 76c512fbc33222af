"""Reads PDF files as a server does, each in its child, and prints the rate.

And what that is made of: the lines against pdfium's own text, and the server's memory.
"""

from __future__ import annotations

import io
import re
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from docx import Document
from docx.shared import Pt

from intake import converting
from intake.confined import run
from intake.extracting import extract
from tests.bench.measure import RUNS, load, rate, report
from tests.bench.texts import typical
from tests.intake.text.pdf_writer import BOLD, REGULAR, Sheet, pdf

FILES, GOAL = 5, 5  # a second, on one core
MOST_TIMES = 8  # what lines may cost, in times of pdfium's own text
MANY, MOST_GROWTH = 200, 5  # files, and MB that the server may grow by meanwhile
PAGES, LINES_ON_PAGE = 4, 44
STRONG = re.compile(r"\d+\. |Beslut")
PRINT = [
    "soffice",
    "-env:UserInstallation=file://{folder}/profile",
    *("--headless", "--convert-to", "pdf", "--outdir", "{folder}/made", "{folder}/file.docx"),
]


@cache
def typical_pdf(number: int) -> bytes:
    """The minutes of ``typical`` on four pages, printed by LibreOffice where it is installed."""
    lines = typical(number).decode().splitlines()
    if converting.available():
        return run(PRINT, _word(lines), converting.LIMITS, "file.docx", "made/file.pdf").output
    starts = range(0, len(lines), LINES_ON_PAGE)
    return pdf(*(_sheet(lines[start : start + LINES_ON_PAGE]) for start in starts))


def _word(lines: list[str]) -> bytes:
    document = Document()
    document.styles["Normal"].font.size = Pt(9)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    for line in lines:
        document.add_paragraph().add_run(line).bold = bool(STRONG.match(line))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _sheet(lines: list[str]) -> Sheet:
    """A page without an office program."""
    sheet = Sheet()
    for row, line in enumerate(lines):
        for column, text in enumerate(line.split("\t")):
            font = BOLD if STRONG.match(line) else REGULAR
            sheet.put(70 + 130 * column, 60 + 16 * row, text, size=10, font=font)
    return sheet


def spent() -> float:
    """Processor seconds of this process and of the children that have ended."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, both))


def reading() -> bool:
    def extract_all(batch: Iterable[bytes]) -> None:
        for data in batch:
            if len(extract(data).pages) != PAGES:
                raise SystemExit("The bench's own file is not of four pages.")

    batch = [typical_pdf(number) for number in range(FILES)]
    rates = rate(extract_all, [batch] * (RUNS + 1), clock=spent)[1:]
    return report("Reading PDF of 4 pages, child included, on one core", rates, GOAL)


def lines() -> bool:
    """What lines with their places cost, against the bare text of the same pages."""
    from pypdfium2 import PdfDocument

    from intake.text.pdf import Pdf

    def bare(data: bytes) -> None:
        document = PdfDocument(data)
        for page in document:
            page.get_textpage().get_text_range()
        document.close()

    data = typical_pdf(0)
    least = _seconds(bare, data)
    ours = _seconds(Pdf().read, data)
    print(
        f"Lines of a PDF: {1000 * ours / PAGES:.1f} ms a page, {ours / least:.1f} times pdfium's"
        f" own text ({1000 * least / PAGES:.1f} ms), median of {RUNS} runs; goal at most"
        f" {MOST_TIMES}; {load()}",
        flush=True,
    )
    return ours <= MOST_TIMES * least


def _seconds(work: Callable[[bytes], object], data: bytes) -> float:
    taken = []
    for _ in range(RUNS + 1):
        start = time.process_time()
        for _ in range(5):
            work(data)
        taken.append((time.process_time() - start) / 5)
    return statistics.median(taken[1:])


def memory() -> bool:
    """How much a process grows that has many files read, after the first ten."""
    files = [typical_pdf(number) for number in range(10)]
    for data in files:
        extract(data)
    before = _resident()
    for number in range(MANY):
        extract(files[number % 10])
    growth = _resident() - before
    print(
        f"Memory of the server: {before:.0f} MB, {growth:+.1f} after {MANY} files; goal at most"
        f" {MOST_GROWTH:+d}",
        flush=True,
    )
    return growth <= MOST_GROWTH


def _resident() -> float:
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found.group(1)) / 1024 if found else 0.0


def main() -> bool:
    return all([reading(), memory(), lines()])
