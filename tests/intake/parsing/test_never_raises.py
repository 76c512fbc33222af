"""Whatever the bytes: a Document or Unreadable, and then minutes, within a bounded time.

Damage is done to the sample minutes, seeded so that a failure comes back: `damaged(how, seed)`.
"""

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.parsing import parse
from intake.parsing.minutes import ParsedMinutes
from intake.text import Unreadable, read_bytes
from intake.text.document import Document

ROOT = Path(__file__).parents[3]
SAMPLES = [
    path.read_bytes()
    for path in sorted(
        [*(ROOT / "intake/samples").glob("20*"), *(ROOT / "tests/intake/golden").glob("*.txt")]
    )
]
MOST_SECONDS = 5.0  # of processor time; a sample takes a hundredth of one
MARKS = b" \t\n\f.,:;()-*#|_1230aAB/\xc3"


def flip_bytes(chance: random.Random, data: bytes) -> bytes:
    flipped = bytearray(data)
    for _ in range(chance.randint(1, 60)):
        flipped[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(flipped)


def flip_marks(chance: random.Random, data: bytes) -> bytes:
    flipped = bytearray(data)
    for _ in range(chance.randint(1, 200)):
        flipped[chance.randrange(len(data))] = chance.choice(MARKS)
    return bytes(flipped)


def cut_out(chance: random.Random, data: bytes) -> bytes:
    first, last = sorted(chance.sample(range(len(data)), 2))
    return data[first:last]


def splice(chance: random.Random, data: bytes) -> bytes:
    other = chance.choice(SAMPLES)
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def shuffle_lines(chance: random.Random, data: bytes) -> bytes:
    rows = data.split(b"\n")
    chance.shuffle(rows)
    return b"\n".join(rows)


def repeat_line(chance: random.Random, data: bytes) -> bytes:
    rows = data.split(b"\n")
    at = chance.randrange(len(rows))
    return b"\n".join([*rows[:at], *[rows[at]] * chance.randint(2, 300), *rows[at:]])


def lengthen_line(chance: random.Random, data: bytes) -> bytes:
    rows = data.split(b"\n")
    at = chance.randrange(len(rows))
    between = chance.choice([b"", b" ", b", ", b"\t", b". "])
    rows[at] = between.join([rows[at]] * chance.randint(2, 200))[:4000]
    return b"\n".join(rows)


def join_lines(chance: random.Random, data: bytes) -> bytes:
    return data.replace(b"\n", chance.choice([b"", b" ", b", ", b"\t"]))


def shuffle_words(chance: random.Random, data: bytes) -> bytes:
    words = data.split()
    chance.shuffle(words)
    return b" ".join(words).replace(b". ", b".\n")


DAMAGES = {
    damage.__name__: damage
    for damage in (
        flip_bytes,
        flip_marks,
        cut_out,
        splice,
        shuffle_lines,
        repeat_line,
        lengthen_line,
        join_lines,
        shuffle_words,
    )
}


def damaged(how: str, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 (damage, not secrets)
    return DAMAGES[how](chance, chance.choice(SAMPLES))


def twice_damaged(seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 (damage, not secrets)
    data = chance.choice(SAMPLES)
    for how in chance.choices(list(DAMAGES), k=2):
        data = DAMAGES[how](chance, data) if len(data) > 2 else data
    return data


def outcome(data: bytes) -> tuple[type, bool]:
    """What becomes of the bytes, and whether in time."""
    begun = time.process_time()
    try:
        document = read_bytes(data)
        assert isinstance(document, Document)
        became: type = type(parse(document))
    except Unreadable:
        became = Unreadable
    return became, time.process_time() - begun < MOST_SECONDS


PARSED, REFUSED = (ParsedMinutes, True), (Unreadable, True)


@pytest.mark.parametrize("how", DAMAGES)
def test_damaged_minutes_are_read_or_refused(how):
    outcomes = {seed: outcome(damaged(how, seed)) for seed in range(30)}
    assert {seed for seed, one in outcomes.items() if one not in (PARSED, REFUSED)} == set()


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 4000, 200))
def test_minutes_damaged_twice_are_read_or_refused(first):
    outcomes = {seed: outcome(twice_damaged(seed)) for seed in range(first, first + 200)}
    assert {seed for seed, one in outcomes.items() if one not in (PARSED, REFUSED)} == set()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    assert outcome(data) in (PARSED, REFUSED)


PIECES = st.sampled_from(
    [
        "§ 1 ", "1. ", "2 § ", "Beslut", "Beslut: ", "att ", "Direktionen beslutar ", "Bo Ek",
        ", ", "Salem", "Deltagare", "Tid: ", "Plats ", "3 maj 2022", "kl 9-10", "31/2", "Justeras",
        "Vid protokollet", "(", ")", "\t", "  ", "\n", "\n\n", "\f", "- ", "2 (3)", "Dag 1", "X",
        "ordförande", "endast punkt 2", "senast den ", "Förslag till beslut", "....", "½",
        "Dagordning", "Nästa möte ", "# ", "| ", "<b>", "**", "bordläggs", "ersätter ", "-",
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_heap_of_the_words_of_minutes_is_read_or_refused(text):
    assert outcome(text.encode()) in (PARSED, REFUSED)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    assert outcome(text.encode("utf-8", "replace")) in (PARSED, REFUSED)


@pytest.mark.parametrize(
    "word",
    [
        "Bo Ek ",
        "Bo Ek, ",
        "A B ",
        "a-",
        "1-",
        "2020-",
        "3/5 ",
        "(",
        "att ",
        "Justeras ",
        "Salem, ",
    ],
)
@pytest.mark.parametrize(
    "before", ["", "Tid: ", "Deltagare: ", "1. ", "1. Titel\n\nBeslut\n\n", "1. A\n\nJusteras\n"]
)
def test_a_long_line_of_one_word_is_read_in_time(before, word):
    text = f"Protokoll\n\nTid: 3 maj 2022\n\n{before}{word * (2000 // len(word))}\n"
    assert outcome(text.encode()) == PARSED


@pytest.mark.parametrize(
    "text",
    ["§", "§ 1", "1.", "1. A", "Beslut", "att", "(", "Tid:", "Deltagare:", "Dag 1\nDag 2"],
)
def test_the_shortest_minutes_are_read(text):
    assert outcome(text.encode()) == PARSED
