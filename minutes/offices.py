"""What somebody was at meetings, and from when to when, as far as the minutes tell.

Nobody is said to have been anything between two meetings: an office is told with the first and
the last meeting that names it, and with the years in which it is named if some are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.utils.translation import gettext, ngettext

from minutes.limits import joined
from minutes.models import Approval, Attendance, AttendanceStatus, Meeting
from minutes.presence import particulars, printed_notes, signature
from people.models import Organization


@dataclass
class Office:
    """Meetings at which a person had one role: for an organization, or in the minutes' making.

    ``meetings`` are in order, the oldest first; ``organization`` may be printed words alone.
    """

    title: str
    organization: Organization | None = None
    meetings: list[Meeting] = field(default_factory=list)
    present: int = 0
    absent: int = 0

    @property
    def first(self) -> date | None:
        return self.meetings[0].start_date

    @property
    def last(self) -> date | None:
        return self.meetings[-1].start_date

    @property
    def in_words(self) -> str:
        """``Ledningsgruppen: närvarande vid 3 möten, frånvarande vid 1; nämns 2019 och 2022``."""
        words = [f"{self._bodies}: {self._counted}"]
        years = sorted({one.start_date.year for one in self.meetings if one.start_date})
        if years and len(years) <= years[-1] - years[0]:
            words.append(gettext("nämns %(years)s") % {"years": joined(runs(years))})
        return "; ".join(words)

    @property
    def _bodies(self) -> str:
        names = (one.body.name if one.body else gettext("oklart organ") for one in self.meetings)
        return joined(list(dict.fromkeys(names)))

    @property
    def _counted(self) -> str:
        number = len(self.meetings)
        if not self.present and not self.absent:
            return ngettext("vid %(n)s möte", "vid %(n)s möten", number) % {"n": number}
        words = ngettext("närvarande vid %(n)s möte", "närvarande vid %(n)s möten", self.present)
        counted = [words % {"n": self.present}]
        if self.absent:
            counted.append(gettext("frånvarande vid %(n)s") % {"n": self.absent})
        return ", ".join(counted)


def runs(years: list[int]) -> list[str]:
    """``2018–2020``, ``2022``: years in order, those that follow upon each other as one."""
    found: list[list[int]] = []
    for year in years:
        if found and found[-1][-1] == year - 1:
            found[-1].append(year)
        else:
            found.append([year])
    return [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in found]


def offices(attendances: Iterable[Attendance], approvals: Iterable[Approval]) -> list[Office]:
    """What one person's rows, oldest first, tell; the office that was named latest comes first."""
    attendances = list(attendances)
    found = _represented(attendances)
    for title, rows in {
        gettext("Ordförande"): [one for one in attendances if one.is_chair],
        gettext("Sekreterare"): [one for one in attendances if one.is_secretary],
        **_signed(approvals),
    }.items():
        if rows:
            found.append(Office(title, meetings=_each_once(rows)))
    return sorted(found, key=lambda one: one.last or date.max, reverse=True)


def _represented(attendances: list[Attendance]) -> list[Office]:
    """Whoever moves and comes back has an office for each time."""
    found = []
    for name, group in groupby(attendances, key=_stood_for):
        rows = list(group)
        organization = next((one.organization for one in rows if one.organization), None)
        present = sum(one.status == AttendanceStatus.PRESENT for one in rows)
        title = name or gettext("Ingen organisation anges")
        absent = len(rows) - present
        found.append(Office(title, organization, _each_once(rows), present, absent))
    return found


def _stood_for(attendance: Attendance) -> str:
    organization = attendance.organization
    return organization.name if organization else attendance.printed_organization


def _signed(approvals: Iterable[Approval]) -> dict[str, list[Approval]]:
    by_role: dict[str, list[Approval]] = {}
    for one in approvals:
        by_role.setdefault(one.get_role_display(), []).append(one)
    return by_role


def _each_once(rows: Iterable[Attendance | Approval]) -> list[Meeting]:
    """Of minutes that are approved day by day each day is a row."""
    return list({one.meeting_id: one.meeting for one in rows}.values())


@dataclass
class Seen:
    """A meeting that names a person, with what it says: there, away, or only among those who sign.

    ``attendances`` may be two where somebody came for two organizations.
    """

    meeting: Meeting
    attendances: list[Attendance] = field(default_factory=list)
    approvals: list[Approval] = field(default_factory=list)

    @property
    def in_words(self) -> str:
        """``närvarande för Salem, ordförande, från punkt 4; justerare``."""
        words = [", ".join(_attended(one)) for one in self.attendances]
        words += [
            ", ".join([str(one.get_role_display()).lower(), *signature(one)])
            for one in self.approvals
        ]
        return "; ".join(words)

    @property
    def notes(self) -> list[str]:
        """What else the source notes of the person, as it is printed."""
        return [note for one in self.attendances for note in printed_notes(one)]


def _attended(attendance: Attendance) -> list[str]:
    status = str(attendance.get_status_display()).lower()
    if name := _stood_for(attendance):
        status = gettext("%(status)s för %(organization)s") % {
            "status": status,
            "organization": name,
        }
    printed = printed_notes(attendance)
    return [status, *(words for words in particulars(attendance) if words not in printed)]


def seen(attendances: Iterable[Attendance], approvals: Iterable[Approval]) -> list[Seen]:
    """Meeting by meeting, the latest first; the undated before all, since they wait for a date."""
    found: dict[int, Seen] = {}
    for one in attendances:
        found.setdefault(one.meeting_id, Seen(one.meeting)).attendances.append(one)
    for signed in approvals:
        found.setdefault(signed.meeting_id, Seen(signed.meeting)).approvals.append(signed)
    return sorted(found.values(), key=_by_day, reverse=True)


def _by_day(one: Seen) -> tuple:
    return one.meeting.start_date or date.max, one.meeting.sequence, one.meeting.pk
