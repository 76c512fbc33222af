"""What a text that a person takes for a decision says, and where it stands in the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from intake.matching import Organizations
from intake.parsing.paragraphs import join
from intake.parsing.tasks import read_concern, read_due, read_organizations
from intake.text.cleaning import clean, squeeze, take_bullet
from minutes.models import Meeting
from minutes.sources import current_source

Lines = tuple[int, int]


class NoLines(Exception):
    """Nothing stands at those lines; its text is a sentence for the reader."""


def stated_in(text: str, meeting: Meeting) -> dict[str, Any]:
    """The columns of a decision with these words, as the parser would read them."""
    due, due_text = read_due(text, meeting.start_date)
    known = Organizations()
    named = [known.find(name) for name in read_organizations(text)]
    return {
        "text": text,
        "concerns": read_concern(text),
        "organizations": list(dict.fromkeys(one for one in named if one)),
        "due_date": due,
        "due_text": due_text or "",
    }


def text_at(meeting: Meeting, lines: Lines) -> str:
    """The words of some lines of the source, joined as the parser joins. Raises NoLines."""
    source = current_source(meeting)
    words = [text for no, text in printed(source) if lines[0] <= no <= lines[1] and text]
    if not words:
        raise NoLines(_("Det står ingenting på de raderna i originalet."))
    return join(words)


def lines_of(source: Any, text: str, first: int, last: int | None) -> Lines:
    """Where a paragraph stands that begins at ``first``: as many lines as its words take."""
    wanted, words, stop = len(squeeze(text)), "", first
    for no, printed_text in printed(source):
        if first <= no <= (last or no) and printed_text and len(words) < wanted:
            words, stop = join((words, printed_text)), no
    return first, stop


def printed(source: Any) -> Iterator[tuple[int, str]]:
    """(number, words) of each line of a file, blank ones too; without bullets."""
    for row in ((source.document or {}) if source else {}).get("lines", []):
        text = row["text"] if "text" in row else take_bullet(clean(row["raw"]))[1]
        yield row["no"], squeeze(text)
