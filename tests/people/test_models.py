import pytest
from django.db import IntegrityError, transaction

from people.models import Body, Organization, Person
from tests.factories import a_person, an_organization

pytestmark = pytest.mark.django_db


def test_the_archive_knows_its_first_group():
    names = Organization.objects.municipalities().in_order().values_list("name", flat=True)
    members = [
        "Botkyrka",
        "Haninge",
        "Huddinge",
        "Nykvarn",
        "Nynäshamn",
        "Salem",
        "Södertälje",
        "Tyresö",
    ]
    assert list(names) == members
    for body in Body.objects.all():
        assert list(body.members.in_order().values_list("name", flat=True)) == members
    assert list(Body.objects.in_order().values_list("slug", "full_name")) == [
        ("ledningsgruppen", "Södertörnskommunernas ledningsgrupp"),
        ("samarbetskommitten", "Södertörnskommunernas samarbetskommitté"),
    ]


def test_municipalities_leaves_out_the_secretariat():
    an_organization("Trafikverket", kind="agency")
    assert Organization.objects.municipalities().count() == 8
    assert Organization.objects.filter(kind="secretariat").get().slug == "sodertornskommunerna"


def test_two_people_may_share_a_name_but_not_an_address():
    people = [a_person("Eva Öst"), a_person("eva  öst"), a_person("Eva Öst")]
    assert [person.slug for person in people] == ["eva-ost", "eva-ost-2", "eva-ost-3"]
    assert set(Person.objects.named("EVA ÖST")) == set(people)


def test_a_corrected_name_keeps_its_address():
    person = a_person("Mikel Ahlström")
    person.name = "Mikael Ahlström"
    person.save(update_fields=["name"])
    person.refresh_from_db()
    assert (person.slug, person.name_key) == ("mikel-ahlstrom", "mikael ahlström")


def test_a_name_without_letters_still_gets_an_address():
    assert a_person("—").slug == "person"


def test_people_stand_in_swedish_order():
    for name in ["Örjan Ek", "Åke Ek", "Zara Ek", "Ärla Ek"]:
        a_person(name)
    names = [person.name for person in Person.objects.in_order()]
    assert names == ["Zara Ek", "Åke Ek", "Ärla Ek", "Örjan Ek"]


def test_the_database_knows_the_kinds_of_organization():
    with pytest.raises(IntegrityError), transaction.atomic():
        an_organization("Kungahuset", kind="kingdom")
