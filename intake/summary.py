"""What an import says of itself: a line for each file, and a sum at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from intake.models import Receipt, ReceiptOutcome, SourceFile
from intake.questions import open_questions

# What the sum calls one file and several.
COUNTED = {
    ReceiptOutcome.IMPORTED: ("inläst", "inlästa"),
    ReceiptOutcome.UNCHANGED: ("fanns redan", "fanns redan"),
    ReceiptOutcome.NEW_VERSION: ("ny version att ta ställning till",) * 2,
    ReceiptOutcome.NEEDS_REVIEW: ("behöver granskas", "behöver granskas"),
    ReceiptOutcome.REJECTED: ("avvisad", "avvisade"),
}
FAILED = "Inte inläst"
NAMED = 6  # so many files that were passed over are named; the rest is a number


@dataclass(slots=True)
class Tally:
    """One run: its receipts, the files that left none (name, why), and the meetings published."""

    receipts: list[Receipt] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)
    published: int = 0

    @property
    def clean(self) -> bool:
        return not self.failures and ReceiptOutcome.REJECTED not in self._outcomes()

    def table(self) -> Iterator[str]:
        """A line for each file: the outcome, its name, and where it led or why it did not."""
        rows = [(_label(one), one.file_name, _what(one)) for one in self.receipts]
        rows += [(FAILED, name, why) for name, why in self.failures]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for label, name, what in rows:
            yield f"{label:<{widths[0]}}  {name:<{min(widths[1], 60)}}  {what}".rstrip()

    def sentences(self, files: int, passed_over: Iterable[str]) -> Iterator[str]:
        """``files`` were found; ``passed_over`` are the names of those that are no minutes."""
        outcomes = self._outcomes()
        parts = [_counted(one, outcomes[one]) for one in COUNTED if outcomes[one]]
        missed = files - outcomes.total()
        parts += [f"{missed} inte inläst{'a' if missed > 1 else ''}"] if missed > 0 else []
        yield f"{files} fil{'' if files == 1 else 'er'}: {', '.join(parts) or 'inget att göra'}."
        if names := sorted(passed_over):
            more = f" och {len(names) - NAMED} till" if len(names) > NAMED else ""
            yield f"Förbigångna, inte protokoll: {', '.join(names[:NAMED])}{more}."
        if self.published:
            yield f"Publicerade möten: {self.published}."

    def _outcomes(self) -> Counter[str]:
        return Counter(receipt.outcome for receipt in self.receipts)


def _label(receipt: Receipt) -> str:
    return str(ReceiptOutcome(receipt.outcome).label)


def _what(receipt: Receipt) -> str:
    source = receipt.source_file
    if receipt.reason or source is None:
        return receipt.reason
    return ", ".join([*_meeting(source), *_questions(source)])


def _meeting(source: SourceFile) -> list[str]:
    return [str(source.meeting)] if source.meeting else []


def _questions(source: SourceFile) -> list[str]:
    count = open_questions(source.remarks)
    return [f"{count} fråg{'a' if count == 1 else 'or'}"] if count else []


def _counted(outcome: ReceiptOutcome, count: int) -> str:
    one, several = COUNTED[outcome]
    return f"{count} {one if count == 1 else several}"
