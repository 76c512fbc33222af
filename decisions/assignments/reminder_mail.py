"""Mail about what is due soon and what is newly late: one to each subscriber who has news.

How it is sent is told in decisions/mailing.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial

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
from decisions.mailing import MOST_IN_A_MAIL, Outcome, mail, of_the_account, send_each


def send_due(at: datetime) -> Iterator[Outcome]:
    """One outcome for each subscriber, as soon as it is known."""
    today = timezone.localdate(at)
    return send_each(
        Subscription.objects.select_related("user").order_by("pk"),
        obstacle=of_the_account,
        has_news=partial(_has_news, today=today),
        send=partial(_send, today=today),
    )


def _has_news(subscription: Subscription, today: date) -> bool:
    return due_soon(subscription, today).exists() or overdue(subscription, today).exists()


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
        letter = _mail(subscription, soon, late)
        remember(subscription, soon, overdue=False)
        remember(subscription, late, overdue=True)
        letter.send()
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
    told = _told(soon, late)
    return mail(subscription, subject, text, stop=stop, name="uppdrag", told=told)


def _subject(soon: int, late: int) -> str:
    """``Uppdrag: 2 ska snart vara klara, 1 har gått ut``."""
    told = [gettext("%(n)d att göra snart") % {"n": soon}] if soon else []
    told += [gettext("%(n)d där tiden har gått ut") % {"n": late}] if late else []
    return gettext("Uppdrag: %(told)s") % {"told": ", ".join(told)}


def _list_path(subscription: Subscription) -> str:
    chosen = subscription.organization
    return reverse("assignments") + (f"?kommun={chosen.slug}" if chosen else "")


def _told(soon: Sequence[Assignment], late: Sequence[Assignment]) -> list[str]:
    return [
        f"{mark}{one.public_id}{one.due_date}"
        for mark, part in (("s", soon), ("l", late))
        for one in part
    ]
