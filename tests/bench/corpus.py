"""Meetings that never were: what they decided, in which words, and whom it concerned.

Each meeting follows from the seed and its number alone, so that several processes can make a part
each. Keys are given here, and count up with the number.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from tests.bench.language import SEED, language

ITEMS, DECISIONS = 8, 12  # of each meeting
ENTRIES = ITEMS + DECISIONS
ATTENDING = 8
PEOPLE = 20_000
MEMBERS = 8  # municipalities of a body
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2026, 6, 30)
STATES = (("public", 96), ("internal", 3), ("draft", 1))
STATUSES = (("done", 60), ("open", 28), ("superseded", 7), ("dropped", 5))
KINDS = (("decided", 60), ("assigned", 20), ("noted", 10), ("recommended", 7), ("tabled", 3))
CONCERNS = (("joint", 45), ("named", 35), ("all_members", 20))
IS_COMMON = 0.4  # how often each common word stands in an entry
IS_MEDIUM = 0.9  # one of the medium words, each alike: 1.5 per cent of the entries
RARE_IN_A_MILLION = 40
SENTENCE = 12  # words


@dataclass(frozen=True, slots=True)
class Breadth:
    """How many there are to choose from."""

    bodies: int
    municipalities: int
    topics: int


GROUP, REGION = Breadth(4, 10, 16), Breadth(40, 120, 60)
FROM_A_REGION = 10_000  # meetings; fewer are those of one group of municipalities


def breadth(meetings: int) -> Breadth:
    return REGION if meetings >= FROM_A_REGION else GROUP


@dataclass(frozen=True, slots=True)
class Said:
    """A title or text: its words in order, as an index sees them, and as printed."""

    words: list[str]
    printed: str


@dataclass(frozen=True, slots=True)
class Decided:
    key: int
    position: int
    said: Said
    kind: str
    concerns: str
    organizations: tuple[int, ...]
    topics: tuple[int, ...]
    status: str | None


@dataclass(frozen=True, slots=True)
class Matter:
    key: int
    position: int
    title: Said
    text: Said
    topics: tuple[int, ...]
    decisions: list[Decided] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Held:
    """``body``, ``members``, ``topics`` and ``people`` are keys, from 1."""

    key: int
    body: int
    day: date
    state: str
    members: list[int]
    people: list[int]
    matters: list[Matter]


@cache
def members(body: int, among: Breadth) -> list[int]:
    """Municipalities of a body; many are members of several."""
    chance = random.Random(f"{SEED}-{body}")  # noqa: S311
    return sorted(chance.sample(range(1, among.municipalities + 1), MEMBERS))


def meetings(first: int, last: int, of: int) -> Iterator[Held]:
    """Those with the numbers from ``first``, without ``last``; of so many in all."""
    for number in range(first, last):
        yield _Meeting(number, of).held()


def _skewed(chance: random.Random, number: int) -> int:
    """From 1 to the number, the first far more often than the last."""
    return int(chance.paretovariate(0.7) - 1) % number + 1


@cache
def _dates(number: int) -> list[tuple[int, date]]:
    """Body and day of each meeting, none twice, in no order; a few bodies meet most often."""
    chance = random.Random(SEED)  # noqa: S311
    days = (LAST_DAY - FIRST_DAY).days
    chosen: dict[tuple[int, int], None] = {}
    while len(chosen) < number:
        body = _skewed(chance, breadth(number).bodies)
        # More of late than of old.
        chosen[body, int(days * chance.random() ** 0.6)] = None
    pairs = [(body, FIRST_DAY + timedelta(days=day)) for body, day in chosen]
    chance.shuffle(pairs)
    return pairs


class _Meeting:
    def __init__(self, number: int, of: int) -> None:
        self.number = number
        self.chance = random.Random(f"{SEED}/{number}")  # noqa: S311
        self.body, self.day = _dates(of)[number]
        self.breadth = breadth(of)
        self.language = language()

    def held(self) -> Held:
        matters = [self._matter(position) for position in range(1, ITEMS + 1)]
        for number in range(DECISIONS):
            decisions = self.chance.choice(matters).decisions
            decisions.append(self._decision(number, len(decisions) + 1))
        return Held(
            key=self.number + 1,
            body=self.body,
            day=self.day,
            state=self._one_of(STATES),
            members=members(self.body, self.breadth),
            people=self._people(),
            matters=matters,
        )

    def _matter(self, position: int) -> Matter:
        words = self.chance.choices(self.language.in_titles, k=self.chance.randint(2, 6))
        return Matter(
            key=self.number * ITEMS + position,
            position=position,
            title=Said(words, " ".join(words).capitalize()),
            text=self._said(self.chance.randint(20, 120)),
            topics=self._topics(0.5),
        )

    def _decision(self, number: int, position: int) -> Decided:
        concerns = self._one_of(CONCERNS)
        named = self.chance.randint(1, 3) if concerns == "named" else 0
        is_assigned = self.chance.random() < 0.3
        return Decided(
            key=self.number * DECISIONS + number + 1,
            position=position,
            said=self._said(self.chance.randint(10, 30)),
            kind=self._one_of(KINDS),
            concerns=concerns,
            organizations=tuple(
                sorted(self.chance.sample(members(self.body, self.breadth), named))
            ),
            topics=self._topics(0.6),
            status=self._one_of(STATUSES) if is_assigned else None,
        )

    def _said(self, length: int) -> Said:
        chance, known = self.chance, self.language
        planted = [word for word in known.common if chance.random() < IS_COMMON]
        if chance.random() < IS_MEDIUM:
            planted.append(chance.choice(known.medium))
        if chance.random() < RARE_IN_A_MILLION * len(known.rare) / 1_000_000:
            planted.append(chance.choice(known.rare))
        words = chance.choices(known.drawn, k=max(length - len(planted), 1))
        for word in planted:
            words[chance.randrange(len(words))] = word
        return Said([word.casefold() for word in words], _printed(words))

    def _topics(self, often: float) -> tuple[int, ...]:
        if self.chance.random() > often:
            return ()
        return (_skewed(self.chance, self.breadth.topics),)

    def _people(self) -> list[int]:
        """Everybody in turn, so that nobody is without a meeting."""
        first = self.number * ATTENDING
        return [(first + number) % PEOPLE + 1 for number in range(ATTENDING)]

    def _one_of(self, weighted: tuple[tuple[str, int], ...]) -> str:
        values, weights = zip(*weighted, strict=True)
        return self.chance.choices(values, cum_weights=list(accumulate(weights)))[0]


def _printed(words: list[str]) -> str:
    sentences = (
        " ".join(words[start : start + SENTENCE]) for start in range(0, len(words), SENTENCE)
    )
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in sentences)
