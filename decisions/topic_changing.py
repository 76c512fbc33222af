"""What secretaries change of a topic; a save that was made from an older reading is refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from decisions.models import Renewal, Topic
from decisions.renewing.renewing import begin
from decisions.topic_locks import lock

CHANGED = ["name", "short_title", "aliases", "terms", "parent_id", "description"]


class Outdated(Exception):
    """Somebody has saved since the page was read; nothing is written."""


def seen(*topics: Topic) -> str:
    """A token of what somebody reads of these topics: another text, another token."""
    read = [[one.pk, one.merged_into_id, *(getattr(one, n) for n in CHANGED)] for one in topics]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()[:32]


@transaction.atomic
def change(pk: int, token: str, values: Mapping[str, Any], by: Any) -> Renewal | None:
    """Save the values; where the words have changed, have the topic suggested anew.

    None where its words are the same, or where all of it has been saved so already.

    Raises:
        Outdated: what was read is no longer what stands there.
        ValidationError: the values cannot stand, as for a topic below itself.
    """
    topic = lock()[pk]
    if all(getattr(topic, name) == value for name, value in values.items()):
        return None
    if seen(topic) != token or topic.merged_into_id:
        raise Outdated
    terms = topic.terms
    for name, value in values.items():
        setattr(topic, name, value)
    topic.full_clean()
    topic.save()
    return begin(topic, by) if topic.terms != terms else None
