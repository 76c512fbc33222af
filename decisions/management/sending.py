"""What the commands that send mail have in common; each is run by a timer."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from decisions.mailing import Outcome

TERMINAL = "django.core.mail.backends.console.EmailBackend"


def moment(text: str) -> datetime:
    """A date or a time in ISO format, local unless it says otherwise."""
    try:
        found = parse_datetime(text) or datetime.combine(parse_date(text), datetime.min.time())
    except (TypeError, ValueError):
        raise ArgumentTypeError(f"{text!r} is no ISO date or time") from None
    return found if timezone.is_aware(found) else timezone.make_aware(found)


class SendingCommand(BaseCommand):
    """``wanted`` and ``told`` are words for the row that asks for mail and for what it tells."""

    send_due: ClassVar[Callable[[datetime], Iterator[Outcome]]]
    wanted: str
    told: str

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--at", type=moment, default=None, help="as if it were then: 2026-03-02T07:00"
        )

    def handle(self, **options) -> None:
        if settings.EMAIL_BACKEND == TERMINAL and not settings.DEBUG:
            raise CommandError("EMAIL_URL names no mail server: nothing is sent, nothing is lost.")
        outcomes = []
        for one in type(self).send_due(options["at"] or timezone.now()):
            outcomes.append(one)
            self._tell(one)
        sent = [one.number for one in outcomes if one.number]
        if options["verbosity"]:
            self.stdout.write(f"{len(sent)} mejl skickade, med {sum(sent)} {self.told}.")
        if any(one.is_refused for one in outcomes):
            raise SystemExit(1)

    def _tell(self, outcome: Outcome) -> None:
        """What somebody searches for is their business, and no log's."""
        if outcome.trouble:
            row = outcome.wanted
            self.stderr.write(f"{self.wanted} {row.pk} ({row.user}) {outcome.trouble}")
