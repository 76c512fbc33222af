"""Reading a page as a person would: its words, its links, its headings."""

from __future__ import annotations

from html.parser import HTMLParser

from django.http import HttpResponse

INLINE = {"a", "code", "mark", "span", "strong"}
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Page(HTMLParser):
    """What an answer shows. ``problems`` are tags left open or closed twice."""

    def __init__(self, answer: HttpResponse) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.problems: list[str] = []
        self._open: list[str] = []
        self._words: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._main: list[int | None] = [0, None]  # where it begins and ends among the words
        self.feed(answer.content.decode())
        self.problems += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._part(tag)
        if tag == "main":
            self._main[0] = len(self._words)
        if tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._words)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag == "main":
            self._main[1] = len(self._words)
        if not self._open or self._open.pop() != tag:
            self.problems.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if "title" not in self._open:
            self._words.append(data)

    def _part(self, tag: str) -> None:
        """Blocks are read with a pause between; what stands inside a line is not."""
        if tag not in INLINE:
            self._words.append(" ")

    @property
    def text(self) -> str:
        """All words in order, blanks as one, as they are read aloud."""
        return " ".join("".join(self._words).split())

    @property
    def main(self) -> str:
        """The words between the menu and the foot; all of a part that has neither."""
        first, last = self._main
        return " ".join("".join(self._words[first:last]).split())

    @property
    def links(self) -> list[str]:
        return [href for href, _ in self._links]

    def link(self, words: str) -> str:
        """The address behind the first link whose words begin so."""
        return next(href for href, at in self._links if self._read_from(at).startswith(words))

    def _read_from(self, place: int) -> str:
        return " ".join("".join(self._words[place : place + 12]).split())

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.tags if tag in tags]
