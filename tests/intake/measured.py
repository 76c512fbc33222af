"""Reads one file in a process of its own, as a server would, and says what that cost.

``python -m tests.intake.measured < FILE`` prints {"code", "seconds", "own", "child"}: what it was
refused with, processor seconds of both processes, and in MB what this process grew by and what
the child had at the most.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

from intake.extracting import extract
from intake.text import Unreadable


def highest() -> float:
    """MB that this process has had at the most."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024


def spent() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def measured(data: bytes) -> dict[str, object]:
    before, start, clock = highest(), spent(), time.monotonic()
    try:
        extract(data)
        code = ""
    except Unreadable as error:
        code = error.code
    return {
        "code": code,
        "seconds": spent() - start,
        "clock": time.monotonic() - clock,
        "own": highest() - before,
        "child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(sys.stdin.buffer.read())))
