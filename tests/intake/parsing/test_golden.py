"""What a careful reader finds in the sample minutes, against what the parser finds.

The conventions are those of the expectations: keys that are left out are not compared, further
warnings cost nothing, a decision marked "optional" counts neither way, and what a careful reader
may put in several ways (``UNSCORED``) is not compared at all.
"""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from intake.exports import minutes_row
from intake.parsing import parse
from intake.text import read_bytes

GOLDEN = Path(__file__).parents[1] / "golden"
SAMPLES = Path(__file__).parents[3] / "intake" / "samples"
EXPECTED = sorted(GOLDEN.glob("*.expected.json"))

UNSCORED = re.compile(r"^meeting\.title$|\.note$|\.organizations\b")


def minutes_of(expected: Path) -> Path:
    stem = expected.name.removesuffix(".expected.json")
    (found,) = (
        path
        for folder in (GOLDEN, SAMPLES)
        for path in folder.glob(f"{stem}.*")
        if path.suffix in (".txt", ".md")
    )
    return found


def plain(text: str) -> str:
    """The words alone: kinds of dash, quotation mark and white space are the typesetter's."""
    text = re.sub("[\u00ad\u200b]", "", unicodedata.normalize("NFC", text))
    text = re.sub("[–—−‐]", "-", re.sub("[”“„\"']", '"', text))
    return " ".join(text.split()).strip(" .:").casefold()


def facts(row, where: str = "") -> dict:
    """Each leaf with its path: a difference is then shown as the one fact that differs."""
    if UNSCORED.search(where):
        return {}
    if isinstance(row, dict):
        parts = [(f"{where}.{key}".lstrip("."), value) for key, value in row.items()]
    elif isinstance(row, list):
        parts = [(f"{where}[{at}]", value) for at, value in enumerate(row)]
        parts.append((f"{where} (how many)", len(row)))
    else:
        return {where: plain(row) if isinstance(row, str) else row}
    return {path: fact for key, value in parts for path, fact in facts(value, key).items()}


def spoken_of(found, expected):
    """``found`` without the keys that ``expected`` leaves out."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: spoken_of(found.get(key), value) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(found, list):
        paired = [spoken_of(*pair) for pair in zip(found, expected, strict=False)]
        return paired + found[len(expected) :]
    return found


def compared(row: dict, expected: dict) -> tuple[dict, dict]:
    """Both sides in one form, ready for ``==``."""
    optional = {plain(text) for text in _optional(expected)}
    for items in (row["items"], expected["items"]):
        for item in items:
            item["decisions"] = [
                one for one in item["decisions"] if plain(one["text"]) not in optional
            ]
    codes = {warning["code"] for warning in row.pop("warnings")}
    row["warnings"] = [code for code in expected.get("warnings", []) if code in codes]
    return facts(spoken_of(row, expected)), facts(expected)


def _optional(expected: dict) -> list[str]:
    decisions = [one for item in expected["items"] for one in item["decisions"]]
    return [one["text"] for one in decisions if one.get("optional")]


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name.split(".")[0])
def test_the_parser_finds_what_a_careful_reader_finds(path):
    minutes = minutes_of(path)
    document = read_bytes(minutes.read_bytes(), minutes.name)
    row = minutes_row(minutes.name, document, parse(document))
    found, expected = compared(row, json.loads(path.read_text()))
    assert found == expected


def test_there_are_samples_enough_to_tell():
    assert [path.name for path in EXPECTED if not minutes_of(path).is_file()] == []
    assert len(EXPECTED) >= 16


def test_every_bundled_sample_has_its_expectation():
    samples = {path.stem for path in SAMPLES.iterdir() if path.stem != "README"}
    assert samples - {path.name.removesuffix(".expected.json") for path in EXPECTED} == set()


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name.split(".")[0])
def test_every_line_with_text_is_accounted_for(path):
    document = read_bytes(minutes_of(path).read_bytes())
    minutes = parse(document)
    claimed = {no for numbers in minutes.claims.values() for no in numbers}
    printed = {line.no for line in document.lines if not line.blank}
    assert (claimed | set(minutes.unclaimed)) & printed == printed
    assert claimed & set(minutes.unclaimed) == set()
