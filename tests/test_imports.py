"""The house: imports go down, and the pure rooms know nothing of Django."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ["people", "accounts", "minutes", "decisions", "intake", "config"]  # from the ground
PURE = [
    "intake/text",
    "intake/parsing",
    "people/completing.py",
    "people/names.py",
    "minutes/words.py",
    "minutes/days.py",
    "minutes/attended_days.py",
    "minutes/exports/characters.py",
    "minutes/gaps/missing.py",
    "minutes/gaps/placing.py",
    "minutes/anchors.py",
    "minutes/search/analysis.py",
    "minutes/search/closing.py",
    "minutes/search/combining.py",
    "minutes/search/compounds.py",
    "minutes/search/conjugation.py",
    "minutes/search/expanding.py",
    "minutes/search/expression.py",
    "minutes/search/forms.py",
    "minutes/search/lexicon.py",
    "minutes/search/marking.py",
    "minutes/search/nearest.py",
    "minutes/search/question.py",
    "minutes/search/sounding.py",
    "minutes/search/stemming.py",
    "minutes/search/swedish.py",
    "minutes/search/widening.py",
    "decisions/exports/cells.py",
    "decisions/matters.py",
    "decisions/topics.py",
    "decisions/addresses.py",
]


def modules(*places: str) -> list[Path]:
    found = [ROOT / place for place in places]
    files = [f for path in found for f in ([path] if path.is_file() else path.rglob("*.py"))]
    return sorted(f.relative_to(ROOT) for f in files)


def imported(module: Path) -> set[str]:
    """Every module named in an import statement, wherever in the file it stands."""
    names = set()
    for node in ast.walk(ast.parse((ROOT / module).read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("module", modules(*FLOORS), ids=str)
def test_imports_only_go_down(module):
    above = set(FLOORS[FLOORS.index(module.parts[0]) + 1 :])
    assert {name for name in imported(module) if name.split(".")[0] in above} == set()


@pytest.mark.parametrize("module", modules(*PURE), ids=str)
def test_pure_modules_know_neither_django_nor_rooms_that_do(module):
    pure_rooms = {place.removesuffix(".py").replace("/", ".") for place in PURE}
    impure = {
        name
        for name in imported(module)
        if name.split(".")[0] in {"django", *FLOORS}
        and not any(name == room or name.startswith(f"{room}.") for room in pure_rooms)
    }
    assert impure == set()


def test_mypy_reads_every_pure_module():
    import tomllib

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert settings["tool"]["mypy"]["files"] == PURE


@pytest.mark.parametrize("name", ["services", "utils", "helpers", "common", "signals"])
def test_there_are_no_drawers(name):
    assert [m for m in modules(*FLOORS) if m.stem == name or name in m.parts] == []
