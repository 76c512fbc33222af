"""Somebody who is signed in, with a connection to a server of their own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from threading import Barrier
from typing import Any
from urllib.parse import urlencode, urlsplit

PATIENCE = 60  # seconds; what takes longer hangs
EDGE = "kant-mellan-delarna"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    text: str  # without the escapes of HTML
    location: str = ""


class Desk:
    """Keeps its cookies, and sends the token that goes with them."""

    def __init__(self, address: str, who: str, session: str) -> None:
        self.who = who
        self.cookies = {"sessionid": session}
        self.connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        self.get("/ladda-upp/")  # a page with a form, which brings the token

    def get(self, path: str) -> Reply:
        return self._ask("GET", path)

    def post(self, path: str, data: dict[str, str]) -> Reply:
        sent = urlencode({"csrfmiddlewaretoken": self.cookies["csrftoken"], **data})
        return self._ask("POST", path, sent.encode(), FORM)

    def hand_in(self, path: str, name: str, file: bytes) -> Reply:
        """Send a file as the form of the upload page does."""
        parts = [
            f"--{EDGE}\r\n",
            'Content-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n',
            f"{self.cookies['csrftoken']}\r\n--{EDGE}\r\n",
            f'Content-Disposition: form-data; name="filer"; filename="{name}"\r\n\r\n',
        ]
        body = "".join(parts).encode() + file + f"\r\n--{EDGE}--\r\n".encode()
        return self._ask("POST", path, body, f"multipart/form-data; boundary={EDGE}")

    def close(self) -> None:
        self.connection.close()

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Reply:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Accept": "text/html"}
        if kind:
            headers["Content-Type"] = kind
        self.connection.request(method, path, body or None, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode(errors="replace")
        for said in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(said).items():
                self.cookies[name] = morsel.value
        return Reply(answer.status, unescape(text), answer.headers.get("Location", ""))


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """What each of them gives; none begins before all are there."""
    gate = Barrier(len(calls), timeout=PATIENCE)

    def begin(call: Callable[[], Any]) -> Any:
        gate.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(begin, calls))
