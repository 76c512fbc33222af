"""Whether the originals on disk and the rows in the database still belong together.

Only reported: what to do about it is for a person, and nothing here deletes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from intake import originals
from intake.models import SourceFile, Tombstone, Upload, UploadState

# A running import has temporary files, and bytes whose row is not there yet.
OLD = 24 * 60 * 60  # seconds


@dataclass(frozen=True, slots=True)
class Finding:
    """``serious``: bytes are lost; else something lies there that nobody asks for."""

    name: str
    sentence: str
    serious: bool


def findings(progress: Callable[[list[str]], Iterable[str]] = iter) -> Iterator[Finding]:
    """Reads every original: some seconds for each gigabyte.

    ``progress`` is given the checksums, and hands them on one by one.
    """
    purged = set(Tombstone.objects.values_list("sha256", flat=True))
    unread = Upload.objects.exclude(state=UploadState.FINISHED).values_list("sha256", flat=True)
    known = set(SourceFile.objects.values_list("sha256", flat=True)) | set(unread) - purged
    stored = set(originals.stored())
    for sha256 in sorted(known - stored):
        yield Finding(sha256, "Originalet saknas. Återställ det från säkerhetskopian.", True)
    for sha256 in progress(sorted(stored)):
        try:
            originals.load(sha256)
        except originals.Damaged:
            sentence = "Originalet är skadat. Återställ det från säkerhetskopian."
            yield Finding(sha256, sentence, True)
    for sha256 in sorted(stored & purged):
        yield Finding(sha256, "Filen är gallrad, men originalet ligger kvar. Ta bort det.", False)
    for sha256 in sorted(stored - known - purged):
        if _is_old(originals.path_of(sha256).stat().st_mtime):
            yield Finding(sha256, "Ingen rad i databasen hör till den här filen.", False)
    for path in originals.incoming():
        if _is_old(path.stat().st_mtime):
            yield Finding(path.name, "En import avbröts och lämnade en tillfällig fil.", False)


def _is_old(changed: float) -> bool:
    return time.time() - changed > OLD
