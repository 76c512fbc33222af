"""The same minutes in every format that the archive takes, as people would hand them in."""

from __future__ import annotations

import io
from html import escape

from docx import Document

from tests.printed import a_pdf


def as_docx(text: bytes) -> bytes:
    """A Word file with a paragraph for each line."""
    document = Document()
    for line in text.decode().splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_html(text: bytes) -> bytes:
    rows = "".join(f"<p>{escape(line)}</p>\n" for line in text.decode().splitlines())
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{rows}</body></html>".encode()


def as_rtf(text: bytes) -> bytes:
    rows = "\\par\n".join(_escaped(line) for line in text.decode().splitlines())
    return b"{\\rtf1\\ansi\\ansicpg1252 " + rows.encode("ascii") + b"}"


def as_pdf(text: bytes) -> bytes:
    return a_pdf(text.decode().expandtabs(4))


def _escaped(line: str) -> str:
    coded = (f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in line.encode("cp1252"))
    return "".join(coded).replace("\t", "\\tab ")


FORMATS = {"pdf": as_pdf, "docx": as_docx, "html": as_html, "rtf": as_rtf, "txt": bytes}
