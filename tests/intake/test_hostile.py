"""R13: files that are made to harm. Each is refused at once, for a reason of its own."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.intake.bombs import MB, bombs, harmless
from tests.intake.text.word_files import docx, para

SECONDS = 2  # of processor, ours and the child's
EXTRA = 100  # MB that the child may have more than it has for a file of a line
OWN = 40  # MB that the server may have more: text of the most that is read, decoded


def measured(data: bytes) -> dict:
    """What tests/intake/measured.py says: code, seconds, and MB of both processes."""
    command = [sys.executable, "-m", "tests.intake.measured"]
    ran = subprocess.run(command, input=data, capture_output=True, check=True, timeout=60)
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def ordinary() -> float:
    return measured(docx(para("Protokoll")))["child"]


BOMBS = [pytest.param(make, code, id=name) for name, make, code in bombs()]
HARMLESS = [pytest.param(make, id=name) for name, make in harmless()]


@pytest.mark.parametrize(("make", "code"), BOMBS)
def test_a_bomb_is_refused_at_once(make, code, ordinary):
    cost = measured(make())
    assert cost["code"] == code
    assert cost["seconds"] < SECONDS
    assert cost["child"] < ordinary + EXTRA
    assert cost["own"] < OWN


@pytest.mark.parametrize("make", HARMLESS)
def test_what_only_looks_dangerous_is_read_and_costs_little(make):
    cost = measured(make())
    assert cost["code"] == ""
    assert cost["seconds"] < SECONDS
    assert cost["child"] < 256
    assert cost["own"] < OWN


def test_the_first_bomb_is_the_one_that_it_is_said_to_be():
    make = next(make for name, make, _ in bombs() if name.startswith("docx: 199 MB"))
    assert len(make()) < MB // 3
