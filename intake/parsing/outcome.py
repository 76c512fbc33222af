"""What became of an item itself: tabled, withdrawn, or handled."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from intake.parsing.minutes import Lines
from intake.parsing.paragraphs import Paragraph

_THIS = (
    r"(?:punkten|ärendet|frågan|denna punkt|detta ärende|programpunkten|"
    r"dagordningspunkten|paragrafen|hela punkten|motionen|"
    r"interpellationen|"
    r"medborgarförslaget|ansökan|skrivelsen)"
)
TABLED = re.compile(
    rf"\b{_THIS}\s+(?:(?:har|kommer|ska|att|också|därför|även|i sin helhet|"
    rf"på grund av tidsbrist)\s+){{0,4}}(?:bordlades|bordläggs|bordlägges|bordlagts|"
    rf"bordläggas|bordlagd|skjuts upp|sköts upp|utgick|utgår|utgått|flyttas till nästa|"
    rf"sköts till)"
    rf"|\bbordlägga\s+(?:{_THIS}|det till|den till)|^(?:bordlagd|bordläggs|bordlägges|"
    rf"bordlades|utgår|utgick|ärendet bordlagt|bordlagt)\b"
    rf"|\b(?:beslutar|beslutade|beslöt|beslutades|beslutas)\s+(?:att\s+)?(?:bordlägga|"
    rf"ajournera ärendet)\b|\bpå grund av tidsbrist\s+(?:bordläggs|bordlades|utgick|"
    rf"utgår)\s+{_THIS}"
    rf"|\bbordlägger\s+{_THIS}|\bbordl(?:äggs|ades|ägges)\s+{_THIS}|\boch\s+bordläggs\b"
    rf"|^att\s+bordlägga\b|^bordlägga\b",
    re.IGNORECASE,
)
# In every phrase of this room; most paragraphs hold none of them.
PUT_OFF = re.compile(r"bordl|utg|sk[jö]|flytta|ajourn", re.IGNORECASE)
WITHDRAWN = re.compile(
    rf"\b{_THIS}\s+(?:\w+\s+){{0,2}}(?:utgick|utgår|utgått)\b|^(?:utgår|utgick)\b", re.IGNORECASE
)
# What was tabled before, elsewhere or among other items is not this item's outcome.
NOT_THIS = re.compile(
    r"\b(?:övriga|andra|resterande|kvarvarande|flera)\s+(?:punkter|ärenden|frågor)\b|"
    r"\b(?:förra|föregående|tidigare|senaste)\s+(?:\w*möte|\w*sammanträde)|"
    r"\bsom bordlades\b|\bbordlades (?:vid|av|på(?! grund)|i (?:januari|februari|mars|"
    r"april|maj|juni|juli|augusti|september|oktober|november|december|våras|höstas|"
    r"somras))\b|\bbordlades den\b|\bbeslutade (?:i|vid|på|den)\b|\bavslå\w*|\byrka\w*",
    re.IGNORECASE,
)


def is_tabled(item: Sequence[Paragraph], decided: Set[Lines] = frozenset()) -> bool:
    """Of list entries, only the item's decisions (their lines are ``decided``) speak of it."""
    told = _sentences(item, decided)
    return any(TABLED.search(part) and not NOT_THIS.search(part) for part in told)


def is_withdrawn(item: Sequence[Paragraph], decided: Set[Lines] = frozenset()) -> bool:
    told = _sentences(item, decided)
    return any(WITHDRAWN.search(part) and not NOT_THIS.search(part) for part in told)


def _sentences(item: Sequence[Paragraph], decided: Set[Lines]) -> list[str]:
    own = [one for one in item if not one.label or one.lines in decided]
    own = [one for one in own if PUT_OFF.search(one.text)]
    return [part for one in own for part in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", one.text)]
