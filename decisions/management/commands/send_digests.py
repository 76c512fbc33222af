"""Sends what is new in saved searches to those who want it by mail; run by a timer, once a day."""

from decisions.management.sending import SendingCommand
from decisions.saved.digests import send_due


class Command(SendingCommand):
    help = (
        "Mail what is new in saved searches, each at most once a day or week as its owner wants."
        " Exit status 1 if the mail server refused any: those are sent next time."
    )
    send_due = send_due
    wanted, told = "Sökning", "träffar"
