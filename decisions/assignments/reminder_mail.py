"""Mail about what is due soon and what is newly late: one to each subscriber who has news.

As in decisions/saved/digests.py, mail is sent as the last act of a transaction that notes what is
in it. If the server refuses, or the program is killed before, nothing is noted, and it is sent
next time. Only between the server's yes and the commit can a mail be sent again; it has the same
Message-ID then. Two who run at once wait for each other subscriber by subscriber.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from decisions.assignments.models import Assignment, Subscription
from decisions.assignments.reminders import due_soon, overdue, remember
from decisions.assignments.stopping import stop_url

MOST_IN_A_MAIL = 50  # of each kind are written out; all are counted, and told


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a subscriber. ``trouble`` is a sentence; ``is_refused``: by the server."""

    subscription: Subscription
    number: int = 0  # of assignments that were sent
    trouble: str = ""
    is_refused: bool = False


def send_due(at: datetime) -> Iterator[Outcome]:
    """One outcome for each subscriber, as soon as it is known."""
    today = timezone.localdate(at)
    for one in Subscription.objects.select_related("user").order_by("pk"):
        yield _sent(one, today)


def _sent(subscription: Subscription, today: date) -> Outcome:
    if obstacle := _obstacle(subscription):
        return Outcome(subscription, trouble=obstacle)
    # Asked outside a transaction: SQLite has but one writer.
    if not (due_soon(subscription, today).exists() or overdue(subscription, today).exists()):
        return Outcome(subscription)
    try:
        return Outcome(subscription, number=_send(subscription.pk, today))
    except (SMTPException, OSError) as fault:
        trouble = f"tog inte e-postservern emot: {fault}"
        return Outcome(subscription, trouble=trouble, is_refused=True)


def _obstacle(subscription: Subscription) -> str:
    if not subscription.user.is_active:
        return "hör till ett avstängt konto."
    return "" if subscription.user.email else "hör till ett konto utan e-postadress."


@transaction.atomic
def _send(pk: int, today: date) -> int:
    """The number of assignments in the mail; 0 where none was sent."""
    wanted = Subscription.objects.select_for_update(of=("self",)).select_related("user")
    # As it is now that nobody else changes it.
    subscription = wanted.filter(pk=pk, user__is_active=True).first()
    if subscription is None:
        return 0
    soon = list(due_soon(subscription, today).with_source())
    late = list(overdue(subscription, today).with_source())
    if soon or late:
        mail = _mail(subscription, soon, late)
        remember(subscription, soon, overdue=False)
        remember(subscription, late, overdue=True)
        mail.send()
    return len(soon) + len(late)


def _mail(
    subscription: Subscription, soon: Sequence[Assignment], late: Sequence[Assignment]
) -> EmailMessage:
    """In Swedish: nobody is there to have chosen another language."""
    stop = settings.SITE_URL + stop_url(subscription)
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "parts": [
                (gettext("Ska snart vara klart"), soon[:MOST_IN_A_MAIL]),
                (gettext("Tiden har gått ut"), late[:MOST_IN_A_MAIL]),
            ],
            "more": sum(max(len(one) - MOST_IN_A_MAIL, 0) for one in (soon, late)),
            "site": settings.SITE_URL,
            "stop": stop,
            "list_path": _list_path(subscription),
        }
        text = render_to_string("assignments/reminder.txt", context)
        subject = _subject(len(soon), len(late))
    return EmailMessage(
        subject=subject,
        body=text,
        to=[subscription.user.email],
        headers={
            "Message-ID": _message_id(subscription, soon, late),
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _subject(soon: int, late: int) -> str:
    """``Uppdrag: 2 ska snart vara klara, 1 har gått ut``."""
    told = [gettext("%(n)d att göra snart") % {"n": soon}] if soon else []
    told += [gettext("%(n)d där tiden har gått ut") % {"n": late}] if late else []
    return gettext("Uppdrag: %(told)s") % {"told": ", ".join(told)}


def _list_path(subscription: Subscription) -> str:
    chosen = subscription.organization
    return reverse("assignments") + (f"?kommun={chosen.slug}" if chosen else "")


def _message_id(
    subscription: Subscription, soon: Sequence[Assignment], late: Sequence[Assignment]
) -> str:
    """The same for the same news."""
    keys = [
        f"{mark}{one.public_id}{one.due_date}"
        for mark, part in (("s", soon), ("l", late))
        for one in part
    ]
    told = hashlib.sha256(" ".join(sorted(keys)).encode()).hexdigest()[:20]
    return f"<uppdrag-{subscription.pk}-{told}@{urlsplit(settings.SITE_URL).hostname}>"
