"""Swedish words from a dictionary that the server has, if it has one: they are never shipped.

They tell that a part of a compound is a word. Without them the archive's own words and a short
list do (minutes/search/combining.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings


def witnesses() -> frozenset[str]:
    """Nothing where WORD_LIST names no file. Raises OSError if the file cannot be read."""
    return _read(settings.WORD_LIST) if settings.WORD_LIST else frozenset()


@cache
def _read(path: Path) -> frozenset[str]:
    return frozenset(_words(path.read_bytes()))


def _words(data: bytes) -> Iterator[str]:
    """``avtal/AHDY``, or one word a line: what stands before the flags."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("iso-8859-1")  # as older Hunspell dictionaries are
    for line in text.splitlines():
        word = line.partition("/")[0].partition("\t")[0].strip().casefold()
        if word.isalpha():
            yield word
