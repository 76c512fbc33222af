"""The made meetings as rows of the archive's tables, with the entries that they are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from decisions.addresses import assignment_id, public_id
from decisions.indexing import WIDEST
from decisions.indexing import held as held_column
from decisions.models import Assignment, Decision, DecisionTopic, ItemTopic, Topic
from minutes.anchors import anchor
from minutes.models import AgendaItem, Attendance, Meeting
from minutes.search.analysis import stem
from minutes.search.rows import Row
from people.models import Body, Organization, Person
from people.names import slug
from tests.bench import corpus, language
from tests.bench.corpus import Breadth, Decided, Held, Matter, Said

Columns = dict[str, Any]
SIGNS = {"all_members": "a", "joint": "j"}
NAMES = Decision.organizations.through


def first_rows(among: Breadth) -> Iterator[Model]:
    """What meetings refer to; keys from 1."""
    places = language.place_names(among.municipalities)
    for key, name in enumerate(places, start=1):
        yield Organization(pk=key, name=name, slug=slug(name), kind="municipality")
    for key, place in enumerate(places[: among.bodies], start=1):
        yield Body(pk=key, name=f"{place}rådet", slug=slug(f"{place}rådet"))
        for member in corpus.members(key, among):
            yield Body.members.through(body_id=key, organization_id=member)
    for key, word in enumerate(language.language().headwords[: among.topics], start=1):
        yield Topic(pk=key, name=word.capitalize(), slug=slug(word), terms=[f"{word}*"])
    for key, name in enumerate(language.people(corpus.PEOPLE), start=1):
        yield Person(pk=key, name=name, slug=f"{slug(name)}-{key}")


class Batch:
    """Rows by table, and entries; ``heard`` are the words of each state."""

    def __init__(self) -> None:
        self.tables: defaultdict[type[Model], list[Columns]] = defaultdict(list)
        self.entries: list[Row] = []
        self.heard: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, held: Held) -> None:
        meeting = Meeting(
            pk=held.key, body_id=held.body, start_date=held.day, state=held.state, title="Möte"
        )
        meeting.derive()
        columns = {name: getattr(meeting, name) for name in ("title", "state", "search_text")}
        self._row(Meeting, id=held.key, body_id=held.body, start_date=held.day, **columns)
        for position, person in enumerate(held.people, start=1):
            self._attendance(held, position, person)
        for matter in held.matters:
            self._matter(held, matter)
        self._entries(held, held_column(meeting))

    def _attendance(self, held: Held, position: int, person: int) -> None:
        self._row(
            Attendance,
            meeting_id=held.key,
            position=position,
            person_id=person,
            organization_id=held.members[position % len(held.members)],
            printed_name=language.people(corpus.PEOPLE)[person - 1],
            status="present",
        )

    def _matter(self, held: Held, matter: Matter) -> None:
        number = str(matter.position)
        self._row(
            AgendaItem,
            id=matter.key,
            meeting_id=held.key,
            position=matter.position,
            number=number,
            anchor=anchor(number, None, matter.position, set()),
            title=matter.title.printed,
            text=matter.text.printed,
        )
        for topic in matter.topics:
            self._row(ItemTopic, item_id=matter.key, topic_id=topic, origin="suggested")
        for decided in matter.decisions:
            self._decision(matter, decided)

    def _decision(self, matter: Matter, decided: Decided) -> None:
        self._row(
            Decision,
            id=decided.key,
            item_id=matter.key,
            position=decided.position,
            public_id=public_id("bench", matter.key, decided.position),
            text=decided.said.printed,
            kind=decided.kind,
            concerns=decided.concerns,
        )
        for organization in decided.organizations:
            self._row(NAMES, decision_id=decided.key, organization_id=organization)
        for topic in decided.topics:
            self._row(DecisionTopic, decision_id=decided.key, topic_id=topic, origin="suggested")
        if decided.status:
            self._row(
                Assignment,
                item_id=matter.key,
                decision_id=decided.key,
                public_id=assignment_id("bench", matter.key, decided.position),
                status=decided.status,
            )

    def _row(self, model: type[Model], **columns: Any) -> None:
        self.tables[model].append({**_usual(model), **columns})

    def _entries(self, held: Held, when: str) -> None:
        shared = {f"b{held.body}", f"y{held.day.year}"}
        for matter in held.matters:
            of_decisions = [shared | _tags(held, decided) for decided in matter.decisions]
            own = {f"t{topic}" for topic in matter.topics}
            columns = {"meeting_id": held.key, "item_id": matter.key, "held": when}
            place = matter.position * WIDEST
            self._entry(
                held,
                columns | {"decision_id": None, "kind": "item", "position": place},
                shared.union(own, *of_decisions),
                (matter.title, matter.text),
            )
            for decided, tags in zip(matter.decisions, of_decisions, strict=True):
                at = {"kind": "decision", "position": place + decided.position}
                said = (matter.title, decided.said)
                self._entry(held, columns | {"decision_id": decided.key} | at, tags, said)

    def _entry(
        self, held: Held, columns: Columns, tags: set[str], said: tuple[Said, Said]
    ) -> None:
        title, text = (list(map(stem, one.words)) for one in said)
        words = frozenset(said[0].words).union(said[1].words)
        self.heard[held.state] |= words
        self.entries.append(Row(columns | {"tags": " ".join(sorted(tags))}, title, text, words))


def _tags(held: Held, decided: Decided) -> set[str]:
    sign = SIGNS.get(decided.concerns)
    return {
        f"k{decided.kind}",
        f"c{decided.concerns}",
        *(f"n{one}" for one in decided.organizations),
        *(f"t{one}" for one in decided.topics),
        *([f"s{decided.status}"] if decided.status else []),
        *([f"{sign}{held.body}"] if sign else []),
    }


@cache
def _usual(model: type[Model]) -> Columns:
    """Each column but the key, as a row has it of which nothing is said."""
    return {
        field.column: _written(field)
        for field in model._meta.concrete_fields
        if not field.primary_key
    }


def _written(field: Any) -> Any:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return field.get_db_prep_save(timezone.now(), connection)
    return field.get_db_prep_save(field.get_default(), connection)
