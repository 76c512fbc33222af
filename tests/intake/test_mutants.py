"""R14: damaged files by the thousand. Each has an outcome; none crashes, hangs or is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from intake import originals
from intake.confined import LAUNCHER, Limits, module
from intake.models import Receipt
from intake.receiving import receive
from tests.intake.mutants import KINDS, mutant

MUTANTS, SHARE = 10_000, 1_250
THROUGH_THE_DOOR = 300
FLAWS = {"FLAW", "crash", "hang"}
LIMITS = Limits(cpu=3600)  # of memory and files as in earnest; time is taken for each


def outcomes(first: int) -> dict[int, str]:
    """What became of a share of them, going on after one that ended the process."""
    found: dict[int, str] = {}
    at, last = first, first + SHARE
    while at < last:
        program = module("tests.intake.mutants", str(at), str(last))
        launcher = [sys.executable, "-I", "-S", LAUNCHER, "3600", str(LIMITS)]
        ran = subprocess.run([*launcher, *program], capture_output=True, text=True, check=False)
        said = ran.stdout.split()
        found.update(zip(map(int, said[::2]), said[1::2], strict=False))
        if ran.stderr:
            sys.stderr.write(ran.stderr)
        if not ran.returncode:
            return found
        assert ran.returncode < 0, ran.stderr
        at = int(said[-1])
        found[at] = "hang" if ran.returncode == -signal.SIGALRM else "crash"
        at += 1
    return found


@pytest.mark.slow
def test_ten_thousand_damaged_files_each_have_an_outcome():
    found: dict[int, str] = {}
    with ThreadPoolExecutor(2) as pool:
        for share in pool.map(outcomes, range(0, MUTANTS, SHARE)):
            found |= share
    assert sorted(found) == list(range(MUTANTS))
    tally = {
        kind: Counter(found[number] for number in range(at, MUTANTS, len(KINDS)))
        for at, kind in enumerate(KINDS)
    }
    sys.stdout.write(f"{tally}\n")
    flaws = {number: code for number, code in found.items() if code in FLAWS}
    assert flaws == {}
    for kind in KINDS:  # damage that leaves nothing to read, or none, would prove little
        assert tally[kind]["read"] > 0, kind
        assert len(tally[kind]) > 1, kind


@pytest.mark.slow
@pytest.mark.django_db
def test_what_comes_through_the_door_is_kept_and_answered():
    step = MUTANTS // THROUGH_THE_DOOR
    files = [mutant(number * step + number % len(KINDS)) for number in range(THROUGH_THE_DOOR)]
    for kind, data in files:
        receipt = receive(data, f"protokoll.{kind.split()[0]}")
        assert receipt.reason_code != "reader-failed", (kind, receipt.source_file.sha256)
        assert originals.load(receipt.source_file.sha256) == data
    assert Receipt.objects.count() == THROUGH_THE_DOOR
