"""The words in which saved searches are asked for."""

from __future__ import annotations

from typing import Any

from django.db import models

from accounts.roles import is_signed_in


class SavedSearchQuerySet(models.QuerySet):
    def of(self, user: Any) -> SavedSearchQuerySet:
        """The user's own; nobody sees another's."""
        return self.filter(user=user) if is_signed_in(user) else self.none()

    def mailed(self) -> SavedSearchQuerySet:
        """Those that mail is wanted of, due or not, each with its owner."""
        return self.exclude(frequency="never").select_related("user")

    def read_with(self, feed_token: str) -> SavedSearchQuerySet:
        """The one whose feed has this address, while its owner may sign in."""
        found = self.filter(feed_token=feed_token, user__is_active=True)
        return found.exclude(feed_token="").select_related("user")
