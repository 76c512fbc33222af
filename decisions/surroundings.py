"""What stands around a decision on its own page, read together with it in one question."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from django.db.models import OuterRef, QuerySet

from decisions.models import Assignment, Decision, Topic
from minutes.enclosing import OF_AN_ORGANIZATION, enclosed, opened, put
from people.models import BodyRule, Organization

_OTHER = ("id", "public_id", "text", "position", "item_id", "item__position")
_TOPIC = ("id", "name", "slug", "name_sort", "short_title")
_RULE = ("id", "body_id", "from_date", "text", "absent_is_bound")
_ASSIGNMENT = (
    *("id", "public_id", "item_id", "decision_id", "first_line", "last_line", "kind", "status"),
    *("due_date", "due_text", "printed_responsible"),
    *("responsible_person_id", "responsible_person__name", "responsible_person__slug"),
    *("responsible_body_id", "responsible_body__name", "responsible_body__slug"),
    "responsible_organization_id",
    *(f"responsible_organization__{field}" for field in OF_AN_ORGANIZATION),
)


@dataclass(frozen=True)
class Surroundings:
    """``made`` are all decisions of the meeting as printed, ``topics`` also those of the item;
    ``rules`` are all of the body.
    """

    made: list[Decision]
    topics: list[Topic]
    own_topics: list[Topic]
    assignments: list[Assignment]
    rules: list[BodyRule]


def with_surroundings(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Each with its item, meeting and body, and what ``surroundings`` reads."""
    same_meeting = Decision.objects.filter(item__meeting=OuterRef("item__meeting"))
    given = Assignment.objects.standing().filter(decision=OuterRef("pk"))
    rules = BodyRule.objects.filter(body=OuterRef("item__meeting__body"))
    named = Organization.objects.filter(decisions=OuterRef("pk"))
    return decisions.select_related("item__meeting__body").annotate(
        made_rows=enclosed(same_meeting, *_OTHER),
        topic_rows=enclosed(Topic.objects.filter(decisions=OuterRef("pk")), *_TOPIC),
        item_topic_rows=enclosed(Topic.objects.filter(items=OuterRef("item")), *_TOPIC),
        organization_rows=enclosed(named, *OF_AN_ORGANIZATION),
        assignment_rows=enclosed(given, *_ASSIGNMENT),
        rule_rows=enclosed(rules, *_RULE),
    )


def surroundings(decision: Decision) -> Surroundings:
    """Asks nothing; afterwards the decision also has its organizations at hand."""
    put(decision, "organizations", opened(Organization, decision.organization_rows))
    own, of_item = opened(Topic, decision.topic_rows), opened(Topic, decision.item_topic_rows)
    by_name = attrgetter("name_sort", "pk")
    return Surroundings(
        made=sorted(opened(Decision, decision.made_rows), key=_place),
        topics=sorted({*own, *of_item}, key=by_name),
        own_topics=sorted(own, key=by_name),
        assignments=sorted(opened(Assignment, decision.assignment_rows), key=attrgetter("pk")),
        rules=opened(BodyRule, decision.rule_rows),
    )


def _place(decision: Decision) -> tuple[int, int]:
    return decision.item.position, decision.position
