"""Says whatever in the archive does not fit together, and changes nothing of it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand

from decisions.assignments.reporting import misreported
from decisions.models import Status
from decisions.reindexing import drifted
from intake.inventory import findings
from minutes.progress import with_bar
from people.derived import differing, kinds

Fault = tuple[str, str, bool]  # of what, a sentence, and whether it is serious
REMEDY = (
    "Sökindexet, uppdragens lägen och de härledda kolumnerna rättas av `manage.py reindex --all`."
)
IN_ORDER = "Original, sökindex, uppdragens lägen och härledda kolumner stämmer."


class Command(BaseCommand):
    help = (
        "Report originals that are missing or damaged, search entries and derived columns that do"
        " not say what their rows say, assignments that do not stand as their latest report says"
        " (exit status 1), and files older than a day that belong to"
        " nothing. Nothing is changed."
    )

    def handle(self, **options) -> None:
        progress = partial(with_bar, stream=self.stdout)
        of_originals = [(one.name, one.sentence, one.serious) for one in findings(progress)]
        of_search = [(one.of, one.sentence, True) for one in drifted(progress)]
        found = [*of_originals, *of_search, *_derived(progress), *_misreported()]
        for name, sentence, _ in found:
            self.stdout.write(f"{name}: {sentence}")
        if len(found) > len(of_originals):
            self.stdout.write(REMEDY)
        if not found:
            self.stdout.write(IN_ORDER)
        if any(serious for _, _, serious in found):
            raise SystemExit(1)


def _derived(progress: Callable[[list[Any]], Iterator[Any]]) -> Iterator[Fault]:
    for kind in kinds():
        for row in differing(progress(list(kind._default_manager.order_by("pk")))):
            columns = ", ".join(row.derived_columns)
            yield str(row), f"En härledd kolumn ({columns}) är fel.", True


def _misreported() -> Iterator[Fault]:
    for one in misreported():
        stands, said = one.get_status_display(), Status(one.reported).label
        yield one.public_id, f"Uppdraget står som {stands} och ska stå som {said}.", True
