"""What a subscriber is to be reminded of, and has not been.

Open assignments that are due within so many days, and those whose day has passed: each once for
its due date, and again if that is changed. What was late already when somebody asked to be
reminded is not news to them; they see it in the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from decisions.assignments.models import Assignment, Reminded, Subscription
from decisions.assignments.querysets import AssignmentQuerySet
from minutes.states import HIDDEN

AT_ONCE = 1000  # rows written with one statement


def due_soon(subscription: Subscription, today: date) -> AssignmentQuerySet:
    """News of what is still in time, the soonest first."""
    last = today + timedelta(days=subscription.days_before)
    coming = Q(due_date__gte=today, due_date__lte=last)
    return _untold(subscription, overdue=False).filter(coming).soonest_first()


def overdue(subscription: Subscription, today: date) -> AssignmentQuerySet:
    """News of what is late, the longest first."""
    return _untold(subscription, overdue=True).filter(due_date__lt=today).soonest_first()


def remember(
    subscription: Subscription, assignments: Iterable[Assignment], *, overdue: bool
) -> None:
    """The subscriber knows of these from now on."""
    told = {"subscription": subscription, "overdue": overdue}
    rows = [Reminded(**told, assignment=one, due_date=one.due_date) for one in assignments]
    Reminded.objects.bulk_create(rows, batch_size=AT_ONCE, ignore_conflicts=True)


def remember_overdue(subscription: Subscription, today: date) -> None:
    """The subscriber knows of everything that is late now."""
    remember(subscription, overdue(subscription, today).only("due_date"), overdue=True)


def _untold(subscription: Subscription, *, overdue: bool) -> AssignmentQuerySet:
    """With the subscriber's eyes; no drafts, whoever it is: mail cannot be taken back."""
    told = Reminded.objects.filter(subscription=subscription, overdue=overdue)
    here = told.filter(assignment=OuterRef("pk"), due_date=OuterRef("due_date"))
    visible = Assignment.objects.visible_to(subscription.user).open()
    wanted = visible.exclude(item__meeting__state__in=HIDDEN).filter(~Exists(here))
    if subscription.organization_id:
        wanted = wanted.filter(responsible_organization=subscription.organization_id)
    return wanted
