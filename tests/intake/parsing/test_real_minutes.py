"""The minutes of the working group itself, where they lie beside the checkout."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
MINUTES = SHARED / "minutes"


def test_the_parser_finds_all_that_the_real_minutes_say():
    if not MINUTES.is_dir():
        pytest.skip("The real minutes are not beside this checkout; the samples are tested.")
    files = sorted(MINUTES.glob("*.txt"))
    parsed = subprocess.run(
        [sys.executable, "manage.py", "parse_minutes", *files, "--format", "json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    scored = subprocess.run(
        [sys.executable, SHARED / "score_minutes.py", MINUTES, "--floor", "1.0", "-v"],
        input=parsed.stdout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert len(parsed.stdout.splitlines()) == len(files)
    assert scored.returncode == 0, scored.stdout
