"""Sends what is new in saved searches to those who want it by mail; run by a timer, once a day."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import datetime

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from decisions.saved.digests import Outcome, send_due

TERMINAL = "django.core.mail.backends.console.EmailBackend"


def moment(text: str) -> datetime:
    """A date or a time in ISO format, local unless it says otherwise."""
    try:
        found = parse_datetime(text) or datetime.combine(parse_date(text), datetime.min.time())
    except (TypeError, ValueError):
        raise ArgumentTypeError(f"{text!r} is no ISO date or time") from None
    return found if timezone.is_aware(found) else timezone.make_aware(found)


class Command(BaseCommand):
    help = (
        "Mail what is new in saved searches, each at most once a day or week as its owner wants."
        " Exit status 1 if the mail server refused any: those are sent next time."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--at", type=moment, default=None, help="as if it were then: 2026-03-02T07:00"
        )

    def handle(self, **options) -> None:
        if settings.EMAIL_BACKEND == TERMINAL and not settings.DEBUG:
            raise CommandError("EMAIL_URL names no mail server: nothing is sent, nothing is lost.")
        outcomes = []
        for one in send_due(options["at"] or timezone.now()):
            outcomes.append(one)
            self._tell(one)
        sent = [one.number for one in outcomes if one.number]
        if options["verbosity"]:
            self.stdout.write(f"{len(sent)} mejl skickade, med {sum(sent)} träffar.")
        if any(one.is_refused for one in outcomes):
            raise SystemExit(1)

    def _tell(self, outcome: Outcome) -> None:
        """The name of a search is its owner's business, and no log's."""
        if outcome.trouble:
            search = outcome.search
            self.stderr.write(f"Sökning {search.pk} ({search.user}) {outcome.trouble}")
