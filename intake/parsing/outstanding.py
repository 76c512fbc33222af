"""Lists of outstanding matters: each entry with what is printed of how it stands.

Minutes follow up what was given before in a list of its own: "Uppdragslista", "Utestående
ärenden", "Att göra". An entry that is not done is an assignment still.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from intake.parsing.actors import WHO
from intake.parsing.deadlines import DAY, Due, find_due
from intake.parsing.minutes import Lines, ParsedAssignment, ParsedAttendance
from intake.parsing.paragraphs import Paragraph
from intake.parsing.tasks import stated_due, stated_responsible

LIST_OF_OPEN = re.compile(
    r"\b(?:utestående|kvarstående|kvarvarande|öppna|pågående)\s+(?:ärenden|punkter|frågor|"
    r"uppdrag)|\bbevakningslista|\bärendebalans|\bbeslutsuppföljning|"
    r"\b(?:uppdrags|åtgärds|aktivitets)(?:lista|listan|logg|loggen)\b|"
    r"\buppföljning av (?:tidigare |föregående |givna )?(?:uppdrag|beslut|åtgärder)|"
    r"\buppdragen (?:därifrån|från)\b",
    re.IGNORECASE,
)
TO_DO_LIST = re.compile(
    r"^(?:kvar\s+)?(?:att göra|åtgärder|att[- ]göra-lista|to[ -]?do|action points?|actions?|"
    r"aktiviteter|uppgifter)(?:\s+(?:till|före|inför)\s+nästa\s+\w+)?\s*:?$",
    re.IGNORECASE,
)
STATUS = re.compile(
    r"^(?:pågår|pågående|tas upp|kvarstår|återkommer|ej klart?|inte klart?|ej påbörja|"
    r"inväntar|väntar|vilande|påbörja|försena|återstår)",
    re.IGNORECASE,
)
# The same on the entry's own line, where a capital tells it from prose.
STATUS_WITHIN = re.compile(
    r"(?:^|[\s.;:(–-])(?:Pågår|Pågående|Kvarstår|Återstår|Ej (?:klar|påbörja)\w*|Inte klart?|"
    r"Försena\w+|Vilande|Påbörja\w+|Inväntar)\b"
)
DONE = re.compile(
    r"^(?:\W*)(?:klart?|klar|avslutad|avslutat|genomförd|genomfört|utskicka[td]|"
    r"skicka[td]|åtgärdat|utfört|färdig\w*|besvara[td]|inskicka[td]|beslutat|redovisad|har\s|"
    r"är (?:klar|skicka|genomför|informerad|utskicka)|"
    r"\w+ (?:\w+ )?är (?:informerad|klar|genomför|skicka))|"
    r"\bhar (?:skickats|redovisats|genomförts|mejlats|besvarats|hållits)\b|\butskicka[td]\b",
    re.IGNORECASE,
)
DONE_WITHIN = re.compile(
    r"(?:[.;:(–-]|\s)\s*(?:Klart?|Avslutat?|Avslutad|Genomför[td]|Utför[td]|Åtgärda[td])\b"
    r"(?!\s+(?:senast|till|den))|\b(?:är|har)\s+(?:\w+\s+)?(?:gjor[td]|klart?|utför[td])\b"
)
# Where an entry names its person: "(Vera, senast 1 juni)", "- Vera", "Vera skulle ...".
_BEFORE_NAME = r"(?:^|[(.,:;–+&/-]\s*|\s-\s|\boch\s)"
_AFTER_NAME = (
    r"(?=\s*(?:[).,;:–+&/-]|$|\s(?:och|skulle|ska|skall)\b|"
    r"\s(?:Pågå|Kvarstå|Återstå|Ej |Inte |Försena|Vilande|Påbörja|Inväntar)))"
)


# "[ ] Boka lokal", "[x] Boka lokal"; "AP Vera: boka lokal".
MARKS = ("[", "A", "T")
OPEN_BOX = re.compile(r"^\[\s?\]\s+")
TICKED = re.compile(r"^\[[xX✓]\]\s")
MARKED = re.compile(
    r"^(?:AP|Action(?:\s+point)?|TODO|To\s?do|Att\s+göra)\b\s*\d*\s*:?\s+(?=[A-ZÅÄÖ@])"
)
TAKEN_UP = re.compile(r"\btas upp\b", re.IGNORECASE)
NAME_AND_DAY = re.compile(r"\((?:[A-ZÅÄÖ][^(),]+,\s*)+(?P<day>[^(),]*\d[^(),]*)\)\s*\.?$")
# "Vera: räkna på kostnaden", "Vera räknar på kostnaden": others that it names are told of.
FIRST = re.compile(rf"^{WHO}(?:\s*:\s|\s+[a-zåäö]+r\s)")
EACH_MEMBER = re.compile(
    r"^(?:varje|respektive|samtliga|alla)\s+(?:medlems)?kommun(?:er|erna)?\s+[a-zåäö]+r\b",
    re.IGNORECASE,
)


def entries(
    written: Sequence[Paragraph],
    at: int,
    attendances: Sequence[ParsedAttendance],
    day: date | None,
    *,
    all_open: bool,
) -> tuple[list[ParsedAssignment], Paragraph | None]:
    """What the paragraph at ``at`` leaves open, and the one below it where that tells how.

    ``all_open``: the list is of what is to be done, and needs no word for that.
    """
    paragraph = written[at]
    below = written[at + 1] if at + 1 < len(written) else None
    if paragraph.label and below and STATUS.match(below.text) and not DONE.search(below.text):
        text = f"{paragraph.text} {below.text}"
        lines = (paragraph.first, below.last)
        return [_entry(paragraph.text, lines, text, (), day)], below
    found = [
        _entry(text, lines, text, named_in(text, attendances), day)
        for text, lines in _rows(paragraph)
        if _is_open(text, all_open=all_open and bool(paragraph.label))
    ]
    return found, None


def _rows(paragraph: Paragraph) -> Iterator[tuple[str, Lines]]:
    """The whole paragraph; of a table without lines, each of its printed rows."""
    rows = paragraph.printed
    if paragraph.label or sum(bool(STATUS_WITHIN.search(text)) for _, text in rows) < 2:
        yield paragraph.text, paragraph.lines
        return
    for number, text in rows:
        yield text, (number, number)


def marked(
    paragraph: Paragraph, attendances: Sequence[ParsedAttendance], day: date | None
) -> list[ParsedAssignment] | None:
    """What a box that is not ticked, or the mark "AP", says; None where there is no such mark."""
    if paragraph.text[:1] not in MARKS:
        return None
    if TICKED.match(paragraph.text):
        return []
    mark = OPEN_BOX.match(paragraph.text) or MARKED.match(paragraph.text)
    if not mark:
        return None
    text = paragraph.text[mark.end() :].lstrip("@")
    return [_entry(text, paragraph.lines, text, named_in(text, attendances), day)]


def _is_open(text: str, *, all_open: bool) -> bool:
    return bool(all_open or STATUS_WITHIN.search(text)) and not DONE_WITHIN.search(text)


def _entry(
    text: str, lines: Lines, told: str, responsible: tuple[str, ...], day: date | None
) -> ParsedAssignment:
    """``told`` is the entry with how it stands."""
    due = find_due(told, day, waits=True) or _in_brackets(told, day)
    members = not responsible and bool(EACH_MEMBER.match(text))
    return ParsedAssignment(
        text=text,
        lines=lines,
        kind="reply" if members else "postponed" if TAKEN_UP.search(told) else "task",
        responsible=responsible,
        members=members,
        due=due.day if due else None,
        due_precision=due.precision if due else "",
        due_text=due.text if due else None,
    )


def _in_brackets(text: str, day: date | None) -> Due | None:
    """The day behind the name at the end of an entry: "(Vera, 12/11)"."""
    match = NAME_AND_DAY.search(text)
    stated = stated_due(match["day"], day) if match else None
    return Due(stated[0], DAY, stated[1].strip()) if stated and stated[0] else None


def named_in(text: str, attendances: Sequence[ParsedAttendance]) -> tuple[str, ...]:
    """The participants that an entry prints as its own, in printed order."""
    subject = FIRST.match(text)
    if subject and (own := _present(subject["who"], attendances)):
        return own
    found: list[tuple[int, str]] = []
    for one in attendances:
        at = text.find(one.name)
        if at < 0:
            first = re.escape(one.name.split()[0])
            match = re.search(rf"{_BEFORE_NAME}(?P<who>{first}){_AFTER_NAME}", text)
            at = match.start("who") if match else -1
        if at >= 0:
            found.append((at, text[at:].split()[0].strip("().,;:–-")))
    names = (stated_responsible(name, attendances) for _, name in sorted(found))
    return tuple(dict.fromkeys(name for each in names for name in each))


def _present(who: str, attendances: Sequence[ParsedAttendance]) -> tuple[str, ...]:
    names = stated_responsible(who, attendances)
    return tuple(one for one in names if any(one == each.name for each in attendances))
