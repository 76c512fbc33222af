"""What the pages of an original look like: drawn once and kept, to be thrown away at any time.

``PICTURES_DIR/ab/<sha256>/<page>-<dpi>.png``. Nothing here is an original: whatever is missing is
drawn again, and ``forget`` removes what was drawn of a file that is to be gone for ever.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from intake import originals
from intake.extracting import page_image
from intake.models import SourceFile

log = logging.getLogger(__name__)

DPI = 110


def page_picture(source: SourceFile, page: int) -> bytes:
    """The page, counted from 1, as PNG.

    Raises FileNotFoundError or originals.Damaged where the original cannot be had, and Unreadable
    where it cannot be drawn.
    """
    path = path_of(source.sha256, page)
    if path.exists():
        return path.read_bytes()
    picture = page_image(originals.load(source.sha256), page, dpi=DPI)
    try:
        _keep(picture, path)
    except OSError as fault:  # a full disk: the reader is shown the page all the same
        log.warning("The picture %s could not be kept: %r", path, fault)
    if not originals.path_of(source.sha256).exists():
        forget(source.sha256)  # purged meanwhile
    return picture


def path_of(sha256: str, page: int) -> Path:
    return _folder(sha256) / f"{page}-{DPI}.png"


def forget(sha256: str) -> None:
    """Remove every picture of the file; nothing happens where there is none."""
    shutil.rmtree(_folder(sha256), ignore_errors=True)


def _folder(sha256: str) -> Path:
    return settings.PICTURES_DIR / sha256[:2] / sha256


def _keep(picture: bytes, path: Path) -> None:
    """Whole or not at all. Not forced to the disk: a picture that is lost is drawn again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(picture)
            file.close()
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
