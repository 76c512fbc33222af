"""Makes the search index anew, meeting by meeting, while everybody goes on searching."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from decisions.assignments.reporting import stand_as_reported
from decisions.reindexing import BATCH, forget_unused_words, outdated, reindex, sweep
from minutes.progress import with_bar
from people.derived import derive_again, kinds


class Command(BaseCommand):
    help = (
        "Bring the search index up to date with the analyser of this version. Entries are replaced"
        " meeting by meeting: it can be stopped and begun again, and nobody finds less meanwhile."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all",
            action="store_true",
            help="also what this analyser has made, and what follows from other rows or columns",
        )

    def handle(self, **options) -> None:
        meetings = outdated(everything=options["all"])
        batches = [meetings[at : at + BATCH] for at in range(0, len(meetings), BATCH)]
        written = sum(reindex(batch) for batch in with_bar(batches, self.stdout))
        words = forget_unused_words() if options["all"] else 0
        if options["all"]:
            sweep()
            for kind in kinds():
                derive_again(kind._default_manager.all())
            stand_as_reported()
        if options["verbosity"] == 0:
            return
        self.stdout.write(
            f"{len(meetings)} möten genomgångna, {written} poster skrivna,"
            f" {words} ord som inte längre används borttagna."
        )
