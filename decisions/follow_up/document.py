"""The follow-up as a Word document: the counts, and then what they count, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from decisions.follow_up.entries import Entry
from decisions.follow_up.period import Period
from decisions.follow_up.report import Part, Report
from decisions.follow_up.stands import STANDS, WITHOUT
from decisions.follow_up.words import explained, summed_up
from minutes.exports.addresses import absolute
from minutes.exports.word import SMALL, Word
from minutes.templatetags.swedish_dates import plain_date

_NAMES, _NUMBER = 7.7, 3.0  # cm, of A4 laid down
_WIDTHS = [4.9, 11.2, 9.6]


def content(period: Period, found: Report, parts: Sequence[Part], here: str) -> bytes:
    """``here`` is the address of the page that shows the same."""
    days = {"first": plain_date(period.first), "last": plain_date(period.last)}
    title = _("Uppföljning %(first)s – %(last)s") % days
    now = timezone.localtime()
    word = Word(title, now.replace(hour=0, minute=0, second=0, microsecond=0), is_landscape=True)
    word.title(title)
    word.paragraph(summed_up(found))
    if found.whole.entries:
        word.paragraph(explained(now.date()), SMALL)
        headings = [_("Ämne"), _("Beslut och uppdrag"), *map(str, STANDS.values())]
        rest = (25.7 - _NAMES - _NUMBER) / len(STANDS)
        widths = [_NAMES, _NUMBER, *[rest] * len(STANDS)]
        word.table(headings, map(_counts, [*found.parts, found.whole]), widths)
    for part in parts:
        word.heading(part.name, 1)
        word.table([_("Möte"), _("Beslut"), _("Läge")], _rows(part), _WIDTHS)
    word.paragraph(absolute(here), SMALL, label=_("Källa:"))
    return word.content()


def _counts(part: Part) -> list[str]:
    numbers = [number for _name, _label, number in part.counted()]
    return [part.name, *(str(one or "–") for one in [len(part.entries), *numbers])]


def _rows(part: Part) -> Iterator[list[str]]:
    for one in part.entries:
        yield [one.source, f"{one.text}\n{absolute(one.url)}", _standing(one)]


def _standing(entry: Entry) -> str:
    lines = (f"{told} ”{quoted}”" if quoted else told for told, quoted in entry.told)
    return "\n".join(lines) or str(STANDS[WITHOUT])
