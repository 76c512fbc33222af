"""Mails what is due soon and what is newly late to those who want it; run by a timer, daily."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from decisions.assignments.reminder_mail import Outcome, send_due
from decisions.management.commands.send_digests import TERMINAL, moment


class Command(BaseCommand):
    help = (
        "Remind subscribers by mail of assignments that are due soon or newly late, of each once."
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
            self.stdout.write(f"{len(sent)} mejl skickade, med {sum(sent)} uppdrag.")
        if any(one.is_refused for one in outcomes):
            raise SystemExit(1)

    def _tell(self, outcome: Outcome) -> None:
        if outcome.trouble:
            subscription = outcome.subscription
            self.stderr.write(
                f"Påminnelse {subscription.pk} ({subscription.user}) {outcome.trouble}"
            )
