"""Other meetings of the group's bodies that minutes speak of: held, planned, moved, cancelled.

Only a day that is printed counts, and only where the sentence says which body meets, or that it
is this one. Meetings with others ("möte med Trafikverket") are none of its own. "Nästa möte" is of
the body that met, also where the file does not name it: its mention then has no name either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from intake.parsing.coming import sentences_of
from intake.parsing.dates import PrintedDate, find_dates
from intake.parsing.minutes import ParsedMention
from intake.text.document import Line

THIS = ""  # the body that met, where the file does not name it
HELD, PLANNED, MOVED, CANCELLED = "held", "planned", "moved", "cancelled"
FURTHEST = 400  # days: minutes speak of the meetings around them
LEAD = 60  # characters: "flyttas till onsdagen den"
NEAR = 200  # characters between the word for a meeting and its day
SOON = 240  # days: what is further ahead was rather in the past
INDEFINITE = (
    ("utskott", "et"),
    ("råd", "et"),
    ("nätverk", "et"),
    ("nämnd", "en"),
    ("direktion", "en"),
    ("styrelse", "n"),
    ("kommitté", "n"),
    ("förening", "en"),
    ("förbund", "et"),
)
# "Gruppen" may be any of those that a body has set up.
KINDS = ("utskottet", "rådet", "nätverket", "nämnden", "direktionen", "styrelsen", "kommittén")
COMPOUNDS = (
    ("utskottet", "utskotts"),
    ("rådet", "råds"),
    ("nätverket", "nätverks"),
    ("nämnden", "nämnds?"),
    ("direktionen", "direktions"),
    ("styrelsen", "styrelse"),
    ("kommittén", "kommitté"),
    ("föreningen", "styrelse"),  # whose board writes its minutes
    ("förbundet", "styrelse"),
)
HELD_BEFORE = 3  # sentences in which "mötet" still means the one last spoken of

_MEETS = r"(?:\w*möte[nt]?|\w*sammanträde[nt]?|\w*konferens(?:en)?)"
_DAY_LEAD = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?"
# What a body does when it meets, and what it did on that day.
_GATHERS = (
    r"(?:är|blir|hålls|äger rum|(?:ses|träffas|möts|sammanträder)(?:\s+(?:igen|åter))?|"
    r"sammanträdde|träffades|möttes|hölls|har\s+möte|hade\s+möte)(?:\s+senast)?"
)
_HANDLED = (
    r"(?:behandlade|diskuterade|informerades|godkände|beslutade|tog\s+upp|fick|får|enades|gav|"
    r"ställde sig bakom)(?:\s+(?!att\b|till\b|för\b|med\b)[\wåäö]+){0,3}"
)
# This body's own, without its name.
OWN = re.compile(
    r"\b(?:föregående|förra|senaste|nästa|nästkommande|kommande|extrainsa\w+|extra|årets|höstens|"
    rf"vårens)\s+(?:\w+\s+)?(?:{_MEETS}|träff(?:ens?|ar)?\b)|"
    r"\bplaneringskonferensen\b|\bmötet\s+(?:flyttas|genomförs|hålls|hölls|ställs)|"
    r"\bmötet?\s+som\s+(?:var|är)\s+(?:planera|utlyst|bokat)\w*|"
    rf"\b(?:nästa|föregående|förra)\s+avstämning\s*(?:är\s+|blir\s+|:\s*)?{_DAY_LEAD}$",
    re.IGNORECASE,
)
# "Mötet den 6 december", "Anteckningar från den 30 augusti": of the body that was spoken of.
THE_DATED = re.compile(
    r"(?:(?:^(?:vid\s+|på\s+)?|"
    r"\b(?:bordlägg\w*|tas upp|återupptas)[^.;]{0,40}?\b(?:vid|på|till)\s+)"
    rf"(?:mötet|sammanträdet|träffen)|\b(?:\w*anteckningar\w*|"
    rf"protokoll\w*)\s+från(?:\s+(?:mötet|sammanträdet|träffen))?|"
    rf"\b(?:uppföljning\w*|uppdrag\w*|åtgärder\w*)\s+(?:från|vid)\s+"
    rf"(?:mötet|sammanträdet|träffen))\s+{_DAY_LEAD}$",
    re.IGNORECASE,
)
# A line that only leads in to days: "Nästa möte", "Sammanträdestider 2021".
LEADS_IN = re.compile(
    rf"^(?:(?:§\s?)?\d+\s?[.§]?\s+)?(?:(?:tid(?:er)?|datum|tid och plats)\s+för\s+)?"
    rf"(?:(?:nästa|kommande|höstens|vårens)\s+(?:\w+\s+)?(?:{_MEETS}|träff\w*|avstämning)|"
    rf"(?:mötes|sammanträdes)(?:tider|dagar|datum|plan)"
    r"(?:\s+(?:för\s+)?(?:våren|hösten|vårterminen|höstterminen|vt|ht))?(?:\s+20\d\d)?)\s*:?$",
    re.IGNORECASE,
)
BEGINS_WITH_DAY = re.compile(
    r"^(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?\d", re.IGNORECASE
)
# Below such a line "gruppen" is the one that met.
GROUP_GATHERS = re.compile(rf"^(?:gruppen|teamet)\s+{_GATHERS}\s+{_DAY_LEAD}\d", re.IGNORECASE)
# Met with others, or by others.
_BODIES = r"(?:[Ll]ednings|[Ss]amarbets|[Ss]ödertörns)"
OTHERS = re.compile(
    rf"(?i:\b(?:möte[nt]?|mötestid\w*|träff\w*|dialog)\s+(?:\w+\s+)?(?:med|hos))\s+(?!{_BODIES})[A-ZÅÄÖ]"
    r"|(?i:\b(?:sektors|nätverks|start|projekt|styrgrupps|arbetsgrupps|dialog|info\w*|samråds)mö"
    r"te|\bsödertörnskonferens|\bfullmäktige|\bkommundirektörsförening)"
)
# What was said or done there has been held.
PAST = re.compile(
    r"\b(?:föregående|förra|senaste|tidigare|hölls|redovisades|framfördes|beslutad\w*\s+(?:vid|på)|"
    r"diskuterades|behandlades|anteckningar\w*|protokoll\w*\s+från)\b",
    re.IGNORECASE,
)
MOVES = re.compile(
    r"\b(?:flyttas|flyttats|flyttades|flyttat|flyttade|ändras|byter datum|senareläggs)\b",
    re.IGNORECASE,
)
TO = re.compile(r"\btill\s+(?:\w+dag(?:en)?\s+)?(?:den\s+)?$", re.IGNORECASE)
# "... och har nästa möte den": the body that the sentence began with.
STILL_IT = re.compile(r"^\W*(?:och|samt|men)\s+har\s", re.IGNORECASE)
LONGEST_BETWEEN = 60  # characters
LISTED = re.compile(
    r"\W*(?:kl\.?\s*[\d.:–-]+\W*)?(?:(?:i|på)\s+[A-ZÅÄÖ][\wåäö]+\W*)?"
    r"(?:och|samt|eller|därefter|sedan|den|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|,|\s)*\W*"
)
INSTEAD = re.compile(r"\bersätts\s+av\b", re.IGNORECASE)
CANCELS = re.compile(r"\b(?:ställs in|ställdes in|inställ\w+|ställts in|utgår)\b", re.IGNORECASE)
UNSURE = re.compile(r"\b(?:om|ev|eventuellt|behovet|senare)\b", re.IGNORECASE)
# "ledningsgruppens möte den", whatever else the sentence speaks of.
TIGHT = re.compile(
    rf"{_BODIES}[\w\s]{{3,40}}?(?:nästa\s+|kommande\s+)?{_MEETS}\s+(?:den\s+)?$|"
    rf"{_MEETS}\s+med\s+{_BODIES}\w+\s+(?:är\s+|blir\s+)?(?:den\s+)?$"
)
NAMED = re.compile(r"\b(?:ledningsgrupp|samarbetskommitt)\w*", re.IGNORECASE)
# The body with the word for its meeting, or with the day alone.
SAID = re.compile(
    rf"\b(?:ledningsgrupp|samarbetskommitt)\w*(?:möte\w*|\s+(?:\w+\s+){{0,3}}?{_MEETS}|"
    rf"\s+(?:(?:{_GATHERS}|{_HANDLED})\s+)?{_DAY_LEAD}$)"
    rf"|\b{_MEETS}\s+(?:\w+\s+)?med\s+(?:\w+\s+)?(?:ledningsgrupp|samarbetskommitt)\w*",
    re.IGNORECASE,
)
# What is said of a date that is none of a meeting.
NO_MEETING = re.compile(
    r"(?<!sammanträdde )(?<!träffades )(?<!möttes )\b(?:senast|före|remiss\w*|svar\w*|"
    r"avtal\w*|fr\.?o\.?m|t\.?o\.?m)\s+(?:den\s+)?$",
    re.IGNORECASE,
)


def mentioned(
    lines: Sequence[Line], body: str | None, day: date | None, last_day: date | None = None
) -> tuple[ParsedMention, ...]:
    """In printed order; nothing where the meeting's own day is not known."""
    if day is None:
        return ()
    own_days = {day, last_day}
    found: dict[tuple[str, date, str], ParsedMention] = {}
    before: ParsedMention | None = None  # the meeting that "mötet" means
    since = 0
    own, gathers = body or THIS, _gathers(body)
    led_in = False
    for first, last, text in sentences_of(lines):
        under = led_in and bool(BEGINS_WITH_DAY.match(text) or GROUP_GATHERS.match(text))
        told = list(_in_sentence(text, (first, last), own, day, before, gathers, under))
        led_in = bool(LEADS_IN.match(text)) or (under and bool(told))
        for one in told:
            if one.day not in own_days:
                found.setdefault((one.body, one.day, one.kind), one)
        since = 0 if told else since + 1
        before = told[-1] if told else (before if since < HELD_BEFORE else None)
    return tuple(found.values())


