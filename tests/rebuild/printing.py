"""Word files on paper: LibreOffice makes them PDF, and a scanner's pictures of the pages.

``Missing`` says which program is not on this machine.
"""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

DPI = 200
MOST_SKEW = 0.3  # degrees
NOISE = 9  # grey levels, most
TIMEOUT = 240  # seconds, for all files together


class Missing(Exception):
    """A program of the machine that is not installed; its text is its name."""


def print_pdf(files: Sequence[Path], folder: Path) -> None:
    """Print every Word file to ``folder`` in one call. Raises Missing, or RuntimeError."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Missing("LibreOffice (soffice)")
    with TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
    lost = [file.stem for file in files if not (folder / f"{file.stem}.pdf").is_file()]
    if lost:
        raise RuntimeError(f"LibreOffice did not print {', '.join(lost)}: {done.stderr[-500:]}")


def scan(pdf: bytes, seed: int) -> bytes:
    """The pages of a PDF as a scanner sees them: grey pictures, a little askew and noisy."""
    chance = random.Random(seed)  # noqa: S311 - the same specks each time
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [_scanned(page, chance) for page in document]
    finally:
        document.close()
    stream = io.BytesIO()
    pages[0].save(
        stream, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=80
    )
    return stream.getvalue()


def _scanned(page: pypdfium2.PdfPage, chance: random.Random) -> Image.Image:
    picture = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    turned = picture.rotate(
        chance.uniform(-MOST_SKEW, MOST_SKEW), resample=Image.Resampling.BICUBIC, fillcolor=255
    )
    grain = Image.frombytes("L", turned.size, chance.randbytes(turned.width * turned.height))
    dark = grain.point([level * NOISE // 255 for level in range(256)])
    return Image.composite(
        turned.point([max(0, level - NOISE) for level in range(256)]),
        turned,
        dark.point([255 * (level > NOISE // 2) for level in range(256)]),
    )
