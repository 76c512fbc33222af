"""Items of the agenda: added, corrected, put in order, split and merged.

An item keeps its anchor whatever is done to it, since that is an address; a new one gets an
anchor that no item of the meeting has had.
"""

from __future__ import annotations

from typing import Any

from decisions.models import Decision
from intake.editing.decisions import hand_over, merge_topics, set_topics, widen
from intake.editing.rows import change, insert, place, take_out
from minutes.anchors import anchor
from minutes.models import AgendaItem, Meeting


def add_item(
    meeting: Meeting, values: dict[str, Any], after: AgendaItem | None = None, **lines: Any
) -> AgendaItem:
    """A new item at the end, or behind another."""
    columns = dict(values)
    topics = columns.pop("topics", [])
    item = AgendaItem(meeting=meeting, edited=sorted(columns), **columns, **lines)
    item.anchor = free_anchor(item, after)
    insert(items_of(item), item, after)
    set_topics(item, list(topics))
    return item


def save_item(item: AgendaItem, values: dict[str, Any]) -> list[str]:
    """Write the values that differ, and their names."""
    columns = dict(values)
    topics = columns.pop("topics", None)
    changed = change(item, columns)
    if topics is not None and set_topics(item, list(topics)):
        changed.append("topics")
    return changed


def remove_item(item: AgendaItem) -> None:
    """With its decisions, and what is to be done because of them."""
    take_out(items_of(item), item)


def split_item(
    item: AgendaItem, head: str, tail: str, title: str, decisions: list[Decision] | None = None
) -> AgendaItem:
    """The first part of the text stays; the rest becomes the next item, without a number.

    ``decisions`` go with the rest.
    """
    change(item, {"text": head})
    values = {"title": title, "text": tail, "day": item.day, "outcome": item.outcome}
    new = add_item(
        item.meeting, values, after=item, first_line=item.first_line, last_line=item.last_line
    )
    if decisions:
        _hand_over(decisions, new)
    _move_sentences(item, new)
    return new


def _move_sentences(item: AgendaItem, new: AgendaItem) -> None:
    """Assignments that the text states go where their sentence went."""
    for one in item.assignments.filter(decision=None):
        if one.text in new.text and one.text not in item.text:
            change(one, {"item": new}, by_hand=False)


def split_item_at_line(
    item: AgendaItem, line: int, head: str, tail: str, title: str
) -> AgendaItem:
    """As ``split_item``, where the new item begins at a line of the source."""
    later = [one for one in item.decisions.order_by("position") if (one.first_line or 0) >= line]
    new = split_item(item, head, tail, title, later)
    if item.first_line and item.first_line < line <= item.last_line:
        change(new, {"first_line": line, "last_line": item.last_line}, by_hand=False)
        change(item, {"last_line": line - 1}, by_hand=False)
    return new


def merge_items(item: AgendaItem, following: AgendaItem) -> None:
    """Take the next item's text and decisions into the first, which keeps its anchor.

    The title of the next, if it has another, becomes a paragraph, so that nothing is lost.
    """
    title = following.title if following.title != item.title else ""
    blocks = [item.text, title if item.title else "", following.text]
    change(item, {"text": "\n\n".join(block for block in blocks if block)})
    if not item.title:
        save_item(item, {"title": following.title})
    widen(item, following)
    merge_topics(item, following)
    following.continuations.exclude(pk=item.pk).update(continues=item)
    _hand_over(list(following.decisions.order_by("position")), item)
    following.assignments.update(item=item)
    remove_item(following)


def following(item: AgendaItem) -> AgendaItem | None:
    return items_of(item).filter(position__gt=item.position).order_by("position").first()


def items_of(item: AgendaItem) -> Any:
    """The list that the item stands in."""
    return AgendaItem.objects.filter(meeting=item.meeting_id)


def _hand_over(decisions: list[Decision], item: AgendaItem) -> None:
    left = decisions[0].item if decisions else None
    hand_over(decisions, item)
    if left is not None:
        place(list(left.decisions.order_by("position")))


def free_anchor(item: AgendaItem, after: AgendaItem | None) -> str:
    had = AgendaItem.history.filter(meeting_id=item.meeting_id)
    anchors = (rows.values_list("anchor", flat=True) for rows in (items_of(item), had))
    taken = {one for known in anchors for one in known}
    place = (after.position if after else items_of(item).count()) + 1
    while (found := _anchor(item, place, taken)) is None:
        place += 1
    return found


def _anchor(item: AgendaItem, place: int, taken: set[str]) -> str | None:
    try:
        return anchor(item.number, item.day, place, taken)
    except StopIteration:
        return None
