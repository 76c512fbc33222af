"""Streams of a PDF that inflate to absurd sizes, found before pdfium is shown the file.

A stream may be packed several times over, and a drawing may draw others, which draw others. Only
the plain forms of both are looked for: what hides better meets the limits of the child process.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from intake.text.unreadable import Unreadable

MB = 1024 * 1024
MOST_STREAMS = 50_000
MOST_INFLATED = 30 * MB  # of one stream that is no picture: a page has 50 kB, a typeface 1 MB
MOST_IN_ALL = 150 * MB
MOST_FILTERS = 3  # one after the other; two are usual
MOST_DRAWINGS = 20_000  # that one drawing is made of
LONGEST_KEYS = 4_000  # bytes between the object's number and its stream
TAKEN, MADE = 64 * 1024, MB  # bytes at a time, packed and inflated
BEGINS = re.compile(rb"(?<!end)stream\r?\n")
NUMBER = re.compile(rb"(\d{1,10})\s+\d{1,5}\s*$")
FILTER = re.compile(
    rb"/(FlateDecode|Fl|LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx"
    rb"|RunLengthDecode|RL)\b"
)
FLATE = {b"FlateDecode", b"Fl"}
PICTURE = re.compile(rb"/Subtype\s*/Image\b")
FORM = re.compile(rb"/Subtype\s*/Form\b")
NAMED = re.compile(rb"/([^\s/<>\[\]()]{1,100})\s+(\d{1,10})\s+\d{1,5}\s+R\b")
DRAWN = re.compile(rb"/([^\s/<>\[\]()]{1,100})\s+Do\b")


@dataclass(frozen=True, slots=True)
class Stream:
    number: int
    keys: bytes
    start: int


def refuse_bomb(data: bytes) -> None:
    """Raise Unreadable where a stream inflates to more than minutes hold, or draws as much."""
    left = MOST_IN_ALL
    drawings: dict[int, dict[int, int]] = {}
    for stream in _streams(data):
        filters = FILTER.findall(stream.keys)
        if len(filters) > MOST_FILTERS:
            raise bomb()
        if PICTURE.search(stream.keys):
            continue
        content = _inflated(data, stream.start, filters)
        left -= len(content)
        if left < 0:
            raise bomb()
        if FORM.search(stream.keys):
            drawings[stream.number] = _drawn(stream.keys, content)
    _refuse_many(drawings)


def bomb() -> Unreadable:
    return Unreadable(
        "pdf-bomb",
        "PDF-filen packas upp till orimligt mycket data och läses inte. Skriv ut protokollet till"
        " PDF igen och försök på nytt.",
    )


def _streams(data: bytes) -> Iterator[Stream]:
    for count, found in enumerate(BEGINS.finditer(data)):
        if count >= MOST_STREAMS:
            raise bomb()
        before = data[max(0, found.start() - LONGEST_KEYS) : found.start()]
        head, _, keys = before.rpartition(b"obj")
        number = NUMBER.search(head[-20:])
        yield Stream(int(number[1]) if number else 0, keys, found.end())


def _inflated(data: bytes, start: int, filters: list[bytes]) -> bytes | bytearray:
    """What the leading flate filters make of the bytes; empty where they do not come first."""
    content = memoryview(data)[start:]
    made: bytes | bytearray = b""
    for one in filters:
        if one not in FLATE:
            break
        made = _inflate(content)
        content = memoryview(made)
    return made


def _inflate(packed: memoryview) -> bytearray:
    """What comes before the end, or before a fault: pdfium uses that too."""
    engine, content, at = zlib.decompressobj(), bytearray(), 0
    rest = b""
    try:
        while not engine.eof and (rest or at < len(packed)):
            if not rest:
                rest = bytes(packed[at : at + TAKEN])
                at += TAKEN
            content += engine.decompress(rest, MADE)
            rest = engine.unconsumed_tail
            if len(content) > MOST_INFLATED:
                raise bomb()
    except zlib.error:
        pass
    return content


def _drawn(keys: bytes, content: bytes | bytearray) -> dict[int, int]:
    """How many times a drawing draws each other one, by their numbers."""
    named = {name: int(number) for name, number in NAMED.findall(keys)}
    counts: dict[int, int] = {}
    for name in DRAWN.findall(content):
        if name in named:
            counts[named[name]] = counts.get(named[name], 0) + 1
    return counts


def _refuse_many(drawings: dict[int, dict[int, int]]) -> None:
    """Every drawing counts with all that it draws; one that draws itself is cut by pdfium."""
    totals: dict[int, int] = {}

    def total(number: int) -> int:
        if number not in totals:
            totals[number] = 1  # also while its parts are counted: it may be one of them
            parts = drawings.get(number, {})
            totals[number] += sum(times * total(one) for one, times in parts.items())
        return totals[number]

    try:
        most = max(map(total, drawings), default=0)
    except RecursionError as error:
        raise bomb() from error
    if most > MOST_DRAWINGS:
        raise bomb()
