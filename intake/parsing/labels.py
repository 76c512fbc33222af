"""Finding a printed label at the start of a line, and what stands after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from intake.parsing.dates import find_dates, find_times
from intake.parsing.swedish import ABSENT, LABELS, PRESENT, SIGNED, TIME, WRAPPED_TAILS
from intake.text.cleaning import squeeze
from intake.text.document import Line

# What may stand between a label and its mark: "Förhindrade ledamöter", "Närvarande (beslutande):".
AFTER = r"(?:\s+(?:ledamöter|ledamot|ersättare|tjänstemän|deltagare))?(?:\s*\([^)]*\))?"
# A label ends at a colon, at a column or with its line; else a name, a date or a rule follows.
MARKED = (
    r"\s*[:：]|\s*$|\t\s*|\s{2,}|\s+(?=(?-i:[A-ZÅÄÖ\d§.…_*-])|(?:mån|tis|ons|tors|fre|lör|sön)dag|"
    r"den\s\d|dag\s\d|kl\b)"
)


# One who signs may set a comma after the label: "Vid pennan, Bo Ek".
SIGNED_MARKED = rf"{MARKED}|\s*,(?=\s*$|\s+(?-i:[A-ZÅÄÖ]))"


def _pattern(phrases: Mapping[str, str], marked: str, space: str) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", space) for phrase in longest_first)
    return re.compile(rf"^(?P<label>{words})(?P<after>{AFTER})(?P<mark>{marked})", re.IGNORECASE)


FRONT = _pattern(LABELS, MARKED, r"\s+")
# A poor scan of a space may read as a hyphen: "Vid-anteckningarna".
SIGNATURE = _pattern(SIGNED, SIGNED_MARKED, r"(?:\s+|-)")
WRAPPED = re.compile(
    rf"^(?:{'|'.join(sorted(WRAPPED_TAILS, key=len, reverse=True))})\s*:?(?:\s{{2,}}|\t|$)",
    re.IGNORECASE,
)
ATTENDING = (PRESENT, ABSENT)
# Letter-spaced titles: "N ä r v a r a n d e".
SPACED_LETTERS = 5
SPACED = re.compile(r"^(?:\w ){3,}\w\b")


@dataclass(frozen=True, slots=True)
class Label:
    """A label, the vocabulary's ``kind`` for it, and the ``value`` printed on the same line."""

    phrase: str
    kind: str
    value: str
    marked: bool  # by a colon, a column or its own line; not only by a capital after it


def front_label(line: Line) -> Label | None:
    """The label of the front page that this line starts with.

    Of two, "Ej beslutande: Ersättare", the nearer to the names.
    """
    label = _label(line, FRONT, LABELS)
    if label and label.kind in ATTENDING and label.value:
        inner = FRONT.match(label.value)
        if (
            inner
            and LABELS[squeeze(inner["label"]).casefold()] in ATTENDING
            and (":" in inner["mark"] or not inner["mark"].strip(" "))
        ):
            return _label(replace(line, text=label.value), FRONT, LABELS)
    return label


def second_half(line: Line) -> str | None:
    """What follows the second half of a label that a narrow column broke.

    "ersättare   Bo Ek" gives "Bo Ek".
    """
    found = WRAPPED.match(line.text)
    return line.text[found.end() :].strip() if found else None


def phrase_of(found: re.Match[str], kinds: Mapping[str, str]) -> str:
    """The phrase of the vocabulary that a pattern found, however it was parted."""
    phrase = squeeze(found["label"]).casefold()
    return phrase if phrase in kinds else phrase.replace("-", " ")


def signature_label(line: Line) -> Label | None:
    return _label(line, SIGNATURE, SIGNED)


def _label(line: Line, pattern: re.Pattern[str], kinds: Mapping[str, str]) -> Label | None:
    text = close_up(line.text)
    found = pattern.match(text)
    if not found:
        return None
    phrase = phrase_of(found, kinds)
    mark = found["mark"]
    value = text[found.end() :].strip()
    marked = ":" in mark or "\t" in mark or not value or len(mark) > 1 or line.bold
    if not text[0].isupper() and ":" not in mark:
        return None
    if not marked and kinds[phrase] == TIME and not (find_dates(value) or find_times(value)):
        return None  # "Dag Ek" is a person
    return Label(phrase, kinds[phrase], value, marked)


def close_up(text: str) -> str:
    """Take the spaces out of a letter-spaced title."""
    letters = text.split()
    if len(letters) > SPACED_LETTERS and all(len(letter) == 1 for letter in letters):
        return "".join(letters)
    found = SPACED.match(text)
    return found.group().replace(" ", "") + text[found.end() :] if found else text
