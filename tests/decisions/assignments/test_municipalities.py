from datetime import date

import pytest

from decisions.assignments.municipalities import resting
from minutes.states import State
from people.models import Kind
from tests.decisions.assignments.making import TODAY, a_task
from tests.factories import a_person, an_organization
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def _some():
    salem = an_organization("Salem")
    a_task(due_date=date(2026, 3, 11))
    a_task(due_date=TODAY)
    a_task(status="done")
    a_task(of={"state": State.DRAFT})
    a_task(standing="rejected")
    a_task(responsible_organization=salem)
    a_task(responsible_organization=an_organization("Trafikverket", kind=Kind.AGENCY))
    a_task(responsible_person=a_person())


@pytest.mark.usefixtures("_some")
def test_what_is_open_is_counted_for_each_municipality(stranger, secretary):
    told = {
        user: [(one.name, one.number, one.late) for one in resting(user, TODAY)]
        for user in (stranger, secretary)
    }
    assert told == {
        stranger: [("Haninge", 2, 1), ("Salem", 1, 0)],
        secretary: [("Haninge", 3, 1), ("Salem", 1, 0)],
    }


@pytest.mark.usefixtures("_some")
def test_a_number_on_the_start_page_leads_to_so_many(as_stranger, time_machine):
    time_machine.move_to(TODAY)
    page = Page(as_stranger.get("/"))
    assert (
        "Öppna uppdrag per kommun Haninge 2 uppdrag, Haninge, 1 skulle ha varit klart"
        " Salem 1 uppdrag, Salem Alla uppdrag" in page.main
    )
    address = page.link("2 uppdrag")
    assert address == "/uppdrag/?kommun=haninge"
    assert "2 öppna uppdrag, Haninge" in Page(as_stranger.get(address)).main


def test_where_nothing_is_open_nothing_is_said_of_it(as_stranger):
    a_task(status="done")
    assert "Öppna uppdrag per kommun" not in Page(as_stranger.get("/")).main
