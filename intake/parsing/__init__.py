"""From a Document to ParsedMinutes.

Pure Python: no Django, no files, never raises on odd input.
"""

from intake.parsing.parse import VERSION, parse

__all__ = ["VERSION", "parse"]
