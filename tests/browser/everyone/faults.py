"""What is wrong with a page for somebody, each fault as one line that names it and its place."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, Response

MEASURING = Path(__file__).with_name("measuring.js").read_text()
PHONE, MOUSE = 44, 24  # CSS pixels that a control is high, at least
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
IN_ALL = {
    "runOnly": {"type": "tag", "values": WCAG},
    "rules": {"target-size": {"enabled": True}},  # axe leaves it off unless it is named
    "resultTypes": ["violations"],
}
# All that a theme changes is colours.
IN_COLOUR = {
    "runOnly": ["color-contrast", "link-in-text-block"],
    "resultTypes": ["violations"],
}
RUN = """async (options) => (await axe.run(options)).violations.flatMap(({ id, nodes }) =>
  nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`))"""
LISTEN = """window.refused = [];
document.addEventListener("securitypolicyviolation",
  (event) => refused.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));"""


def accessibility(page: Page) -> list[str]:
    """By axe-core, in the light and in the dark theme."""
    page.evaluate(AXE_SCRIPT)
    page.emulate_media(color_scheme="light")
    found = page.evaluate(RUN, IN_ALL)
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark, {fault}" for fault in page.evaluate(RUN, IN_COLOUR)]
    page.emulate_media(color_scheme="light")
    return found


def layout(page: Page, least: int) -> list[str]:
    """At the size that the page has; ``least`` is PHONE or MOUSE."""
    return page.evaluate(MEASURING, least)


def refused(page: Page) -> list[str]:
    """What the page asked for and the policy refused; the context must LISTEN from its start."""
    return page.evaluate("window.refused")


def policy(answer: Response) -> list[str]:
    """Whether an answer tells the browser to run nothing that is inline."""
    told = answer.headers.get("content-security-policy", "")
    is_strict = "default-src 'none'" in told and "unsafe" not in told
    return [] if is_strict else [f"policy {told!r} of {answer.url}"]
