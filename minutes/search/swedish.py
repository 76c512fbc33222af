"""Words of Swedish that searching must know. Words only."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Plurals with another vowel: also at the end of compounds (bostäder).
MUTATED = {
    "städ": "stad",
    "händ": "hand",
    "stränd": "strand",
    "tänd": "tand",
    "ränd": "rand",
    "bränd": "brand",
    "länd": "land",
    "nätt": "natt",
    "stäng": "stång",
    "böck": "bok",
    "rött": "rot",
    "fött": "fot",
    "sön": "son",
    "bröd": "broder",
    "fäd": "fader",
    "möt": "mot",
    "böt": "bot",
    "bönd": "bonde",
    "mödr": "moder",
    "döttr": "dotter",
}

UNINFLECTED = listed(
    """
    alla allt att av blir blev bort bland både den denna dess det detta dessa då där därför efter
    eller en enligt ett fram från få får fått för före genom gör ha hade han hans har hela hem hon
    hos hur här i icke in inför ingen inget inom inte istället ja jag ju kan kom kommer kring kunde
    man med medan mellan men mer mest mot mycket måste ned nej ner ni nu när någon något några och
    ock också om oss på runt samt ser sig sin sina sitt sju sjutton själv ska skall skulle som så
    sådan såsom till tills trots två tre fyra under upp ur ut utan utanför utom vad var vara varit
    varje vars vart vem vi vid vidare vilka vilken vilket vill är år ännu än åt över
    """
)
