"""Mails what is due soon and what is newly late to those who want it; run by a timer, daily."""

from decisions.assignments.reminder_mail import send_due
from decisions.management.sending import SendingCommand


class Command(SendingCommand):
    help = (
        "Remind subscribers by mail of assignments that are due soon or newly late, of each once."
        " Exit status 1 if the mail server refused any: those are sent next time."
    )
    send_due = send_due
    wanted, told = "Påminnelse", "uppdrag"
