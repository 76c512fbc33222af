"""The printed title, and the body that met: the archive's own name for it where it has one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.parsing import swedish
from intake.parsing.dates import find_dates, find_times
from intake.parsing.front import Front
from intake.parsing.labels import close_up, front_label
from intake.parsing.minutes import Lines
from intake.parsing.paragraphs import join
from intake.text.cleaning import squeeze
from intake.text.columns import cells
from intake.text.document import Line

# The archive's names for the bodies it holds, by the words that minutes print for them.
OWN_BODIES = (
    (
        re.compile(
            r"södertörns?\s?kommunernas\s+ledningsgrupp\b|\bledningsgruppens?\b|"
            r"\bledningsgrupps?möte|^ledningsgrupp$",
            re.IGNORECASE,
        ),
        "Ledningsgruppen",
    ),
    (re.compile(r"\bsamarbetskommitt[ée]n?s?\b", re.IGNORECASE), "Samarbetskommittén"),
)


LONGEST_TITLE = 16  # words in a line of a title
# The way to a page on a web site: "Start » Politik » Protokoll".
TRAIL = re.compile(r"»|\S > \S")
MINUTES_WORD = re.compile(
    r"\b(?:\w*anteckning(?:ar|arna)?|(?:sammanträdes|mötes|styrelse|besluts|direktions|årsmötes|"
    r"stämmo|nämnd)?protokoll(?:et)?)\b",
    re.IGNORECASE,
)
_ENDINGS = "|".join(sorted(swedish.BODY_ENDINGS, key=len, reverse=True))


_NOUN = rf"[\w-]*(?:{_ENDINGS})"


BODY_NAME = re.compile(
    rf"(?:[A-ZÅÄÖ][\w/-]*[sae]\s+)?(?:(?:[\wåäö]+-|[\wåäö]+),\s+)?(?:[\wåäö]+-?\s+(?:och|"
    rf"samt|&)\s+)?{_NOUN}"
    r"(?:\s+(?:för|i|på|vid|mellan)\s+[\wåäöÅÄÖ][\w\s,-]*|"
    r"\s+[A-ZÅÄÖ][\wåäö]+(?:\s+[A-ZÅÄÖ]?[\wåäö]+){0,2})?|"
    r"gemensam\s+\w*nämnd(?:\s+för\s+[\w\s,-]+)?",
    re.IGNORECASE,
)


MEETING_OF = re.compile(
    r"^(?:.*\b(?:möte|sammanträde|\w*konferens\w*|protokoll\w*|"
    r"anteckning\w*)\s+)?(?:\d{4}\s+)?(?:med|från|fört vid|vid|hos|för)\s+(?P<who>.+)$",
    re.IGNORECASE,
)


MEETING_WORDS = re.compile(
    r"^(?:(?:ett|det|extra|ordinarie|konstituerande|digitalt|gemensamt|möte|sammanträde|"
    r"styrelsemöte|sammanträdet|mötet)\s+(?:(?:med|i|för)\s+)?)+",
    re.IGNORECASE,
)


# Words with the ending of a body that are none: "mötet", "råd" alone, a label.
NO_BODY = re.compile(
    r"^(?:mötet?|råd|grupp|nätverk|stämma|team|sammanträdesdatum|plats|tid|styrgruppsmöte|möte|"
    r"styrelsemöte|årsmötet?)$|^(?:nästa|föregående|förra)\b|»|\bgrupp \d",
    re.IGNORECASE,
)


MET_WITH = re.compile(r"^\w*(?:möte|sammanträde)t?\s+(?:med|i|för)\s+\S", re.IGNORECASE)
# "Direktionens sammanträde", "Protokoll fört vid Konstnätverkets ordinarie möte".
MEETING_OF_ITS_OWN = re.compile(
    r"^(?P<who>.*\w)s\s+(?:(?:ordinarie|extra|digitala|konstituerande|gemensamma)\s+)?"
    r"(?:styrelse|års|arbets)?(?:möte|sammanträde)\b",
    re.IGNORECASE,
)
ABBREVIATION = re.compile(r"\s*\([A-ZÅÄÖ]{2,6}\)$")
TRAILING_LABEL = re.compile(
    r",\s+(?:ordinarie\s+|extra\s+)?(?:sammanträde|\w*möte)\b.*$|"
    r"\s+(?:sammanträdesdatum|sammanträdesprotokoll|protokoll|datum|sida|sid)\b.*$",
    re.IGNORECASE,
)


ASSOCIATION = re.compile(
    r"förbund(?:et)?\b|förening(?:en)?\b|^nätverket\b|\bi samverkan\b", re.IGNORECASE
)


# An association with the body of it that met: "Vattenförbundet Norra, direktionen".
PART_OF = re.compile(
    r"^[^,]*(?:förbund(?:et)?|förening(?:en)?)\b[^,]*,\s+(?P<body>[\wåäö-]*(?:direktionen|styrelsen|"
    r"presidiet|utskottet))$",
    re.IGNORECASE,
)


def span(lines: Sequence[Line]) -> Lines | None:
    return (lines[0].no, lines[-1].no) if lines else None


def title_lines(loose: Sequence[Line]) -> list[Line]:
    """The printed title: from the line that says what the paper is, while it goes on.

    Of several, as a letterhead and the title below it, the first that names the body.
    """
    text = [line for line in loose if line.text]
    titles = [_title_from(text, at) for at, line in enumerate(text) if _says_minutes(line)]
    named = (lines for lines in titles if _names_body(printed_title(lines) or ""))
    return next(named, titles[0] if titles else [])


def _says_minutes(line: Line) -> bool:
    return (
        bool(MINUTES_WORD.search(close_up(line.text)))
        and not TRAIL.search(line.text)
        and len(line.text.split()) <= LONGEST_TITLE
    )


def _title_from(text: Sequence[Line], at: int) -> list[Line]:
    lines = [text[at]]
    for after in text[at + 1 : at + 4]:
        if not _title_goes_on(lines[-1], after):
            break
        lines.append(after)
    return lines


def _names_body(title: str) -> bool:
    return bool(_own(title) or _named(title))


def with_heads(front: Front, heads: Sequence[Line]) -> Front:
    """The front page with the running heads above it, where it has no title of its own."""
    if title_lines(front.loose) or not title_lines(heads):
        return front
    return replace(front, loose=[*heads, *front.loose])


def printed_title(lines: Sequence[Line]) -> str | None:
    """The title as printed; of a line in columns, only the column that says what the paper is."""
    return join(_title_cell(line) for line in lines) or None


def _title_cell(line: Line) -> str:
    columns = [cell.text for cell in cells(line.text) if MINUTES_WORD.search(close_up(cell.text))]
    return columns[0] if columns else line.text


def _title_goes_on(last: Line, line: Line) -> bool:
    if line.no - last.no > 1 or find_times(line.text):
        return False
    if len(last.text.split()) == 1 and (_own(line.text) or _bare_body(line.text)):
        return True  # "Protokoll" above "Samverkansrådet"
    hanging = re.search(
        r"\b(?:från|med|för|av|vid|i|och|på|samt|möte|den)$|,$|-$",
        squeeze(last.text),
        re.IGNORECASE,
    )
    return bool(hanging) or line.text[0].islower()


def read_body(
    front: Front, title: str | None, title_lines: Sequence[Line]
) -> tuple[str | None, Lines | None]:
    for entry in front.of(swedish.BODY):
        value = cells(entry.label.value)[0].text if entry.label.value else ""
        if value and not front_label(replace(entry.line, text=value)):
            return _own(value) or squeeze(value), (entry.first, entry.first)
    printed = (_own(title) or _named(title)) if title else None
    found = [(printed, title_lines[0].no)] if printed else []
    found += [
        (name, line.no)
        for line in _head_lines(front)
        for cell in cells(line.text)
        if cell.text
        and len(cell.text.split()) <= 8
        and (name := _own(cell.text) or _bare_body(cell.text) or _met(cell.text))
    ]
    # "Kommunalförbundet Norra" heads the paper, but its "Direktionen" met.
    found.sort(key=lambda one: bool(ASSOCIATION.search(one[0])))
    return (found[0][0], (found[0][1], found[0][1])) if found else (None, None)


def _head_lines(front: Front) -> list[Line]:
    """The lines above and between the labels of the head: not those under the attendance."""
    lines = [
        *front.loose,
        *(
            line
            for entry in front.of(swedish.TIME, swedish.PLACE, swedish.TIME_PLACE)
            for line in (entry.line, *entry.lines)
        ),
    ]
    return sorted((line for line in lines if line.text), key=lambda line: line.no)[:25]


def _own(text: str) -> str | None:
    return next((name for pattern, name in OWN_BODIES if pattern.search(close_up(text))), None)


def _bare_body(text: str) -> str | None:
    """A body printed as a heading of its own: "Kommunstyrelsens arbetsutskott"."""
    text = ABBREVIATION.sub("", text)
    if within := PART_OF.match(text):
        text = within["body"][0].upper() + within["body"][1:]  # "Förbundet, direktionen"
    bare = TRAILING_LABEL.sub("", _without_date(close_up(squeeze(text))))
    if not bare or not bare[0].isupper() or not BODY_NAME.fullmatch(bare) or NO_BODY.search(bare):
        return None
    return _proper(bare)


def _met(text: str) -> str | None:
    """The body in a line that says who met: "Styrelsemöte med Samordningsförbundets styrelse"."""
    if MET_WITH.match(text):
        return _named(text)
    return _genitive(_without_date(squeeze(text))) if text[0].isupper() else None


def _genitive(text: str) -> str | None:
    """The body whose meeting it was: "Direktionens sammanträde" is Direktionen."""
    found = MEETING_OF_ITS_OWN.match(text)
    return _whole(found["who"]) if found else None


def _whole(name: str) -> str | None:
    return _proper(name) if BODY_NAME.fullmatch(name) and not NO_BODY.search(name) else None


def _named(title: str) -> str | None:
    """The body in a title: "Protokoll från möte med Energirådet den 3 maj" is Energirådet."""
    bare = MINUTES_WORD.sub("", _without_date(squeeze(title)), count=1).strip(" ,.:–-")
    while found := MEETING_OF.search(bare):
        bare = found["who"]
    bare = MEETING_WORDS.sub("", bare)
    if own := _genitive(bare):
        return own
    bare = re.sub(r"\s*(?:nr\.?\s*)?\d+[/:\d-]*\s*(?:\(\d+\))?$", "", bare).strip(" ,.:–-")
    bare = re.split(r",\s|\s+(?:möte|sammanträde|sida|sid)\b", bare, flags=re.IGNORECASE)[0].strip(
        " ,"
    )
    return _whole(bare)


def _without_date(text: str) -> str:
    for one in reversed(find_dates(text)):
        text = text[: one.start] + text[one.end :]
    text = re.sub(r"\s+(?:den|kl(?:ockan)?\b\.?.*|\d{4})\s*$", "", text.strip(" ,"))
    return re.sub(r"\s+\d{4}$|\s*\(\d+\)$", "", text).strip(" ,.:–-")


def _proper(name: str) -> str:
    name = name.capitalize() if name.isupper() else name
    return name[0].upper() + name[1:]
