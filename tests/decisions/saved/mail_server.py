"""A mail server that keeps what it is given, and may interrupt whoever gives it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from socketserver import StreamRequestHandler, ThreadingTCPServer

BEFORE_IT_IS_TAKEN, AFTER_IT_IS_TAKEN = "before", "after"


@dataclass
class Box:
    """``interrupt`` is told the number of a mail, from 1, before and after it is answered."""

    url: str = ""
    mails: list[EmailMessage] = field(default_factory=list)
    interrupt: Callable[[int, str], None] = lambda number, when: None

    @property
    def told(self) -> list[tuple[str, str]]:
        """Whom each mail was for, and its subject; in the order of the names."""
        return sorted((one["To"], one["Subject"]) for one in self.mails)


class _Talk(StreamRequestHandler):
    """As much of RFC 5321 as Python's client speaks."""

    def handle(self) -> None:
        self._say("220 here")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self._say("354 go on")
                self._take(self._data())
            else:
                self._say("221 bye" if verb == b"QUIT" else "250 yes")

    def _data(self) -> bytes:
        lines = iter(self.rfile.readline, b".\r\n")
        return b"".join(line[1:] if line.startswith(b"..") else line for line in lines)

    def _take(self, data: bytes) -> None:
        box: Box = self.server.box
        box.mails.append(message_from_bytes(data, policy=policy.default))
        number = len(box.mails)
        box.interrupt(number, BEFORE_IT_IS_TAKEN)
        self._say("250 taken")
        box.interrupt(number, AFTER_IT_IS_TAKEN)

    def _say(self, words: str) -> None:
        try:
            self.wfile.write(f"{words}\r\n".encode())
        except OSError:  # whoever asked is gone
            return


class _Server(ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    box: Box


@contextmanager
def mail_server() -> Iterator[Box]:
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.box = Box(url=f"smtp://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        try:
            yield server.box
        finally:
            server.shutdown()
            thread.join()
