"""Swedish words as the archive compares them: folded, and split. Pure text."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Without case, dots, accents and line breaks: ``Tvärförbindelse`` is ``tvarforbindelse``.

    Both what is stored for searching and what is asked for go through here, so a reader without
    Swedish letters on the keyboard finds the same as one with them.
    """
    # Decomposed on both sides: mathematical and full-width capitals are letters only after it.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.replace("\u00ad", "").replace("ø", "o").replace("æ", "a").split())


def words(text: str) -> list[str]:
    """Words and numbers in order, in small letters, without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())
