"""Writes docs/modules.md from the first line of every module: ``python -m tests.modules``.

With ``--check`` it changes nothing and exits with 1 if the page is not current.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "modules.md"
ROOMS = ["config", "intake", "decisions", "minutes", "accounts", "people"]
HEAD = """# Every module in one line

Written by `make format` from the modules' own first lines; [rooms.md](rooms.md) tells where a new
line belongs.
"""


def modules(room: str) -> list[Path]:
    """Modules that have something to say: not migrations, nor those that only open a folder."""
    found = [f for f in (ROOT / room).rglob("*.py") if "migrations" not in f.parts]
    return sorted(f for f in found if ast.get_docstring(ast.parse(f.read_text())))


def line(module: Path) -> str:
    """The sentence that the docstring begins with, also where it is wrapped."""
    docstring = ast.get_docstring(ast.parse(module.read_text())) or ""
    first = " ".join(docstring.split("\n\n")[0].split())
    return f"- `{module.relative_to(ROOT).as_posix()}`: {first}"


def page() -> str:
    parts = [[f"\n## {room}\n", *map(line, modules(room))] for room in ROOMS]
    return HEAD + "".join(f"{text}\n" for part in parts for text in part)


def main(check: bool) -> int:
    if not check:
        PAGE.write_text(page())
    current = PAGE.exists() and PAGE.read_text() == page()
    sys.stdout.write(f"docs/modules.md is {'' if current else 'not '}current.\n")
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
