"""Minutes as files that people have: Word, PDF and scans, built again from texts that are known.

The samples are always tested; the working group's own minutes where they lie beside the checkout.
"""

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake.exports import minutes_row
from intake.parsing import parse
from intake.text import ocr, read_bytes
from tests.intake.parsing.test_golden import GOLDEN, SAMPLES, compared
from tests.intake.parsing.test_real_minutes import MINUTES, ROOT, SHARED
from tests.rebuild.forms import FORMS, SCAN, STYLES, rebuild, sources
from tests.rebuild.printing import Missing

SCANNED = ("2019-10-24-samarbetskommitten", "2020-10-02-ledningsgruppen")
LEAST = {SCAN: 0.97}  # a scan may lose a letter; the rest may lose nothing
TYPED = [form for form in FORMS if form != SCAN]


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id) -> Path:
    """The folder of all forms; with several workers, the first builds and the others wait."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "rebuilt"
    with (folder.parent / "rebuilt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            _build(folder)
    return folder


def _build(folder: Path) -> None:
    real = sources(MINUTES) if MINUTES.is_dir() else []
    scanned = [*SCANNED, *(path.stem for path in real)]
    try:
        rebuild([*sources(SAMPLES), *real], folder, scanned=scanned)
        lacking = ""
    except Missing as program:  # the Word files are there
        lacking = str(program)
    (folder / "done").write_text(lacking)


def file_of(built: Path, form: str, stem: str) -> Path:
    """A file in one form; skips, or fails in CI, where this machine cannot make or read it."""
    lacking = "" if form in STYLES else (built / "done").read_text()
    if form == SCAN and not ocr.available():
        lacking = lacking or "tesseract with its Swedish data"
    if lacking:
        say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        say(f"{lacking} is not on this machine.")
    return built / form / f"{stem}.{'docx' if form in STYLES else 'pdf'}"


def facts_of(file: Path) -> tuple[dict, dict]:
    """(what the parser finds in a file, what a careful reader finds), in one form."""
    document = read_bytes(file.read_bytes(), file.name)
    expected = json.loads((GOLDEN / f"{file.stem}.expected.json").read_text())
    return compared(minutes_row(file.name, document, parse(document)), expected)


@pytest.mark.parametrize("form", TYPED)
@pytest.mark.parametrize("source", sources(SAMPLES), ids=lambda path: path.stem)
def test_a_file_says_what_its_text_says(built, source, form):
    found, expected = facts_of(file_of(built, form, source.stem))
    assert found == expected


@pytest.mark.parametrize("stem", SCANNED)
def test_a_scan_says_nearly_all_that_its_text_says(built, stem):
    found, expected = facts_of(file_of(built, SCAN, stem))
    alike = sum(found.get(path) == fact for path, fact in expected.items())
    assert alike >= LEAST[SCAN] * len(expected), {
        path: (found.get(path), fact) for path, fact in expected.items() if found.get(path) != fact
    }


@pytest.mark.parametrize(
    # Two scans are read above: forty pages more take minutes.
    "form",
    [*TYPED, pytest.param(SCAN, marks=pytest.mark.slow)],
)
def test_the_real_minutes_say_the_same_in_every_form(built, form):
    if not MINUTES.is_dir():
        pytest.skip("The real minutes are not beside this checkout; the samples are tested.")
    files = [file_of(built, form, path.stem) for path in sources(MINUTES)]
    parsed = subprocess.run(
        [sys.executable, "manage.py", "parse_minutes", *files, "--format", "json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    rows = [json.loads(line) for line in parsed.stdout.splitlines()]
    assert [row["error"] for row in rows if "error" in row] == []
    least = str(LEAST.get(form, 1.0))
    scored = subprocess.run(
        [sys.executable, SHARED / "score_minutes.py", MINUTES, "--floor", least, "-v"],
        input=parsed.stdout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert scored.returncode == 0, scored.stdout


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_built_of_every_sample(built, form):
    stems = SCANNED if form == SCAN else [path.stem for path in sources(SAMPLES)]
    magic = b"PK" if form in STYLES else b"%PDF-"
    files = [file_of(built, form, stem) for stem in stems]
    assert [path.name for path in files if not path.read_bytes().startswith(magic)] == []
