"""The colours can be read: the tokens as they stand in the style sheet, in light and in dark."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parent.parent / "static"
CSS = STATIC / "css"
LEAST = 5.0  # to 1; the law asks for 4.5
TEXT_ON = [
    *(
        (ink, ground)
        for ink in ("ink", "ink2", "muted", "link", "visited")
        for ground in ("bg", "surface", "sunken")
    ),
    *(
        (tone, ground)
        for tone in ("ok", "warn", "err", "info")
        for ground in (f"{tone}-tint", "bg", "surface", "sunken")
    ),
    ("ink", "mark"),
    ("on-brand", "brand"),
]


def tokens() -> dict[str, dict[str, str]]:
    light, dark = (CSS / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
    found = [dict(re.findall(r"--([\w-]+): (#\w{6});", part)) for part in (light, dark)]
    return {"light": found[0], "dark": found[0] | found[1]}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(
        weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_stands_out(ink, ground, theme):
    colours = tokens()[theme]
    assert contrast(colours[ink], colours[ground]) >= LEAST


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_fields_border_stands_out(theme):
    colours = tokens()[theme]
    assert contrast(colours["control"], colours["surface"]) >= 3


def test_only_the_tokens_and_the_paper_name_colours():
    naming = {
        path.name for path in CSS.glob("*.css") if re.search(r"#[0-9a-f]{3,6}\b", path.read_text())
    }
    assert naming == {"tokens.css", "print.css"}


@pytest.mark.parametrize(("kind", "most"), [("css", 12_000), ("js", 10_000)])
def test_what_every_page_brings_along_is_small(kind, most):
    whole = b"".join(path.read_bytes() for path in sorted((STATIC / kind).glob(f"*.{kind}")))
    assert len(gzip.compress(whole)) < most
