"""What a command is pointed at: files, and folders full of them. Nothing here writes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from intake.text import MOST_BYTES, Unreadable

# What lies beside minutes in a folder without being any: passed over there, and said so.
# A file that is named on the command line itself is always received.
COMPANION_NAMES = {"readme", "license", "licence", "thumbs", "desktop"}
COMPANION_TYPES = {".json", ".jsonl", ".csv", ".xml", ".yaml", ".yml", ".sha256", ".md5"}

MB = 1024 * 1024
SENTENCES = {
    "missing": "Filen eller mappen finns inte. Kontrollera sökvägen.",
    "folder": "Det är en mapp, inte en fil.",
    "not-a-file": "Det är ingen vanlig fil och kan inte läsas.",
    "no-permission": "Rättighet att läsa saknas.",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Each file once, in order; ``unread`` are the paths that could not even be looked into."""

    files: list[Path] = field(default_factory=list)
    passed_over: list[Path] = field(default_factory=list)
    unread: list[tuple[Path, Unreadable]] = field(default_factory=list)


def find(paths: Iterable[Path]) -> Found:
    """The files at the paths, folders gone through by name; links to folders are not followed."""
    found = Found()
    for path in paths:
        if path.is_dir():
            for file in sorted(_below(path, found)):
                (found.passed_over if is_companion(file) else found.files).append(file)
        elif os.path.lexists(path):
            found.files.append(path)
        else:
            found.unread.append((path, _unreadable("missing")))
    found.files[:] = dict.fromkeys(found.files)
    return found


def _below(folder: Path, found: Found) -> Iterator[Path]:
    """All files below a folder, but for those in hidden folders."""

    def note(error: OSError) -> None:
        found.unread.append((Path(error.filename), _why(error)))

    for place, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names)


def is_companion(file: Path) -> bool:
    name = file.name.casefold()
    return (
        name.startswith((".", "~$"))  # the second is Word's own, beside a file that is open
        or name.split(".")[0] in COMPANION_NAMES
        or file.suffix.casefold() in COMPANION_TYPES
    )


def read_file(path: Path) -> bytes:
    """The bytes of one file. Raises Unreadable; never takes more than the limit into memory."""
    try:
        # Without O_NONBLOCK, opening a pipe that nobody writes to waits for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            _refuse_unfit(os.fstat(descriptor))
            with open(descriptor, "rb", closefd=False) as file:
                return file.read(MOST_BYTES + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _why(error) from error


def _refuse_unfit(about: os.stat_result) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise _unreadable("folder")
    if not stat.S_ISREG(about.st_mode):
        raise _unreadable("not-a-file")
    if about.st_size > MOST_BYTES:
        raise too_large(about.st_size)


def too_large(size: int) -> Unreadable:
    return Unreadable(
        "too-large",
        f"Filen är {size / MB:.0f} MB. Gränsen är {MOST_BYTES // MB} MB:"
        " dela den eller spara den i mindre format.",
    )


def _unreadable(code: str) -> Unreadable:
    return Unreadable(code, SENTENCES[code])


def _why(error: OSError) -> Unreadable:
    match error:
        case FileNotFoundError():
            return _unreadable("missing")
        case PermissionError():
            return _unreadable("no-permission")
    return Unreadable("unreadable", f"Filen går inte att läsa ({error.strerror or error}).")


def printable(name: str) -> str:
    """A file name as text that can be printed and stored: no lone surrogates, no controls."""
    text = name.encode("utf-8", "replace").decode()
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
