"""What comes over the wire when somebody opens a page for the first time."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from playwright.sync_api import Page


def weigh(page: Page, address: str) -> Counter[str]:
    """Bytes as they were sent, heads and all: ``html``, ``css``, ``own js``, ``htmx``, ``images``.

    The page must be new, with nothing kept from before.
    """
    kinds: dict[str, str] = {}
    weights: Counter[str] = Counter()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: _kind(e)}))
    session.on("Network.loadingFinished", lambda e: weights.update(_weight(kinds, e)))
    page.goto(address, wait_until="networkidle")
    session.detach()
    return weights


def _kind(event: dict) -> str:
    path = PurePosixPath(urlsplit(event["response"]["url"]).path)
    if path.suffix == ".js":
        return "own js" if path.parent.name == "js" else "htmx"
    return {".css": "css", "": "html"}.get(path.suffix, "images")


def _weight(kinds: dict[str, str], event: dict) -> dict[str, int]:
    return {kinds.get(event["requestId"], "html"): round(event["encodedDataLength"])}
