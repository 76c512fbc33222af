import pytest

from minutes.models import AgendaItem
from minutes.representation import Standing, matrix, parties, represented
from people.models import Kind
from tests.factories import a_meeting, an_attendance, an_item, an_organization

pytestmark = pytest.mark.django_db
REMOTE = {"is_remote": True, "note": "via Teams"}
ABSENT = {"status": "absent"}


@pytest.fixture
def item() -> AgendaItem:
    return an_item(a_meeting(), number="3")


def names(attendances) -> list[str]:
    return [one.printed_name for one in attendances]


@pytest.mark.parametrize(
    ("people", "standing"),
    [
        ([], Standing.SILENT),
        ([ABSENT], Standing.AWAY),
        ([{"items": ["4-"]}], Standing.AWAY),
        ([{"items": ["4-"]}, {"note": "lämnade tidigt"}], Standing.UNCLEAR),
        ([{"note": "lämnade tidigt"}, {}], Standing.REPRESENTED),
        ([ABSENT, {}], Standing.REPRESENTED),
        ([REMOTE], Standing.REMOTE),
        ([REMOTE, {}], Standing.REPRESENTED),
        ([REMOTE, {"items": ["4-"]}], Standing.REMOTE),
        ([{"items": ["4-"], **REMOTE}], Standing.AWAY),
    ],
)
def test_an_organization_is_represented_by_whoever_was_there(people, standing, item):
    haninge = an_organization("Haninge")
    for fields in people:
        an_attendance(item.meeting, organization=haninge, **fields)
    an_attendance(item.meeting, organization=an_organization("Salem"))
    an_attendance(item.meeting, printed_name="Utan Hemvist")
    assert represented(haninge, item, item.meeting.attendances.all()).standing == standing


def test_it_tells_who_was_there_and_who_was_not(item):
    haninge = an_organization("Haninge")
    for name, fields in {"Ja": {}, "Nej": ABSENT, "Kanske": {"items": ["extra"]}}.items():
        an_attendance(item.meeting, organization=haninge, printed_name=name, **fields)
    found = represented(haninge, item, item.meeting.attendances.in_order())
    parts = (found.there, found.away, found.unclear)
    assert [names(part) for part in parts] == [["Ja"], ["Nej"], ["Kanske"]]


def test_a_matrix_has_the_items_across_and_the_organizations_down(item):
    second = an_item(item.meeting, number="4")
    haninge, salem = an_organization("Haninge"), an_organization("Salem")
    an_attendance(item.meeting, organization=haninge, items=["4-"])
    found = matrix([item, second], [haninge, salem], item.meeting.attendances.all())
    assert found.items == (item, second)
    assert [(row.organization.name, [at.standing for at in row.at]) for row in found.rows] == [
        ("Haninge", [Standing.AWAY, Standing.REPRESENTED]),
        ("Salem", [Standing.SILENT, Standing.SILENT]),
    ]
    assert found.standings == [Standing.REPRESENTED, Standing.AWAY, Standing.SILENT]


def test_parties_are_the_members_and_whichever_municipality_is_printed(item):
    nacka = an_organization("Nacka", kind=Kind.MUNICIPALITY)
    region = an_organization("Region Stockholm", kind=Kind.REGION)
    for organization in (nacka, region, an_organization("Salem"), None):
        an_attendance(item.meeting, organization=organization)
    members = [an_organization("Salem"), an_organization("Haninge")]
    found = parties(members, item.meeting.attendances.select_related("organization"))
    assert [one.name for one in found] == ["Haninge", "Nacka", "Salem"]


def test_it_asks_the_database_nothing_of_what_is_at_hand(item, django_assert_num_queries):
    haninge = an_organization("Haninge")
    an_attendance(item.meeting, organization=haninge, note="ej den 3 maj")
    items = list(item.meeting.items.in_order())
    attendances = list(item.meeting.attendances.select_related("organization"))
    with django_assert_num_queries(0):
        assert matrix(items, [haninge], attendances).standings == [Standing.UNCLEAR]
