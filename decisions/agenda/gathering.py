"""What a body has before it, read for its next agenda."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from decisions.agenda.coming import coming, mentioned_to
from decisions.agenda.draft import Open
from decisions.models import Assignment, Standing, TakenUp
from decisions.timeline import Matter, handled_since
from minutes.enclosing import enclosed, opened
from minutes.models import AgendaItem, ApprovalRole, Meeting, Outcome
from minutes.paging import beginning
from people.models import Body


def open_before(body: Body, user: Any, today: date) -> Open:
    """All that is open, as far as the user may see it."""
    meetings = _telling(body, user, today)
    latest = next((one for one in meetings if one.start_date), None)
    ahead = coming(meetings, mentioned_to(user, today).filter(body=body), today)
    assignments = beginning(_assignments(body, user), whole=True)
    return Open(
        body=body,
        latest=latest,
        coming=[one for one in ahead if not _is_held(one.day, latest)],
        tabled=_tabled(body, user),
        assignments=assignments.rows,
        goes_on=assignments.goes_on,
    )


def _is_held(day: date, latest: Meeting | None) -> bool:
    return latest is not None and day <= latest.start_date


def _telling(body: Body, user: Any, today: date) -> list[Meeting]:
    """The latest meeting, and those that announce one; each with how many have approved it."""
    known = body.meetings.all().visible_to(user).latest_or_announcing(1, today)
    approver = Q(approvals__role=ApprovalRole.APPROVER)
    is_done = Q(approvals__is_done=True) | Q(approvals__approved_date__isnull=False)
    return list(
        known.annotate(
            approver_count=Count("approvals", filter=approver),
            approved_count=Count("approvals", filter=approver & is_done),
            pending_count=Count(
                "approvals", filter=approver & Q(approvals__is_done=False) & ~is_done
            ),
        )
    )


def _assignments(body: Body, user: Any) -> QuerySet[Assignment]:
    """That the body gave, or that somebody gave to it."""
    known = Assignment.objects.visible_to(user).open().with_source()
    return known.filter(Q(item__meeting__body=body) | Q(responsible_body=body)).soonest_first()


def _tabled(body: Body, user: Any) -> list[AgendaItem]:
    """Put off and not taken up since, the latest first; what a person has said of it counts."""
    items = AgendaItem.objects.visible_to(user).filter(meeting__body=body)
    confirmed = TakenUp.objects.filter(earlier=OuterRef("pk"), standing=Standing.CONFIRMED)
    later = confirmed.filter(later__in=AgendaItem.objects.visible_to(user))
    put_off = items.filter(outcome__in=[Outcome.TABLED, Outcome.WITHDRAWN]).exclude(Exists(later))
    denied = TakenUp.objects.filter(earlier=OuterRef("pk"), standing=Standing.REJECTED)
    told = put_off.select_related("meeting__body").annotate(denied=enclosed(denied, "later_id"))
    rows = list(told.order_by("-meeting__start_date", "position"))
    since = handled_since([Matter(one, one.title) for one in rows], user)
    taken_up = {matter.item.pk for matter, keys in since.items() if {*keys} - _denied(matter.item)}
    return [one for one in rows if one.pk not in taken_up]


def _denied(item: AgendaItem) -> set[int]:
    """The keys of later items of which a person has said that they do not take it up."""
    return {one.later_id for one in opened(TakenUp, item.denied)}
