"""Every address declares who may come; what is open although the archive is closed is listed."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

RULES = {"anyone", "readers", "staff", "secretaries"}
OPEN_TO_ANYONE = {"about", "login", "logout", "healthz", "choose_language"}


def every(patterns: list, prefix: str = ""):
    """(address, pattern) of every view that the resolver can reach."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from every(pattern.url_patterns, address)
        elif isinstance(pattern, URLPattern):
            yield address, pattern


VIEWS = list(every(get_resolver().url_patterns))


@pytest.mark.parametrize("pattern", [pytest.param(p, id=address or "/") for address, p in VIEWS])
def test_every_view_declares_its_rule(pattern):
    assert getattr(pattern.callback, "access", None) in RULES


def test_only_these_are_open_when_the_archive_is_closed():
    assert {p.name for _, p in VIEWS if p.callback.access == "anyone"} == OPEN_TO_ANYONE


def test_the_whole_admin_is_for_secretaries():
    rules = {p.callback.access for address, p in VIEWS if address.startswith("admin/")}
    assert rules == {"secretaries"}
