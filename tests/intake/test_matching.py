import pytest

from intake.matching import Bodies, Organizations
from minutes.querysets import UNKNOWN_BODY
from people.models import Body, Organization
from tests.factories import a_body, an_organization

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "printed",
    ["Ledningsgruppen", "LEDNINGSGRUPPEN", "Södertörnskommunernas  ledningsgrupp"],
)
def test_a_body_is_found_by_each_of_its_names(printed):
    assert Bodies().find_or_add(printed) == Body.objects.get(slug="ledningsgruppen")


def test_a_body_nobody_knows_is_added_once():
    bodies = Bodies()
    assert bodies.find("Direktionen") is None
    added = bodies.find_or_add("Direktionen")
    assert (added.slug, added.full_name, added.aliases) == ("direktionen", "", [])
    assert Bodies().find_or_add("direktionen") == added


def test_no_body_takes_the_address_of_the_unknown():
    assert Bodies().find_or_add("Oklart").slug == f"{UNKNOWN_BODY}-2"


def test_a_name_that_is_missing_or_far_too_long_is_no_body():
    assert [Bodies().find_or_add(one) for one in (None, "", "x" * 201)] == [None] * 3


def test_a_long_name_leaves_room_in_its_address_for_a_number():
    a_body("x" * 200, slug="x" * 190)
    assert Bodies().find_or_add("x" * 199).slug == "x" * 190 + "-2"


@pytest.mark.parametrize("printed", ["Nynäshamn", "Nynäshamns kommun", "NYNÄSHAMN KOMMUN"])
def test_a_municipality_is_found_with_and_without_the_word(printed):
    assert Organizations().find(printed) == Organization.objects.get(slug="nynashamn")


def test_an_alias_that_the_secretary_has_noted_counts():
    agency = an_organization("Trafikverket", kind="agency", aliases=["TRV"])
    assert Organizations().find_or_add("trv") == agency


def test_only_what_stands_in_the_list_of_sweden_is_a_municipality():
    organizations = Organizations()
    added = [organizations.find_or_add(one) for one in ("Vindelns kommun", "Ankeborg")]
    assert [(one.name, one.kind) for one in added] == [
        ("Vindeln", "municipality"), ("Ankeborg", "other"),
    ]  # fmt: skip


def test_of_several_names_each_organization_comes_once():
    organizations = Organizations()
    found = organizations.all_of(["Salem", "Nacka", "Salems kommun", "Nacka kommun"])
    assert [one.name for one in found] == ["Salem", "Nacka"]
