"""Takes files and folders of minutes into the archive; the files themselves are never touched."""

from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError

from intake import originals
from intake.paths import find, printable, read_file
from intake.receiving import receive, refuse
from intake.releasing import publish_if_clear
from intake.summary import Tally
from intake.text import Unreadable
from minutes.progress import with_bar

AGAIN = "Inget är halvt inläst: kör samma kommando igen när felet är avhjälpt."


class Command(BaseCommand):
    help = (
        "Import minutes from files and folders (with the folders in them; hidden files, README"
        " and data files such as .json beside the minutes are passed over). Importing again"
        " changes nothing. Exit status 1 if anything was rejected or could not be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--publish", action="store_true", help="make meetings without open questions public"
        )

    def handle(self, *, paths, publish, **options):
        self.tally = Tally()
        found = find(paths)
        for path, error in found.unread:
            self._fail(path, error.sentence)
        stopped = self._import_all(found.files, publish)
        passed_over = [printable(path.name) for path in found.passed_over]
        for text in (*self.tally.table(), *self.tally.sentences(len(found.files), passed_over)):
            self.stdout.write(text)
        if stopped:
            self.stderr.write(f"{stopped} {AGAIN}")
        if stopped or not self.tally.clean:
            raise SystemExit(1)

    def _import_all(self, files: list[Path], publish: bool) -> str:
        """Import one after the other; a sentence if something ended it early."""
        try:
            for path in with_bar(files, self.stderr):
                self._import_one(path, publish)
        except (DatabaseError, InterfaceError) as error:
            return f"Databasen svarar inte som den ska: {_first_line(error)}."
        except KeyboardInterrupt:
            return "Avbrutet."
        return ""

    def _import_one(self, path: Path, publish: bool) -> None:
        try:
            receipt = self._receipt(path)
        except originals.Damaged:
            self._fail(path, "Den sparade filen är skadad och måste återställas först.")
        except OSError as error:
            self._fail(path, f"Filen gick inte att spara ({error.strerror or error}).")
        else:
            self.tally.receipts.append(receipt)
            if publish and receipt.source_file:
                self.tally.published += publish_if_clear(receipt.source_file)

    def _receipt(self, path: Path):
        try:
            data = read_file(path)
        except Unreadable as error:
            return refuse(path.name, error)
        return receive(data, path.name)

    def _fail(self, path: Path, sentence: str) -> None:
        self.tally.failures.append((printable(str(path)), sentence))


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0].rstrip(".") or type(error).__name__
