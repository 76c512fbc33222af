"""Which agenda items a person was there for: "endast punkt 2", "fr o m § 12", "ej § 91-97"."""

from __future__ import annotations

import re

from intake.parsing.dates import find_times

_NUMBER = r"\d{1,4}"


_UNIT = (
    r"(?:punkt(?:en|erna|er)?|p\.?|pkt\.?|§{1,2}|paragraf(?:en|erna|er)?|ärende(?:t|na|"
    r"n)?|ärendepunkt|dagordningspunkt(?:en|erna)?|pp\.?)"
)


ONLY = re.compile(
    rf"(?<!\w)(?:endast|enbart|bara|under|deltog under|närvarande under|vid|deltar under|"
    rf"på|deltog vid|närvarande|i)?\s*{_UNIT}\s*(?P<numbers>{_NUMBER}(?:\s*(?:,|och|samt|&|"
    rf"-|–|—)\s*(?:{_UNIT}\s*)?{_NUMBER})*)",
    re.IGNORECASE,
)


_SIGNED = rf"{_NUMBER}(?:\s*§{{1,2}})?"
NUMBERED_BEFORE = re.compile(
    rf"(?P<numbers>{_SIGNED}(?:\s*(?:,|och|-|–)\s*{_SIGNED})*)(?<=§)(?!\s*\d)"
)
FROM = re.compile(
    rf"\b(?:fr\.?\s?o\.?\s?m\.?|from|från(?:\s+och\s+med)?|"
    rf"med\s+start)\s*(?:med\s+)?{_UNIT}?\s*(?P<number>{_NUMBER})(?!\s*[.:/]\d|\s+(?:jan|"
    rf"feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)


UPTO = re.compile(
    rf"\b(?:t\.?\s?o\.?\s?m\.?|tom|till(?:\s+och\s+med)?|"
    rf"fram till(?:\s+och\s+med)?)\s*{_UNIT}?\s*(?P<number>{_NUMBER})(?!\s*[.:/]\d|"
    rf"\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))",
    re.IGNORECASE,
)


NOT_THERE = re.compile(
    r"\b(?:ej|inte|deltar ej|deltog ej|utom|förutom|undantaget|jäv\w*|ej närvarande|"
    r"frånvarande)\b",
    re.IGNORECASE,
)


SCOPED = re.compile(
    rf"(?:(?<!\w){_UNIT}\s*\d|\d\s*§|\b(?:fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|from|tom)\b)",
    re.IGNORECASE,
)


# A list of paragraphs in brackets or at the end of a person, without a sign: "170, 172-184".
BARE_NUMBERS = re.compile(
    rf"^{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?(?:\s*(?:,|och)\s*{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?)*$"
)


def read_limits(text: str) -> tuple[str, ...] | None:
    """The agenda items that a note limits a person to.

    () where it limits by days or times; None without limits.
    """
    if NOT_THERE.search(text) and SCOPED.search(text):
        return ()
    limits: list[str] = []
    start, stop = FROM.search(text), UPTO.search(text)
    if start and not find_times(text[start.start() :]):
        limits.append(f"{start['number']}-")
    if stop and not find_times(text[stop.start() :]) and stop["number"]:
        if limits:
            return (f"{start['number']}-{stop['number']}",) if start else ()
        limits.append(f"-{stop['number']}")
    if limits:
        return tuple(limits)
    if only := ONLY.search(text) or NUMBERED_BEFORE.search(text):
        return numbers(only["numbers"])
    if BARE_NUMBERS.match(text.strip()):
        return numbers(text)
    return None


def numbers(text: str) -> tuple[str, ...]:
    """ "2 och 3" is ("2", "3"); "8-9" stays a closed range."""
    joined = re.sub(r"\s*[-–—]\s*", "-", re.sub(r"\s*§+", "", text))
    return tuple(re.findall(r"\d{1,4}(?:-\d{1,4})?", joined))
