"""Mail about what is new in saved searches.

A mail cannot be taken back, and a database cannot know whether one has arrived. Of the two ways
to be wrong this takes the one that loses nothing: mail is sent as the last act of a transaction
that notes its hits as told. If the server refuses, or the program is killed before, nothing is
noted, and the search stays due. Only in the moment between the server's yes and the commit can a
mail be sent again; it has the same Message-ID then, by which mail programs know it for the same.
Two who run at once wait for each other search by search: the second finds nothing due.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import ngettext

from decisions.saved.asking import is_understood, news, remember
from decisions.saved.hits import Hit, loaded
from decisions.saved.models import SavedSearch
from decisions.saved.stopping import stop_url

MOST_IN_A_MAIL = 50  # hits that are written out; all are counted, and told


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a search. ``trouble`` is a sentence; ``is_refused``: by the mail server."""

    search: SavedSearch
    number: int = 0  # of hits that were sent
    trouble: str = ""
    is_refused: bool = False


def send_due(at: datetime) -> Iterator[Outcome]:
    """One outcome for each search that mail is wanted of, as soon as it is known."""
    for search in SavedSearch.objects.mailed().order_by("pk"):
        yield _sent(search, at)


def _sent(search: SavedSearch, at: datetime) -> Outcome:
    if not search.is_due(at):
        return Outcome(search)
    if obstacle := _obstacle(search):
        return Outcome(search, trouble=obstacle)
    if not news(search).exists():  # asked outside a transaction: SQLite has but one writer
        return Outcome(search)
    try:
        return Outcome(search, number=_send(search.pk, at))
    except (SMTPException, OSError) as fault:
        return Outcome(search, trouble=f"tog inte e-postservern emot: {fault}", is_refused=True)


def _obstacle(search: SavedSearch) -> str:
    """Why nothing is sent, whatever there is to tell; what is new waits."""
    if not search.user.is_active:
        return "hör till ett avstängt konto."
    if not search.user.email:
        return "hör till ett konto utan e-postadress."
    return "" if is_understood(search) else "har ett val som inte finns längre."


@transaction.atomic
def _send(pk: int, at: datetime) -> int:
    """The number of hits in the mail; 0 where none was sent."""
    mailed = SavedSearch.objects.mailed().select_for_update(of=("self",))
    # As it is now that nobody else changes it.
    search = mailed.filter(pk=pk, user__is_active=True).first()
    if search is None or not search.is_due(at):
        return 0
    found = news(search)
    shown = loaded(found[:MOST_IN_A_MAIL])
    if not shown:
        return 0
    # What is published or hidden between these two questions is told or kept, and never lost.
    keys = sorted({hit.key for hit in shown}.union(found.values_list("key", flat=True)))
    mail = _mail(search, keys, shown)
    remember(search, keys)
    search.last_sent_at = at
    search.save(update_fields=["last_sent_at"])
    mail.send()
    return len(keys)


def _mail(search: SavedSearch, keys: list[str], shown: list[Hit]) -> EmailMessage:
    """In Swedish: nobody is there to have chosen another language."""
    stop = settings.SITE_URL + stop_url(search)
    with translation.override(settings.LANGUAGE_CODE):
        told = ngettext("%(n)d ny träff", "%(n)d nya träffar", len(keys)) % {"n": len(keys)}
        context = {
            "search": search,
            "told": told,
            "hits": shown,
            "more": len(keys) - len(shown),
            "site": settings.SITE_URL,
            "stop": stop,
        }
        text = render_to_string("saved/digest.txt", context)
    return EmailMessage(
        subject=f"{told}: {search.name}",
        body=text,
        to=[search.user.email],
        headers={
            "Message-ID": _message_id(search, keys),
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _message_id(search: SavedSearch, keys: list[str]) -> str:
    """The same for the same news, whose keys are in order."""
    told = hashlib.sha256(" ".join(keys).encode()).hexdigest()[:20]
    return f"<sparad-{search.pk}-{told}@{urlsplit(settings.SITE_URL).hostname}>"
