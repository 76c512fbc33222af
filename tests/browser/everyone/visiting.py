"""Going to the pages of the shown archive as somebody, on some screen, in some language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.browser.conftest import browsing
from tests.browser.everyone import faults
from tests.browser.everyone.conftest import Shown

SCREEN = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
SENT = """([address, fields]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: address });
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
}"""
OPEN = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"


@contextmanager
def visiting(
    chromium: Browser, shown: Shown, who: str, language: str = "sv", **options: object
) -> Iterator[Page]:
    """A page of a stranger or a secretary, who has asked for as little motion as possible."""
    with browsing(chromium, shown.site, reduced_motion="reduce", **options) as page:
        cookies = {"django_language": language}
        if who == "secretary":
            cookies["sessionid"] = shown.session
        listed = [{"name": n, "value": v, "url": shown.site.address} for n, v in cookies.items()]
        page.context.add_cookies(listed)
        page.add_init_script(faults.LISTEN)
        yield page


def send(page: Page, address: str, **fields: str) -> None:
    """Send a form as this page would, also one that the page would hold back, and see the answer.

    With the page's token, unless another is given.
    """
    token = page.locator("[name=csrfmiddlewaretoken]").first.get_attribute("value")
    with page.expect_navigation():
        page.evaluate(SENT, [address, {"csrfmiddlewaretoken": token, **fields}])


def faults_of(page: Page) -> list[str]:
    """As the page comes, and with everything in it unfolded."""
    found = faults.layout(page, faults.MOUSE)
    page.evaluate(OPEN)
    found += faults.layout(page, faults.MOUSE)
    return [*faults.refused(page), *found, *faults.accessibility(page)]


def faults_on_a_phone(page: Page) -> list[str]:
    """At 320 px, which is also what is left of 1280 px when a page is enlarged four times."""
    found = faults.layout(page, faults.PHONE)
    page.evaluate(OPEN)
    return found + faults.layout(page, faults.PHONE)
