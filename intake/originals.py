"""The bytes as they came in, kept under their checksum and never written again.

``ORIGINALS_DIR/ab/cd/abcd…`` is a whole file or it is not there: bytes are written to a temporary
file of the same file system, forced to the disk, and only then given their name. Whoever makes a
row for them calls ``keep`` first, so a row implies its bytes.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

INCOMING = "incoming"  # temporary files; anything old in here is from a process that was killed
READ_ONLY = 0o440


class Damaged(Exception):
    """Stored bytes that no longer match their checksum; ``sha256`` says which."""

    def __init__(self, sha256: str) -> None:
        super().__init__(f"{sha256} does not match its checksum")
        self.sha256 = sha256


def path_of(sha256: str) -> Path:
    return settings.ORIGINALS_DIR / sha256[:2] / sha256[2:4] / sha256


def keep(data: bytes) -> str:
    """Store bytes durably and return their SHA-256 in hex; nothing is written if they are there.

    Raises OSError (disk full, no permission) with nothing half stored, and Damaged where other
    bytes stand under the checksum: they are evidence, so they are left alone.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    if path.exists():
        load(sha256)
    else:
        _make_folders(path)
        _write(data, path)
    # Also when the bytes were there: the process that wrote them may have died before this.
    for folder in (path.parent, path.parent.parent, settings.ORIGINALS_DIR):
        _sync(folder)
    return sha256


def load(sha256: str) -> bytes:
    """The stored bytes. Raises FileNotFoundError, or Damaged if they have changed since."""
    data = path_of(sha256).read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Damaged(sha256)
    return data


def discard(sha256: str) -> None:
    """Remove the bytes for ever; only after a tombstone says so, since no row may ask for them.

    Raises OSError where they cannot be removed.
    """
    path = path_of(sha256)
    path.unlink(missing_ok=True)
    if path.parent.exists():
        _sync(path.parent)


def stored() -> Iterator[str]:
    """The checksums that something is stored under, in order; not the temporary files."""
    for path in sorted(settings.ORIGINALS_DIR.glob("??/??/*")):
        yield path.name


def incoming() -> list[Path]:
    """Temporary files: of imports that are running, or that were killed."""
    return sorted((settings.ORIGINALS_DIR / INCOMING).glob("*"))


def _make_folders(path: Path) -> None:
    if not settings.ORIGINALS_DIR.exists():
        settings.ORIGINALS_DIR.mkdir(parents=True, exist_ok=True)
        _sync(settings.ORIGINALS_DIR.parent)
    path.parent.mkdir(parents=True, exist_ok=True)


def _write(data: bytes, path: Path) -> None:
    folder = settings.ORIGINALS_DIR / INCOMING
    folder.mkdir(exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=f"{path.name[:16]}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), READ_ONLY)
            os.fsync(file.fileno())
        # Two processes may both come here: each puts the same bytes under the same name.
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    """Force a folder's list of names to the disk; without it a new name can be lost."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
