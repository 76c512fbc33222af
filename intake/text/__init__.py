"""From bytes to a Document: one small reader per format, chosen by content."""

from intake.text.registry import MOST_BYTES, read_bytes
from intake.text.unreadable import Unreadable

__all__ = ["MOST_BYTES", "Unreadable", "read_bytes"]
