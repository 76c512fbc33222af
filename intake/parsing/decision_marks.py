"""Taking in what opens and closes a block of decisions: marks, lead lines, section labels."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from intake.parsing.labels import close_up
from intake.parsing.layout import PLAIN, Look
from intake.parsing.paragraphs import Paragraph
from intake.parsing.phrases import (
    AGAINST,
    BY_PROPOSAL,
    JUSTIFIED,
    LEAD,
    MARK,
    NAMES_DECISION,
    PROPOSAL,
    PROPOSAL_LABEL,
    PROPOSING_LEAD,
    RUN_IN,
    SECTION_LINE,
)
from intake.parsing.stated import Found, found_in, shape_of, stated
from intake.parsing.swedish import NOT_DECIDING, SECTIONS


@dataclass(slots=True)
class Reading:
    """Where the reading of an item stands.

    Inside a block of decisions, and what the last one was.
    """

    deciding: bool = False
    silenced: bool = False  # a section that never decides
    proposing: bool = False
    fresh: bool = False  # nothing has followed the mark yet
    lead: bool = False  # a lead line or mark announces clauses
    shape: str = ""
    look: Look = PLAIN  # how the block's first decision stands out of the text
    formal: bool = False
    names: Set[str] = frozenset()  # first names of those present, in lower case


def enter(state: Reading, paragraph: Paragraph, marks: set[Paragraph]) -> bool:
    """Take in a mark, a lead line or a section label.

    True where the paragraph is no more than that.
    """
    text = close_up(paragraph.text.strip())
    if text.casefold() == "att" and (state.deciding or state.proposing):
        marks.add(paragraph)
        return True
    if NAMES_DECISION.search(text) and _enter_mark(state, text, paragraph, marks):
        return True
    return _enter_section(state, paragraph)


def _enter_mark(state: Reading, text: str, paragraph: Paragraph, marks: set[Paragraph]) -> bool:
    by_proposal, run_in = BY_PROPOSAL.match(text), RUN_IN.match(text)
    if PROPOSAL_LABEL.match(text) and not (run_in or by_proposal):
        begin(state, proposing=True, fresh=not text.partition(":")[2].strip())
        return True
    if state.deciding and state.fresh and PROPOSING_LEAD.match(text):
        state.lead = True
    elif by_proposal:
        begin(state, deciding=True, shape="by-proposal")
    elif MARK.match(text) or LEAD.match(text):
        if state.proposing and state.fresh and not MARK.match(text):
            state.fresh = False
            return True  # "Direktionen beslutar" right under "Förslag till beslut"
        _lead_in(state, LEAD.match(text) is not None)
    elif run_in and not PROPOSAL.match(text):
        begin(state, deciding=True, shape=shape_of(run_in["rest"], ""))
    else:
        return False
    marks.add(paragraph)
    return True


def _lead_in(state: Reading, lead: bool) -> None:
    if state.deciding and state.fresh and lead:
        state.lead = True  # "Beslut" above "Direktionen beslutar"
    else:
        begin(state, deciding=True, fresh=True, lead=lead)


def _enter_section(state: Reading, paragraph: Paragraph) -> bool:
    found = SECTION_LINE.match(paragraph.text.strip())
    word = " ".join(found["word"].casefold().split()) if found else ""
    rest = (found["rest"] or "").strip() if found else ""
    if (
        word in SECTIONS
        and (not rest or ":" in paragraph.text[: len(word) + 4])
        and not paragraph.label
    ):
        begin(state, silenced=word in NOT_DECIDING)
        return True
    if (JUSTIFIED.match(paragraph.text) and not paragraph.label) or (
        state.deciding and AGAINST.search(paragraph.text)
    ):
        begin(state, silenced=True)
        return True
    return False


def begin(state: Reading, **values: bool | str | Look) -> None:
    """Set the state afresh, but for ``values``."""
    fresh = Reading()
    for name in ("deciding", "silenced", "proposing", "fresh", "lead", "shape", "look"):
        setattr(state, name, values.get(name, getattr(fresh, name)))


def decided_beside(state: Reading, paragraph: Paragraph) -> list[Found]:
    """What a mark decides on its own line: "Beslut: Bryggan byggs."."""
    text = paragraph.text.strip()
    if state.shape == "by-proposal":
        state.shape = "para"
        return [found_in(text, paragraph)]
    run_in = RUN_IN.match(text)
    if (
        run_in
        and state.deciding
        and not state.fresh
        and not (LEAD.match(run_in["rest"]) or MARK.match(run_in["rest"]))
    ):
        return stated(run_in["rest"], paragraph)
    return []
