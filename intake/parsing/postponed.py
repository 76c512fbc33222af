"""A matter that is put off: to the next meeting, to another one, or to later."""

from __future__ import annotations

import re

POSTPONED = "postponed"

_MATTER = r"(?:punkten|punkter|frågan|frågorna|ärendet|ärenden|delen|delar|det|detta|diskussionen)"
PUT_OFF = re.compile(
    rf"\b{_MATTER}\b[^.;]{{0,60}}\båterkommer\b|\båterkommer\s+(?:då\s+)?{_MATTER}\b"
    r"|\b(?:tas|tages|lyfts|behandlas|återupptas|diskuteras)\s+(?:upp\s+)?(?:igen\s+|åter\s+|"
    r"på nytt\s+)?(?:senare|vid (?:ett\s+)?(?:nästa|nästkommande|kommande|senare)|"
    r"på (?:ett\s+)?(?:nästa|nästkommande|kommande|senare))"
    r"|\b(?:tas|tages|lyfts)\s+upp\s+(?:igen|åter|på nytt)\b|\båterupptas\b"
    r"|\b(?:tar|lyfter)\s+\w+\s+upp\s+(?:igen|åter|på nytt|(?:vid|på)\s+nästa)\b"
    r"|\b(?:tas|lyfts)\s+upp\s+(?:igen\s+)?(?:på|vid)\s+(?:mötet|sammanträdet|träffen)\s+den\b"
    r"|\bparkeras\s+till\b"
    rf"|\b{_MATTER}\s+(?:flyttas|flyttades|skjuts|sköts)\s+(?:fram|upp)\b"
    r"|\bskjut(?:a|s|er)\s+på\s+(?:den\s+)?(?:punkten|frågan|ärendet|det)\b"
    r"|\bskjut(?:a|s|er)\s+upp\s+(?:\w+\s+){1,2}till\b"
    r"|\b(?:bordläggs|bordlägges|bordlades|bordlägga|skjuts|skjuta|sköts|hänskjuts|hänsköts)\b[^.;]{0,60}?"
    r"\btill\s+(?:nästa|nästkommande|kommande|ett|extra\w*|\w*möte|\w*sammanträde|mötet|den|"
    r"\w+dagen|efter|hösten|våren)"
    r"|\b(?:besluta|beslutar|beslutas|ta ställning|avgöra)\s+senare\b",
    re.IGNORECASE,
)
# One of these stands in each of its phrases: to look for them first costs little.
WAITS = (
    "återk",
    "återuppt",
    "bordl",
    "skjut",
    "sköt",
    "parkeras",
    "flytta",
    " upp",
    "senare",
    "lyfts",
    "behandlas",
    "diskuteras",
    "tas ",
    "tages ",
)
# What may come, and what people do to each other while they meet.
LOOSE = re.compile(
    r"\bvarandra\b|\b(?:kan|kunde|kunna)\s+(?:\w+\s+)?(?:återupptas|tas upp|diskuteras|behandlas|"
    r"lyftas)\b",
    re.IGNORECASE,
)


def puts_off(text: str) -> bool:
    """Whether a sentence leaves a matter to another meeting, or to later."""
    small = text.lower()
    return any(map(small.__contains__, WAITS)) and bool(PUT_OFF.search(text))
