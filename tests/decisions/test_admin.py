"""Topics in the admin: whoever removes one removes its marks in the index too."""

import pytest

from decisions.models import Topic
from decisions.reindexing import drifted
from minutes.search.expression import Tag
from minutes.search.models import SearchEntry
from tests.factories import a_decision, a_topic, an_item, is_about


@pytest.mark.parametrize("way", ["alone", "with others"])
def test_a_topic_that_is_removed_is_no_mark_of_any_entry(way, as_secretary):
    topic, other = a_topic("Skärgård"), a_topic("Fjärrvärme")
    for _ in range(2):
        decision = a_decision(an_item())
        is_about("Skärgård", decision.item, decision)
    is_about("Skärgård", an_item())
    is_about("Fjärrvärme", an_item())
    marked = SearchEntry.objects.matching(Tag(f"t{topic.pk}"))
    assert marked.count() == 5
    if way == "alone":
        as_secretary.post(f"/admin/decisions/topic/{topic.pk}/delete/", {"post": "yes"})
    else:
        chosen = {"action": "delete_selected", "_selected_action": [topic.pk], "post": "yes"}
        as_secretary.post("/admin/decisions/topic/", chosen)
    left = SearchEntry.objects.matching(Tag(f"t{other.pk}")).count()
    assert (Topic.objects.filter(pk=topic.pk).exists(), marked.count(), left) == (False, 0, 1)
    assert list(drifted()) == []
