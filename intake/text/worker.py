"""What runs in the child process: reads one file, and writes what it says.

``read`` gives {"document": …}, the row of stored.py; ``page NUMBER DPI`` the bytes of a PNG;
``check KIND`` {"fit": KIND}, for what LibreOffice is to open. Each may give {"unreadable": code,
"sentence": …} instead. Started by intake/extracting.py.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from typing import Any

from intake.text import pace
from intake.text.unreadable import Unreadable


class NoNetwork(Exception):
    """Something tried to reach the network; readers have no business there."""


def main(arguments: list[str]) -> None:
    sys.addaudithook(_refuse_network)
    pace.at_each_slow_page(_ask_for_more)
    data = sys.stdin.buffer.read()
    try:
        answer = VERBS[arguments[0]](data, *arguments[1:])
    except Unreadable as error:
        answer = _json({"unreadable": error.code, "sentence": error.sentence})
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _read(data: bytes) -> bytes:
    from intake.text.registry import read_bytes
    from intake.text.stored import document_row

    return _json({"document": document_row(read_bytes(data))})


def _page(data: bytes, number: str, dpi: str) -> bytes:
    from intake.text.raster import page_image

    return page_image(data, int(number), int(dpi))


def _check(data: bytes, kind: str) -> bytes:
    from intake.text.office import refuse_bomb

    refuse_bomb(data, kind)
    return _json({"fit": kind})


VERBS: dict[str, Callable[..., bytes]] = {"read": _read, "page": _page, "check": _check}


def _ask_for_more() -> None:
    """Tell the parent, which waits longer, and the clocks that would end this process."""
    os.write(sys.stdout.fileno(), b"\n")
    if left := signal.alarm(0):
        signal.alarm(left + pace.MORE_SECONDS)
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_CPU, (min(soft + pace.MORE_CPU, hard), hard))


def _json(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        raise NoNetwork(event)
