"""Strict readers of environment variables: each error names the variable and what it may be.

An unset or empty variable means the default. Anything that cannot be understood stops the
start: a misspelt ``DEBUG=flase`` must never quietly become a choice.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
DATABASES = ("postgres://", "postgresql://", "sqlite://")
MAIL_PORTS = {"smtp://": 25, "smtp+tls://": 587, "smtp+ssl://": 465, "consolemail://": None}
SHORTEST_SECRET, FEWEST_LETTERS = 50, 5  # what `check --deploy` asks for


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    value = text(name).casefold()
    if not value:
        return default
    if value in TRUE:
        return True
    if value in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")


def number(name: str, *, default: int, at_least: int = 0) -> int:
    value = text(name)
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or int(value) < at_least:
        raise ImproperlyConfigured(f"{name} must be a number from {at_least}, not {value!r}.")
    return int(value)


def names(name: str) -> list[str]:
    """A list separated by commas; blanks around a name are not part of it."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


def hosts(name: str, *, debug: bool) -> list[str]:
    """Host names that the archive answers to; outside development they must be named, no *."""
    listed = names(name)
    if debug:
        return listed or ["localhost", "127.0.0.1", "[::1]"]
    if not listed:
        raise ImproperlyConfigured(f"{name} must list the archive's host names when DEBUG is off.")
    if "*" in listed:
        raise ImproperlyConfigured(f"{name} must not contain * when DEBUG is off.")
    return listed


def folder(name: str, *, default: Path) -> Path:
    """An absolute folder; it need not exist yet, but no file may stand in its place."""
    path = Path(text(name, str(default))).expanduser().resolve()
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name} must be a folder, and {path} is a file.")
    return path


def file(name: str) -> Path | None:
    """A file that is there, or None where none is named."""
    path = Path(text(name)).expanduser().resolve() if text(name) else None
    if path and not path.is_file():
        raise ImproperlyConfigured(f"{name} must be a file, and {path} is none.")
    return path


def database(name: str, *, default: str) -> dict[str, Any]:
    """Django's database settings from an address; only the two engines that the tests run on."""
    url = text(name, default)
    try:
        parsed = dict(environ.Env.db_url_config(url)) if url.startswith(DATABASES) else {}
    except ValueError:  # such as a port that is not a number
        parsed = {}
    if not parsed.get("NAME"):
        raise ImproperlyConfigured(
            f"{name} must look like postgres://user:password@host:5432/name"
            " or sqlite:////absolute/path.sqlite3."
        )
    return parsed


def mail(name: str, *, default: str) -> dict[str, Any]:
    """Django's mail settings from an address; the port is the usual one unless it is named."""
    url = text(name, default)
    way = f"{url.partition('://')[0]}://"
    try:
        parsed = dict(environ.Env.email_url_config(url)) if way in MAIL_PORTS else {}
    except ValueError:  # a port that is not a number
        parsed = {}
    if not parsed or (way != "consolemail://" and not parsed["EMAIL_HOST"]):
        raise ImproperlyConfigured(
            f"{name} must look like smtp+tls://user:password@host:587, smtp+ssl://host,"
            " smtp://host or consolemail://."
        )
    parsed["EMAIL_PORT"] = parsed["EMAIL_PORT"] or MAIL_PORTS[way]
    return {key: "" if value is None else value for key, value in parsed.items()}


def site(name: str, *, hosts: list[str], debug: bool) -> str:
    """Where readers find the archive, for links in mail: scheme and host, without a last slash."""
    default = "http://127.0.0.1:8000" if debug else f"https://{hosts[0].lstrip('.')}"
    url = text(name, default).rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"{name} must look like https://arkiv.example.se, not {url!r}.")
    return url


def address(name: str) -> str:
    """A mail address, or nothing where none is named."""
    value = text(name)
    if value and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", value):
        raise ImproperlyConfigured(f"{name} must look like kansliet@example.se, not {value!r}.")
    return value


def secret(name: str, *, debug: bool, kept_in: Path) -> str:
    """The signing key. Development makes its own and keeps it: logins survive a restart."""
    value = text(name)
    if debug:
        return value or _kept_secret(kept_in)
    weak = len(value) < SHORTEST_SECRET or len(set(value)) < FEWEST_LETTERS
    if weak or value.startswith("development-"):
        raise ImproperlyConfigured(
            f"{name} must be at least {SHORTEST_SECRET} random characters when DEBUG is off."
        )
    return value


def _kept_secret(path: Path) -> str:
    from django.utils.crypto import get_random_string

    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("development-" + get_random_string(SHORTEST_SECRET))
        path.chmod(0o600)
    return path.read_text()
