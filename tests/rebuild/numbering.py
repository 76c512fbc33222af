"""Numbers and bullets that Word counts: abstract lists, and one instance for each run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

# The sign of a symbol font that a secretary's bullet button gives for each printed bullet.
SIGNS = {"-": ("-", "Calibri"), "–": ("–", "Calibri"), "▪": ("\uf0a7", "Wingdings")}
OTHER_SIGN = ("\uf0b7", "Symbol")
HEADS = {"§": "§ %1", "punkt": "Punkt %1"}


@dataclass(slots=True)
class Numbering:
    """The numbering part of one document; ``document`` is python-docx's."""

    document: Any
    abstract: dict[str, int] = field(default_factory=dict)
    nums: int = 100
    runs: dict[str, tuple[int, int]] = field(default_factory=dict)  # form -> (instance, reached)

    def head(self, paragraph: Paragraph, style: str, number: int) -> None:
        """Number a heading; where the count does not give its number, it is started anew."""
        form = HEADS.get(style, "%1.")
        num, reached = self.runs.get(form, (0, 0))
        if not num or number != reached + 1:
            num = self._instance(form, "decimal", "", number)
        self.runs[form] = (num, number)
        _number(paragraph, num)

    def list(self, paragraph: Paragraph, label: str) -> None:
        """A bullet, or a number of the list; where the count does not give it, started anew."""
        if not label[0].isalnum():
            sign, font = SIGNS.get(label, OTHER_SIGN)
            num = self._instance(sign, "bullet", font, 0)
            _number(paragraph, num)
            return
        form = re.sub(r"\w+", "%1", label)
        kind = "decimal" if label[0].isdigit() else "lowerLetter"
        number = int(re.sub(r"\D", "", label)) if kind == "decimal" else ord(label[0]) - 96
        key = f"list {form} {kind}"
        num, reached = self.runs.get(key, (0, 0))
        if not num or number != reached + 1:
            num = self._instance(form, kind, "", number, key)
        self.runs[key] = (num, number)
        _number(paragraph, num)

    def _instance(self, form: str, kind: str, font: str, start: int, key: str = "") -> int:
        """A w:num of the abstract list for ``form``, started at ``start`` (0: wherever)."""
        key = f"{key}|{form}|{kind}"
        if start == 0 and key in self.runs:
            return self.runs[key][0]
        self.nums += 1
        override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self._part().append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self.nums}">'
                f'<w:abstractNumId w:val="{self._abstract(key, form, kind, font)}"/>'
                f"{override if start else ''}</w:num>"
            )
        )
        if start == 0:
            self.runs[key] = (self.nums, 0)
        return self.nums

    def _abstract(self, key: str, form: str, kind: str, font: str) -> int:
        if key not in self.abstract:
            self.abstract[key] = 100 + len(self.abstract)
            fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
            new = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self.abstract[key]}">'
                f'<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{form}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr>{fonts}</w:lvl>'
                f"</w:abstractNum>"
            )
            first = self._part().find(qn("w:num"))
            first.addprevious(new) if first is not None else self._part().append(new)
        return self.abstract[key]

    def _part(self) -> Any:
        return self.document.part.numbering_part.element


def _number(paragraph: Paragraph, num: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = num
