"""Reading a feed as RFC 4287 has it: what is wrong with it, and what it says."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_ONCE = ["id", "title", "updated"]  # 4.1.1, 4.1.2: exactly one of each
_AT_MOST_ONCE = ["published", "summary", "content", "subtitle", "rights", "logo", "icon"]
_KNOWN = {*_ONCE, *_AT_MOST_ONCE, "link", "author", "category", "contributor", "source"}


def read(answer) -> etree._Element:
    """The root of a feed without mistakes; the parser itself refuses what is no XML."""
    root = etree.fromstring(answer.content, etree.XMLParser(resolve_entities=False))
    assert problems(root) == []
    return root


def problems(feed: etree._Element) -> list[str]:
    """Each breach of the RFC, in a few words."""
    entries = feed.findall(f"{ATOM}entry")
    found = [] if feed.tag == f"{ATOM}feed" else ["the root is no feed"]
    found += _of(feed, {*_KNOWN, "entry", "generator"})
    found += [] if _links(feed, "self") else ["no link to itself (4.1.1)"]
    for entry in entries:
        found += _of(entry, _KNOWN)
        if feed.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            found.append("an entry of nobody (4.1.2)")
        if entry.find(f"{ATOM}content") is None and not _links(entry, "alternate"):
            found.append("an entry with neither content nor link (4.1.2)")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    return found + [f"{one} twice (4.1.1)" for one in {i for i in ids if ids.count(i) > 1}]


def _of(part: etree._Element, known: set[str]) -> list[str]:
    names = [etree.QName(child).localname for child in part]
    found = [f"{names.count(n)} of {n}" for n in _ONCE if names.count(n) != 1]
    found += [f"{names.count(n)} of {n}" for n in _AT_MOST_ONCE if names.count(n) > 1]
    found += [f"unknown {name}" for name in names if name not in known]
    found += [f"no IRI: {one.text}" for one in part.findall(f"{ATOM}id") if not _iri(one.text)]
    for name in ("updated", "published"):
        found += [
            f"no moment: {one.text}" for one in part.findall(ATOM + name) if not _moment(one)
        ]
    for link in part.findall(f"{ATOM}link"):
        if not _iri(link.get("href")):
            found.append(f"a link that leads nowhere: {link.get('href')}")
    for author in part.findall(f"{ATOM}author"):
        if not author.findtext(f"{ATOM}name"):
            found.append("an author without a name (3.2.1)")
    for category in part.findall(f"{ATOM}category"):
        if not category.get("term"):
            found.append("a category without a term (4.2.2)")
    return found


def _links(part: etree._Element, rel: str) -> list[str]:
    return [link.get("href") for link in part.findall(f"{ATOM}link") if link.get("rel") == rel]


def _iri(text: str | None) -> bool:
    return bool(text and urlsplit(text).scheme and not re.search(r"[\s<>\"{}|\\^`]", text))


def _moment(one: etree._Element) -> bool:
    if not _MOMENT.fullmatch(one.text or ""):
        return False
    return datetime.fromisoformat(one.text).tzinfo is not None


def text(part: etree._Element, name: str) -> str:
    return part.findtext(ATOM + name) or ""


def link(part: etree._Element, rel: str) -> str:
    return _links(part, rel)[0]


def entries(feed: etree._Element) -> list[etree._Element]:
    return feed.findall(f"{ATOM}entry")
