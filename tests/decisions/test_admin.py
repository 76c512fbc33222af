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


def test_a_new_topic_is_suggested_at_once(as_secretary, django_capture_on_commit_callbacks):
    an_item(title="Fjärrvärmen")
    new = {"name": "Värme", "slug": "varme", "terms": "fjärrvärme*"}
    with django_capture_on_commit_callbacks(execute=True):
        assert as_secretary.post("/admin/decisions/topic/add/", new).status_code == 302
    assert Topic.objects.get(slug="varme").item_links.count() == 1


def test_what_is_changed_of_a_topic_is_changed_on_its_own_page(as_secretary):
    topic = a_topic("Skärgård")
    address = f"/admin/decisions/topic/{topic.pk}/change/"
    changed = {"name": "Öar", "slug": "oar", "terms": ""}
    assert as_secretary.get(address).status_code == 200
    assert as_secretary.post(address, changed).status_code == 403
    assert Topic.objects.get(pk=topic.pk).name == "Skärgård"


def test_a_merged_topic_is_not_offered(as_secretary):
    a_topic("Skärgård", merged_into=a_topic("Kusten"))
    listed = as_secretary.get("/admin/decisions/topic/").content.decode()
    offered = as_secretary.get("/admin/decisions/topic/add/").content.decode()
    assert [("Kusten" in page, "Skärgård" in page) for page in (listed, offered)] == [
        (True, False)
    ] * 2
