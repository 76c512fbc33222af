"""Where the agenda items begin: numbered headings, told from contents lists and inline lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from intake.parsing.headings import Heading, candidates_in, starts_item
from intake.parsing.labels import front_label
from intake.parsing.swedish import CONTENTS
from intake.parsing.unnumbered import typed_headings, unnumbered
from intake.text.document import HEADING, Line

DAY = re.compile(
    r"^dag\s+(?P<day>[1-9])\s*(?:$|[:.,–-].*$|\s(?:mån|tis|ons|tors|fre|lör|sön|den|\d).*$)",
    re.IGNORECASE,
)


# Bounds for papers that are no minutes: no agenda comes near them.
MOST_CANDIDATES, REACH, REPEATS = 2_000, 200, 10
MOST_INDENT = 3  # columns that a heading's number may stand from the margin
LONGEST_LABEL = 40  # characters of the heading above a contents list


def find_headings(lines: Sequence[Line], width: int) -> list[Heading]:
    """The item headings of the running text, in order. An item opened again appears twice."""
    candidates = candidates_in(lines, width)[:MOST_CANDIDATES]
    candidates = _without_contents(lines, candidates)
    chosen = _by_day(lines, _set_apart(lines, _of_main_style(candidates)))
    if not chosen:
        chosen = unnumbered(lines) or typed_headings(lines)
    return _with_days(lines, chosen)


def _of_main_style(candidates: list[Heading]) -> list[Heading]:
    """Minutes number their items in one way; where § is used, "1." is a list."""
    for style in ("§", "punkt"):
        own = [one for one in candidates if one.style == style]
        if len(own) > 1 or (own and not any(other.style == "N." for other in candidates)):
            return own
    dotted = [one for one in candidates if one.style == "N."]
    bare = [one for one in candidates if one.style == "N"]
    if len(dotted) >= 2:
        return dotted
    bracketed = [one for one in candidates if one.style == "N)"]
    return next((own for own in (bare, bracketed) if len(own) >= 2), dotted)


def _set_apart(lines: Sequence[Line], candidates: list[Heading]) -> list[Heading]:
    """Where headings are set apart from the text, a numbered line set as the text heads nothing.

    Those set apart must count without a gap, and no other may go on where they end.
    """
    looks = (
        [one for one in candidates if lines[one.at].kind == HEADING],
        [one for one in candidates if lines[one.at].bold and lines[one.at].indent <= MOST_INDENT],
        [one for one in candidates if lines[one.at].bold],
    )
    return next((own for own in looks if _complete(own, candidates)), candidates)


def _complete(own: list[Heading], candidates: list[Heading]) -> bool:
    orders = {one.order for one in own}
    if len(orders) < 2:
        return False
    rest = [one for one in candidates if one not in own]
    after = [one for one in rest if one.at > own[-1].at]
    beyond = bool(after) and after[0].order == max(orders) + 1
    before = any(one.order == min(orders) - 1 and one.at < own[0].at for one in rest)
    whole = all(order + 1 in orders or order == max(orders) for order in orders)
    return whole and not beyond and not before


def _without_contents(lines: Sequence[Line], candidates: list[Heading]) -> list[Heading]:
    """Drop entries of contents lists: listed with a page, or repeated later with a body."""
    kept = [one for at, one in enumerate(candidates) if not _is_contents(candidates, at)]
    start = _contents_start(lines)
    if start is None or not kept:
        return kept
    run = _run_from(lines, candidates, start)
    listed = [one for one in kept if one in run]
    rest = [one for one in kept if one not in listed]
    if len(rest) >= max(1, len(listed) // 2) or (
        listed and len(unnumbered(lines)) >= max(2, len(listed) // 2)
    ):
        return rest
    return kept


def _is_contents(candidates: list[Heading], at: int) -> bool:
    one = candidates[at]
    again = [other for other in candidates[at + 1 :] if other.number == one.number][:REPEATS]
    if one.listed and (again or (one.body <= 1 and sum(c.listed for c in candidates) >= 3)):
        return True
    near = [
        beside
        for beside in (at - 1, at + 1)
        if 0 <= beside < len(candidates) and abs(candidates[beside].at - one.at) <= 4
    ]
    return (
        one.body <= 1
        and _comes_again(candidates, at)
        and any(_comes_again(candidates, beside) for beside in near)
    )


def _comes_again(candidates: list[Heading], at: int) -> bool:
    """Whether an entry is repeated further down, as all entries of a list of contents are."""
    one = candidates[at]
    again = [other for other in candidates[at + 1 :] if other.number == one.number][:REPEATS]
    return any(other.style == one.style and alike(one.title, other.title) > 0.6 for other in again)


def _contents_start(lines: Sequence[Line]) -> int | None:
    for at, line in enumerate(lines):
        label = front_label(line) if len(line.text) < LONGEST_LABEL else None
        if label and label.kind == CONTENTS and not label.value:
            return at
    return None


def _run_from(lines: Sequence[Line], candidates: list[Heading], start: int) -> list[Heading]:
    """The entries of the list right under its heading.

    Rising numbers, nothing but list lines between.
    """
    run: list[Heading] = []
    for one in candidates:
        if one.at <= start:
            continue
        between = lines[(run[-1].at if run else start) + 1 : one.at]
        if (run and one.order <= run[-1].order) or any(
            line.text and not line.text[:1].islower() and not starts_item(line) for line in between
        ):
            break
        run.append(one)
    return run


def alike(left: str, right: str) -> float:
    return SequenceMatcher(
        None, left.casefold().split(), right.casefold().split(), autojunk=False
    ).ratio()


def _by_day(lines: Sequence[Line], candidates: list[Heading]) -> list[Heading]:
    """One run of numbers, or one for each day where the second day counts from one again."""
    starts = [at for at, line in enumerate(lines) if DAY.match(line.text)]
    whole = _sequence(candidates)
    if len(starts) < 2:
        return whole
    bounds = [0, *starts[1:], len(lines)]
    days = [
        _sequence([one for one in candidates if first <= one.at < last])
        for first, last in pairwise(bounds)
    ]
    fresh = all(len(day) > 1 and day[0].number == "1" for day in days)
    return [one for day in days for one in day] if fresh else whole


def _sequence(candidates: list[Heading]) -> list[Heading]:
    """The heaviest run of rising numbers, and the items opened again."""
    best: list[tuple[float, int]] = []  # (weight of the best run that ends here, its previous)
    for at, one in enumerate(candidates):
        weight, previous = one.weight - _late_start(one), -1
        for before in range(max(0, at - REACH), at):
            step = one.order - candidates[before].order
            if step > 0:
                total = best[before][0] + one.weight - 0.75 * min(step - 1, 6) * (step > 1)
                if total > weight:
                    weight, previous = total, before
        best.append((weight, previous))
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: best[i][0])
    run = []
    while at >= 0:
        run.append(candidates[at])
        at = best[at][1]
    return _with_reopened(candidates, run[::-1])


def _late_start(one: Heading) -> float:
    """What a run costs that starts at a step of a list; minutes may number on through the year."""
    return 0.0 if one.style == "§" else 0.5 * min(one.order - 1, 4)


def _with_reopened(candidates: list[Heading], run: list[Heading]) -> list[Heading]:
    """The run with the items opened again, and those that a slip gave the number before."""
    taken = {item.number: item for item in run}
    again = [one for one in candidates if _opens_again(one, taken.get(one.number))]
    slips = [one for before, one in pairwise(candidates) if before in run and _slips(before, one)]
    return sorted({one.at: one for one in (*run, *again, *slips)}.values(), key=lambda one: one.at)


def _opens_again(one: Heading, item: Heading | None) -> bool:
    if item is None or item.at >= one.at:
        return False
    longer = one.title.casefold().startswith(item.title.casefold())  # "Budget, fortsättning"
    return alike(one.title, item.title) > 0.75 or (longer and one.weight >= item.weight)


def _slips(before: Heading, one: Heading) -> bool:
    """Whether a heading repeats the number right before it: as much a heading, with its own text.

    A list inside an item counts from one, so it has other numbers before this one.
    """
    same = one.number == before.number and one.number != "1"
    return same and before.body > 0 and one.body > 0 and one.weight >= before.weight


def _with_days(lines: Sequence[Line], headings: list[Heading]) -> list[Heading]:
    days = [
        (at, int(found["day"])) for at, line in enumerate(lines) if (found := DAY.match(line.text))
    ]
    if len({day for _, day in days}) < 2:
        return headings
    found_days = []
    for one in headings:
        before = [day for at, day in days if at < one.at]
        found_days.append(replace(one, day=before[-1] if before else None))
    return found_days
