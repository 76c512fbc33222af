"""What the layout says: where the writer ended a paragraph, and what stands out of the text.

A look is the set of ways in which a paragraph differs from the running text: bold, italic, indent,
a box around it.
Plain text has hardly any; then nothing here speaks, and the words alone decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from intake.text.document import HEADING, TABLE_ROW, Line

BOLD, ITALIC, INDENT, BOXED = "bold", "italic", "indent", "boxed"
Look = frozenset[str]
PLAIN: Look = frozenset()
STEP = 2  # columns: less is the raggedness of a scan, or a space that slipped in


@dataclass(frozen=True, slots=True)
class Ground:
    """How the running text of one document is set; ``indent`` in columns."""

    indent: int = 0
    bold: bool = False
    italic: bool = False

    def look(self, lines: Iterable[Line]) -> Look:
        """How printed lines that belong together stand out of the running text."""
        own = list(lines)
        told = {
            BOLD: all(line.bold for line in own) and not self.bold,
            ITALIC: all(line.italic for line in own) and not self.italic,
            INDENT: min((line.indent for line in own), default=0) >= self.indent + STEP,
            BOXED: all(line.kind == TABLE_ROW and len(line.cells) == 1 for line in own),
        }
        return frozenset(name for name, stands_out in told.items() if stands_out)


def ground(lines: Iterable[Line]) -> Ground:
    """The commonest setting of the running text, counted in letters; bullets and rows aside."""
    weights: dict[str, Counter[int]] = {INDENT: Counter(), BOLD: Counter(), ITALIC: Counter()}
    for line in lines:
        if line.text and line.kind != HEADING and not line.label and len(line.cells) < 2:
            for name, value in ((INDENT, line.indent), (BOLD, line.bold), (ITALIC, line.italic)):
                weights[name][int(value)] += len(line.text)
    common = {
        name: max(found, key=found.__getitem__, default=0) for name, found in weights.items()
    }
    return Ground(common[INDENT], bool(common[BOLD]), bool(common[ITALIC]))


def ends_between(above: Line, below: Line) -> bool:
    """Whether the writer ended a paragraph between two lines, without a blank line to show it."""
    return above.block != below.block and not (above.soft_wrap or below.soft_wrap)


def belongs(block: Look, paragraph: Look) -> bool | None:
    """Whether a paragraph stands in a block that stands out.

    None where the block does not: the layout says nothing.
    """
    return block <= paragraph if block else None
