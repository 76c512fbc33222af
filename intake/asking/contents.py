"""Questions about the items of the agenda and what was decided."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from decisions.models import Decision
from intake.asking.about import SEEN, About, Answer, Kind
from intake.editing.decisions import add_decision
from intake.editing.items import save_item
from intake.editing.rows import change
from intake.editing.wording import lines_of, stated_in
from minutes.models import AgendaItem

DECISION, SAME, TEXT = "decision", "same", "no"
CONTINUES, NUMBER = "continues", "number-"
QUOTED = re.compile(r"”(.+?)(?: …)?”$")


class UndecidedParagraph(Kind):
    """A paragraph among the decisions of an item: one of them, or text?"""

    def answers(self, about: About) -> list[Answer]:
        item = self._item(about)
        if item is None or not self._paragraph(about, item):
            return super().answers(about)
        same = [Answer(SAME, _("Det hör till beslutet före"))] if self._before(about, item) else []
        return [
            Answer(DECISION, _("Ja, ett beslut")),
            *same,
            Answer(TEXT, _("Nej")),
        ]

    def do(self, about: About, value: str) -> dict[str, Any]:
        if value not in (DECISION, SAME):
            return {}
        item = self._item(about)
        text = self._paragraph(about, item)
        lines = lines_of(about.source, text, about.line, item.last_line)
        before = self._before(about, item)
        if value == SAME:
            change(before, {"text": f"{before.text} {text}"})
            change(before, {"last_line": lines[1]}, by_hand=False)
        else:
            add_decision(item, stated_in(text, about.meeting), lines, before, first=not before)
        kept = [one for one in item.text.split("\n\n") if one != text]
        save_item(item, {"text": "\n\n".join(kept)})
        return {}

    def _item(self, about: About) -> AgendaItem | None:
        there = about.at_line(about.meeting.items)
        return there[-1] if there else None

    def _paragraph(self, about: About, item: AgendaItem) -> str:
        """The paragraph of the item's text that the remark quotes the beginning of."""
        quoted = QUOTED.search(about.message)
        blocks = item.text.split("\n\n") if quoted else []
        return next((block for block in blocks if block.startswith(quoted[1])), "")

    def _before(self, about: About, item: AgendaItem) -> Decision | None:
        above = item.decisions.filter(last_line__lt=about.line)
        return above.order_by("-position").first()


class DuplicateNumber(Kind):
    """A number that an earlier item has too: opened again, or a misprint?"""

    def answers(self, about: About) -> list[Answer]:
        item = self._item(about)
        earlier = item and self._earlier(about, item)
        if earlier is None:
            return super().answers(about)
        again = Answer(CONTINUES, _("Fortsätter %(item)s") % {"item": earlier})
        return [again, *self._next_number(about, item), Answer(SEEN, _("Ett nytt ärende"))]

    def do(self, about: About, value: str) -> dict[str, Any]:
        item = self._item(about)
        if value == CONTINUES:
            save_item(item, {"continues": self._earlier(about, item)})
        if value.startswith(NUMBER):
            save_item(item, {"number": value.removeprefix(NUMBER)})
        return {}

    def _next_number(self, about: About, item: AgendaItem) -> list[Answer]:
        """The number that should have followed, if no item has it."""
        if not item.number.isdecimal():
            return []
        number = str(int(item.number) + 1)
        if about.meeting.items.filter(number=number).exists():
            return []
        return [Answer(f"{NUMBER}{number}", _("Ska vara punkt %(number)s") % {"number": number})]

    def _item(self, about: About) -> AgendaItem | None:
        starting = about.meeting.items.filter(first_line=about.line)
        return starting.order_by("position").first() if about.line else None

    def _earlier(self, about: About, item: AgendaItem) -> AgendaItem | None:
        same = about.meeting.items.filter(number=item.number, position__lt=item.position)
        return same.order_by("-position").first()
