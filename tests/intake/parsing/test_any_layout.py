"""Whatever a reader says of bold, columns and paragraphs: minutes, within a bounded time."""

import random
import time
from dataclasses import replace

import pytest

from intake.parsing import parse
from intake.parsing.minutes import ParsedMinutes
from intake.text import read_bytes
from intake.text.document import HEADING, LIST, PARAGRAPH, TABLE_ROW, Cell, Document, Line
from tests.intake.parsing.test_never_raises import MOST_SECONDS, SAMPLES


def laid_out(seed: int) -> Document:
    """A sample whose lines are set at random, as no paper is."""
    chance = random.Random(seed)  # noqa: S311 (damage, not secrets)
    document = read_bytes(chance.choice(SAMPLES))
    often = chance.random()
    lines = [reset(chance, line) if chance.random() < often else line for line in document.lines]
    return replace(document, lines=tuple(lines))


def reset(chance: random.Random, line: Line) -> Line:
    words = line.text.split()
    at = chance.randint(0, len(words))
    parted = tuple(Cell(" ".join(part), 10.0 * at, 90.0) for part in (words[:at], words[at:]))
    return replace(
        line,
        text=chance.choice([line.text, "\t".join(cell.text for cell in parted).strip()]),
        cells=chance.choice([(), line.cells, parted, (Cell(line.text),)]),
        kind=chance.choice([PARAGRAPH, HEADING, LIST, TABLE_ROW]),
        label=chance.choice(["", "", "-", "•"]),
        level=chance.randint(0, 4),
        size=chance.choice([0.0, 8.0, 11.0, 14.0]),
        bold=chance.random() < 0.5,
        italic=chance.random() < 0.2,
        indent=chance.choice([0, 0, 3, 12]),
        block=chance.randint(0, 40),
        soft_wrap=chance.random() < 0.5,
        origin=chance.choice(["text", "ocr"]),
    )


def outcome(seed: int) -> tuple[type, bool]:
    begun = time.process_time()
    return type(parse(laid_out(seed))), time.process_time() - begun < MOST_SECONDS


def test_lines_in_any_setting_are_read():
    outcomes = {seed: outcome(seed) for seed in range(120)}
    assert {seed for seed, one in outcomes.items() if one != (ParsedMinutes, True)} == set()


@pytest.mark.slow
@pytest.mark.parametrize("first", range(1000, 5000, 200))
def test_many_lines_in_any_setting_are_read(first):
    outcomes = {seed: outcome(seed) for seed in range(first, first + 200)}
    assert {seed for seed, one in outcomes.items() if one != (ParsedMinutes, True)} == set()
