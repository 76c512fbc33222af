"""Searches that somebody has kept, and which hits they have been told of already."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from decisions.saved.querysets import SavedSearchQuerySet

LONGEST_NAME = 100  # characters
LONGEST_QUERY = 2000  # characters; more than every field of the longest form filled in


class Listing(models.TextChoices):
    """The list that is asked, by the name that it has in addresses."""

    DECISIONS = "beslut", _("Beslut")
    EVERYTHING = "sok", _("Sök")


class Frequency(models.TextChoices):
    NEVER = "never", _("Aldrig")
    DAILY = "daily", _("Högst en gång om dagen")
    WEEKLY = "weekly", _("Högst en gång i veckan")


class SavedSearch(models.Model):
    """A question to one of the lists, kept by a user. Nobody else sees it, not in the admin.

    ``query`` is what the filters have in the address, in order, without the place in the list.
    Whoever knows ``feed_token`` reads the search as a feed, with the owner's eyes; empty: nobody.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches"
    )
    name = models.CharField(_("namn"), max_length=LONGEST_NAME)
    listing = models.CharField(max_length=10, choices=Listing)
    query = models.CharField(max_length=LONGEST_QUERY, blank=True)
    frequency = models.CharField(
        _("mejl om nytt"), max_length=10, choices=Frequency, default=Frequency.NEVER
    )
    last_sent_at = models.DateTimeField(null=True, blank=True)
    feed_token = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="savedsearch_name_unique"),
            models.UniqueConstraint(
                fields=["feed_token"],
                condition=~Q(feed_token=""),
                name="savedsearch_feed_token_unique",
            ),
            models.CheckConstraint(name="savedsearch_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="savedsearch_listing_known", condition=Q(listing__in=Listing.values)
            ),
            models.CheckConstraint(
                name="savedsearch_frequency_known", condition=Q(frequency__in=Frequency.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where the search is renamed, followed and removed."""
        return reverse("saved_search", args=[self.pk])

    @property
    def list_url(self) -> str:
        """The list with the filters as they were when the search was saved."""
        return f"/{self.listing}/" + (f"?{self.query}" if self.query else "")

    @property
    def feed_url(self) -> str:
        """The address of the feed, without the host; empty if there is none."""
        return reverse("saved_feed", args=[self.feed_token]) if self.feed_token else ""

    @property
    def is_mailed(self) -> bool:
        return self.frequency != Frequency.NEVER

    def is_due(self, at: datetime) -> bool:
        """No mail has been sent that day, or that ISO week, as the archive's clock has it."""
        if self.last_sent_at is None or not self.is_mailed:
            return self.is_mailed
        last, day = timezone.localdate(self.last_sent_at), timezone.localdate(at)
        if self.frequency == Frequency.WEEKLY:
            return last.isocalendar()[:2] < day.isocalendar()[:2]
        return last < day

    def change_feed_address(self) -> None:
        """A new address for the feed; the old one leads nowhere from now on. Not saved yet."""
        self.feed_token = secrets.token_urlsafe(32)


class ToldHit(models.Model):
    """A hit that the owner of a search knows of: it was there before, or has been sent.

    ``key`` is a decision's ``public_id``, or ``punkt-`` and the key of an item: nothing of what
    they say, and the same however often an index is made anew or a meeting is shown, hidden and
    shown again. It outlives the hit, so that nothing is told twice.
    """

    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="told")
    key = models.CharField(max_length=30)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["search", "key"], name="toldhit_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.search}: {self.key}"
