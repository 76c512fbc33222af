"""What the formats of feeds and calendars can hold of a text."""

from __future__ import annotations

import re

# XML 1.0 and iCalendar allow no other control characters, not even escaped.
_UNHEARD_OF = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def sound(text: str) -> str:
    """The text without characters that no reader of a feed or calendar would take."""
    return _UNHEARD_OF.sub("", text)
