"""Mail about what is new in saved searches; how it is sent is told in decisions/mailing.py."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import ngettext

from decisions.mailing import MOST_IN_A_MAIL, Outcome, mail, of_the_account, send_each
from decisions.saved.asking import is_understood, news, remember
from decisions.saved.hits import Hit, loaded
from decisions.saved.models import SavedSearch
from decisions.saved.stopping import stop_url


def send_due(at: datetime) -> Iterator[Outcome]:
    """One outcome for each search that is due, as soon as it is known."""
    mailed = SavedSearch.objects.mailed().order_by("pk")
    return send_each(
        (one for one in mailed if one.is_due(at)),
        obstacle=_obstacle,
        has_news=lambda search: news(search).exists(),
        send=partial(_send, at=at),
    )


def _obstacle(search: SavedSearch) -> str:
    if obstacle := of_the_account(search):
        return obstacle
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
    letter = _mail(search, keys, shown)
    remember(search, keys)
    search.last_sent_at = at
    search.save(update_fields=["last_sent_at"])
    letter.send()
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
    subject = f"{told}: {search.name}"
    return mail(search, subject, text, stop=stop, name="sparad", told=keys)
