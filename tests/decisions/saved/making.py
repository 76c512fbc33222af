"""Saved searches for tests."""

from __future__ import annotations

from accounts.models import User
from accounts.roles import Role
from decisions.saved.models import SavedSearch


def a_reader(name: str = "lasaren", **fields) -> User:
    """Somebody with an account and an address, and no more rights than that."""
    fields = {"role": Role.READER, "email": f"{name}@example.se", **fields}
    return User.objects.get_or_create(username=name, defaults=fields)[0]


def a_search(user: User | None = None, **fields) -> SavedSearch:
    """All decisions, under a name of its own; as a row: nothing counts as known yet."""
    user = user or a_reader()
    fields.setdefault("name", f"Sökning {SavedSearch.objects.count() + 1}")
    fields.setdefault("listing", "beslut")
    return SavedSearch.objects.create(user=user, **fields)
