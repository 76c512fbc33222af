"""Every form of a set of minutes: OUT/<form>/<stem>.docx or .pdf."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence
from pathlib import Path

from tests.rebuild.plan import plan
from tests.rebuild.printing import print_pdf, scan
from tests.rebuild.word import AUTO, LITERAL, write_word

DOCX_AUTO, DOCX_LITERAL, PDF, PDF_LITERAL, SCAN = FORMS = (
    "docx-auto", "docx-literal", "pdf", "pdf-literal", "scan",
)  # fmt: skip
STYLES = {DOCX_AUTO: AUTO, DOCX_LITERAL: LITERAL}
PRINTED = {PDF: DOCX_AUTO, PDF_LITERAL: DOCX_LITERAL}


def sources(folder: Path) -> list[Path]:
    """The minutes of a folder: texts and Markdown, no README."""
    found = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md"))
    return [path for path in found if path.stem != "README"]


def rebuild(
    files: Sequence[Path],
    out: Path,
    forms: Collection[str] = FORMS,
    *,
    scanned: Collection[str] | None = None,
) -> None:
    """Build ``files`` in ``forms``; ``scanned`` are the stems to scan, None for all of them.

    One call of LibreOffice prints every form. Raises printing.Missing without it.
    """
    plans = {path.stem: plan(path.read_bytes()) for path in files}
    printed = {form for form in PRINTED if form in forms} | ({PDF} if SCAN in forms else set())
    wanted = {form for form in STYLES if form in forms} | {PRINTED[form] for form in printed}
    for form in wanted:
        for stem, one in plans.items():
            _write(out / form / f"{stem}.docx", write_word(one, STYLES[form]))
    if printed:
        _print(sorted(printed), list(plans), out)
    if SCAN in forms:
        for stem in scanned if scanned is not None else plans:
            pages = scan((out / PDF / f"{stem}.pdf").read_bytes(), zlib.crc32(stem.encode()))
            _write(out / SCAN / f"{stem}.pdf", pages)


def _print(forms: Sequence[str], stems: Sequence[str], out: Path) -> None:
    """Print all forms together: the names tell them apart while they share a folder."""
    together = out / "printing"
    for form in forms:
        for stem in stems:
            source = out / PRINTED[form] / f"{stem}.docx"
            _write(together / f"{form}__{stem}.docx", source.read_bytes())
    print_pdf(sorted(together.glob("*.docx")), together)
    for path in together.iterdir():
        form, _, name = path.name.partition("__")
        if path.suffix == ".pdf":
            (out / form).mkdir(parents=True, exist_ok=True)
            path.replace(out / form / name)
        else:
            path.unlink()
    together.rmdir()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
