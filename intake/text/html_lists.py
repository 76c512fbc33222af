"""Numbers and bullets of lists on a web page, as a browser prints them."""

from __future__ import annotations

import re
from typing import Any

from intake.text.docx_numbering import OWN_BULLETS, spell
from intake.text.html_look import SIGN_FONT, style_of

FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
STYLED = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
    "none": "none",
}
LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b([a-z-]+)", re.IGNORECASE)
MOST = 32_767


class Counter:
    """Counts the items of one list."""

    def __init__(self, element: Any) -> None:
        ordered = element.tag == "ol"
        self._form = _form(element, "decimal" if ordered else "bullet")
        self._step = -1 if ordered and element.get("reversed") is not None else 1
        count = sum(1 for _ in element.iterchildren("li")) if self._step < 0 else 1
        start = _whole(element.get("start"))
        self._next = count if start is None else start

    def label(self, item: Any) -> tuple[str, bool]:
        """(what is printed before an item, whether it is a bullet)."""
        own = _whole(item.get("value"))
        count = self._next if own is None else own
        self._next = max(-MOST, min(count + self._step, MOST))
        form = _form(item, self._form)
        if form == "bullet":
            return "•", True
        return (f"{spell(count, form)}.", False) if form != "none" else ("", False)


def word_label(element: Any) -> tuple[str, bool]:
    """As ``Counter.label``, of a number that Word has printed into the text."""
    return (sign(element), True) if is_sign(element) else (_printed(element), False)


def is_sign(element: Any) -> bool:
    """Whether a text is a bullet: by itself, or as a letter of a font of signs."""
    text = _printed(element)
    fonts = (style_of(one) for one in element.iter() if isinstance(one.tag, str))
    return text in OWN_BULLETS or (len(text) == 1 and any(map(SIGN_FONT.search, fonts)))


def sign(element: Any) -> str:
    text = _printed(element)
    return text if text in OWN_BULLETS else "•"


def _printed(element: Any) -> str:
    return "".join(element.itertext()).replace("\xa0", " ").strip()


def _form(element: Any, otherwise: str) -> str:
    stated = LIST_STYLE.search(style_of(element))
    if stated and stated[1].casefold() in STYLED:
        return STYLED[stated[1].casefold()]
    return FORMS.get(element.get("type") or "", otherwise)


def _whole(text: str | None) -> int | None:
    found = re.match(r"\s*(-?\d{1,6})", text or "")
    return int(found[1]) if found else None
