"""What an item decided: blocks under a decision mark, told from proposals and discussion."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from intake.parsing.decision_marks import Reading, begin, decided_beside, enter
from intake.parsing.layout import BOXED, INDENT, belongs
from intake.parsing.minutes import Remark
from intake.parsing.paragraphs import ENDS_SENTENCE, INFINITIVE, Paragraph
from intake.parsing.phrases import (
    ASSIGNS,
    CLAUSE,
    IMPERSONAL,
    PERFORMED,
    SENTENCE,
    has_deadline,
    takes_on,
    tells,
)
from intake.parsing.stated import (
    Found,
    decides_alone,
    found_in,
    is_subpoint,
    may_decide,
    sentences,
    shape_of,
    stated,
    with_subpoint,
    with_task,
)

LONGEST_SUBHEADING = 60  # characters
RULE = re.compile(r"^[\s_\-–—=*.]{3,}$")


def find_decisions(
    item: Sequence[Paragraph], *, formal: bool = False, names: Set[str] = frozenset()
) -> tuple[list[Found], list[Remark], set[Paragraph]]:
    """The decisions of one item, what stays undecided, and the paragraphs that are only marks.

    ``formal`` minutes (numbered by §) close a block of decisions with a label, so plain paragraphs
    in it are decisions; in notes the text after a decision goes on without one.
    """
    found: list[Found] = []
    remarks: list[Remark] = []
    marks: set[Paragraph] = set()
    state = Reading(formal=formal, names=names)
    for at, paragraph in enumerate(item):
        text = paragraph.text
        if found and at and (told := _task(found[-1], item[at - 1], paragraph)):
            found[-1] = told
        elif RULE.match(text):
            state = Reading(formal=formal, names=names)
        elif enter(state, paragraph, marks):
            found.extend(decided_beside(state, paragraph))
        elif state.deciding:
            _within(state, paragraph, item[at + 1 :], found, remarks)
        elif not state.silenced and not state.proposing:
            found.extend(_in_prose(state, paragraph))
        elif state.proposing or state.silenced:
            found.extend(_after_silence(state, paragraph))
    if not found and not marks:
        found = [one for paragraph in item for one in _performed(paragraph)]
    return found, remarks, marks


def _task(before: Found, above: Paragraph, paragraph: Paragraph) -> Found | None:
    """The decision right above with who takes it on, where that is all the paragraph says."""
    beside = above.last == before.last or with_task(before, above.text) is not None
    return with_task(before, paragraph.text) if beside else None


def _performed(paragraph: Paragraph) -> list[Found]:
    """In an item without any mark: "Styrelsen godkände ansökan." decides by being said."""
    if paragraph.label:
        return []
    told = sentences(paragraph.text)
    return [found_in(one, paragraph) for one in told if PERFORMED.match(one) and may_decide(one)]


def _within(
    state: Reading,
    paragraph: Paragraph,
    rest: Sequence[Paragraph],
    found: list[Found],
    remarks: list[Remark],
) -> None:
    """A paragraph below a mark: another decision of the block, or the end of it."""
    shape = shape_of(paragraph.text, paragraph.label)
    if found and is_subpoint(paragraph, found[-1]):
        found[-1] = with_subpoint(found[-1], paragraph)
        return
    stands = None if state.fresh else _stands_in_block(state, shape, paragraph)
    if stands is not True and _is_subheading(paragraph, rest, state):
        begin(state)
        return
    if state.fresh:
        state.fresh, state.shape, state.look = False, shape, paragraph.look
        if shape == "lead":
            state.fresh = True
            return
        found.extend(stated(paragraph.text, paragraph))
        return
    if stands or (stands is None and _parallel(state, shape, paragraph)):
        found.extend(stated(paragraph.text, paragraph))
        return
    if shape == "para" and stands is None:
        remarks.append(
            Remark(
                "undecided-paragraph",
                f"Hör stycket till beslutet? ”{_short(paragraph.text)}”",
                paragraph.first,
            )
        )
    begin(state)
    found.extend(_in_prose(state, paragraph))


def _stands_in_block(state: Reading, shape: str, paragraph: Paragraph) -> bool | None:
    """What the layout says: the block ends where bold or indent returns to the running text.

    None where it says nothing: clauses and list items are told by their form, and a bold line
    without indent may be a heading.
    """
    stands = None if paragraph.heading else belongs(state.look, paragraph.look)
    if stands:
        inside = state.look & {INDENT, BOXED} or len(paragraph.text) > LONGEST_SUBHEADING
        return True if inside else None
    same_form = shape == state.shape and shape in ("att", "bullet", "number")
    return None if same_form else stands


def _parallel(state: Reading, shape: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph has the form of the decision before it."""
    if shape == state.shape and shape != "para":
        return True
    if (
        shape in ("att", "bullet", "number")
        and state.shape in ("para", "lead", "sentence")
        and state.lead
    ):
        return True
    if shape in ("sentence", "att", "infinitive") and state.shape != "bullet":
        state.shape = shape
        return True
    if shape != "para":
        return False
    if takes_on(paragraph.text, state.names) or has_deadline(paragraph.text):
        return True
    if state.shape == "bullet":
        return False
    plain = state.formal and state.shape == "para" and not tells(paragraph.text)
    return plain or bool(ASSIGNS.search(paragraph.text))


def _is_subheading(paragraph: Paragraph, rest: Sequence[Paragraph], state: Reading) -> bool:
    """A short line without end mark above other text closes the block."""
    if paragraph.heading:
        return True
    text = paragraph.text
    if (
        paragraph.label
        or CLAUSE.match(text)
        or len(text) > LONGEST_SUBHEADING
        or ENDS_SENTENCE.search(text)
        or not text[:1].isupper()
    ):
        return False
    if state.fresh or (state.shape in ("infinitive", "number") and INFINITIVE.match(text)):
        return False
    return bool(rest) and len(text.split()) <= 7 and not INFINITIVE.match(text)


def _in_prose(state: Reading, paragraph: Paragraph) -> list[Found]:
    """Sentences of running text that decide by themselves: "VU beslutar att ..."."""
    text = paragraph.text
    if text.rstrip().endswith(":") and (SENTENCE.match(text) or IMPERSONAL.match(text)):
        begin(state, deciding=True, fresh=True, lead=True)
        return []
    found = [
        found_in(sentence, paragraph) for sentence in sentences(text) if decides_alone(sentence)
    ]
    if found and decides_alone(text):
        begin(state, deciding=True, shape="sentence")
    return found


def _after_silence(state: Reading, paragraph: Paragraph) -> list[Found]:
    """After a proposal or a section, only the body's own sentence opens a decision again."""
    fresh, state.fresh = state.fresh, False
    if state.proposing and not fresh and SENTENCE.match(paragraph.text) and not paragraph.label:
        begin(state)
    if state.proposing or not decides_alone(paragraph.text) or paragraph.label:
        return []
    begin(state, deciding=True, shape="sentence")
    return stated(paragraph.text, paragraph)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77].rsplit(" ", 1)[0] + " …"
