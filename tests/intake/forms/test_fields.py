"""Fields as a person fills them in."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from intake.forms import fields
from tests import factories


@pytest.mark.parametrize(
    "said", ["2022-10-06", " 2022-10-06 ", "6 oktober 2022", "den 6 okt 2022", "6/10 2022"]
)
def test_a_day_is_written_in_any_form_that_minutes_use(said):
    assert fields.DateField().clean(said) == date(2022, 10, 6)


@pytest.mark.parametrize("said", ["2022-02-30", "6 oktober", "2022", "i morgon", "2022-10-06 x"])
def test_a_day_that_is_not_whole_or_does_not_exist_is_not_guessed(said):
    with pytest.raises(ValidationError, match="Skriv dagen som 2022-10-06"):
        fields.DateField().clean(said)


@pytest.mark.parametrize("said", ["13.30", "13:30", "kl 13.30", "kl. 13:30"])
def test_a_time_is_written_with_a_point_or_a_colon(said):
    assert fields.TimeField().clean(said) == time(13, 30)


def test_a_whole_hour_needs_no_minutes():
    assert fields.TimeField().clean("9") == time(9)


@pytest.mark.parametrize("said", ["25.00", "13-15", "efter lunch", "9.75", "13.30.15"])
def test_a_time_that_no_clock_shows_is_not_guessed(said):
    with pytest.raises(ValidationError, match=r"Skriv klockslaget som 13\.00"):
        fields.TimeField().clean(said)


@pytest.mark.parametrize("field", [fields.DateField(), fields.TimeField(), fields.LimitsField()])
def test_what_is_left_empty_is_nothing(field):
    assert field.clean("  ") is None


@pytest.mark.parametrize(
    ("said", "limits"),
    [
        ("2", ["2"]),
        ("2, 5", ["2", "5"]),
        ("2 och 3", ["2", "3"]),
        ("4-", ["4-"]),
        ("-4", ["-4"]),
        ("8–9", ["8-9"]),
        ("endast punkt 2", ["2"]),
        ("från punkt 4", ["4-"]),
        ("till och med punkt 4", ["-4"]),
        ("4a", ["4a"]),
    ],
)
def test_limits_are_written_with_numbers_or_in_words(said, limits):
    assert fields.LimitsField().clean(said) == limits


@pytest.mark.parametrize("said", ["fram till kaffet", "alla", "2 till lunch-"])
def test_limits_without_numbers_are_explained(said):
    with pytest.raises(ValidationError, match="Skriv punkternas nummer"):
        fields.LimitsField().clean(said)


def test_what_is_shown_of_a_value_is_read_back_as_the_same():
    for field, value in [
        (fields.DateField(), date(2022, 10, 6)),
        (fields.TimeField(), time(9, 5)),
        (fields.LimitsField(), ["2", "4-", "8-9"]),
    ]:
        assert field.clean(field.prepare_value(value)) == value


@pytest.mark.django_db
def test_a_person_is_found_by_name_however_it_is_spaced_or_printed():
    person = factories.a_person("Anna-Karin Berg", other_names=["Annakarin Berg"])
    for said in ("Anna-Karin Berg", "anna - karin  berg", "Annakarin Berg"):
        assert fields.PersonField().clean(said) == person


@pytest.mark.django_db
def test_two_of_one_name_are_told_apart_by_their_address():
    first, second = factories.a_person("Vera Ek"), factories.a_person("Vera Ek")
    field = fields.PersonField()
    with pytest.raises(ValidationError, match=r"Vera Ek \(vera-ek\), Vera Ek \(vera-ek-2\)"):
        field.clean("Vera Ek")
    for person in (first, second):
        assert field.clean(f"Vera Ek ({person.slug})") == person
    assert field.clean(field.prepare_value(second)) == second


@pytest.mark.django_db
def test_nobody_is_made_up_from_a_near_miss():
    factories.a_person("Mikael Ahl")
    with pytest.raises(ValidationError, match="Ingen i arkivet heter Mikel Ahl"):
        fields.PersonField().clean("Mikel Ahl")


@pytest.mark.django_db
def test_organizations_are_parted_by_commas_and_found_by_alias():
    one, other = factories.an_organization("Haninge"), factories.an_organization("Tyresö")
    field = fields.OrganizationsField(required=False)
    assert field.clean("Haninge kommun, Tyresö; Haninge") == [one, other]
    assert field.clean("") == []
    with pytest.raises(ValidationError, match="ingen organisation som heter Haningge"):
        field.clean("Haningge")


@pytest.mark.django_db
def test_responsible_is_a_person_an_organization_or_a_body():
    field = fields.ResponsibleField()
    known = [factories.a_person("Olof Brant"), factories.an_organization(), factories.a_body()]
    assert [field.clean(one.name) for one in known] == known
    with pytest.raises(ValidationError, match="ingen som heter Kansliet"):
        field.clean("Kansliet")
