"""Compares the originals on disk with the database, and says what does not fit."""

from django.core.management.base import BaseCommand

from intake.inventory import findings


class Command(BaseCommand):
    help = (
        "Report originals that are missing or damaged (exit status 1), and files older than a day"
        " that belong to nothing. Nothing is changed."
    )

    def handle(self, **options):
        found = list(findings())
        for one in found:
            self.stdout.write(f"{one.name}: {one.sentence}")
        if not found:
            self.stdout.write("Alla original finns och är oförändrade.")
        if any(one.serious for one in found):
            raise SystemExit(1)
