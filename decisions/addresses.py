"""The permanent address of a decision: short, and the same however often its file is imported.

Pure text. The address says nothing of what it leads to, so it survives a corrected date or title.
"""

from __future__ import annotations

import hashlib

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # without i, l, o, u: read aloud and typed again
LENGTH = 10  # 50 bits: among a million decisions, one chance in two thousand that any two meet


def public_id(source_sha256: str, item_position: int, decision_position: int) -> str:
    """From the checksum of the file and the two positions, both counted from 1."""
    place = f"{source_sha256}/{item_position}/{decision_position}"
    bits = int.from_bytes(hashlib.sha256(place.encode()).digest())
    return "".join(ALPHABET[bits >> 5 * digit & 31] for digit in range(LENGTH))
