"""Text on its way into a cell of a CSV file, which no spreadsheet may take for a formula.

The rule, which /oppna-data/ tells its readers: a text that a spreadsheet could take for a
formula, and a text that begins with an apostrophe, get an apostrophe in front. So whoever takes
away one apostrophe from the beginning of a cell has the text as it was.
"""

from __future__ import annotations

import unicodedata

APOSTROPHE = "'"
_FORMULA = frozenset("=+-@\N{MINUS SIGN}")
_INVISIBLE = frozenset("CZ")  # controls and formats, blanks: a spreadsheet may pass over them
_BREAKS = ("\t", "\r", "\n")


def kept_as_text(text: str) -> str:
    """``'=1+1`` for ``=1+1``, ``'- att`` for ``- att``; any other text as it is."""
    return APOSTROPHE + text if text.startswith(APOSTROPHE) or could_be_formula(text) else text


def could_be_formula(text: str) -> bool:
    """Whether the first visible sign is one of a formula, if only as a wide variant of it."""
    if text.startswith(_BREAKS):
        return True
    seen = (sign for sign in text if unicodedata.category(sign)[0] not in _INVISIBLE)
    first = next(seen, "")
    return unicodedata.normalize("NFKC", first)[:1] in _FORMULA if first else False
