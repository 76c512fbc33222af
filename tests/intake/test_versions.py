"""Another version of a meeting's minutes, and a later reading of a file: a person decides."""

import pytest

from decisions.indexing import index
from decisions.models import Assignment, Decision
from intake import originals
from intake.comparing import compare
from intake.editing.saving import Outdated
from intake.editing.undoing import undoable
from intake.models import Proposal, SourceFile
from intake.receiving import receive
from intake.stated import read_stated, stated_row
from intake.versions import accept, candidate, decline, reread, separate
from minutes.models import AgendaItem, Attendance, Meeting
from tests import factories

pytestmark = pytest.mark.django_db

FIRST = """Minnesanteckningar från Ledningsgruppen

Tid: Fredagen den 6 maj 2022 kl 8.30-11.00

Plats: Salems kommunhus

Närvarande: Vera Lindqvist, Salem, ordförande
            Nils Ek, Tyresö

1. Tågtrafik

Läget är oförändrat.

Beslut

Ledningsgruppen beslutar att begära nya tidtabeller senast den 1 juni 2022.

2. Cykelvägar

Frågan bordlades.
"""
SECOND = (
    FIRST.replace("Salems kommunhus", "Nykvarns kommunhus")
    .replace("Nils Ek, Tyresö", "Nils Ek, Tyresö\n            Maj Sund, Nykvarn")
    .replace("den 1 juni", "den 15 juni")
    .replace("2. Cykelvägar\n\nFrågan bordlades.\n", "2. Hamnar\n\nEn ny hamn planeras.\n")
)


@pytest.fixture
def first(secretary):
    return receive(FIRST.encode(), "forsta.txt", secretary).source_file


@pytest.fixture
def second(first, secretary):
    receipt = receive(SECOND.encode(), "andra.txt", secretary)
    assert receipt.outcome == "new_version"
    return receipt.source_file


def keys(meeting, source, *, wished=True):
    found = candidate(meeting, source.pk)
    return {
        one.key for one in compare(meeting, found.minutes).differences if one.wished or not wished
    }


def facts(meeting):
    """What the meeting's page would tell."""
    meeting = Meeting.objects.get(pk=meeting.pk)
    return {
        "location": meeting.location,
        "names": [one.printed_name for one in meeting.attendances.in_order()],
        "items": [one.title for one in meeting.items.in_order()],
        "decisions": list(
            Decision.objects.filter(item__meeting=meeting)
            .in_order()
            .values_list("text", "due_date")
        ),
    }


def test_a_new_version_changes_nothing_until_somebody_decides(first, second):
    meeting = first.meeting
    assert facts(meeting)["location"] == "Salems kommunhus"
    assert list(meeting.source_files.current()) == [first]


def test_an_accepted_version_is_what_the_meeting_shows(first, second, secretary):
    meeting = first.meeting
    address = Decision.objects.get().public_id
    accept(meeting.pk, meeting.version, secretary, second.pk, keys(meeting, second, wished=False))
    told = facts(meeting)
    assert told["location"] == "Nykvarns kommunhus"
    assert told["names"] == ["Vera Lindqvist", "Nils Ek", "Maj Sund"]
    assert told["items"] == ["Tågtrafik", "Hamnar"]
    assert [str(due) for _, due in told["decisions"]] == ["2022-06-15"]
    assert [str(one.due_date) for one in Assignment.objects.all()] == ["2022-06-15"]
    assert Decision.objects.get().public_id == address
    assert list(meeting.source_files.current()) == [second]
    assert list(meeting.source_files.ever_shown()[1:]) == [first]


def test_an_accepted_version_reads_as_if_it_had_come_first(first, second, secretary):
    meeting = first.meeting
    accept(meeting.pk, meeting.version, secretary, second.pk, keys(meeting, second, wished=False))
    minutes = read_stated(SourceFile.objects.get(pk=second.pk).parsed)
    assert compare(Meeting.objects.get(), minutes).differences == []
    lines = [(one.first_line, one.last_line) for one in AgendaItem.objects.in_order()]
    assert lines == [one.lines for one in minutes.items]


def test_what_a_person_set_stays_unless_it_is_ticked(first, second, secretary):
    meeting = first.meeting
    meeting.location, meeting.origins["location"] = "Tumba", "edited"
    meeting.save()
    nils = Attendance.objects.get(printed_name="Nils Ek")
    nils.printed_organization, nils.edited = "Nacka", ["printed_organization"]
    nils.save()
    accept(meeting.pk, meeting.version, secretary, second.pk, keys(meeting, second))
    nils.refresh_from_db()
    assert (facts(meeting)["location"], nils.printed_organization) == ("Tumba", "Nacka")


def test_nothing_ticked_changes_only_where_the_facts_stand(first, second, secretary):
    meeting, before = first.meeting, facts(first.meeting)
    accept(meeting.pk, meeting.version, secretary, second.pk, set())
    assert facts(meeting) == before
    cycling = AgendaItem.objects.get(title="Cykelvägar")
    assert (cycling.first_line, cycling.last_line) == (None, None)