def _gathers(body: str | None) -> re.Pattern[str]:
    """ "Nätverket ses igen den": the body by the words that its own minutes use, with its verb.

    Those of "Kommunstyrelsens arbetsutskott" speak of arbetsutskottet, those of Samverkansrådet
    of rådet as well. Without a name "vi" is left.
    """
    head = re.split(r"\s(?:för|i|på|vid|mellan|av|inom)\s", body or "")[0].casefold()
    words = [_definite(word) for word in re.findall(r"[\w-]+", head)]
    names = words[:1] + [word for word in words[1:] if word.endswith(KINDS)]
    kinds = [kind for name in names for kind in KINDS if name.endswith(kind)]
    named = "|".join(map(re.escape, dict.fromkeys([*names, *kinds]))) or "(?!)"
    return re.compile(
        rf"\b(?:{named}|vi)\s+{_GATHERS}\s+(?:20\d\d\s+)?{_DAY_LEAD}$|"
        rf"\b(?:ses|träffas|möts|sammanträder)\s+(?:{named}|gruppen|vi)\s+(?:igen\s+|åter\s+)?"
        rf"{_DAY_LEAD}$|"
        rf"\b(?:{named}|vi)\s+beslut\w+\s+att\s+(?:sammanträda|träffas|mötas|ses)\s+{_DAY_LEAD}$|"
        rf"\b(?:{named})s\s+(?:\w+\s+)?{_MEETS}\s+{_DAY_LEAD}$|"
        rf"\b(?:från|vid|på|till)\s+(?:{_compounds(names)})(?:mötet|sammanträdet)\s+{_DAY_LEAD}$",
        re.IGNORECASE,
    )


