"""Lines that may head an agenda item, in every way that minutes number them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from intake.parsing.layout import ends_between
from intake.parsing.paragraphs import ENDS_SENTENCE, fits, join
from intake.parsing.swedish import SECTIONS
from intake.text.cleaning import squeeze
from intake.text.document import HEADING, Line

_DIARY = r"(?:[A-ZÅÄÖ]{1,6}[a-zåäö]{0,6}[ .:/-]{0,2})?(?:\d{2,4}[/:.-]\d{1,6}(?:[-./]\d+)*)"


PARAGRAPH_SIGN = re.compile(
    rf"^(?:(?:{_DIARY}|"
    rf"[A-ZÅÄÖ]{{2,5}}[a-zåäö]{{0,3}})\s+)?(?:§\s?(?P<a>\d{{1,4}})(?:/\d{{2,4}})?|"
    rf"(?P<b>\d{{1,4}})\s?§)(?![\d-])\s*[.:]?\s*(?P<title>.*)$"
)


SPELLED = re.compile(
    r"^(?:punkt|ärende|paragraf)\s+(?P<a>\d{1,3})\s*[.:–-]?\s*(?P<title>.*)$", re.IGNORECASE
)


NUMBERED = re.compile(r"^(?P<a>\d{1,3}(?:\s?½)?)\s?\.(?!\d)\s*(?P<title>\S.*)$")


# "1) Budget", "1: Budget", "1 - Budget". Only in bold or as a heading: within an item it is a step
# of a list.
BRACKET = re.compile(r"^(?P<a>\d{1,3})(?:\)\s*|\s?[:–-]\s+(?=[^\W\d]))(?P<title>\S.*)$")


BARE = re.compile(r"^(?P<a>\d{1,3}(?:\s?½)?)(?:\t|\s{1,})(?P<title>[A-ZÅÄÖ].*)$")


STYLES = {"§": PARAGRAPH_SIGN, "punkt": SPELLED, "N.": NUMBERED, "N": BARE, "N)": BRACKET}


ONLY_DIARY = re.compile(
    rf"^(?:[Dd]nr\.?\s*:?\s*|[Dd]iarienr\s*:?\s*)?(?:[A-ZÅÄÖ]{{2,6}}\s?)?{_DIARY}\s*$"
)
DIARY_NUMBER = re.compile(
    rf"\s*[(\[]?\s*\b(?:dnr|diarienr|diarienummer|ärendenr|"
    rf"ärendenummer)\.?\s*:?\s*[^)\]]*[)\]]?\s*$|\s*\(\s*{_DIARY}\s*\)\s*$|"
    rf"\s{{2,}}{_DIARY}\s*$|\s+[A-ZÅÄÖ]{{2,6}}\s?\d{{2,4}}[/:-]\d+\s*$",
    re.IGNORECASE,
)


LEADERS = re.compile(r"\s*(?:\.\s?){3,}\s*\d*\s*$|\s*…+\s*\d*\s*$|\s*_{3,}.*$")


PAGE_REFERENCE = re.compile(r"(?:\t|\s{2,}|\.{2,}|…)\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s*$")


SUBPOINT = re.compile(r"^[a-zåäö][.)]\s")
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """A candidate or chosen item heading at index ``at`` of the flow, ``size`` lines long."""

    at: int
    number: str
    title: str
    style: str
    size: int = 1
    day: int | None = None
    weight: float = 0.0
    body: int = 0  # running lines before the next candidate
    listed: bool = field(default=False)  # ends with dot leaders or a page number

    @property
    def order(self) -> float:
        return float(re.sub(r"\s?½", ".5", self.number)) if self.number else 0.0


def candidates_in(lines: Sequence[Line], width: int) -> list[Heading]:
    """Every line that might head an item, with the number of running lines below it."""
    found = list(_found(lines, width))
    ends = [*(one.at for one in found[1:]), len(lines)][: len(found)]
    return [_with_body(one, _body(lines, one, end)) for one, end in zip(found, ends, strict=True)]


def _with_body(one: Heading, body: int) -> Heading:
    """A heading has text below it; a step of a list has the next step."""
    return replace(one, body=body, weight=one.weight + (0.5 if body else -1.5))


def _found(lines: Sequence[Line], width: int) -> Iterator[Heading]:
    for at, line in enumerate(lines):
        if not line.text or line.label:
            continue
        style, match = _styled(line)
        if match and (candidate := _candidate(lines, at, style, match, width)):
            yield candidate


def _styled(line: Line) -> tuple[str, re.Match[str] | None]:
    """The style that a line is numbered in; most lines are told by their first sign."""
    text = line.text
    if "§" in text and (match := PARAGRAPH_SIGN.match(text)):
        return "§", match
    if text[0].isdigit():
        set_apart = line.bold or line.kind == HEADING
        styles = ("N.", "N", "N)") if set_apart else ("N.", "N")
        matches = ((style, STYLES[style].match(text)) for style in styles)
        return next(((style, match) for style, match in matches if match), ("", None))
    return "punkt", SPELLED.match(text) if text[0] in "pPäÄ" else None


def _candidate(
    lines: Sequence[Line], at: int, style: str, match: re.Match[str], width: int
) -> Heading | None:
    parts = match.groupdict()
    number = squeeze(parts.get("a") or parts.get("b") or "")
    number = re.sub(r"^0+(?=\d)", "", number)
    on_page = PAGE_REFERENCE.search(parts["title"])
    if on_page and _no_title(parts["title"][: on_page.start()]):
        on_page = None  # a number beside the diary number counts no pages
    own = parts["title"][: on_page.start()] if on_page else parts["title"]
    printed, size = _printed_title(lines, at, own, style, width)
    title = tidy_title(printed)
    if (
        not re.search(r"[^\W\d_]", title)
        or not (title[0].isupper() or title[0] in "”\"'’»(" or title[0].isdigit())
        or len(title) > LONGEST_TITLE
    ):
        return None
    if style == "N" and (ENDS_SENTENCE.search(printed) or len(title) > 90):
        return None
    listed = bool(on_page or LEADERS.search(printed))
    return Heading(
        at,
        number,
        title,
        style,
        size,
        weight=_weight(lines, at, size, printed, style),
        listed=listed,
    )


def _printed_title(
    lines: Sequence[Line], at: int, title: str, style: str, width: int
) -> tuple[str, int]:
    """The title with the lines it runs on to, and how many lines the heading takes."""
    end = at + 1
    parts = [title]
    if _no_title(title):  # "§ 12" alone, or only with its diary number
        below = _next_text(lines, end)
        if below is None or starts_item(lines[below]):
            return "", 1
        parts = [lines[below].text]
        end = below + 1
    while end < len(lines) and _runs_on(lines, end, parts, width):
        parts.append(lines[end].text)
        end += 1
    if (
        end < len(lines)
        and lines[end].text
        and re.match(r"^dnr\b", lines[end].text, re.IGNORECASE)
    ):
        end += 1  # the diary number on a line of its own belongs to the heading
    return join(parts), end - at


def _no_title(text: str) -> bool:
    """Whether nothing stands beside the number but the matter's diary number."""
    return not DIARY_NUMBER.sub("", text).strip() or bool(ONLY_DIARY.match(text.strip()))


