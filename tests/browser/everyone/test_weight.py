"""A first visit is light: served and compressed as a real installation does."""

from __future__ import annotations

import pytest

from tests.browser.everyone.visiting import SCREEN, visiting
from tests.browser.everyone.weighing import weigh

LISTS = {"start": "/", "decisions": "/beslut/"}
# Bytes on the wire, heads of the answers included; images are left out.
IN_ALL, STYLES, OWN_SCRIPTS = 60_000, 12_000, 10_000


@pytest.mark.parametrize("name", ["start", "meeting", "decisions", "decision"])
def test_a_first_visit_is_light(name, chromium, shown):
    with visiting(chromium, shown, "stranger", **SCREEN) as page:
        weights = weigh(page, {**LISTS, **shown.sample}[name])
    assert weights["html"] > 1000
    assert weights["css"] <= STYLES
    assert weights["own js"] <= OWN_SCRIPTS
    assert weights.total() - weights["images"] <= IN_ALL