def _definite(word: str) -> str:
    """ "arbetsutskott" as the text speaks of it: "arbetsutskottet"."""
    return next((word + end for kind, end in INDEFINITE if word.endswith(kind)), word)


def _compounds(names: Sequence[str]) -> str:
    """What stands before "mötet" where it means this body: "råds" for Samverkansrådet."""
    found = (joint for kind, joint in COMPOUNDS for name in names if name.endswith(kind))
    return "|".join(dict.fromkeys(found)) or "(?!)"


def _in_sentence(
    text: str,
    lines: tuple[int, int],
    body: str,
    day: date,
    before: ParsedMention | None,
    gathers: re.Pattern[str],
    under: bool,
) -> Iterator[ParsedMention]:
    """``under``: the sentence stands below "Nästa möte" and begins with a day."""
    dates = _with_years(find_dates(text), text)
    whose: str | None = None
    moves = bool(dates) and bool(MOVES.search(text))
    latest: date | None = None  # of the list that the next day may belong to
    spoken_of = before.body if before else None
    if before and CANCELS.search(text) and not dates and not UNSURE.search(text):
        yield ParsedMention(before.body, before.day, CANCELLED, text, lines)
    for at, one in enumerate(dates):
        start = dates[at - 1].end if at else 0
        lead = text[start : one.start]
        own = whose if whose is not None and STILL_IT.search(lead) else body
        named = _body(lead, text[one.end : one.end + 40], own)
        if named is None and not OTHERS.search(lead):
            named = _unnamed(lead, body, spoken_of, gathers, under=under and not at)
        carried = whose if at and _lists(lead) else None
        near = text[max(0, one.start - LEAD) : one.start]
        moved_to = moves and bool(TO.search(near))
        instead = at and whose is not None and INSTEAD.search(lead)
        told = (named, carried, spoken_of if moved_to else None, whose if instead else None)
        whose = next((each for each in told if each is not None), None)
        spoken_of = spoken_of if whose is None else whose
        latest = latest if carried is not None else None
        resolved = _resolved(one, latest or day, past=bool(PAST.search(lead)))
        latest = resolved if resolved and resolved > day else None
        if whose is None or resolved is None or NO_MEETING.search(near):
            continue
        if moved_to and before and not at:
            yield ParsedMention(before.body, before.day, MOVED, text, lines)
        kind = PLANNED if instead else _kind(text, resolved, day, moved_to)
        yield ParsedMention(whose, resolved, kind, text, lines)