def _runs_on(lines: Sequence[Line], at: int, parts: list[str], width: int) -> bool:
    line, last = lines[at], lines[at - 1]
    if (
        line.blank
        or not line.text
        or line.label
        or len(parts) > 2
        or ENDS_SENTENCE.search(parts[-1])
        or starts_item(line)
        or SUBPOINT.match(line.text)
        or ends_between(last, line)
    ):
        return False
    if last.kind == HEADING or line.kind == HEADING or LEADERS.search(last.text):
        return False
    if line.text[0].islower() and not line.text.startswith("att "):
        return True
    if line.bold and last.bold and line.soft_wrap and line.size == last.size:
        return not fits(last, line, width)
    closes = at + 1 >= len(lines) or lines[at + 1].blank
    if line.text.casefold().rstrip(":") in SECTIONS or line.text.casefold().startswith("beslut"):
        return False
    if closes and re.match(r"(?:19|20)\d\d\b", line.text):
        return True  # "Sammanträdestider" / "2022 (Dnr ...)"
    return (
        closes
        and parts[-1].endswith(
            (",", "-", "–", "samt", "och", " för", " av", " i", " om", " till", " med")
        )
        and not fits(last, line, width)
    )


def starts_item(line: Line) -> bool:
    return bool(line.text) and _styled(line)[0] in ("§", "N.")


def _next_text(lines: Sequence[Line], at: int) -> int | None:
    for here in range(at, min(at + 4, len(lines))):
        if lines[here].text and not lines[here].label:
            return here
    return None


def tidy_title(printed: str) -> str:
    """The title without diary number, dot leaders, page number and end mark."""
    title = LEADERS.sub("", printed)
    title = re.sub(r"\t.*$", "", title) if PAGE_REFERENCE.search(title) else title
    title = re.sub(r"\s{2,}\d{1,3}\s*$", "", title)
    title = DIARY_NUMBER.sub("", squeeze(title))
    title = re.sub(rf"^{_DIARY}\s+(?=[A-ZÅÄÖ])", "", title)
    return title.strip(" .:-–*\t")


def _body(lines: Sequence[Line], one: Heading, end: int) -> int:
    return sum(1 for line in lines[one.at + one.size : end] if line.text or line.label)


def _weight(lines: Sequence[Line], at: int, size: int, printed: str, style: str) -> float:
    """How much a line looks like a heading and not like a step of a list."""
    before = at == 0 or lines[at - 1].blank
    after = at + size >= len(lines) or lines[at + size].blank
    weight = 1.0 + before + 0.5 * after
    weight += 1.5 * (not ENDS_SENTENCE.search(printed.rstrip())) + 0.5 * (len(printed) < 90)
    weight += 2.0 * (lines[at].kind == HEADING or lines[at].bold) + 1.0 * (style in ("§", "punkt"))
    return weight - 0.5 * (lines[at].indent > 3)
