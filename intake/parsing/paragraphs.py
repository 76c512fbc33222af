"""From printed lines back to what was written: paragraphs, list items and clauses.

A line break is either the paper's (the next word did not fit) or the writer's. ``width`` is the
measure of the document, so that the two can be told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intake.parsing.layout import PLAIN, STEP, Ground, Look, ends_between
from intake.parsing.swedish import INFINITIVES, SECTIONS
from intake.text.cleaning import squeeze
from intake.text.document import BODY, HEADING, Line

# "stråk- och", "Visions- och": a hanging hyphen before these words is meant.
HANGING = re.compile(r"^(?:och|eller|samt|till|respektive|resp)\b", re.IGNORECASE)
ENDS_SENTENCE = re.compile(r"[.!?:;…]['\"”’)\]]*$")
CLAUSE = re.compile(r"^(?:att|Att|ATT)\s")
NUMBERED = re.compile(r"^(?:\(?(\d{1,2}|[a-zåäö])\)|(\d{1,2}|[a-zåäö])\.)\s+(?=\S)")
# A printed line that ends like this is not the end of what it says.
HANGING_WORD = re.compile(
    r"\b(?:och|samt|eller|att|som|den|det|de|en|ett|i|på|av|för|till|från|med|om|vid|under|mellan|"
    r"enligt|senast|före|efter|inför|via|per|genom)$",
    re.IGNORECASE,
)
INFINITIVE = re.compile(
    rf"^(?:{INFINITIVES}|[a-zåäö]{{3,}}era)\s+(?!och\b|är\b|har\b|var\b)\S", re.IGNORECASE
)
CLAUSE_END = re.compile(r"(?:[,;.]|\bsamt|\boch)$", re.IGNORECASE)
OPEN_END = re.compile(r"(?:[,;]|\bsamt|\boch)$", re.IGNORECASE)
MARK_AND_TEXT = re.compile(r"^beslut\s*:\s*\S", re.IGNORECASE)
ONLY_MARK = re.compile(
    r"^(?:(?:(?:[\w-]+ )?[\w-]+s )?(?:beslut(?:et)?|(?:besluts)?förslag(?: till beslut)?)|att)$"
)
RULE = re.compile(r"^[\s_\-–—=*.]{3,}$")
# A line that only leads in: "Direktionen beslutar", "Styrelsen beslöt följande:".
LEADS = re.compile(
    r"^(?:[^\s.:]+\s+){0,5}(?:beslutar|beslutade|beslöt|beslut|följande)\s*(?:att)?\s*:?$",
    re.IGNORECASE,
)
SHORTEST_MEASURE = 40


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined text of ``lines`` (first, last). ``label`` is a bullet or a list number, or ""."""

    text: str
    first: int
    last: int
    label: str = ""
    heading: bool = False
    look: Look = PLAIN
    alone: bool = False  # blank space before and after
    printed: tuple[tuple[int, str], ...] = ()  # (number, text) of each line it is printed on

    @property
    def lines(self) -> tuple[int, int]:
        return self.first, self.last


def flow(lines: Iterable[Line]) -> list[Line]:
    """The lines of the running text: no page marks, heads or feet."""
    return [line for line in lines if line.role == BODY]


class Measure(int):
    """A width in characters; ``edge`` is where printed lines end, in points, or 0."""

    edge: float = 0.0


def measure(lines: Sequence[Line]) -> Measure:
    """The width that the text is set to, in characters.

    0 where no line is long enough to tell, and where a line is a whole paragraph.
    """
    if any(
        ends_between(above, line) for above, line in pairwise(lines) if above.text and line.text
    ):
        return Measure(0)
    long = [line for line in lines if len(line.raw.strip()) >= SHORTEST_MEASURE]
    found = Measure(_most([len(line.raw.rstrip()) for line in long]))
    found.edge = _most([line.bbox[2] for line in long if line.bbox and line.soft_wrap])
    return found


def _most(values: Sequence[float]) -> float:
    """What nine values of ten do not exceed; 0 where there are none."""
    return sorted(values)[int(len(values) * 0.9)] if values else 0


def join(parts: Iterable[str]) -> str:
    """Join printed lines: a hyphen at the end of a line goes where the word goes on."""
    text = ""
    for part in map(squeeze, parts):
        text = _join_two(text, part) if text and part else text or part
    return text


def _join_two(left: str, right: str) -> str:
    if left.endswith("-") and not left.endswith(" -"):
        if right[0].isdigit() and left[-2:-1].isdigit():
            return left + right
        if right[0].islower() and left[-2:-1].isalpha() and not HANGING.match(right):
            return left[:-1] + right
        if right[0].isupper() and left[-2:-1].isalpha():
            return left + right  # "Anna-" / "Lena"
    return f"{left} {right}"


def paragraphs(lines: Sequence[Line], width: int, ground: Ground | None = None) -> list[Paragraph]:
    """Group running lines into paragraphs; ``ground`` tells what stands out of the text.

    Blank lines inside a sentence at a page break are bridged.
    """
    found: list[Paragraph] = []
    for group, before, after in _groups(lines, width):
        look = ground.look(group) if ground else PLAIN
        found.append(_paragraph(group, look, alone=before and after))
    return found


def _paragraph(group: list[Line], look: Look, *, alone: bool) -> Paragraph:
    label, texts = group[0].label, [line.text for line in group]
    numbered = NUMBERED.match(texts[0]) if not label else None
    if numbered:
        label, texts[0] = numbered.group().strip(), texts[0][numbered.end() :]
    first = group[0]
    return Paragraph(
        join(texts),
        first.no,
        group[-1].no,
        label,
        first.kind == HEADING,
        look,
        alone,
        tuple((line.no, text) for line, text in zip(group, texts, strict=True)),
    )


