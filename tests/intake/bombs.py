"""Files that are made to harm whoever opens them, each small itself."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise

from tests.intake.test_converting import an_odt, paragraphs
from tests.intake.text.word_files import docx, packed, para, part, table

MB = 1024 * 1024
DOCUMENT = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITY = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def a_word_zip(document: bytes) -> bytes:
    return packed({DOCUMENT: document})


def declared(doctype: str, used: str) -> bytes:
    """A main part with declarations, which Word never writes."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE d [{doctype}]><w:document xmlns:w="{ENTITY}">'
        f"<w:body><w:p><w:r><w:t>{used}</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in pairwise("abcdefghij")
)


def inflating(size: int) -> bytes:
    """A DOCX of 227 kB with a main part of 199 MB."""
    engine = zipfile.ZipFile(target := io.BytesIO(), "w", zipfile.ZIP_DEFLATED)
    with engine, engine.open(DOCUMENT, "w") as member:
        member.write(part("document", "<w:body>")[:-30])
        for _ in range(size // MB):
            member.write(b"<w:p/>\n\n" * (MB // 8))
    return target.getvalue()


def nested(depth: int) -> bytes:
    """Zips in zips, sixteen of each: 16**depth times a megabyte in the end."""
    inner = bytes(MB)
    for _ in range(depth):
        inner = packed({f"{number}.zip": inner for number in range(16)})
    return inner


def overlapping(count: int) -> bytes:
    """Every entry of the directory means the same packed bytes."""
    kernel, content = zlib.compressobj(9, wbits=-15), b"<w:p/>" * 7 + bytes(range(32, 127))
    body = kernel.compress(content) + kernel.flush()
    crc, name = zlib.crc32(content), DOCUMENT.encode()
    sizes = struct.pack("<LLL", crc, len(body), len(content))
    local = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0" + sizes + struct.pack("<HH", len(name), 0)
    entry = b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0" + sizes
    directory = b"".join(
        entry + struct.pack("<HHHHHLL", len(one), 0, 0, 0, 0, 0, 0) + one
        for one in [name, *(b"word/%06d.xml" % number for number in range(1, count))]
    )
    at = len(local) + len(name) + len(body)
    end = b"PK\x05\x06" + struct.pack(
        "<HHHHLLH", 0, 0, count % 65536, count % 65536, len(directory), at, 0
    )
    return local + name + body + directory + end


def lying(size: int) -> bytes:
    """A main part that says it has a thousand bytes, here and in the directory."""
    data = bytearray(a_word_zip(b" " * size))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(sign) + at
        data[place : place + 4] = struct.pack("<L", 1000)
    return bytes(data)


def a_pdf(*bodies: bytes, pages: bytes = b"/Kids[3 0 R]/Count 1") -> bytes:
    """A file with these objects from number 3 on: the first is the page."""
    first = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages" + pages + b">>"]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate([*first, *bodies], start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, count = len(out), len(places) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start)
    return bytes(out)


FONT = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources" + FONT


def stream(content: bytes, keys: bytes = b"", filters: int = 1) -> bytes:
    names = b"/FlateDecode" * filters
    for _ in range(filters):
        content = zlib.compress(content, 9)
    return b"<<%s/Filter[%s]/Length %d>>stream\n%s\nendstream" % (
        keys, names, len(content), content,
    )  # fmt: skip


def flate_chain(filters: int, size: int) -> bytes:
    return a_pdf(PAGE + b">>>>", stream(b" " * size, filters=filters))


def many_letters(count: int) -> bytes:
    row = b"BT /F 0.5 Tf 20 %.3f Td (" + b"abcdefghij" * 20 + b") Tj ET\n"
    rows = b"".join(row % (20 + at * 0.016) for at in range(count // 200))
    return a_pdf(PAGE + b">>>>", stream(rows))


def drawn_within(depth: int) -> bytes:
    """Each form draws the next one ten times: laughs for PDF."""
    forms = [
        stream(
            (b"/X Do " * 10 if at < depth else b"BT /F 8 Tf 20 20 Td (ha) Tj ET"),
            b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources"
            + FONT
            + (b"/XObject<</X %d 0 R>>" % (6 + at) if at < depth else b"")
            + b">>",
        )
        for at in range(depth + 1)
    ]
    return a_pdf(PAGE + b"/XObject<</X 5 0 R>>>>>>", stream(b"/X Do"), *forms)


def drawn_in_itself() -> bytes:
    own = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>"
    return a_pdf(PAGE + b"/XObject<</X 5 0 R>>>>>>", stream(b"/X Do"), stream(b"/X Do", own))


def page_tree(depth: int) -> bytes:
    """Pages within pages within pages."""
    nodes = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (4 + at) for at in range(depth)]
    return a_pdf(*nodes, PAGE.replace(b"/Contents 4 0 R", b"") + b">>>>")


def page_loop() -> bytes:
    return a_pdf(b"<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]>>", pages=b"/Kids[3 0 R 2 0 R]/Count 9")


def letters(count: int) -> str:
    """That do not pack so well that they tell themselves."""
    chance = random.Random(1)  # noqa: S311 - the same each time
    return "".join(chance.choices("abcdefghijklmnop", k=count))


Made = Callable[[], bytes]


def bombs() -> Iterator[tuple[str, Made, str]]:
    """(what it is, what makes it, the code that it must be refused with)."""
    yield from _word()
    yield from _pdf()
    yield from _office()
    yield from _text()


def harmless() -> Iterator[tuple[str, Made]]:
    """What looks dangerous, and is read without harm."""
    laughs = f"<!DOCTYPE html [{LAUGHS}]><html><p>&j;</p></html>".encode()
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'
    yield "html: laughs", lambda: laughs
    yield "html: a wide table", lambda: b"<table><tr><td colspan=999999999>a<td>b</table>" * 1000
    yield "docx: a wide table", lambda: docx(para("Protokoll") + table(f"<w:tr>{wide}</w:tr>"))
    yield "pdf: ten million letters on each other", lambda: many_letters(10_000_000)


def _word() -> Iterator[tuple[str, Made, str]]:
    outside = '<!ENTITY a SYSTEM "file:///etc/passwd">'
    remote = '<!ENTITY % a SYSTEM "http://192.0.2.1/a.dtd"> %a;'
    large = f'<!ENTITY a "{"ha" * 50_000}">'
    deep = "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000
    within = "<w:tbl><w:tr><w:tc>" * 190 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 190
    yield "docx: 199 MB in 297 kB", lambda: inflating(199 * MB), "zip-bomb"
    yield "docx: zips in a zip", lambda: nested(5), "archive"
    yield "docx: overlapping members", lambda: overlapping(1000), "zip-damaged"
    yield "docx: 100,000 members", lambda: overlapping(100_000), "zip-members"
    yield "docx: a header that lies", lambda: lying(90 * MB), "zip-bomb"
    yield "docx: laughs", lambda: a_word_zip(declared(LAUGHS, "&j;")), "xml-entities"
    yield "docx: quadratic", lambda: a_word_zip(declared(large, "&a;" * 50_000)), "xml-entities"
    yield "docx: an entity of a file", lambda: a_word_zip(declared(outside, "&a;")), "xml-entities"
    yield "docx: an entity from afar", lambda: a_word_zip(declared(remote, "")), "xml-entities"
    yield "docx: deep", lambda: docx(deep), "docx-damaged"
    yield "docx: deep tables", lambda: docx(within), "docx-damaged"
    yield "docx: many paragraphs", lambda: docx("<w:p/>" * 499_000), "too-long"
    yield "docx: many letters", lambda: docx(para(letters(5_000_000))), "too-long"


def _pdf() -> Iterator[tuple[str, Made, str]]:
    kids = b"/Kids[%s]/Count 100000" % (b"3 0 R " * 100_000)
    lie = b"/Kids[3 0 R]/Count 100000"
    page = PAGE + b">>>>"
    yield "pdf: a chain of filters", lambda: flate_chain(3, 300 * MB), "pdf-bomb"
    yield "pdf: a long chain of filters", lambda: flate_chain(30, MB), "pdf-bomb"
    yield "pdf: a stream of 300 MB", lambda: flate_chain(1, 300 * MB), "pdf-bomb"
    yield "pdf: drawings in drawings", lambda: drawn_within(9), "pdf-bomb"
    yield "pdf: 100,000 pages", lambda: a_pdf(page, pages=kids), "too-many-pages"
    yield "pdf: says it has 100,000", lambda: a_pdf(page, pages=lie), "too-many-pages"
    yield "pdf: pages in pages", lambda: page_tree(20_000), "pdf-damaged"
    yield "pdf: pages in a ring", page_loop, "pdf-damaged"
    yield "pdf: a drawing in itself", drawn_in_itself, "no-text"
    yield "pdf: arrays in arrays", lambda: a_pdf(b"[" * 1_000_000), "pdf-damaged"


def _office() -> Iterator[tuple[str, Made, str]]:
    encrypted = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    laughs = f"<!DOCTYPE d [{LAUGHS}]>"
    yield "odt: 199 MB", lambda: an_odt("<text:p/>" * 22_000_000), "zip-bomb"
    yield "odt: laughs", lambda: an_odt(paragraphs("&j;"), laughs), "xml-entities"
    yield "rtf: groups in groups", lambda: b"{\\rtf1 " + b"{" * 5_000_000, "rtf-nested"
    yield "doc: encrypted", lambda: encrypted, "password"


def _text() -> Iterator[tuple[str, Made, str]]:
    wide = "å".encode("utf-32-le")
    yield "text: a byte over 25 MB", lambda: b"a" * (25 * MB + 1), "too-large"
    yield "text: one line of a megabyte", lambda: b"a" * MB, "too-long"
    yield "text: 11 MB of line ends", lambda: b"a" + b"\n" * (11 * MB), "too-long"
    yield "text: 25 MB of line ends", lambda: b"a" + b"\n" * (25 * MB - 1), "too-long"
    yield "text: 11 MB of spaces", lambda: b"a" + b" " * (11 * MB), "too-long"
    yield "text: 11 MB of bars", lambda: b"|" * (11 * MB), "too-long"
    yield "text: NUL", lambda: bytes(11 * MB), "binary"
    yield "text: UTF-32", lambda: b"\xff\xfe\0\0" + wide * 2_900_000, "too-long"
    yield "html: deep", lambda: b"<html><body>" + b"<div>" * 1_000_000, "too-long"
