"""Who takes on a decision, by when, and which organizations it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from intake.parsing.actors import (
    ACTOR,
    CLAUSE_ACTOR,
    DECIDING_BODIES,
    DECIDING_VERBS,
    DONE_BY,
    ELECTED,
    ENTRUST,
    FURTHER,
    GROUP,
    NO_TASK,
    NO_TASK_VERBS,
    ONE,
    POST,
    TASKED,
)
from intake.parsing.dates import find_dates
from intake.parsing.minutes import ALL_MEMBERS, JOINT, NAMED, ParsedAttendance
from intake.parsing.places import BY_FOLD
from intake.parsing.swedish import INFINITIVES, words

DEADLINE = re.compile(
    r"\b(?:senast|före)\s+(?:(?:den|redan|utgången av|klockan \S+|mån|tis|"
    r"ons|tors|fre|lör|sön)\w*\s+){0,3}$",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:respektive|medverkande|deltagande|samtliga|alla|varje|"
    r"ingående)\s+(?:\w+\s+)?(?:medlems)?kommun",
    re.IGNORECASE,
)
# One or two capitalised words that may name a municipality: "Botkyrka", "Upplands Väsby".
CAPITALISED = re.compile(r"\b[A-ZÅÄÖ][\wåäö-]+(?:\s+[A-ZÅÄÖ]\w+)?")
# Other organizations that a decision may name, by the form of their names.
AUTHORITY = re.compile(
    r"\b[A-ZÅÄÖ]\w*(?:(?<!ät)verket|myndigheten)\b|\bRegion [A-ZÅÄÖ]\w+|\bLänsstyrelsen\b"
)
# Words that are capitalised only because they begin the sentence, as infinitives may be.
OPENING = words("att| i| även| till| från| med| för| både| när| om| inför| efter| endast")
OPENS = re.compile(rf"^(?:{'|'.join(OPENING)}|{INFINITIVES})$", re.IGNORECASE)


# Characters between the word of a deadline and its date: "senast torsdagen den ".
LONGEST_LEAD = 60


def read_due(text: str, meeting_day: date | None) -> tuple[date | None, str | None]:
    """The deadline: "senast" or "före" with a date.

    Without a year, the first such date after the meeting.
    """
    for one in find_dates(text):
        start = max(0, one.start - LONGEST_LEAD)
        before = DEADLINE.search(text[start : one.start])
        if before:
            return one.resolve(meeting_day), text[start + before.start() : one.end].strip(" .")
    return None, None


def stated_due(text: str, meeting_day: date | None) -> tuple[date | None, str] | None:
    """The deadline that a line of its own states, "Klart senast: 3 maj", or None."""
    return next(((one.resolve(meeting_day), text) for one in find_dates(text)), None)


def read_organizations(text: str) -> tuple[str, ...]:
    """The municipalities and authorities named in a decision, municipalities first."""
    authorities = (match.group() for match in AUTHORITY.finditer(text))
    return tuple(dict.fromkeys((*read_municipalities(text), *authorities)))


def read_municipalities(text: str) -> tuple[str, ...]:
    """The municipalities named in a text, in printed order."""
    found = (_municipality(match.group().split()) for match in CAPITALISED.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))


def _municipality(printed: list[str]) -> str | None:
    """The municipality that one or two capitalised words name.

    Two words that are no municipality together are another name: "Nora Ek", "Region Stockholm".
    """
    whole = BY_FOLD.get(" ".join(printed).casefold())
    if whole or len(printed) == 1:
        return whole
    return BY_FOLD.get(printed[1].casefold()) if OPENS.match(printed[0]) else None


def read_concern(text: str) -> str:
    """How a decision concerns the members: by name, all of them, or all together."""
    if read_municipalities(text):
        return NAMED
    return ALL_MEMBERS if WHOLE.search(text) else JOINT


def read_responsible(text: str, attendances: Sequence[ParsedAttendance]) -> tuple[str, ...]:
    """Those who take on the task, as printed.

    A first name is completed where one participant has it.
    """
    return _named(_tasked(_in_small_letters(text, attendances)), attendances)


def stated_responsible(text: str, attendances: Sequence[ParsedAttendance]) -> tuple[str, ...]:
    """Those whom a line of its own names: "Ansvarig: Bo Ek och kansliet"."""
    return _named([text], attendances)


def _named(told: Sequence[str], attendances: Sequence[ParsedAttendance]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for who in told:
        for name in re.findall(ONE, who):
            if complete := _complete(name, attendances):
                found.setdefault(complete)
    return tuple(found)


def _in_small_letters(text: str, attendances: Sequence[ParsedAttendance]) -> str:
    """A text in capitals as it would stand otherwise; the names of those present keep theirs."""
    if not text.isupper():
        return text
    text = text.lower()
    for one in attendances:
        text = text.replace(one.name.lower(), one.name.title())
    return text


def _tasked(text: str) -> list[str]:
    found: list[str] = []
    for sentence in re.split(r"(?<=[a-zåäö0-9)][.!?])\s+(?=[A-ZÅÄÖ])", text):
        if entrusted := [match["who"] for match in ENTRUST.finditer(sentence)]:
            found.extend(entrusted)
        elif ("uppdrag" in sentence or "uppgift" in sentence) and (
            tasked := TASKED.findall(sentence)
        ):
            found.extend(tasked)
        elif not ELECTED.search(sentence):
            actors = (
                ACTOR.match(re.sub(r"^[A-ZÅÄÖ][a-zåäö]+:\s+", "", sentence)),
                CLAUSE_ACTOR.search(sentence),
            )
            found.extend(DONE_BY.findall(sentence))
            acting = [one for one in actors if one and _takes_on(one)]
            found.extend(one["who"] for one in acting)
            found.extend(
                one["who"]
                for one in FURTHER.finditer(sentence)
                if acting and one["verb"] not in NO_TASK_VERBS
            )
    return found


def _takes_on(actor: re.Match[str]) -> bool:
    verb = actor["verb"]
    if actor["who"].casefold() in DECIDING_BODIES:
        return False  # "Nämnden avsätter ..." decides; "Ledningsgruppen stämmer av ..." is a task
    return verb not in NO_TASK_VERBS and not (
        verb in DECIDING_VERBS and re.fullmatch(GROUP, actor["who"])
    )


def _complete(name: str, attendances: Sequence[ParsedAttendance]) -> str | None:
    if name.split()[0].casefold() in NO_TASK or name.casefold() in NO_TASK:
        return None
    if " " in name or name.islower():
        return name
    same = {one.name for one in attendances if one.name.split()[0].casefold() == name.casefold()}
    if len(same) == 1:
        return same.pop()
    if re.fullmatch(rf"{GROUP}|{POST}", name):
        return name
    return name if same else None
