"""Where a text is parted in two: at a paragraph, at a line of the source, or at a letter."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from decisions.models import Decision
from intake.editing.decisions import split_decision
from intake.editing.items import split_item, split_item_at_line
from intake.editing.wording import printed
from intake.text.cleaning import clean, squeeze
from minutes.models import AgendaItem
from minutes.sources import current_source

LONGEST_TITLE = 120  # letters; what is longer is a sentence
ENOUGH = 12  # letters of a line that tell in which paragraph it stands
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


class NoPlace(Exception):
    """The text cannot be parted there; its text is a sentence for the reader."""


def divided_item(item: AgendaItem, data: Mapping[str, str]) -> AgendaItem:
    """The new item: from paragraph number ``paragraph``, or from line ``line`` of the source.

    Its title is ``title``; else its first paragraph, if that is short and no sentence.
    """
    paragraphs = [one for one in BLANK_LINE.split(item.text) if one.strip()]
    line = _number(data, "line")
    if line is not None:
        at = _paragraph_at(item, paragraphs, line)
    else:
        at = (_number(data, "paragraph") or 0) - 1
        if not 0 <= at < len(paragraphs):
            raise NoPlace(_("Välj det stycke som den nya punkten ska börja med."))
    head, tail = paragraphs[:at], paragraphs[at:]
    title = squeeze(clean(data.get("title", "")))
    if not title and tail and len(tail[0]) <= LONGEST_TITLE and tail[0][-1] not in ".!?:":
        title = tail.pop(0)
    parts = ("\n\n".join(head), "\n\n".join(tail), title)
    if line is None:
        return split_item(item, *parts)
    return split_item_at_line(item, line, *parts)


def divided_decision(decision: Decision, data: Mapping[str, str]) -> Decision:
    """The new decision: what follows letter number ``at``, else what follows a blank line."""
    text, at = decision.text, _number(data, "at")
    parts = [text[:at], text[at:]] if at is not None else BLANK_LINE.split(text, maxsplit=1)
    if len(parts) == 1:
        parts = text.split("\n", maxsplit=1)
    parts = [part.strip() for part in parts]
    if len(parts) < 2 or not all(parts):
        raise NoPlace(
            _("Gör en tom rad i beslutet där det nya beslutet ska börja, och dela sedan.")
        )
    return split_decision(decision, *parts)


def _paragraph_at(item: AgendaItem, paragraphs: Sequence[str], line: int) -> int:
    """The place of the first paragraph that begins at the line or after it."""
    if not item.first_line or not item.first_line < line <= item.last_line:
        raise NoPlace(_("Raden hör inte till den här punkten. Välj en rad längre in i den."))
    inside = [
        (no, text)
        for no, text in printed(current_source(item.meeting))
        if item.first_line <= no <= item.last_line and text
    ]
    here = 0
    for no, text in inside:
        if no >= line:
            break
        following = (
            place
            for place in range(here, len(paragraphs))
            if squeeze(paragraphs[place]).startswith(text[:ENOUGH])
        )
        here = next((place + 1 for place in following), here)
    return here


def _number(data: Mapping[str, Any], name: str) -> int | None:
    said = str(data.get(name, "")).strip()
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 9 else None
