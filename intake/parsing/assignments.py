"""What somebody is still to do, as the prose of an item says; of its decisions, see decided.py.

It takes a phrase that gives a task, promises to come back, asks the members for an
answer or puts a matter off. Words are those of the genre; what happened, or is only told, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from intake.parsing.actors import NO_TASK, ONE, TASKED, WHO
from intake.parsing.asked import (
    ASKED,
    DEMANDED,
    FEEDBACK,
    wants,
)
from intake.parsing.deadlines import DAY, Due, find_due
from intake.parsing.minutes import (
    Lines,
    ParsedAssignment,
    ParsedAttendance,
)
from intake.parsing.names import NAME
from intake.parsing.outstanding import DONE, LIST_OF_OPEN, TO_DO_LIST, entries, marked
from intake.parsing.paragraphs import Paragraph, join
from intake.parsing.postponed import LOOSE, POSTPONED, puts_off
from intake.parsing.stated import Found, with_task
from intake.parsing.tasks import (
    read_responsible,
    stated_due,
    stated_responsible,
)
from intake.parsing.undertaken import (
    AUTHORITY,
    PROMISE,
    REPLY,
    TASK,
    Taken,
    is_known,
    taken_on,
)

ANSWERS_FOR = re.compile(rf"\b{WHO}\s+(?:ansvarar|svarar|tar ansvar)\s+för\s+att\b")
COMES_BACK = re.compile(rf"\b{WHO}\s+(?:\w+\s+){{0,2}}?återkommer\b")
TO_COME_BACK = re.compile(r"\b(?:att|ska|skall|kommer att|behöver)\s+återkomma\b", re.IGNORECASE)
# "Det uppdrogs åt Bo Ek att ...", "Åt Bo Ek uppdrogs att ...".
ENTRUSTED = re.compile(rf"\b[Uu]ppdr(?:ogs|as|ages)\s+(?:åt|till)\s+{WHO}\s+att\b")
# Each with a word that it cannot do without: to look for that first costs little.
GIVEN = (
    ("uppdrag", TASKED, TASK),
    ("uppgift", TASKED, TASK),
    ("ppdr", ENTRUSTED, TASK),
    ("för att", ANSWERS_FOR, TASK),
    ("återkommer", COMES_BACK, PROMISE),
)
VIA = re.compile(rf"\bvia\s+(?P<who>{ONE})")
# Told of this very meeting, or of what is past.
HERE = re.compile(
    r"\bunder punkt \d|\bdag (?:2|två)\b|\bsenare under (?:mötet|dagen|konferensen)\b|"
    r"\b(?:fick|hade|gavs|beslutade|beslutades|återkom)\b[^.]{0,40}\b(?:förra|föregående|"
    r"tidigare)\b|\bhar (?:fått|återkommit|skickat|tagit)\b",
    re.IGNORECASE,
)
CALLED = re.compile(r"@(?=[A-ZÅÄÖ])")  # how a program calls on somebody: "@Vera bokar lokal"
# What has happened: nobody owes it, whoever is named beside it.
TOLD = re.compile(
    r"\b(?:hölls|togs|gavs|[a-zåäö]+(?:ades|[dlrngv]des|[tskp]tes)|har [a-zåäö]+ts)\b",
    re.IGNORECASE,
)
UNSAID = Found("", 0, 0)
LIMIT_ALONE = re.compile(r"^(?:Klart?\s+senast|Senast|Deadline|Slutdatum)\s*:", re.IGNORECASE)
# "Klart v. 36.", "Utredningen redovisas den 3 maj."
CLEAR_BY = re.compile(r"^Klart?\s+(?:senast\s+|till\s+|före\s+)?(?:v\.|vecka|den|\d)")
RESULT = re.compile(
    r"^(?:Den|Det|De|[A-ZÅÄÖ][a-zåäö]+(?:en|et|na|n))\s+(?:ska(?:ll)?\s+vara\s+klar\w*|"
    r"(?:ska(?:ll)?\s+)?(?:presenteras|redovisas|levereras)|önskas|bör\s+finnas)\b"
)
PRONOUN = re.compile(r"^(?:Hon|Han|Hen|Denne|Denna|De)\b")
PERSON = re.compile(NAME.pattern)
SENTENCE_END = re.compile(r"(?<=[a-zåäö0-9)”\"][.!?])\s+(?=@?[A-ZÅÄÖ])")


def in_prose(
    written: Sequence[Paragraph],
    decided: frozenset[Lines],
    attendances: Sequence[ParsedAttendance],
    day: date | None,
    title: str = "",
    said: Sequence[str] = (),
) -> list[ParsedAssignment]:
    """What the paragraphs of an item give somebody to do.

    Its decisions are left out: the lines of ``decided``, but for sentences beside those ``said``.
    """
    listed, all_open = bool(LIST_OF_OPEN.search(title)), bool(TO_DO_LIST.search(title))
    found: list[ParsedAssignment] = []
    told: Paragraph | None = None  # how an entry stands
    for at, paragraph in enumerate(written):
        listed = listed or bool(LIST_OF_OPEN.search(paragraph.text))
        all_open = all_open or bool(TO_DO_LIST.search(paragraph.text))
        if paragraph is told:
            continue
        if _is_of(paragraph, decided):
            if any(one in paragraph.text for one in said):
                found.extend(_of_paragraph(paragraph, attendances, day, said))
            continue
        owes = at and with_task(UNSAID, paragraph.text)
        if owes and _is_of(written[at - 1], decided):
            continue  # the decision has taken it
        if owes and (owed := _owed(written[at - 1], paragraph, found, attendances, day)):
            found[-1:] = owed
            continue
        boxed = marked(paragraph, attendances, day)
        if boxed is not None:
            found.extend(boxed)
            continue
        if listed or all_open:
            open_, told = entries(written, at, attendances, day, all_open=all_open)
            found.extend(open_)
            if open_:
                continue
        found.extend(_of_paragraph(paragraph, attendances, day))
    return found


def _is_of(paragraph: Paragraph, decided: frozenset[Lines]) -> bool:
    return any(first <= paragraph.last and paragraph.first <= last for first, last in decided)


def _owed(
    above: Paragraph,
    paragraph: Paragraph,
    found: Sequence[ParsedAssignment],
    attendances: Sequence[ParsedAttendance],
    day: date | None,
) -> list[ParsedAssignment]:
    """What a line "Ansvarig: Bo Ek. Klart senast: 3 maj" makes of the sentence above it.

    In place of the last one that was found: itself with what the line adds, or it and a new one.
    """
    *_, (text, lines) = _sentences(above)
    last = found[-1] if found else None
    of_it = last and above.first <= last.lines[0] and last.lines[1] == lines[1]
    same = last if of_it else None
    one = _owned(paragraph.text, paragraph.lines, (text, lines), same, attendances, day)
    if one is None:
        return []
    return [one] if same else [*found[-1:], one]


def _owned(
    text: str,
    lines: Lines,
    above: tuple[str, Lines],
    same: ParsedAssignment | None,
    attendances: Sequence[ParsedAttendance],
    day: date | None,
) -> ParsedAssignment | None:
    """The sentence ``above``, with who and when ``text`` says; ``same`` if it was one before."""
    told = with_task(UNSAID, text)
    who = stated_responsible(told.who, attendances) if told else ()
    if not told or not who:
        return None
    if same:
        one = replace(same, responsible=same.responsible or who)
    elif DONE.search(above[0]) or TOLD.search(above[0]):
        return None
    else:
        one = ParsedAssignment(text=above[0], lines=above[1], responsible=who)
    one = replace(one, lines=(one.lines[0], lines[1]))
    due = stated_due(told.due, day) if told.due else None
    return _due_by(one, Due(due[0], DAY, due[1]), lines) if due else one


def _of_paragraph(
    paragraph: Paragraph,
    attendances: Sequence[ParsedAttendance],
    day: date | None,
    said: Sequence[str] = (),
) -> list[ParsedAssignment]:
    spoken_of = ""  # whom "hon" means
    found: list[ParsedAssignment] = []
    above = ("", paragraph.lines)
    for sentence, lines in _sentences(paragraph):
        sentence = CALLED.sub("", sentence) if "@" in sentence else sentence
        pronoun = PRONOUN.match(sentence)
        meant = spoken_of + sentence[pronoun.end() :] if pronoun and spoken_of else sentence
        same = found[-1] if found and found[-1].text == above[0] else None
        limit = _limit(sentence, day, of_it=bool(same)) if found else None
        owned = (
            above[0]
            and sentence.startswith("Ansvarig")
            and _owned(sentence, lines, above, same, attendances, day)
        )
        if limit:
            found[-1] = _due_by(found[-1], limit, lines)
        elif owned:
            found[len(found) - bool(same) :] = [owned]
        elif not _is_said(sentence, said) and (
            one := _sentence(sentence, meant, lines, attendances, day)
        ):
            found.append(one)
        above = (sentence, lines)
        named = PERSON.match(sentence)
        if named and is_known(named.group(), attendances):
            spoken_of = named.group()
    return found


def _limit(sentence: str, day: date | None, *, of_it: bool) -> Due | None:
    """By when, as a sentence says of the one before: itself, or (``of_it``) what it shall give."""
    if LIMIT_ALONE.match(sentence):
        stated = stated_due(sentence, day)
        return Due(stated[0], DAY, sentence.rstrip(".")) if stated else None
    if CLEAR_BY.match(sentence) or (of_it and RESULT.match(sentence)):
        return find_due(sentence, day)
    return None


def _is_said(sentence: str, said: Sequence[str]) -> bool:
    """Whether a decision says the sentence, or is what it says behind its mark."""
    bare = sentence.rstrip(" .")
    return any(bare in one or one.rstrip(" .") in sentence for one in said)


def _due_by(one: ParsedAssignment, due: Due, lines: Lines) -> ParsedAssignment:
    """With the limit that the next sentence states: "Klart senast: 15 mars"."""
    if one.due_precision:
        return one
    until = (one.lines[0], lines[1])
    return replace(one, due=due.day, due_precision=due.precision, due_text=due.text, lines=until)


def _sentence(
    text: str,
    meant: str,
    lines: Lines,
    attendances: Sequence[ParsedAttendance],
    day: date | None,
) -> ParsedAssignment | None:
    """``meant`` is the printed sentence with the name that its pronoun stands for."""
    given = _given(meant, attendances)
    if given is None or any(one.search(text) for one in (HERE, LOOSE, DONE)):
        return None
    kind, who, members = given
    due = find_due(text, day, waits=kind == POSTPONED)
    if kind == REPLY and not (due or who):
        return None  # an invitation without an end
    named = _named(who, attendances) if who else ()
    return ParsedAssignment(
        text=text,
        lines=lines,
        kind=kind,
        responsible=named
        or (read_responsible(meant, attendances) if kind == TASK and not members else ()),
        members=members,
        due=due.day if due else None,
        due_precision=due.precision if due else "",
        due_text=due.text if due else None,
    )


def _named(who: str, attendances: Sequence[ParsedAttendance]) -> tuple[str, ...]:
    """As printed; a guest's first name, which no participant has, too."""
    known = stated_responsible(who.rstrip("."), attendances)
    guests = (one for one in re.findall(ONE, who) if one.casefold() not in NO_TASK)
    return known or tuple(one for one in guests if not PRONOUN.match(one))


