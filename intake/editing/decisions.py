"""Decisions of an item: added, corrected, split, merged; each keeps its address for good."""

from __future__ import annotations

import secrets
from typing import Any

from django.db.models import Max

from decisions.addresses import public_id
from decisions.models import Decision, Origin
from intake.editing.rows import change, insert, take_out
from minutes.models import AgendaItem


def add_decision(
    item: AgendaItem,
    values: dict[str, Any],
    lines: tuple[int, int] | None = None,
    after: Decision | None = None,
    *,
    first: bool = False,
) -> Decision:
    """A new decision at the end of the item, behind another, or first of all.

    ``lines`` of the source say it.
    """
    columns = dict(values)
    links = {name: columns.pop(name, []) for name in ("organizations", "topics")}
    first, last = lines or (None, None)
    edited = sorted({name for name, value in values.items() if value} | {"text"})
    decision = Decision(
        item=item,
        public_id=free_address(),
        first_line=first,
        last_line=last,
        edited=edited,
        **columns,
    )
    insert(decisions_of(decision), decision, after, first=first)
    _link(decision, links)
    return decision


def save_decision(decision: Decision, values: dict[str, Any]) -> list[str]:
    """Write the values that differ, and their names."""
    columns = dict(values)
    links = {name: columns.pop(name) for name in ("organizations", "topics") if name in columns}
    changed = change(decision, columns)
    return changed + _link(decision, links, by_hand=True)


def remove_decision(decision: Decision) -> None:
    take_out(decisions_of(decision), decision)


def split_decision(decision: Decision, head: str, tail: str) -> Decision:
    """The first part stays; the rest becomes the next decision, about the same and the same lines.

    Deadline and assignments stay with the first, since nothing says which part they belong to.
    """
    change(decision, {"text": head})
    columns = {name: getattr(decision, name) for name in ("kind", "concerns")}
    links = {
        "organizations": list(decision.organizations.all()),
        "topics": [link.topic for link in decision.topic_links.select_related("topic")],
    }
    lines = (decision.first_line, decision.last_line) if decision.first_line else None
    new = add_decision(decision.item, {"text": tail, **columns}, lines, after=decision)
    _link(new, links)
    return new


def merge_decisions(decision: Decision, following: Decision) -> None:
    """Take the next decision's text, lines, links, assignments and answers into the first."""
    change(decision, {"text": f"{decision.text} {following.text}"})
    widen(decision, following)
    if decision.due_date is None and not decision.due_text:
        change(decision, {"due_date": following.due_date, "due_text": following.due_text})
    words = [*decision.responsible_text, *following.responsible_text]
    change(decision, {"responsible_text": list(dict.fromkeys(words))})
    decision.organizations.add(*following.organizations.all())
    merge_topics(decision, following)
    following.assignments.update(decision=decision)
    answered = decision.answers.values("organization")
    following.answers.exclude(organization__in=answered).update(decision=decision)
    remove_decision(following)


def following(decision: Decision) -> Decision | None:
    """The next of the item."""
    later = decisions_of(decision).filter(position__gt=decision.position)
    return later.order_by("position").first()


def decisions_of(decision: Decision) -> Any:
    """The list that the decision stands in."""
    return Decision.objects.filter(item=decision.item_id)


def hand_over(decisions: list[Decision], item: AgendaItem) -> None:
    """Put the decisions last in another item, in their order."""
    last = item.decisions.aggregate(last=Max("position"))["last"] or 0
    for number, decision in enumerate(decisions, start=last + 1):
        decision.item, decision.position = item, number
        decision.save(update_fields=["item", "position"])
        decision.assignments.update(item=item)


def widen(row: Any, other: Any) -> None:
    """Let the row's lines in the source span the other's too."""
    both = [one for one in (row, other) if one.first_line]
    if both:
        first, last = min(one.first_line for one in both), max(one.last_line for one in both)
        change(row, {"first_line": first, "last_line": last}, by_hand=False)


def merge_topics(row: Any, other: Any) -> None:
    """Give the row those topics of the other that it has not."""
    known = set(row.topic_links.values_list("topic", flat=True))
    for link in other.topic_links.exclude(topic__in=known):
        type(link).objects.create(topic_id=link.topic_id, origin=link.origin, **_owner(row))


def set_topics(row: Any, topics: list[Any]) -> bool:
    """Let the row have exactly these topics; a new one is a person's. False if it had them."""
    links, wanted = row.topic_links.all(), {topic.pk for topic in topics}
    stored = {link.topic_id for link in links}
    if stored == wanted:
        return False
    links.exclude(topic__in=wanted).delete()
    for topic in topics:
        if topic.pk not in stored:
            links.model.objects.create(topic=topic, origin=Origin.PERSON, **_owner(row))
    change(row, {"edited": sorted({*row.edited, "topics"})}, by_hand=False)
    return True


def _owner(row: Any) -> dict[str, Any]:
    return {"decision" if isinstance(row, Decision) else "item": row}


def _link(decision: Decision, links: dict[str, Any], *, by_hand: bool = False) -> list[str]:
    changed = []
    if "organizations" in links and set(links["organizations"]) != set(
        decision.organizations.all()
    ):
        decision.organizations.set(links["organizations"])
        change(decision, {"edited": sorted({*decision.edited, "organizations"})}, by_hand=False)
        changed.append("organizations")
    if "topics" in links and set_topics(decision, list(links["topics"])):
        changed.append("topics")
    return changed


def free_address() -> str:
    """One that no decision has or has had, so that an old reference never leads to another."""
    while True:
        address = public_id(secrets.token_hex(32), 0, 0)
        known = (Decision.objects, Decision.history)
        if not any(rows.filter(public_id=address).exists() for rows in known):
            return address
