"""The decisions that one paragraph states, and the form it states them in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from intake.parsing.paragraphs import ENDS_SENTENCE, INFINITIVE, NUMBERED, Paragraph
from intake.parsing.phrases import (
    BY_DATE,
    CHOICE_OF_APPROVER,
    CLAUSE,
    PROPOSAL,
    RUN_IN,
    SENT_TO,
    SUBJECT,
    TRAILING,
    decides,
    takes_on,
)

LETTER = re.compile(r"^[a-zåäö]\)$")


# A line below a decision: "Ansvarig: Bo Ek. Klart senast: 3 maj 2022".
_WHEN = r"(?:klart?\s+senast|klart?|senast|slutdatum|deadline)\s*:?\s+(?P<due>[^:]*\d[^:]*?)"
TASK = re.compile(
    rf"^(?:ansvariga?\s*:\s*(?P<who>[^.:;\d]+?))?(?:(?:^|[.,;]?\s+){_WHEN})?\s*\.?$",
    re.IGNORECASE,
)
TASK_WORD = re.compile(r"ansvarig|klar|senast|slutdatum|deadline", re.IGNORECASE)


# What stands below the mark "Beslut:" where nothing was decided.
NONE_MADE = re.compile(
    r"^(?:inga|inget)\s+beslut(?:\s+(?:fattades|togs|i ärendet))?\.?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """A decision's paragraph, with the lines of its mark."""

    text: str
    first: int
    last: int
    label: str = ""
    who: str = ""  # as a line below it says: "Ansvarig: Bo Ek"
    due: str = ""


def with_task(before: Found, text: str) -> Found | None:
    """The decision with what a line below it says of who and when; None where it says neither."""
    found = TASK.match(text) if TASK_WORD.match(text) else None
    if not found:
        return None
    return replace(before, who=found["who"] or before.who, due=found["due"] or before.due)


def shape_of(text: str, label: str) -> str:
    """Its form: bullet, number, att, sentence ("X beslutar ..."), infinitive or para."""
    if label:
        return "number" if re.search(r"\w", label) and label != "o" else "bullet"
    if CLAUSE.match(text):
        return "att"
    if decides(text) or re.match(
        rf"^(?:{SUBJECT})\s+(?:föreslår|rekommenderar|uppdrar|beslutar|beslutade|ställer sig|"
        rf"godkänner|ger|avvaktar|önskar|väljer|förordar|tillstyrker|utser|anser|antar|"
        rf"noterar)\b",
        text,
        re.IGNORECASE,
    ):
        return "sentence"
    if INFINITIVE.match(text):
        return "infinitive"
    return "para"


def decides_alone(sentence: str) -> bool:
    """Whether a sentence of running text decides without any mark."""
    decided = decides(sentence) and not sentence.casefold().startswith("beslut ")
    return decided and may_decide(sentence)


def may_decide(sentence: str) -> bool:
    """Neither a proposal nor the choice of who approves the minutes."""
    proposed = PROPOSAL.search(sentence.split(" att ")[0])
    return not proposed and not CHOICE_OF_APPROVER.search(sentence)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[a-zåäö0-9)”\"][.!?])\s+(?=[A-ZÅÄÖ])", text)


def stated(text: str, paragraph: Paragraph) -> list[Found]:
    """The decisions in ``text`` of a paragraph under a mark; none where it chooses an approver."""
    if NONE_MADE.match(text):
        return []
    if CHOICE_OF_APPROVER.search(text) and re.search(
        r"\b(?:utse[sr]?|utsågs|välj[as]*|valdes|att jämte|justera\b.*\bprotokoll|"
        r"protokoll\w*\b.*\bjustera)",
        text,
        re.IGNORECASE,
    ):
        return []
    return _one_by_one(text, paragraph) if re.search(r"\w", text) else []


def _one_by_one(text: str, paragraph: Paragraph) -> list[Found]:
    """A decision for each printed line where every line is a sentence that can decide alone."""
    first, *others = paragraph.printed or ((paragraph.first, text),)
    whole = all(ENDS_SENTENCE.search(line) for _, line in paragraph.printed)
    if not others or not whole or not all(_stands(line) for _, line in others):
        return [found_in(text, paragraph)]
    rows = [(first[0], RUN_IN.sub(r"\g<rest>", first[1])), *others]
    return [Found(TRAILING.sub("", line).strip(), no, no) for no, line in rows]


def _stands(line: str) -> bool:
    return line[:1].isupper() and (takes_on(line) or decides(line) or bool(BY_DATE.search(line)))


def found_in(text: str, paragraph: Paragraph) -> Found:
    text = NUMBERED.sub("", text.strip()) if paragraph.label else text.strip()
    text = TRAILING.sub("", SENT_TO.sub("", text)).strip()
    return Found(text, paragraph.first, paragraph.last, paragraph.label)


def is_subpoint(paragraph: Paragraph, before: Found) -> bool:
    """Whether "a) ..." goes on a decision that its own line left open."""
    lettered = LETTER.match(paragraph.label) and not LETTER.match(before.label)
    return bool(lettered) and not re.search(r"[.!?]$", before.text)


def with_subpoint(before: Found, paragraph: Paragraph) -> Found:
    text = f"{before.text} {paragraph.label} {paragraph.text}"
    return Found(text, before.first, paragraph.last)