def _unnamed(
    lead: str,
    own: str,
    spoken_of: str | None,
    gathers: re.Pattern[str],
    *,
    under: bool,
) -> str | None:
    """The body of a day that is printed without a word for its meeting, or with "mötet" alone."""
    if under or gathers.search(lead):
        return own
    meant = own if spoken_of is None else spoken_of
    return meant if THE_DATED.search(lead) else None


def _kind(text: str, resolved: date, day: date, moved_to: bool) -> str:
    if CANCELS.search(text) and not UNSURE.search(text):
        return CANCELLED
    if MOVES.search(text) and not moved_to:
        return MOVED
    return HELD if resolved < day else PLANNED


def _lists(between: str) -> bool:
    """Whether only a comma or "och" parts one day from the next, or where and when that was."""
    return len(between) <= LONGEST_BETWEEN and bool(LISTED.fullmatch(between))


def _with_years(dates: Sequence[PrintedDate], text: str) -> list[PrintedDate]:
    """The days of a list have the year that is printed with its last: "3 maj och 7 juni 2023"."""
    found: list[PrintedDate] = []
    for one in reversed(dates):
        below = found[-1] if found else None
        if below and below.year and not one.year and _lists(text[one.end : below.start]):
            rises = (one.month, one.day) < (below.month, below.day)
            one = replace(one, year=below.year) if rises else one
        found.append(one)
    return found[::-1]


def _body(before: str, after: str, own: str | None) -> str | None:
    """The body that meets on the day that stands between the two."""
    clause = re.split(r"[.;:](?:\s|$)", before)[-1] if len(before) > NEAR else before
    near = clause[-NEAR:]
    if OTHERS.search(near) and not TIGHT.search(near):
        return None
    named = [(match.start(), match) for match in NAMED.finditer(near)]
    said = [(match.start(), match) for match in SAID.finditer(near)]
    if said:
        return _name(max(said)[1])
    if OWN.search(near) or OWN.search(after):
        return _name(max(named)[1]) if named else own
    return None


def _name(match: re.Match[str]) -> str:
    return "Ledningsgruppen" if "ledningsgrupp" in match.group().lower() else "Samarbetskommittén"


def _resolved(one: PrintedDate, day: date, *, past: bool) -> date | None:
    """As printed; else the latest such day before, the next one if it is soon, or the nearer."""
    if one.year:
        resolved = one.on(one.year)
    else:
        days = [found for year in (-1, 0, 1) if (found := one.on(day.year + year))]
        before = max((found for found in days if found <= day), default=None)
        after = min((found for found in days if found > day), default=None)
        soon = after is not None and after - day <= timedelta(SOON)
        resolved = before if past or not soon else after
    near = resolved is not None and abs(resolved - day) <= timedelta(FURTHEST)
    return resolved if near else None