def _groups(lines: Sequence[Line], width: int) -> Iterator[tuple[list[Line], bool, bool]]:
    group: list[Line] = []
    before = blank = True
    for line in lines:
        if line.blank or (not line.text and not line.label):
            blank = True
            continue
        blank = blank or (bool(group) and ends_between(group[-1], line))
        if group and not _goes_on(group, line, blank, width):
            yield group, before, blank
            group, before = [], blank
        if not group:
            before = blank
        group.append(line)
        blank = False
    if group:
        yield group, before, True


def _goes_on(group: list[Line], line: Line, blank: bool, width: int) -> bool:
    """Whether ``line`` continues the paragraph."""
    last = group[-1]
    if not last.text:  # a bullet alone on its line
        return not line.label
    if line.label or line.kind == HEADING or last.kind == HEADING or RULE.match(line.text):
        return False
    if (
        MARK_AND_TEXT.match(line.text)
        or stands_alone(line.text)
        or (len(group) == 1 and stands_alone(last.text))
    ):
        return False
    if blank and NUMBERED.match(line.text) and NUMBERED.match(group[0].text):
        return False
    if blank:
        return _bridges(last, line, width)
    if NUMBERED.match(line.text) and not (
        _mid_sentence(last.text, line.text) and not fits(last, line, width)
    ):
        return False
    return not (_set_anew(group, line) or _writers_break(group, line, width))


def stands_alone(text: str) -> bool:
    """Whether a line is a label or a decision mark and nothing more: it never runs on."""
    bare = text.casefold().strip(" :*")
    deciding = LEADS.match(text.strip()) and text[:1].isupper() and text.rstrip().endswith(":")
    return bare in SECTIONS or bool(ONLY_MARK.match(bare)) or bool(deciding)


def _bridges(last: Line, line: Line, width: int) -> bool:
    """Whether a sentence goes on over blank space: a page break, or a line left hanging."""
    if not _mid_sentence(last.text, line.text):
        return False
    if LEADS.search(last.text) or (CLAUSE.match(line.text) and OPEN_END.search(last.text)):
        return False
    if line.page != last.page:
        return True
    if CLAUSE.match(line.text) or INFINITIVE.match(line.text):
        return False
    if last.text.endswith("-") and last.text[-2:-1].isdigit():
        return line.text[0].isdigit()  # "2025-" / "12-31"
    return bool(HANGING_WORD.search(last.text)) or not fits(last, line, width)


def _mid_sentence(left: str, right: str) -> bool:
    if ENDS_SENTENCE.search(left):
        return False
    return (
        right[:1].islower()
        or (right[:1].isdigit() and left[-1:].islower())
        or left.endswith((",", "-"))
    )


def _set_anew(group: list[Line], line: Line) -> bool:
    """Whether a printed line is set as the first of a paragraph, or as no other of this one."""
    last = group[-1]
    if not (line.soft_wrap and line.origin == "text") or _mid_sentence(last.text, line.text):
        return False
    hanging = bool(group[0].label or NUMBERED.match(group[0].text))
    if line.bold != last.bold and not (hanging and line.bold):  # a list's number is often light
        return True
    if hanging or not ENDS_SENTENCE.search(last.text):
        return False
    block = len(group) > 1 and all(one.indent >= line.indent + STEP for one in group)
    return block or line.indent >= last.indent + STEP


def _writers_break(group: list[Line], line: Line, width: int) -> bool:
    last = group[-1]
    if (
        len(group) == 1
        and LEADS.search(last.text)
        and (CLAUSE.match(line.text) or line.text[:1].isupper() or last.text.endswith(":"))
    ):
        return True  # "Direktionen beslutar" / "att ..."
    if CLAUSE.match(line.text) and CLAUSE.match(group[0].text) and CLAUSE_END.search(last.text):
        return True  # "att ..., samt" / "att ..."
    if line.bold and last.bold and ENDS_SENTENCE.search(last.text) and _alike(group[0], line):
        return True
    if not fits(last, line, width):
        return False
    if any(form.match(line.text) and form.match(group[0].text) for form in (CLAUSE, INFINITIVE)):
        return True
    if CLAUSE.match(line.text) and (
        ENDS_SENTENCE.search(last.text)
        or last.text.endswith((",", "samt", "och"))
        or line.text[0] == "A"
    ):
        return True
    if line.text[:1].islower():
        return False
    return bool(ENDS_SENTENCE.search(last.text)) or len(last.text) < 0.6 * width


def _alike(first: Line, line: Line) -> bool:
    """Whether two bold sentences begin alike, as the decisions of one block do."""
    same = first.text.split(maxsplit=1)[0] == line.text.split(maxsplit=1)[0]
    return same or bool(INFINITIVE.match(first.text) and INFINITIVE.match(line.text))


def fits(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of ``line`` had room on the line before: then the break was meant."""
    word = line.text.split(maxsplit=1)[0] if line.text else ""
    if isinstance(width, Measure) and width.edge and last.bbox and len(last.cells) < 2:
        left, _, right, _ = last.bbox
        letter = (right - left) / max(1, len(last.text))
        return right + (1 + len(word)) * letter <= width.edge
    return width == 0 or len(last.raw.rstrip()) + 1 + len(word) <= width
