"""The hygiene of one line: what a typesetter put there and no reader sees goes; the words stay."""

from __future__ import annotations

import re
import unicodedata

# Symbol fonts put their bullets in the private use area; U+25xx and U+2022 are the honest ones.
BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf02d▪•●○◦■□►‣⁃∙·"
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"
HYPHENS = "\u0002\ufffe\u2010\u2011"
# Soft hyphen, zero-width characters, byte order mark, marks of writing direction.
DROPPED = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

TABLE = str.maketrans(
    {
        **LIGATURES,
        **dict.fromkeys(SPACES, " "),
        **dict.fromkeys(HYPHENS, "-"),
        **dict.fromkeys(DROPPED, None),
    }
)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
MINUS_BETWEEN_DIGITS = re.compile(r"(?<=\d)\u2212(?=\d)")
TO_MEND = re.compile(rf"[{re.escape(''.join(map(chr, TABLE)))}\u2212]|{CONTROLS.pattern}")
BULLET = re.compile(rf"^\s*([{BULLETS}]|[-–—*](?=\s|$)|o(?=\s{{2,}}|\t))\s*")


def clean(raw: str) -> str:
    """Normalise one line, keeping its columns: tabs and runs of spaces mean something later."""
    text = raw
    if TO_MEND.search(raw):  # most lines are as they should be
        text = CONTROLS.sub("", MINUS_BETWEEN_DIGITS.sub("-", raw.translate(TABLE)))
    return unicodedata.normalize("NFC", text).rstrip()


def take_bullet(text: str) -> tuple[str, str]:
    """Split a leading bullet off: ("•", "rest"), or ("", text) where there is none."""
    found = BULLET.match(text)
    if not found:
        return "", text
    return found.group(1), text[found.end() :]


def squeeze(text: str) -> str:
    """All white space as single spaces."""
    return " ".join(text.split())
