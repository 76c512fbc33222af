"""A PDF written by hand, so that a test needs no office program."""

from __future__ import annotations

ENCODING = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"


def a_pdf(*pages: str) -> bytes:
    """A4 pages with the lines of each text, 14 points apart from 64 points below the top."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        f"<< {ENCODING} >>".encode(),
    ]
    for at, text in enumerate(pages):
        content = _content(text)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources"
            b" << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * at),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _file(objects)


def _content(text: str) -> bytes:
    lines = [line.encode("cp1252") for line in text.splitlines()]
    escaped = [
        line.replace(b"\\", b"\\\\").replace(b"(", rb"\(").replace(b")", rb"\)") for line in lines
    ]
    shown = b"\n".join(b"(%s) Tj T*" % line for line in escaped)
    return b"BT /F1 11 Tf 14 TL 70 778 Td\n%s\nET" % shown


def _file(objects: list[bytes]) -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    data_and_table = b"%sxref\n0 %d\n0000000000 65535 f \n%s" % (data, size, table)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data_and_table + trailer
