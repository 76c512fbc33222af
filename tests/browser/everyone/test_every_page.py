"""Every page that the resolver knows, for a stranger and for a secretary, on a screen and a phone.

Left out is the admin under /admin/: Django's own pages, which Django tests and mends, and which
only secretaries see.
"""

from __future__ import annotations

import pytest
from django.urls import resolve

from tests.browser.everyone import faults
from tests.browser.everyone.conftest import Shown
from tests.browser.everyone.visiting import (
    PHONE,
    SCREEN,
    faults_of,
    faults_on_a_phone,
    visiting,
)
from tests.test_access import VIEWS

SHARES = 3  # of the pages of somebody, so that two processes end at about the same time
FOR_PROGRAMS = {"healthz", "opensearch", "robots", "sitemap", "saved_feed", "search_json"}
FOR_PROGRAMS |= {"decisions_csv", "decisions_xlsx", "decisions_json", "decisions_atom"}
FOR_PROGRAMS |= {"meetings_json", "meetings_atom", "meetings_ics", "meeting_ics"}
FOR_PROGRAMS |= {"original", "page_image", "meeting_docx", "decision_list_docx"}  # files
FOR_PROGRAMS |= {"assignments_csv", "assignments_ics", "agenda_docx"}
FOR_PROGRAMS |= {"follow_up_docx", "follow_up_xlsx"}
FOR_PROGRAMS |= {"suggestions"}  # a part of pages
FOR_PROGRAMS |= {"logout", "choose_language"}  # answered by the page that comes next
SOMEBODY = [(who, language) for who in ("stranger", "secretary") for language in ("sv", "en")]
# A secretary sees every page that a stranger does, with more on it; and English words are shorter
# than Swedish. So every run walks all that the secretary sees, in Swedish; the slow tests walk
# everything.
SLOW = pytest.mark.slow
MARKS = {one: () if one == ("secretary", "sv") else SLOW for one in SOMEBODY}
ON_A_SCREEN = [
    pytest.param(*one, share, marks=MARKS[one]) for one in SOMEBODY for share in range(SHARES)
]
ON_A_PHONE = [pytest.param(*one, marks=MARKS[one]) for one in SOMEBODY]


def name_of(address: str) -> str:
    return resolve(address.partition("?")[0]).url_name


def pages(shown: Shown, who: str) -> list[str]:
    listed = getattr(shown, who)
    return [address for address in listed if name_of(address) not in FOR_PROGRAMS]


def test_every_view_has_an_example(shown):
    named = {pattern.name for address, pattern in VIEWS if not address.startswith("admin/")}
    given = {name_of(address) for address in [*shown.stranger, *shown.secretary]}
    assert named - given - FOR_PROGRAMS == set(shown.acts)


@pytest.mark.parametrize(("who", "language", "share"), ON_A_SCREEN)
def test_every_page_can_be_used_by_everybody(who, language, share, chromium, shown):
    found = []
    with visiting(chromium, shown, who, language, **SCREEN) as page:
        page.on("response", lambda answer: found.extend(faults.policy(answer)))
        for address in pages(shown, who)[share::SHARES]:
            assert page.goto(address).status == 200, address
            found += [f"{address} {fault}" for fault in faults_of(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("who", "language"), ON_A_PHONE)
def test_every_page_fits_a_phone(who, language, chromium, shown):
    found = []
    with visiting(chromium, shown, who, language, **PHONE) as page:
        for address in pages(shown, who):
            page.goto(address)
            found += [f"{address} {fault}" for fault in faults_on_a_phone(page)]
    assert not found, "\n".join(found)
