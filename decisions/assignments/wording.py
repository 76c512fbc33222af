"""By when an assignment is to be done, in words no more exact than the printed ones."""

from __future__ import annotations

from django.utils.dateformat import format as formatted
from django.utils.translation import gettext

from decisions.assignments.models import Assignment, Precision
from minutes.templatetags.swedish_dates import plain_date, short_date


def due_in_words(assignment: Assignment) -> str:
    """``senast 3 mars 2027``, ``mars 2027``, ``inför ett möte``; empty: nothing is said.

    The printed words, where there are any, are told beside it.
    """
    day = assignment.due_date
    if day is None:
        return gettext("inför ett möte") if _is_for_a_meeting(assignment) else ""
    if assignment.due_precision == Precision.MONTH:
        return formatted(day, "F Y")
    words = {"day": plain_date(day)}
    if assignment.due_precision == Precision.SEASON:
        return gettext("en årstid, här läst som senast %(day)s") % words
    if _is_for_a_meeting(assignment):
        return gettext("till mötet %(day)s") % words
    return gettext("senast %(day)s") % words


def citation(assignment: Assignment) -> str:
    """``Södertörnskommunernas ledningsgrupp 2022-10-06, punkt 1, beslut 2, uppdrag: Haninge``."""
    item, decision = assignment.item, assignment.decision
    meeting = item.meeting
    words = {
        "body": meeting.body.name_in_citations if meeting.body else gettext("Oklart organ"),
        "day": meeting.start_date or gettext("utan datum"),
        "item": item.number or item.position,
    }
    place = gettext("%(body)s %(day)s, punkt %(item)s") % words
    who = str(assignment.responsible or gettext("oklart vem"))
    return gettext("%(place)s, uppdrag: %(who)s") % {
        "place": decision.citation if decision else place,
        "who": who,
    }


def due_in_column(assignment: Assignment) -> str:
    """``3 mar 2027``, ``mar 2027``; empty where no day is known."""
    day = assignment.due_date
    if day and assignment.due_precision == Precision.MONTH:
        return formatted(day, "b Y")
    return short_date(day)


def _is_for_a_meeting(assignment: Assignment) -> bool:
    return assignment.due_precision == Precision.MEETING
