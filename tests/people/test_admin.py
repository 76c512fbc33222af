from decisions.models import Topic
from people.models import Organization
from tests.factories import a_topic, an_organization


def test_other_names_are_edited_one_on_each_line(as_secretary):
    body = an_organization("Vaxholm", aliases=["Vaxholms stad"])
    page = f"/admin/people/organization/{body.pk}/change/"
    assert ">\nVaxholms stad</textarea>" in as_secretary.get(page).text
    form = {"kind": "municipality", "name": "Vaxholm", "slug": "vaxholm"}
    form["aliases"] = " Vaxholms stad \r\n\r\nVaxholms kommun\r\n"
    as_secretary.post(page, form)
    body.refresh_from_db()
    assert (body.kind, body.aliases) == ("municipality", ["Vaxholms stad", "Vaxholms kommun"])


def test_a_list_may_be_empty(as_secretary):
    form = {"kind": "agency", "name": "Sjöverket", "slug": "sjoverket", "aliases": ""}
    as_secretary.post("/admin/people/organization/add/", form)
    assert Organization.objects.get(slug="sjoverket").aliases == []


def test_the_terms_of_a_topic_are_lines_too(as_secretary):
    topic = a_topic("Skärgård", terms=["skärgård*"])
    form = {"name": "Skärgård", "slug": "skargard", "terms": "skärgård*\nöar", "description": ""}
    as_secretary.post(f"/admin/decisions/topic/{topic.pk}/change/", form)
    assert Topic.objects.get(pk=topic.pk).terms == ["skärgård*", "öar"]
