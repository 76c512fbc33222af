"""What somebody is still to do, as the decisions and the prose of an item say.

A decision is an assignment where it names who takes it on, by when, or promises what is not done
yet. In prose it takes a phrase that gives a task, promises to come back, asks the members for an
answer or puts a matter off. Words are those of the genre; what happened, or is only told, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from intake.parsing.actors import GROUP, NO_TASK, ONE, TASKED, WHO
from intake.parsing.deadlines import DAY, MEETING, Due, find_due
from intake.parsing.minutes import (
    ALL_MEMBERS,
    Lines,
    ParsedAssignment,
    ParsedAttendance,
    ParsedDecision,
)
from intake.parsing.paragraphs import Paragraph, join
from intake.parsing.swedish import words
from intake.parsing.tasks import read_municipalities, read_responsible, stated_responsible

TASK, REPLY, PROMISE, POSTPONED = "task", "reply", "promise", "postponed"

_MEMBERS = (
    r"(?:(?:respektive|varje|samtliga|alla|medverkande|deltagande|ingående|berörda|övriga)\s+"
    r"(?:\w+\s+)?(?:medlems)?kommun(?:er|erna)?|kommun(?:er|erna))"
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
    r"\b(?:återkoppling|synpunkter|svar|kommentarer|inspel|underlag|anmälan|intresseanmälan)\s+"
    r"(?:\w+\s+){0,6}senast\b",
    re.IGNORECASE,
)
COMES_BACK = re.compile(rf"\b{WHO}\s+(?:\w+\s+){{0,2}}?återkommer\b")
TO_COME_BACK = re.compile(r"\b(?:att|ska|skall|kommer att|behöver)\s+återkomma\b", re.IGNORECASE)
VIA = re.compile(rf"\bvia\s+(?P<who>{ONE})")
_MATTER = r"(?:punkten|punkter|frågan|frågorna|ärendet|ärenden|delen|delar|det|detta|diskussionen)"
PUT_OFF = re.compile(
    rf"\b{_MATTER}\b[^.;]{{0,60}}\båterkommer\b|\båterkommer\s+(?:då\s+)?{_MATTER}\b"
    r"|\b(?:tas|tages|lyfts|behandlas|återupptas|diskuteras)\s+(?:upp\s+)?(?:igen\s+|åter\s+|"
    r"på nytt\s+)?(?:senare|vid (?:ett\s+)?(?:nästa|nästkommande|kommande|senare)|"
    r"på (?:ett\s+)?(?:nästa|nästkommande|kommande|senare))"
    r"|\b(?:bordläggs|bordlägges|bordlades|bordlägga|skjuts|skjuta|hänskjuts)\b[^.;]{0,60}?"
    r"\btill\s+(?:nästa|nästkommande|kommande|ett|extra\w*|\w*möte|\w*sammanträde|mötet|den|"
    r"\w+dagen|efter|hösten|våren)"
    r"|\b(?:besluta|beslutar|beslutas|ta ställning|avgöra)\s+senare\b",
    re.IGNORECASE,
)
# What one does who does it afterwards: nobody is at a meeting to do these.
_AFTERWARDS = words(
    """
    tillfrågar| bokar| kontaktar| mejlar| mailar| undersöker| sammanställer| utreder| kompletterar|
    bevakar| efterhör| efterfrågar| kallar| översänder| distribuerar
    """
)
_WITH_PARTICLE = (
    r"bjuder\s+in|tar\s+fram|skickar\s+(?:ut|in|över)|stämmer\s+av|ser\s+över|tar\s+kontakt|"
    r"hör\s+med|ser\s+till|tar\s+reda|arbetar\s+vidare|lämnar\s+förslag|tar\s+(?:på\s+sig|"
    r"med\s+sig)|ordnar|återrapporterar"
)
DOES = re.compile(
    rf"^{WHO}\s+(?:också\s+|även\s+|sedan\s+)?(?:{'|'.join(sorted(_AFTERWARDS))}|"
    rf"{_WITH_PARTICLE})\b"
)
ANSWERS_FOR = re.compile(rf"\b{WHO}\s+(?:ansvarar|svarar|tar ansvar)\s+för\s+att\b")
# A decision that promises without naming anybody.
_TO_DO = (
    r"(?:skicka|ta fram|redovisa|återkomma|återrapportera|utreda|sammanställa|bjuda in|boka|kalla|"
    r"begära|inhämta|komplettera|revidera|uppdatera|kontakta|undersöka|bereda|arbeta fram|"
    r"se över|stämma av|planera in|kartlägga|översända|påbörja)"
)
_TO_BE_DONE = (
    r"(?:skickas|tas fram|redovisas|återrapporteras|utredas|sammanställas|bjudas|bokas|kallas|"
    r"begäras|inhämtas|kompletteras|revideras|uppdateras|kontaktas|undersökas|beredas|"
    r"arbetas fram|ses över|stämmas av|planeras in|kartläggas|översändas|påbörjas)"
)
PROMISED = re.compile(
    rf"\b(?:kommer att|ska|skall|bör)\s+(?:\w+\s+){{0,2}}?{_TO_BE_DONE}\b|"
    rf"^(?:[Aa]tt\s+)?{_TO_DO}\b|\b(?:planeras|bokas|kallas|bjuds)\s+in\b|"
    r"\b(?:tas|skickas|arbetas)\s+fram\b",
)
# What may come, and what people do to each other while they meet.
LOOSE = re.compile(
    r"\bvarandra\b|\b(?:kan|kunde|kunna)\s+(?:\w+\s+)?(?:återupptas|tas upp|diskuteras|behandlas|"
    r"lyftas)\b",
    re.IGNORECASE,
)
# A time that is a deadline, and not when something takes place.
LIMITS = re.compile(r"\b(?:senast|före|innan|inför|klar\w*)\b", re.IGNORECASE)
# "Inför helgen delar kommundirektörerna information": the group stands behind its verb.
INVERTED = re.compile(
    r"^(?:Inför|Under|Till|Efter|Senast|Före|Vid|På|I|Innan)\b[^.]{3,60}?\b[a-zåäö]+r\s+"
    rf"(?P<who>{GROUP})\s"
)
# "Botkyrka och Salem lämnar statistik": what stands before the verb.
SUBJECT = re.compile(r"^(?:[Aa]tt\s+)?(?P<who>[A-ZÅÄÖ][^.]*?)\s+[a-zåäö]+(?:ar|er|år)\b")
# Told of this very meeting, or of what is past.
HERE = re.compile(
    r"\bunder punkt \d|\bdag (?:2|två)\b|\bsenare under (?:mötet|dagen|konferensen)\b|"
    r"\b(?:fick|hade|gavs|beslutade|beslutades|återkom)\b[^.]{0,40}\b(?:förra|föregående|"
    r"tidigare)\b|\bhar (?:fått|återkommit|skickat|tagit)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"^(?:\W*)(?:klart?|klar|avslutad|avslutat|genomförd|genomfört|utskicka[td]|"
    r"skicka[td]|åtgärdat|utfört|färdig\w*|besvara[td]|inskicka[td]|beslutat|redovisad|har\s|"
    r"är (?:klar|skicka|genomför|informerad|utskicka)|"
    r"\w+ (?:\w+ )?är (?:informerad|klar|genomför|skicka))|"
    r"\bhar (?:skickats|redovisats|genomförts|mejlats|besvarats|hållits)\b|\butskicka[td]\b",
    re.IGNORECASE,
)
LIST_OF_OPEN = re.compile(
    r"\b(?:utestående|kvarstående|kvarvarande|öppna|pågående)\s+(?:ärenden|punkter|frågor|"
    r"uppdrag)|\bbevakningslista|\bärendebalans|\bbeslutsuppföljning",
    re.IGNORECASE,
)
STATUS = re.compile(
    r"^(?:pågår|pågående|tas upp|kvarstår|återkommer|ej klart?|inte klart?|ej påbörja|"
    r"inväntar|väntar|vilande|påbörja)",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[a-zåäö0-9)”\"][.!?])\s+(?=[A-ZÅÄÖ])")


def of_decision(
    number: int, decision: ParsedDecision, day: date | None
) -> ParsedAssignment | None:
    """What a decision gives somebody to do; None where nothing is left to do."""
    postponed = bool(PUT_OFF.search(decision.text))
    due = _due_of(decision, day, waits=postponed)
    asked = decision.concerns == ALL_MEMBERS and _members_act(decision.text)
    promised = bool(PROMISED.search(decision.text))
    limited = due and due.precision != MEETING and LIMITS.search(decision.text)
    if not (decision.responsible or asked or postponed or promised or limited):
        return None
    return ParsedAssignment(
        text="",
        lines=decision.lines,
        kind=POSTPONED if postponed else REPLY if asked and not decision.responsible else TASK,
        responsible=decision.responsible or _subject(decision.text),
        members=asked and not decision.responsible,
        due=due.day if due else None,
        due_precision=due.precision if due else "",
        due_text=due.text if due else None,
        decision=number,
    )


def _due_of(decision: ParsedDecision, day: date | None, *, waits: bool) -> Due | None:
    if decision.due:
        return Due(decision.due, DAY, decision.due_text or "")
    return find_due(decision.text, day, waits=waits)


def _subject(text: str) -> tuple[str, ...]:
    """A group behind its verb, or the municipalities before it."""
    if behind := INVERTED.match(text):
        return (behind["who"],)
    before = SUBJECT.match(text)
    return read_municipalities(before["who"]) if before else ()


def _members_act(text: str) -> bool:
    """Whether each member is told to do something, and not only what holds for them."""
    acts = re.search(rf"\b{_MEMBERS}\s+(?P<verb>[a-zåäö]+r)\b", text, re.IGNORECASE)
    return bool(acts and acts["verb"].lower() in _MEMBER_VERBS) or bool(ASKED.search(text))


_MEMBER_VERBS = words(
    """
    utser| meddelar| återkommer| lämnar| skickar| redovisar| rapporterar| svarar| besvarar|
    anmäler|
    inkommer| undersöker| kartlägger| ansvarar| kompletterar| yttrar| informerar
    """
)


def in_prose(
    written: Sequence[Paragraph],
    decided: frozenset[Lines],
    attendances: Sequence[ParsedAttendance],
    day: date | None,
    title: str = "",
) -> list[ParsedAssignment]:
    """What the paragraphs of an item give somebody to do; those of its decisions are left out."""
    listed = bool(LIST_OF_OPEN.search(title))
    found: list[ParsedAssignment] = []
    told: Paragraph | None = None  # how an entry stands
    for at, paragraph in enumerate(written):
        listed = listed or bool(LIST_OF_OPEN.search(paragraph.text))
        if paragraph is told or any(
            first <= paragraph.last and paragraph.first <= last for first, last in decided
        ):
            continue
        entry = _entry(written, at, day) if listed else None
        if entry:
            found.append(entry)
            told = written[at + 1]
            continue
        for sentence, lines in _sentences(paragraph):
            if one := _sentence(sentence, lines, attendances, day):
                found.append(one)
    return found


def _entry(written: Sequence[Paragraph], at: int, day: date | None) -> ParsedAssignment | None:
    """An entry of a list of open matters, with the line below it that tells how it stands."""
    paragraph = written[at]
    if not paragraph.label or at + 1 >= len(written):
        return None
    status = written[at + 1]
    if not STATUS.match(status.text) or DONE.search(status.text):
        return None
    due = find_due(f"{paragraph.text} {status.text}", day, waits=True)
    return ParsedAssignment(
        text=paragraph.text,
        lines=(paragraph.first, status.last),
        kind=POSTPONED if PUT_OFF.search(status.text) else TASK,
        responsible=(),
        due=due.day if due else None,
        due_precision=due.precision if due else "",
        due_text=due.text if due else None,
    )


def _sentence(
    text: str, lines: Lines, attendances: Sequence[ParsedAttendance], day: date | None
) -> ParsedAssignment | None:
    kind, who = _given(text)
    if kind is None or any(one.search(text) for one in (HERE, LOOSE, DONE)):
        return None
    due = find_due(text, day, waits=kind == POSTPONED)
    if kind == REPLY and not due:
        return None  # an invitation without an end
    named = _named(who, attendances) if who else ()
    return ParsedAssignment(
        text=text,
        lines=lines,
        kind=kind,
        responsible=named or (read_responsible(text, attendances) if kind == TASK else ()),
        members=kind == REPLY and bool(ASKED.search(text)),
        due=due.day if due else None,
        due_precision=due.precision if due else "",
        due_text=due.text if due else None,
    )


def _named(who: str, attendances: Sequence[ParsedAttendance]) -> tuple[str, ...]:
    """As printed; a guest's first name, which no participant has, too."""
    known = stated_responsible(who, attendances)
    return known or tuple(one for one in re.findall(ONE, who) if one.casefold() not in NO_TASK)


def _given(text: str) -> tuple[str | None, str]:
    """The kind of assignment that a sentence of prose gives, and who takes it on."""
    for pattern, kind in (
        (TASKED, TASK),
        (ANSWERS_FOR, TASK),
        (DOES, TASK),
        (COMES_BACK, PROMISE),
    ):
        if (match := pattern.search(text)) and not PUT_OFF.search(text[: match.end()]):
            return kind, match["who"]
    if TO_COME_BACK.search(text):
        via = VIA.search(text)
        return PROMISE, via["who"] if via else ""
    if ASKED.search(text) or FEEDBACK.search(text):
        return REPLY, ""
    return (POSTPONED, "") if PUT_OFF.search(text) else (None, "")


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
