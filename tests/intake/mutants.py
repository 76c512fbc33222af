"""Minutes damaged in ten thousand ways, each the same every time.

``python -m tests.intake.mutants FIRST LAST`` reads those of these numbers as the child process
would, and prints a line before each, its number, and one after, what became of it. Many share a
process here, because starting one for each would take most of an hour.
"""

from __future__ import annotations

import json
import random
import signal
import sys
import traceback
from functools import cache
from pathlib import Path

from intake.parsing import parse
from intake.text import Unreadable, read_bytes
from intake.text.stored import document_row, read_document
from tests.intake.text.pdf_writer import Sheet, pdf
from tests.intake.text.word_files import MAIN, cell, docx, packed, para, part, row, table

LONGEST = 20  # seconds that a file may take
SAMPLE = Path(__file__).parents[2] / "intake/samples/2019-04-11-ledningsgruppen.txt"
KINDS = ("pdf", "pdf inside", "docx", "docx inside", "html", "text")
MOST_PLACES = 8


@cache
def rows() -> list[str]:
    return SAMPLE.read_text().splitlines()[:60]


@cache
def base(kind: str) -> bytes:
    """The undamaged file; of an ``inside``, the part that is damaged before it is packed."""
    return {
        "pdf": lambda: pdf(_sheet()),
        "pdf inside": lambda: b"\n".join(_sheet().content),
        "docx": lambda: docx(_body()),
        "docx inside": lambda: part("document", f"<w:body>{_body()}</w:body>"),
        "html": lambda: f"<!doctype html><html><body>{_html()}</body></html>".encode(),
        "text": lambda: "\n".join(rows()).encode(),
    }[kind]()


def _sheet() -> Sheet:
    sheet = Sheet()
    for at, text in enumerate(rows()):
        for column, word in enumerate(text.split("\t")):
            sheet.put(70 + 150 * column, 60 + 12 * at, word, size=10)
    return sheet


def _cells(text: str) -> list[str]:
    return [word.replace("&", "&amp;").replace("<", "&lt;") for word in text.split("\t")]


def _body() -> str:
    return "".join(
        table(row(*map(cell, _cells(text)))) if "\t" in text else para(*_cells(text))
        for text in rows()
    )


def _html() -> str:
    return "".join(
        f"<table><tr>{''.join(f'<td>{word}</td>' for word in _cells(text))}</tr></table>"
        if "\t" in text
        else f"<p>{_cells(text)[0]}</p>"
        for text in rows()
    )


def mutant(number: int) -> tuple[str, bytes]:
    """(its kind, its bytes)."""
    chance = random.Random(number)  # noqa: S311 - the same each time
    kind = KINDS[number % len(KINDS)]
    damage = chance.choice([_flipped, _flipped, _cut, _spliced])
    data = damage(base(kind), chance)
    if kind == "docx inside":
        return kind, packed({MAIN: data})
    if kind == "pdf inside":
        sheet = Sheet()
        sheet.content = [data]
        return kind, pdf(sheet)
    return kind, data


def _flipped(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, MOST_PLACES)):
        made[chance.randrange(len(made))] = chance.choice([0, 255, chance.randrange(256)])
    return bytes(made)


def _cut(data: bytes, chance: random.Random) -> bytes:
    """Without its end, or without a piece of its middle."""
    start, stop = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:start] if chance.random() < 0.5 else data[:start] + data[stop:]


def _spliced(data: bytes, chance: random.Random) -> bytes:
    """With a piece of itself or of another kind put in, perhaps many times."""
    other = base(chance.choice(KINDS))
    start, stop = sorted(chance.randrange(len(other)) for _ in range(2))
    at = chance.randrange(len(data))
    times = chance.choice([1, 1, 1, 2, 50])
    return data[:at] + other[start:stop] * times + data[at:]


def outcome(data: bytes) -> str:
    """What becomes of it: read, the reason why not, or a flaw of ours."""
    try:
        row = json.loads(json.dumps(document_row(read_bytes(data))))
        parse(read_document(row))
    except Unreadable as error:
        return error.code
    except Exception:
        traceback.print_exc()
        return "FLAW"
    return "read"


def main(arguments: list[str]) -> None:
    first, last = map(int, arguments)
    for number in range(first, last):
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        signal.alarm(LONGEST)  # ends the process: a hang is told from a crash by the signal
        sys.stdout.write(f"{outcome(mutant(number)[1])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
