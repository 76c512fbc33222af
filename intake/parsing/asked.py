"""Whom a body asks for something: its members, another body, or whoever owes what it wants."""

from __future__ import annotations

import re

from intake.parsing.actors import GROUP
from intake.parsing.undertaken import GIVES

_MEMBERS = (
    r"(?:(?:respektive|varje|samtliga|alla|medverkande|deltagande|ingående|berörda|övriga)\s+"
    r"(?:\w+\s+)?(?:medlems|ägar)?kommun(?:er|erna)?|(?:medlems|ägar)?kommun(?:er|erna))"
)
_ANSWERS = (
    r"(?:meddela|svara|återkomma|inkomma|lämna|skicka|anmäla|utse|redovisa|rapportera|"
    r"yttra|besvara|"
    r"fatta beslut|ta ställning|ta upp|fylla i)"
)
ASKED = re.compile(
    rf"\b(?:behöver|ska|skall|bör|ombeds|uppmanas|kan)\s+{_MEMBERS}\s+(?:\w+\s+){{0,3}}{_ANSWERS}|"
    rf"\b{_MEMBERS}\s+(?:behöver|ska|skall|bör|ombeds|uppmanas)\s+(?:att\s+)?(?:\w+\s+){{0,3}}"
    rf"{_ANSWERS}",
    re.IGNORECASE,
)
FEEDBACK = re.compile(
    r"\b(?:återkoppling|synpunkter|svar|kommentarer|inspel|underlag|anmälan|intresseanmälan|"
    r"besked)\s+(?:[\w-]+\s+){0,9}(?:senast|före|innan)\b",
    re.IGNORECASE,
)
# "Skicka era siffror till Vera senast på fredag!"
DEMANDED = re.compile(
    r"(?:Skicka|Mejla|Meddela|Anmäl|Lämna|Svara)\s[^.;]*\b(?:senast|före|innan)\b"
)
MEMBERS_FIRST = re.compile(r"^(?:att\s+)?(?:medlems|ägar)?kommunerna\s", re.IGNORECASE)
MEMBERS_DO = re.compile(rf"\b{_MEMBERS}\s+(?P<verb>[a-zåäö]+r)\b", re.IGNORECASE)
# "Nämnden uppmanas att redovisa": whom another body asks.
ASKED_GROUP = re.compile(
    rf"^(?:[Aa]tt\s+)?(?P<who>(?:[\wåäöÅÄÖ]+-\s+och\s+)?{GROUP})\s+"
    r"(?:uppmanas|ombeds|anmodas|förväntas)\b"
)
# What is sent back to be prepared further.
SENT_BACK = re.compile(
    r"\båterremitter\w+\b[^.;]*?\btill\s+(?P<who>(?:(?:tekniska|gemensamma)\s+)?[\wåäöÅÄÖ-]*"
    r"(?:kontoret|förvaltningen|nämnden|styrelsen|utskottet|kansliet|sekretariatet|enheten|avdelningen|beredningen|gruppen))"
)
WANTS = re.compile(r"önskar|begär|efterfråga|vill ha|emotser")  # to look for that costs little
# "Utskottet önskar en redovisning vid nästa möte": whoever owes it.
WANTED = re.compile(
    r"\b(?:önskar|begär|begärde|efterfrågar|efterfrågade|vill ha|emotser)\s+(?:\w+\s+){0,3}?"
    r"(?:redovisning|återrapportering|återkoppling|information|underlag|uppföljning|rapport|"
    r"sammanställning|statistik)\b",
    re.IGNORECASE,
)


def members_act(text: str) -> bool:
    """Whether each member is told to do something, and not only what holds for them."""
    acts = MEMBERS_DO.search(text)
    return bool(acts and acts["verb"].lower() in GIVES) or bool(ASKED.search(text))


def wants(text: str) -> bool:
    """Whether a sentence tells what the body wants to have told."""
    return bool(WANTS.search(text)) and bool(WANTED.search(text))
