"""What is sent to each address that edits a meeting, by two people at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Told = dict[str, Any]  # a meeting, as the judge tells it
AT = 1  # which row of a list is edited: one with neighbours on both sides

SECOND = {"AgendaItem": "item", "Attendance": "attendance", "Approval": "approval"}
SECOND |= {"Decision": "decision", "Assignment": "assignment"}


@dataclass(frozen=True, slots=True)
class Move:
    """What one sends, with a word of one's own, and whether a meeting shows that it was done."""

    sent: Callable[[Told, str], dict[str, str]]
    is_done: Callable[[Told, Told], bool] = lambda before, after: True


@dataclass(frozen=True, slots=True)
class Race:
    """``each``: how many pairs race for one meeting, which then has seen edits already."""

    arguments: Callable[[Told], list[int]]
    moves: list[Move]
    made_by: str = "a_draft"
    each: int = 2
    step: int = 1  # how much the version rises
    prepared_by: tuple[str, ...] = ()


def row(told: Told, kind: str, at: int = AT) -> int:
    return told["rows"][kind][at]["id"]


def keys(told: Told, kind: str) -> list[int]:
    return [one["id"] for one in told["rows"][kind]]


def button(name: str, value: str) -> Move:
    return Move(lambda told, word: {name: value})


def saved(kind: str, field: str, do: str = "save", is_done: Any = None) -> Move:
    """The form of a row with a word in one field, sent by one of its buttons."""

    def sent(told: Told, word: str) -> dict[str, str]:
        return {"do": do, f"{SECOND[kind]}-{row(told, kind)}-{field}": word}

    return Move(sent, is_done or (lambda before, after: keys(before, kind) == keys(after, kind)))


def parted(kind: str) -> Move:
    def sent(told: Told, word: str) -> dict[str, str]:
        written = f"Före {word}\n\nEfter {word}"
        name = f"{SECOND[kind]}-{row(told, kind)}-text"
        return {"do": "split", "paragraph": "2", name: written}

    return Move(sent, lambda before, after: _grown(before, after, kind, 1))


def added(kind: str, field: str, **more: str) -> Move:
    def sent(told: Told, word: str) -> dict[str, str]:
        owner = {"Decision": "AgendaItem", "Assignment": "Decision"}.get(kind)
        key = f"{SECOND[kind]}-new" + (f"-{row(told, owner)}" if owner else "")
        return {f"{key}-{field}": word, **{f"{key}-{name}": one for name, one in more.items()}}

    return Move(sent, lambda before, after: _grown(before, after, kind, 1))


def stated_in_an_item(field: str) -> Move:
    """An assignment with a sentence of its own."""

    def sent(told: Told, word: str) -> dict[str, str]:
        return {f"assignment-new-in-item-{row(told, 'AgendaItem')}-{field}": word}

    return Move(sent, lambda before, after: _grown(before, after, "Assignment", 1))


def removed(kind: str) -> Move:
    def is_done(before: Told, after: Told) -> bool:
        return row(before, kind) not in keys(after, kind) and _grown(before, after, kind, -1)

    return Move(lambda told, word: {"do": "remove"}, is_done)


def moved(kind: str, field: str, step: int) -> Move:
    def is_done(before: Told, after: Told) -> bool:
        place = {one["id"]: one["position"] for one in after["rows"][kind]}
        return place[row(before, kind)] == AT + 1 + step

    return saved(kind, field, "up" if step < 0 else "down", is_done)


def _grown(before: Told, after: Told, kind: str, by: int) -> bool:
    return len(keys(after, kind)) == len(keys(before, kind)) + by


def in_a_list(kind: str, field: str) -> list[Move]:
    steps = [moved(kind, field, step) for step in (-1, 1)]
    return [saved(kind, field), removed(kind), *steps]


def divisible(kind: str, field: str) -> list[Move]:
    merged = saved(kind, field, "merge", lambda before, after: _grown(before, after, kind, -1))
    return [*in_a_list(kind, field), parted(kind), merged]


def meeting(field: str) -> Move:
    return Move(lambda told, word: {f"meeting-{field}": word})


def shown_to(*wanted: str) -> Move:
    """To the first of the states that the meeting is not in already."""

    def sent(told: Told, word: str) -> dict[str, str]:
        to = next(state for state in wanted if state != told["state"])
        return {"to": to, "confirmed": "on", "note": word}

    return Move(sent, lambda before, after: before["state"] != after["state"])


def first_open(told: Told) -> int:
    remarks = told["files"][0]["remarks"]
    return next(number for number, one in enumerate(remarks) if one["open"])


def waiting(told: Told) -> int:
    return next(one["pk"] for one in told["files"] if not one["is_current"])


def nothing(told: Told) -> list[int]:
    return []


def of(kind: str, at: int = AT) -> Callable[[Told], list[int]]:
    return lambda told: [row(told, kind, at)]


RACES = {
    "edit_meeting": Race(nothing, [meeting("title"), meeting("location")]),
    "add_attendance": Race(nothing, [added("Attendance", "printed_name")]),
    "edit_attendance": Race(of("Attendance"), in_a_list("Attendance", "printed_name")),
    "add_approval": Race(nothing, [added("Approval", "printed_name")]),
    "edit_approval": Race(of("Approval"), in_a_list("Approval", "printed_name")),
    "add_item": Race(nothing, [added("AgendaItem", "title")]),
    "edit_item": Race(of("AgendaItem"), divisible("AgendaItem", "title")),
    "add_decision": Race(of("AgendaItem"), [added("Decision", "text")]),
    "edit_decision": Race(of("Decision"), divisible("Decision", "text")),
    "add_assignment": Race(of("Decision"), [added("Assignment", "printed_responsible")]),
    "edit_assignment": Race(
        of("Assignment"),
        [
            saved("Assignment", "printed_responsible"),
            removed("Assignment"),
            button("do", "confirm"),
            button("do", "reject"),
        ],
    ),
    "add_sentence": Race(of("AgendaItem"), [stated_in_an_item("text")]),
    "confirm_item": Race(of("AgendaItem"), [button("do", "confirm")]),
    "confirm_all": Race(nothing, [button("do", "confirm")]),
    "answer": Race(lambda told: [first_open(told)], [button("answer", "seen")]),
    "undo": Race(nothing, [button("do", "undo")], prepared_by=("edit_meeting",)),
    "change_state": Race(
        nothing,
        [shown_to("internal", "draft"), shown_to("public", "draft")],
        step=2,  # publishing counts too
    ),
    "reread": Race(nothing, [button("do", "reread")], made_by="a_read_draft", each=10),
    "compare": Race(
        lambda told: [waiting(told)],
        [button("do", "accept"), button("do", "decline"), button("do", "separate")],
        made_by="a_read_draft",
        each=1,
    ),
}
