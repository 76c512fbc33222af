"""Text with marks: Markdown headings and emphasis.

And the inline tags that exports leave behind.
"""

from __future__ import annotations

import re
from dataclasses import replace

from intake.text.document import HEADING, Line
from intake.text.plain import PlainText

HEADING_MARK = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
TAG = re.compile(r"</?(?:b|strong|i|em|u|br|p|span|sub|sup)\s*/?>", re.IGNORECASE)
BOLD_TAG = re.compile(r"^\s*<(?:b|strong)>.*</(?:b|strong)>\s*$", re.IGNORECASE)
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")
RULE = re.compile(r"^\s*([-*_])(?:\s*\1){2,}\s*$")
TABLE_EDGE = re.compile(r"^\s*\||\|\s*$")
TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")

# Spaces only, not line ends: those would be gone through once more from each of them.
SIGNS = re.compile(rb"(?m)^#{1,6} \S|^[ \t]*\|.+\|[ \t\r]*$|<(?:b|strong|em|i)>|\*\*\S")


class Markdown(PlainText):
    media = "text/markdown"
    name = "markdown"

    def recognises(self, data: bytes) -> bool:
        return bool(SIGNS.search(data))

    def line(self, no: int, raw: str, page: int, block: int) -> Line:
        heading = HEADING_MARK.match(raw)
        source = heading.group(2) if heading else raw
        if "|" in source and TABLE_EDGE.search(source):
            source = _table_row(source)
        elif RULE.match(source):
            source = ""
        line = super().line(no, _unmark(source), page, block)
        level = len(heading.group(1)) if heading else 0
        return replace(
            line,
            raw=raw,
            kind=HEADING if heading else line.kind,
            level=level,
            bold=_is_bold(source),
            italic=bool(re.match(r"^\s*([*_])[^*_].*\1\s*$", source)),
        )


def _unmark(text: str) -> str:
    text = TAG.sub("", text)
    text = STRONG.sub(r"\2", text)
    text = EMPHASIS.sub(r"\2", text)
    return ESCAPE.sub(r"\1", text)


def _table_row(text: str) -> str:
    if TABLE_RULE.match(text):
        return ""
    return "\t".join(cell.strip() for cell in TABLE_EDGE.sub("", text).split("|"))


def _is_bold(text: str) -> bool:
    return bool(BOLD_TAG.match(text) or re.match(r"^\s*(\*\*|__).+\1\s*:?\s*$", text))
