from datetime import date

import pytest

from accounts.models import User
from decisions.assignments.models import Reminded, Subscription
from decisions.assignments.stopping import stop_url
from minutes.states import State
from people.models import Kind
from tests.decisions.assignments.making import a_task
from tests.factories import an_organization
from tests.pages import Page

pytestmark = pytest.mark.django_db
HERE = "/uppdrag/paminnelser/"


def wanted() -> list[tuple]:
    return list(
        Subscription.objects.values_list("user__username", "organization__name", "days_before")
    )


def test_somebody_begins_changes_and_stops(as_director):
    assert "Du har inga påminnelser än." in Page(as_director.get(HERE)).main
    as_director.post(HERE, {"organization": "", "days_before": 14})
    assert wanted() == [("direktoren", None, 14)]
    assert "Du har påminnelser." in Page(as_director.get(HERE)).main
    haninge = an_organization("Haninge")
    as_director.post(HERE, {"organization": haninge.pk, "days_before": 7})
    assert wanted() == [("direktoren", "Haninge", 7)]
    answer = as_director.post(HERE, {"do": "stop"}, follow=True)
    assert (wanted(), "Det kommer inga fler påminnelser." in Page(answer).main) == ([], True)


def test_the_municipality_that_one_works_in_is_the_first_choice(as_director):
    User.objects.update(organization=an_organization("Salem"))
    form = as_director.get(HERE).context["form"]
    assert form["organization"].value() == an_organization("Salem").pk


@pytest.mark.parametrize("days", ["0", "91", "", "två", "-3", "99999999"])
def test_a_number_of_days_that_cannot_be_is_said(days, as_director):
    answer = as_director.post(HERE, {"organization": "", "days_before": days})
    assert answer.status_code == 422
    assert "Skriv ett antal dagar, från 1 till 90." in Page(answer).main
    assert wanted() == []


def test_a_municipality_that_only_a_draft_knows_is_not_offered(as_director):
    nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
    a_task(of={"state": State.DRAFT}, responsible_organization=nacka)
    assert "Nacka" not in as_director.get(HERE).content.decode()
    answer = as_director.post(HERE, {"organization": nacka.pk, "days_before": 14})
    assert "Välj en av kommunerna i listan." in Page(answer).main


def test_what_is_late_when_one_begins_or_changes_counts_as_told(as_director):
    salem = an_organization("Salem")
    first = a_task(due_date=date(2020, 1, 1), responsible_organization=salem)
    as_director.post(HERE, {"organization": salem.pk, "days_before": 14})
    second = a_task(due_date=date(2020, 1, 1))
    as_director.post(HERE, {"organization": salem.pk, "days_before": 7})
    told = Reminded.objects.values_list("assignment", flat=True)
    assert set(told) == {first.pk}
    as_director.post(HERE, {"organization": "", "days_before": 7})
    assert set(told.all()) == {first.pk, second.pk}


def test_whoever_has_no_address_is_told_that_nothing_can_be_sent(as_director):
    assert "Ditt konto har ingen e-postadress" in Page(as_director.get(HERE)).main
    User.objects.update(email="a@b.se")
    assert "Ditt konto har ingen e-postadress" not in Page(as_director.get(HERE)).main


def test_everybody_has_their_own(as_director, as_staff):
    as_director.post(HERE, {"organization": "", "days_before": 14})
    as_staff.post(HERE, {"organization": "", "days_before": 3})
    assert wanted() == [("direktoren", None, 14), ("handlaggaren", None, 3)]


class TestStopping:
    def test_the_address_in_the_mail_asks_and_then_ends_them(self, director, as_stranger):
        address = stop_url(Subscription.objects.create(user=director))
        assert "Sluta få påminnelser om uppdrag?" in Page(as_stranger.get(address)).main
        assert Subscription.objects.count() == 1
        for _ in range(2):
            assert "Det kommer inga fler" in Page(as_stranger.post(address)).main
        assert Subscription.objects.count() == 0

    def test_an_address_that_somebody_made_up_leads_nowhere(self, director, as_stranger):
        one = Subscription.objects.create(user=director)
        address = stop_url(one).replace(f"/{one.pk}.", f"/{one.pk + 1}.")
        assert as_stranger.post(address).status_code == 404
