"""Web pages, also those that Word has written; nothing is fetched and nothing runs."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import Any

from lxml import etree

from intake.text.composing import Sheet
from intake.text.decoding import decode
from intake.text.document import Document, Page
from intake.text.furniture import mark_furniture
from intake.text.html_flow import Flow
from intake.text.html_look import Look
from intake.text.plain import MOST_CHARACTERS, too_long
from intake.text.unreadable import Unreadable

VERSION = 1
MOST_TAGS = 600_000  # opening and closing
BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
BLOCK_TAG = re.compile(
    r"<(?:p|div|table|tr|td|h[1-6]|ul|ol|dl|li|body|head|meta|section)\b[^<>]*>", re.IGNORECASE
)
MARKDOWN = re.compile(r"^#{1,6} \S", re.MULTILINE)
FEWEST_TAGS = 3
LOOKED_AT = 4096  # characters
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
# Old encodings of the West that a page may name; others, and no name, are as for plain text.
OLD = frozenset(("iso8859-15", "mac-roman", "cp850", "cp437", "cp1257", "iso8859-10"))
DATA = re.compile(r"data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=\s]*")  # pictures in the page
# No text: what ends the parser's reading, and what this room uses as signs.
SIGNS = str.maketrans({"\x00": None, "\f": " ", "\v": " "})


class Html:
    media = "text/html"
    name = "html"

    def recognises(self, data: bytes) -> bool:
        """By its first tags; Markdown with a few of them is no page."""
        try:
            text = _decoded(data[: 4 * LOOKED_AT])[0][:LOOKED_AT]
        except Unreadable:
            return False
        if BEGINS.match(text):
            return True
        return len(BLOCK_TAG.findall(text)) >= FEWEST_TAGS and not MARKDOWN.search(text)

    def read(self, data: bytes) -> Document:
        """Read what a browser would print into numbered lines. Raises Unreadable."""
        text, encoding = _decoded(data)
        text = DATA.sub("", text)
        if len(text) > MOST_CHARACTERS or text.count("<") > MOST_TAGS:
            raise too_long()
        flow = Flow()
        try:
            flow.take(_tree(text), Look())
        except RecursionError as error:
            raise damaged() from error
        sheet = Sheet()
        sheet.set(flow.printed)
        lines = mark_furniture(sheet.lines)
        pages = tuple(Page(no) for no in range(1, sheet.page + 1))
        warnings = () if encoding.startswith("utf") else (f"encoding:{encoding}",)
        digest = hashlib.sha256(data).hexdigest()
        return Document(digest, self.media, self.name, VERSION, pages, tuple(lines), warnings)


def damaged() -> Unreadable:
    return Unreadable(
        "html-damaged",
        "Webbsidan går inte att tolka. Öppna den i en webbläsare, spara den som PDF och försök"
        " igen.",
    )


def _tree(text: str) -> Any:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    content = text.translate(SIGNS).encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root is None or any("depth" in error.message for error in parser.error_log):
        raise damaged()  # what is nested too deep would be missing
    return root


def _decoded(data: bytes) -> tuple[str, str]:
    """(text, encoding). UTF-8 that is valid is UTF-8, whatever the page says of itself."""
    named = CHARSET.search(data[:LOOKED_AT])
    try:
        encoding = codecs.lookup(named[1].decode("ascii")).name if named else ""
    except (LookupError, UnicodeDecodeError):
        encoding = ""
    if encoding not in OLD:
        return decode(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace"), encoding
