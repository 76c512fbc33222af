"""Printed organizations told from persons, and brought to their usual spelling."""

from __future__ import annotations

import re

from intake.parsing.places import MUNICIPALITIES, municipality
from intake.text.cleaning import squeeze

# Words that name a body of people: by their ending, or as whole words.
ORGANIZATION_WORD = re.compile(
    r"(?:kommunen|kommunerna|regionen|landstinget|förbund|förbundet|verket|styrelsen|"
    r"myndigheten|bolaget|högskola|universitet|modellen|"
    r"kansliet|sekretariatet|föreningen|nätverket|institutet|sällskap|sällskapet|polisen|trafiken|"
    r"projektet|förvaltning|förvaltningen|kontoret|centrum|"
    r"kammare|kammaren|bostäder|stiftelsen|akademin|museet|biblioteket|skolan|kyrkan|"
    r"rådet|gruppen|polisområde|distrikt|smittskydd|avdelningen)$"
    r"|^(?:kommun|region|landsting|stad|AB|hamn|hamnar|samverkan|konsult|consulting|group|"
    r"energi|vatten|sverige|LRF|SKR|SKL|HSO|PRO|SPF|"
    r"kansli|tjänst|räddningstjänst|räddningstjänsten|högskolan|universitetet|polis)$",
    re.IGNORECASE,
)


def is_organization(text: str) -> bool:
    """Whether a capitalised piece names a body of people and not a person.

    "Region Stockholm", "Stockholms Hamnar".
    """
    words = text.split()
    if any(ORGANIZATION_WORD.search(word) for word in words):
        return True
    return (
        len(words) > 1
        and words[0].endswith("s")
        and municipality(words[0]) is not None
        and words[0] not in MUNICIPALITIES
    )


def organization(printed: str) -> str:
    """A printed organization in its usual spelling.

    "Södertörns kommunerna" is one word, a kommun loses the word.
    """
    name = squeeze(printed).strip(" ,.")
    name = re.sub(r"(?<=s) kommunerna\b", "kommunerna", name)
    if place := municipality(name):
        return place
    found = re.match(r"^(?P<name>\S+?)s?\s+kommun$", name)
    return found["name"] if found else name