def test_a_decision_goes_with_its_item_whether_it_is_ticked_or_not(first, second, secretary):
    meeting = first.meeting
    item = factories.an_item(meeting, title="Färjor")
    decision = factories.a_decision(item)
    pairs = compare(meeting, candidate(meeting, second.pk).minutes).pairs
    (chosen,) = [pair.key for pair in pairs if pair.row == item]
    accept(meeting.pk, meeting.version, secretary, second.pk, {chosen})
    assert not AgendaItem.objects.filter(pk=item.pk).exists()
    assert not Decision.objects.filter(pk=decision.pk).exists()


def test_the_older_version_can_be_shown_again(first, second, secretary):
    meeting = first.meeting
    before = facts(meeting)
    accept(meeting.pk, meeting.version, secretary, second.pk, keys(meeting, second, wished=False))
    meeting.refresh_from_db()
    accept(meeting.pk, meeting.version, secretary, first.pk, keys(meeting, first, wished=False))
    assert facts(meeting) == before
    assert list(meeting.source_files.current()) == [first]


def test_an_accepted_version_is_not_undone_but_chosen_back(first, second, secretary):
    meeting = first.meeting
    accept(meeting.pk, meeting.version, secretary, second.pk, keys(meeting, second, wished=False))
    assert undoable(meeting.pk) is None


def test_a_declined_version_is_kept_and_not_asked_about_again(first, second, secretary):
    before = facts(first.meeting)
    decline(first.meeting.pk, first.meeting.version, secretary, second.pk)
    second.refresh_from_db()
    assert (facts(first.meeting), second.state, second.is_current) == (before, "parsed", False)
    assert originals.load(second.sha256) == SECOND.encode()


def test_a_file_of_another_meeting_gets_its_own(first, second, secretary):
    other = separate(first.meeting.pk, first.meeting.version, secretary, second.pk)
    second.refresh_from_db()
    assert (other.date_slug, second.meeting, second.is_current) == ("2022-05-06-2", other, True)
    assert facts(other)["location"] == "Nykvarns kommunhus"


def test_a_decision_on_an_older_page_is_refused(first, second, secretary):
    seen = first.meeting.version
    decline(first.meeting.pk, seen, secretary, second.pk)
    for act in (
        lambda: accept(first.meeting.pk, seen, secretary, second.pk, set()),
        lambda: decline(first.meeting.pk, seen, secretary, second.pk),
        lambda: separate(first.meeting.pk, seen, secretary, second.pk),
        lambda: reread(first.meeting.pk, seen, secretary),
    ):
        with pytest.raises(Outdated):
            act()


def test_reading_again_says_when_there_is_nothing_new(first, secretary):
    assert reread(first.meeting.pk, first.meeting.version, secretary) is None


def as_if_read_by_an_older_parser(source):
    """The stored reading lacks what the parser finds today."""
    minutes = read_stated(source.parsed)
    SourceFile.objects.filter(pk=source.pk).update(
        parsed=stated_row(type(minutes)(minutes.meeting, minutes.attendances[:1]))
    )
    AgendaItem.objects.all().delete()
    index([source.meeting_id])
    Attendance.objects.filter(printed_name="Nils Ek").delete()


def test_another_reading_of_the_file_is_a_proposal(first, secretary):
    as_if_read_by_an_older_parser(first)
    meeting = first.meeting
    before = facts(meeting)
    proposal = reread(meeting.pk, meeting.version, secretary)
    assert (facts(meeting), proposal.outcome) == (before, "")
    meeting.refresh_from_db()
    accept(meeting.pk, meeting.version, secretary, first.pk, keys(meeting, first))
    told = facts(meeting)
    assert (told["names"], told["items"]) == (
        ["Vera Lindqvist", "Nils Ek"],
        ["Tågtrafik", "Cykelvägar"],
    )
    assert [one.outcome for one in Proposal.objects.all()] == ["accepted"]


def test_a_declined_proposal_changes_nothing(first, secretary):
    as_if_read_by_an_older_parser(first)
    meeting = first.meeting
    before = facts(meeting)
    reread(meeting.pk, meeting.version, secretary)
    meeting.refresh_from_db()
    decline(meeting.pk, meeting.version, secretary, first.pk)
    assert facts(meeting) == before
    assert candidate(meeting, first.pk) is None


def test_an_answered_question_is_not_asked_again(first, secretary):
    remark = {"code": "x", "message": "Stämmer det?", "line": 1, "open": True}
    settled = {**remark, "open": False, "answer": "ja"}
    as_if_read_by_an_older_parser(first)
    SourceFile.objects.filter(pk=first.pk).update(remarks=[settled])
    meeting = first.meeting
    proposal = reread(meeting.pk, meeting.version, secretary)
    Proposal.objects.filter(pk=proposal.pk).update(remarks=[remark])
    meeting.refresh_from_db()
    accept(meeting.pk, meeting.version, secretary, first.pk, set())
    assert SourceFile.objects.get(pk=first.pk).remarks == [settled]
