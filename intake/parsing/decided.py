"""What a decision gives somebody to do.

A decision is an assignment where it names who takes it on, by when, or promises what is not done
yet. It stays one decision however many sentences it has: those are printed as one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from intake.parsing.actors import GROUP
from intake.parsing.asked import ASKED_GROUP, MEMBERS_FIRST, SENT_BACK, members_act
from intake.parsing.deadlines import DAY, MEETING, Due, find_due
from intake.parsing.minutes import ALL_MEMBERS, ParsedAssignment, ParsedDecision
from intake.parsing.postponed import POSTPONED, puts_off
from intake.parsing.stated import sentences
from intake.parsing.tasks import read_concern, read_municipalities
from intake.parsing.undertaken import PROMISED, REPLY, TASK

# A time that is a deadline, and not when something takes place.
LIMITS = re.compile(r"\b(?:senast|före|innan|inför|klar\w*)\b", re.IGNORECASE)
# "Inför helgen delar kommundirektörerna information": the group stands behind its verb.
INVERTED = re.compile(
    r"^(?:Inför|Under|Till|Efter|Senast|Före|Vid|På|I|Innan)\b[^.]{3,60}?\b[a-zåäö]+r\s+"
    rf"(?P<who>{GROUP})\s"
)
# "Botkyrka och Salem lämnar statistik": what stands before the verb.
SUBJECT = re.compile(r"^(?:[Aa]tt\s+)?(?P<who>[A-ZÅÄÖ][^.]*?)\s+[a-zåäö]+(?:ar|er|år)\b")
MEETS_ONLY = re.compile(
    rf"^(?:[Aa]tt\s+)?{GROUP}\s+(?:sammanträder|träffas|möts|har\s+(?:möte|sammanträde))\b"
)


def of_decision(number: int, decision: ParsedDecision, day: date | None) -> list[ParsedAssignment]:
    """What a decision gives somebody to do; nothing where nothing is left to do."""
    given = (_of_part(number, part, day) for part in _parts(decision))
    return [one for one in given if one]


def _parts(decision: ParsedDecision) -> list[ParsedDecision]:
    """Its sentences, where more than one gives somebody something of their own to do.

    Who and when then are those of the sentence. One that names nobody goes with the one before.
    """
    if len(told := sentences(decision.text)) < 2:
        return [decision]
    parts: list[list[str]] = []
    acting: list[bool] = []
    for sentence in told:
        acts = bool(_named_in(sentence, decision)) or puts_off(sentence) or _asks(sentence)
        if parts and not (acts and acting[-1]):
            parts[-1].append(sentence)
            acting[-1] = acting[-1] or acts
        else:
            parts.append([sentence])
            acting.append(acts)
    found = [_part(decision, " ".join(part)) for part in parts]
    named = {name for part in found for name in part.responsible}
    whole = len(parts) < 2 or not all(acting) or named != set(decision.responsible)
    return [decision] if whole else found


def _part(decision: ParsedDecision, text: str) -> ParsedDecision:
    who = _named_in(text, decision)
    concerns = read_concern(text)
    return replace(
        decision, text=text, responsible=who, due=None, due_text=None, concerns=concerns
    )


def _named_in(text: str, decision: ParsedDecision) -> tuple[str, ...]:
    """Those of the decision whom the sentence names, with the whole name or the first alone."""
    said = set(re.findall(r"[\w-]+", text))
    return tuple(one for one in decision.responsible if one in text or one.split()[0] in said)


def _asks(text: str) -> bool:
    """Whether the sentence asks each member."""
    return members_act(text) and bool(
        read_concern(text) == ALL_MEMBERS or MEMBERS_FIRST.match(text)
    )


def _of_part(number: int, decision: ParsedDecision, day: date | None) -> ParsedAssignment | None:
    if MEETS_ONLY.match(decision.text):
        return None  # when a body meets is no task of its own
    postponed = puts_off(decision.text)
    due = _due_of(decision, day, waits=postponed)
    asked = members_act(decision.text) and (
        decision.concerns == ALL_MEMBERS
        or any(MEMBERS_FIRST.match(one) for one in sentences(decision.text))
    )
    promised = bool(PROMISED.search(decision.text))
    limited = due and due.precision != MEETING and LIMITS.search(decision.text)
    sent_back = bool(SENT_BACK.search(decision.text))
    if not (decision.responsible or asked or postponed or promised or limited or sent_back):
        return None
    return ParsedAssignment(
        text="",
        lines=decision.lines,
        kind=_kind(decision, asked=asked, postponed=postponed),
        responsible=decision.responsible or _subject(decision.text),
        members=asked and not decision.responsible,
        due=due.day if due else None,
        due_precision=due.precision if due else "",
        due_text=due.text if due else None,
        decision=number,
    )


def _kind(decision: ParsedDecision, *, asked: bool, postponed: bool) -> str:
    if asked and not decision.responsible:
        return REPLY
    return POSTPONED if postponed else TASK


def _due_of(decision: ParsedDecision, day: date | None, *, waits: bool) -> Due | None:
    if decision.due:
        return Due(decision.due, DAY, decision.due_text or "")
    return find_due(decision.text, day, waits=waits)


def _subject(text: str) -> tuple[str, ...]:
    """A group behind its verb, or the municipalities before it."""
    told = INVERTED.match(text) or ASKED_GROUP.match(text) or SENT_BACK.search(text)
    if told:
        return (told["who"],)
    before = SUBJECT.match(text)
    return read_municipalities(before["who"]) if before else ()
