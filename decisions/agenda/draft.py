"""A draft of the next agenda from what is open: a derivation, which asks the database nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _

from decisions.agenda.coming import Coming
from decisions.agenda.lines import (
    Line,
    of_assignments,
    of_coming,
    of_previous,
    of_tabled,
)
from decisions.assignments.models import Assignment, AssignmentKind, Precision
from minutes.models import AgendaItem, Meeting, Outcome
from minutes.words import fold
from people.models import Body

PREVIOUS, OUTSTANDING, COMING, NEXT = (
    gettext_noop("Föregående anteckningar"),
    gettext_noop("Utestående ärenden"),
    gettext_noop("Kommande möten"),
    gettext_noop("Nästa möte"),
)
USUAL = [
    gettext_noop("Mötets öppnande"),
    gettext_noop("Val av justerare"),
    PREVIOUS,
    OUTSTANDING,
    COMING,
    gettext_noop("Övriga frågor"),
    NEXT,
]
_PUT_OFF = {AssignmentKind.POSTPONED, AssignmentKind.PROMISE}
_NOT_TREATED = {Outcome.TABLED, Outcome.WITHDRAWN}


@dataclass(frozen=True)
class Group:
    """Lines under a heading of their own; ``empty`` says what it means that there are none."""

    heading: str
    lines: Sequence[Line]
    empty: str


@dataclass
class Point:
    """A point of the agenda; ``is_own``: the body has written its title, in Swedish."""

    title: str
    is_own: bool = False
    groups: list[Group] = field(default_factory=list)


@dataclass(frozen=True)
class Draft:
    """``meeting`` is None where no coming meeting is known; ``passed`` is then the last one that
    was announced. ``goes_on``: there is more that is open than is read.
    """

    body: Body
    meeting: Coming | None
    passed: date | None
    points: Sequence[Point]
    goes_on: bool


@dataclass(frozen=True)
class Open:
    """What a body has before it: rows that somebody may see.

    ``tabled`` are items that were put off and not taken up since; ``assignments`` the open ones
    that the body gave or was given, the soonest first.
    """

    body: Body
    latest: Meeting | None
    coming: Sequence[Coming]
    tabled: Sequence[AgendaItem]
    assignments: Sequence[Assignment]
    goes_on: bool = False


def draft(found: Open, today: date) -> Draft:
    meeting = next(iter(found.coming), None)
    announced = found.latest.next_meeting_date if found.latest else None
    return Draft(
        body=found.body,
        meeting=meeting,
        passed=None if meeting else announced,
        points=_points(found.body.standing_items, _placed(found, today)),
        goes_on=found.goes_on,
    )


def _points(own: Sequence[str], placed: Iterable[tuple[str, Group]]) -> list[Point]:
    """Each group under the point that has its name in the title, else under a new last one.

    Names are compared in Swedish, which is what a body's own points are written in.
    """
    known = [(one, Point(one, is_own=True)) for one in own]
    known = known or [(one, Point(gettext(one))) for one in USUAL]
    for name, group in placed:
        there = next((point for title, point in known if fold(name) in fold(title)), None)
        if there is None:
            there = Point(gettext(name))
            known.append((name, there))
        there.groups.append(group)
    return [point for _title, point in known]


def _placed(found: Open, today: date) -> list[tuple[str, Group]]:
    """Every group with the name of the point that it belongs under."""
    previous = [of_previous(found.latest)] if found.latest else []
    empty = _("Arkivet har inga anteckningar från ett tidigare möte.")
    return [
        (
            PREVIOUS,
            Group(_("Anteckningarna från senaste mötet"), previous, empty),
        ),
        *((OUTSTANDING, group) for group in [_put_off(found), *_to_do(found, today)]),
        (COMING, _planned(found)),
        (NEXT, _to_decide(found)),
    ]


def _put_off(found: Open) -> Group:
    """What was tabled or is to come back.

    A tabled item tells its own printed words, or nothing once it has been taken up.
    """
    waiting = [one for one in found.assignments if one.kind in _PUT_OFF]
    words = {one.item_id: one for one in waiting if one.kind == AssignmentKind.POSTPONED}
    lines = [of_tabled(one, words.get(one.pk)) for one in found.tabled]
    lines += of_assignments(
        one
        for one in waiting
        if one.kind == AssignmentKind.PROMISE or one.item.outcome not in _NOT_TREATED
    )
    return Group(_("Bordlagt och utlovat"), lines, _("Inget är bordlagt eller utlovat."))


def _to_do(found: Open, today: date) -> list[Group]:
    day = found.coming[0].day if found.coming else None
    rows = [one for one in found.assignments if one.kind not in _PUT_OFF]
    late = [one for one in rows if one.due_date and one.due_date < today]
    due = [one for one in rows if _is_due(one, found.latest, today, day)]
    undated = [one for one in rows if not one.due_date and one not in due]
    soon = _("Ska vara klart till mötet") if day else _("Ska vara klart längre fram")
    return [
        Group(soon, of_assignments(due), _("Inget uppdrag ska vara klart då.")),
        Group(_("Tiden har gått ut"), of_assignments(late), _("Inget uppdrag är över tiden.")),
        Group(
            _("Utan angiven dag"),
            of_assignments(undated),
            _("Alla öppna uppdrag har en angiven dag."),
        ),
    ]


def _is_due(one: Assignment, latest: Meeting | None, today: date, day: date | None) -> bool:
    """By a day from now to the meeting; "till nästa möte" of the latest minutes means this one."""
    if one.due_date:
        return today <= one.due_date and (day is None or one.due_date <= day)
    is_latest = latest is not None and one.item.meeting_id == latest.pk
    return is_latest and one.due_precision == Precision.MEETING


def _planned(found: Open) -> Group:
    return Group(
        _("Planerade möten enligt anteckningarna"),
        [of_coming(one) for one in found.coming],
        _("Inget kommande möte nämns i anteckningarna."),
    )


def _to_decide(found: Open) -> Group:
    """Dates that somebody has to set, in sentences: there is no source for what is missing."""
    after = len(found.coming) > 1
    lines = []
    if not found.coming:
        lines.append(Line(said=_("Bestäm dag och plats för nästa möte.")))
    if not after:
        lines.append(Line(said=_("Bestäm mötestider därefter: ingen dag nämns i arkivet.")))
    return Group(_("Datum att bestämma"), lines, _("Mötestider är bestämda."))
