"""The printed rows of an attendance list: broken cells put together, prose left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.parsing.front import Entry
from intake.parsing.inline_names import columns_of, is_inline
from intake.parsing.item_tables import item_columns
from intake.parsing.layout import ends_between
from intake.parsing.names import looks_like_person
from intake.parsing.paragraphs import join
from intake.parsing.places import municipality
from intake.text.cleaning import squeeze
from intake.text.document import Line

COLUMN_HEADS = re.compile(
    r"^(?:namn|parti|närvarande|närvaro|kommun|organisation|roll|funktion|ledamot|"
    r"ersättare|1/-|x|ja|nej|avstår|§|omröstning|närv\.?|tjg\.?|tjänstg\.?|anmärkning|tid|"
    r"ordinarie|part|\s|/|\||,|-)+$",
    re.IGNORECASE,
)
SEE_LIST = re.compile(
    r"^(?:se|enligt)\s+(?:bifogad\s+|närvaro|bilaga|förteckning|sida|nästa|separat|särskild)",
    re.IGNORECASE,
)
# Verbs of a sentence; no row of attendance has them.
PROSE = re.compile(
    r"^(?!.*\bdelt).*\b(?:är|var|hälsar|hälsade|inleder|inledde|öppnar|öppnade|öppnas|"
    r"utses|utsågs|väljs|valdes|har|hade|godkänns|godkändes|"
    r"förklarar|förklarade|konstaterar|leder|tackar|informerar|redogör|meddelar|beslutar|"
    r"beslutade)\b(?! anmält| meddelat| förhinder)"
)
LONGEST_ROW = 6_000  # characters: a list of all who were there
GAP = "\x1f"  # stands for a tab while white space is closed up


@dataclass(frozen=True, slots=True)
class Row:
    """The text of one or more persons, with the lines that print it; ``end`` is the last line."""

    text: str
    first: int
    last: int
    end: Line


def rows_of(entry: Entry) -> list[Row]:
    """Printed lines as rows: wrapped cells joined to the row they belong to, prose left out."""
    rows: list[Row] = []
    blanks = 0
    for line, text in _printed(entry):
        if not text:
            blanks += 1
            continue
        if (
            SEE_LIST.match(text)
            or COLUMN_HEADS.match(text)
            or re.match(r"^\W*vakan", text, re.IGNORECASE)
        ):
            continue
        if _is_prose(text) and not columns_of(text)[1:]:
            break
        if rows and not blanks and (wrapped := _wrapped_cells(rows[-1].text, text)):
            rows[-1] = replace(rows[-1], text=wrapped, last=line.no, end=line)
        elif rows and _continues(rows[-1], line, text, blanks):
            rows[-1] = replace(rows[-1], text=_glue(rows[-1].text, text), last=line.no, end=line)
        elif _begins(text):
            rows.append(Row(text, line.no, line.no, line))
        elif rows and blanks and not _is_group_head(text) and not _is_subtitle(text):
            break
        elif _is_group_head(text):
            rows.append(Row(text, line.no, line.no, line))
        blanks = 0
    return rows


def _printed(entry: Entry) -> Iterable[tuple[Line, str]]:
    if entry.label.value:
        yield entry.line, entry.label.value
    for line in entry.lines:
        if item_columns(line):
            break
        yield line, line.text


def _begins(text: str) -> bool:
    head, colon, tail = text.partition(": ")
    if colon and len(head) < 50 and not looks_like_person(head):
        text = tail.strip()
    return bool(text) and looks_like_person(
        columns_of(text)[0] if looks_like_person(columns_of(text)[0]) else squeeze(text)
    )


def _continues(row: Row, line: Line, text: str, blanks: int) -> bool:
    """A wrapped cell: the row before is unfinished, or this line cannot stand alone."""
    if (
        blanks
        or len(row.text) > LONGEST_ROW
        or (": " in text[:50] and not find_clock(text, text.index(":")))
    ):
        return False
    if _is_unfinished(row.text):
        return True
    if ends_between(row.end, line):
        return False
    if is_inline(row.text) and not _is_group_head(text):
        return True
    if _begins(text) or _is_group_head(text):
        return False
    return (_goes_on(text) or line.indent > 8) and not _is_prose(text)


def _is_unfinished(text: str) -> bool:
    hanging = text.rstrip().endswith((",", "(", " och", " samt", " för", " av", "/", " i"))
    return bool(re.search(r"\w-$", text)) or hanging or text.count("(") > text.count(")")


def _wrapped_cells(above: str, below: str) -> str | None:
    """The row with each cell's second line put to it: "Nils-Erik   Salem" above "Lindström".

    None where the row below is one of its own.
    """
    first, *rest = above.split("\t")
    second, *tails = below.split("\t")
    if not rest or looks_like_person(first) or len(second.split()) > 2 or municipality(second):
        return None
    if len(tails) > len(rest) or any(not _goes_on(tail) for tail in tails):
        return None
    if not looks_like_person(_glue(first, second)):
        return None
    wrapped = [_glue(*pair) for pair in zip(rest, tails, strict=False)]
    return "\t".join([_glue(first, second), *wrapped, *rest[len(tails) :]])


def _goes_on(text: str) -> bool:
    return not text or text[0].islower() or text[0].isdigit() or text[0] in "(§"


def _glue(left: str, right: str) -> str:
    return join([left.replace("\t", GAP), right]).replace(GAP, "\t")


def _is_group_head(text: str) -> bool:
    """A municipality, or a kind of members, alone on a line above its names."""
    bare = text.strip(" :")
    return bool(municipality(bare)) or (text.rstrip().endswith(":") and len(bare) < 50)


def _is_subtitle(text: str) -> bool:
    """A short line between two groups of names: "Från ledningsgruppen och kansliet"."""
    return len(text.split()) < 7 and text[:1].isupper() and not text.rstrip().endswith(".")


def _is_prose(text: str) -> bool:
    return len(text.split()) > 4 and bool(PROSE.search(text))


def find_clock(text: str, at: int) -> bool:
    """Whether the colon at ``at`` stands in a time of day."""
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
