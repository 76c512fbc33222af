from decisions.models import Topic
from minutes.models import Meeting
from people.models import Organization
from tests.factories import a_body, a_decision, a_meeting, an_organization


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
    form = {"name": "Skärgård", "slug": "skargard", "terms": "skärgård*\nöar", "aliases": ""}
    as_secretary.post("/admin/decisions/topic/add/", form)
    assert Topic.objects.get(slug="skargard").terms == ["skärgård*", "öar"]


def test_an_organization_that_a_decision_names_cannot_be_removed(as_secretary):
    named, other = an_organization("Vaxholm"), an_organization("Ekerö")
    a_decision(organizations=[named])
    page = "/admin/people/organization/{}/delete/"
    for one in (named, other):
        as_secretary.post(page.format(one.pk), {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [named.pk], "post": "yes"}
    as_secretary.post("/admin/people/organization/", chosen)
    assert list(Organization.objects.filter(name__in=["Vaxholm", "Ekerö"])) == [named]


def test_meetings_are_found_by_the_new_name_of_their_body(as_secretary):
    body = a_body("Vägrådet")
    meeting = a_meeting(body=body)
    no_rules = {"rules-TOTAL_FORMS": 0, "rules-INITIAL_FORMS": 0}
    form = {"name": "Farledsrådet", "slug": body.slug, **no_rules}
    as_secretary.post(f"/admin/people/body/{body.pk}/change/", form)
    found = Meeting.objects.filter(search_text__contains="farledsradet")
    assert list(found) == [meeting]
