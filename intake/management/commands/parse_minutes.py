"""Says what the parser makes of files, without a database."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand

from intake.exports import error_row, minutes_row
from intake.outline import outline
from intake.paths import printable, read_file
from intake.reading import read
from intake.text import Unreadable


class Command(BaseCommand):
    help = "Read minutes and print what they say. Nothing is stored, and no database is needed."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--format",
            choices=["outline", "json"],
            default="outline",
            help="json: one object a line for each file",
        )

    def handle(self, *, files, format, **options):
        show = self._json if format == "json" else self._outline
        unread = sum(not show(path) for path in files)
        if unread:
            raise SystemExit(1)

    def _json(self, path: Path) -> bool:
        """Print the row of one file; False for one that cannot be read."""
        name = printable(path.name)
        try:
            reading = read(read_file(path))
            row = minutes_row(name, reading.document, reading.minutes)
        except Unreadable as error:
            row = error_row(name, error)
        self.stdout.write(json.dumps(row, ensure_ascii=False))
        return "error" not in row

    def _outline(self, path: Path) -> bool:
        name = printable(path.name)
        try:
            reading = read(read_file(path))
        except Unreadable as error:
            self.stderr.write(f"{name}: {error.sentence}")
            return False
        self.stdout.write(outline(name, reading.minutes) + "\n")
        return True
