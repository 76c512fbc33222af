"""Permanent addresses of decisions and assignments: short, and the same at each import.

Pure text. The address says nothing of what it leads to, so it survives a corrected date or title.
"""

from __future__ import annotations

import hashlib
import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # without i, l, o, u: read aloud and typed again
LENGTH = 10  # 50 bits: among a million decisions, one chance in two thousand that any two meet


def public_id(source_sha256: str, item_position: int, decision_position: int) -> str:
    """From the checksum of the file and the two positions, both counted from 1."""
    return _of(f"{source_sha256}/{item_position}/{decision_position}")


def assignment_id(source_sha256: str, item_position: int, number: int) -> str:
    """From the checksum of the file, the item's position and which of its assignments it is."""
    return _of(f"{source_sha256}/{item_position}/assignment {number}")


def any_id() -> str:
    """For what a person adds: by chance."""
    return _of(secrets.token_hex())


def _of(place: str) -> str:
    bits = int.from_bytes(hashlib.sha256(place.encode()).digest())
    return "".join(ALPHABET[bits >> 5 * digit & 31] for digit in range(LENGTH))