def _given(text: str, attendances: Sequence[ParsedAttendance]) -> Taken | None:
    """The kind of assignment that a sentence of prose gives, and who takes it on."""
    for word, pattern, kind in GIVEN:
        match = pattern.search(text) if word in text else None
        if not match or puts_off(text[: match.end()]) or AUTHORITY.search(match["who"]):
            continue
        return Taken(kind, match["who"])
    if taken := taken_on(text, attendances):
        return taken
    if TO_COME_BACK.search(text):
        via = VIA.search(text)
        return Taken(PROMISE, via["who"] if via else "")
    if wants(text) and find_due(text, None):
        return Taken(TASK, "")
    if ASKED.search(text) or FEEDBACK.search(text) or DEMANDED.match(text):
        return Taken(REPLY, "", bool(ASKED.search(text)))
    return Taken(POSTPONED, "") if puts_off(text) else None


def _sentences(paragraph: Paragraph) -> Iterator[tuple[str, Lines]]:
    """Each sentence with the printed lines that it stands on."""
    ends: list[tuple[int, int]] = []
    parts: list[str] = []
    for number, text in paragraph.printed:
        parts.append(text)
        ends.append((len(join(parts)), number))
    begin = 0
    for part in SENTENCE_END.split(paragraph.text):
        start = paragraph.text.index(part, begin)
        begin = start + len(part)
        on = [number for end, number in ends if end > start]
        last = next((number for end, number in ends if end >= begin), paragraph.last)
        yield part, (on[0] if on else paragraph.first, last)
