"""Mail that a timer sends to those who want it: none is lost, and none is sent twice.

A mail cannot be taken back, and a database cannot know whether one has arrived. Of the two ways
to be wrong this takes the one that loses nothing: mail is sent as the last act of a transaction
that notes what is in it as told. If the server refuses, or the program is killed before, nothing
is noted, and it is sent next time. Only in the moment between the server's yes and the commit can
a mail be sent again; it has the same Message-ID then, by which mail programs know it for the
same. Two who run at once wait for each other row by row: the second finds nothing to send.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage

MOST_IN_A_MAIL = 50  # rows that are written out; all are counted, and told


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one who wants mail. ``trouble`` is a sentence; ``is_refused``: by the server.

    ``wanted`` is the row that says so, with its user; ``number`` how much was told in the mail.
    """

    wanted: Any
    number: int = 0
    trouble: str = ""
    is_refused: bool = False


def send_each(
    wanted: Iterable[Any],
    *,
    obstacle: Callable[[Any], str],
    has_news: Callable[[Any], bool],
    send: Callable[[int], int],
) -> Iterator[Outcome]:
    """One outcome for each row, as soon as it is known.

    ``send`` is given the key, locks the row, and gives the number of what it has told.
    """
    for one in wanted:
        if trouble := obstacle(one):
            yield Outcome(one, trouble=trouble)
        elif not has_news(one):  # asked outside a transaction: SQLite has but one writer
            yield Outcome(one)
        else:
            yield _sent(one, send)


def _sent(wanted: Any, send: Callable[[int], int]) -> Outcome:
    try:
        return Outcome(wanted, number=send(wanted.pk))
    except (SMTPException, OSError) as fault:
        trouble = f"tog inte e-postservern emot: {fault}"
        return Outcome(wanted, trouble=trouble, is_refused=True)


def of_the_account(wanted: Any) -> str:
    """Why nothing is sent, whatever there is to tell; what is new waits."""
    if not wanted.user.is_active:
        return "hör till ett avstängt konto."
    return "" if wanted.user.email else "hör till ett konto utan e-postadress."


def mail(
    wanted: Any, subject: str, text: str, *, stop: str, name: str, told: Iterable[str]
) -> EmailMessage:
    """``stop`` is where it is ended; ``name`` and ``told`` make the Message-ID."""
    return EmailMessage(
        subject=subject,
        body=text,
        to=[wanted.user.email],
        headers={
            "Message-ID": _message_id(f"{name}-{wanted.pk}", told),
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _message_id(name: str, told: Iterable[str]) -> str:
    """The same for the same news, in whatever order."""
    digest = hashlib.sha256(" ".join(sorted(told)).encode()).hexdigest()[:20]
    return f"<{name}-{digest}@{urlsplit(settings.SITE_URL).hostname}>"
