"""What becomes of each thing that the parser says, in the rows of the archive."""

from datetime import date, datetime, time

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from decisions.models import Assignment, Decision
from intake.matching import Bodies
from intake.parsing.decided import of_decision
from intake.parsing.minutes import (
    ALL_MEMBERS,
    NAMED,
    ParsedApproval,
    ParsedAssignment,
    ParsedAttendance,
    ParsedDecision,
    ParsedItem,
    ParsedMeeting,
    ParsedMention,
    ParsedMinutes,
)
from intake.storing import store
from minutes.models import Meeting
from minutes.words import fold
from people.models import Body, Organization

pytestmark = pytest.mark.django_db
SHA256 = "ab" * 32
DAY = datetime.fromisoformat("2022-10-06T13:00")


def stored(body: str | None = "Ledningsgruppen", **parts) -> Meeting:
    bodies = Bodies()
    meeting = parts.pop("meeting", ParsedMeeting(start=DAY))
    minutes = ParsedMinutes(meeting=meeting, **parts)
    return store(minutes, SHA256, bodies, bodies.find_or_add(body)).meeting


def the_decision(*attendances: ParsedAttendance, **fields) -> Decision:
    """The one decision of a meeting, read back from the database."""
    decision = ParsedDecision(**{"text": "Att utreda frågan.", "lines": (20, 21), **fields})
    given = of_decision(0, decision, DAY.date())
    item = ParsedItem(
        "1", "Trafik", lines=(10, 30), decisions=(decision,), assignments=tuple(given)
    )
    stored(items=(item,), attendances=attendances)
    return Decision.objects.get()


def owners(decision: Decision) -> list:
    return [str(one.responsible) for one in decision.assignments.order_by("pk")]


def test_what_an_items_text_gives_somebody_to_do_stands_in_the_item():
    told = ParsedAssignment("Vera återkommer.", (12, 12), "promise", ("Vera Lindqvist",))
    item = ParsedItem("1", "Trafik", lines=(10, 30), assignments=(told,))
    meeting = stored(items=(item,), attendances=(VERA,))
    (row,) = Assignment.objects.filter(item__meeting=meeting)
    assert (row.sentence, row.kind, row.decision, row.first_line) == (
        "Vera återkommer.", "promise", None, 12,
    )  # fmt: skip
    assert (row.responsible.name, row.status, row.standing) == (
        "Vera Lindqvist", "open", "proposed",
    )  # fmt: skip


def test_the_same_file_gives_its_assignments_the_same_addresses():
    told = ParsedAssignment("Vera återkommer.", (12, 12), "promise")
    item = ParsedItem("1", "Trafik", assignments=(told, told))
    for day in (date(2022, 1, 6), date(2022, 1, 7)):
        with transaction.atomic():
            stored(items=(item,), meeting=ParsedMeeting(start=day))
            found = set(Assignment.objects.values_list("public_id", flat=True))
            transaction.set_rollback(True)
        assert found == {"4e2a9dmp41", "zpypqyyt63"}


def test_other_meetings_of_known_bodies_are_kept_with_their_sentence():
    known = ParsedMention("Samarbetskommittén", date(2022, 11, 10), "planned", "Då.", (7, 7))
    unknown = ParsedMention("Vägrådet", date(2022, 11, 11), "planned", "Sedan.", (8, 8))
    meeting = stored(mentions=(known, unknown))
    assert list(meeting.mentioned.values_list("body__slug", "date", "kind", "first_line")) == [
        ("samarbetskommitten", date(2022, 11, 10), "planned", 7)
    ]


VERA = ParsedAttendance("Vera Lindqvist", "Haninge", lines=(5, 5))


def test_a_meeting_has_every_field_with_its_lines_and_its_origin():
    parsed = ParsedMeeting(
        title="Minnesanteckningar",
        body="Ledningsgruppen",
        kind="extra",
        start=DAY,
        end=datetime.fromisoformat("2022-10-06T15:30"),
        location="Digitalt via Teams",
        next_meeting=date(2022, 10, 28),
        lines={"title": (1, 2), "start": (4, 4), "location": (5, 5)},
    )
    meeting = stored(meeting=parsed)
    meeting.refresh_from_db()
    assert meeting.body == Body.objects.get(slug="ledningsgruppen")
    assert (meeting.kind, meeting.title, meeting.location, meeting.state) == (
        "extra", "Minnesanteckningar", "Digitalt via Teams", "draft",
    )  # fmt: skip
    assert (meeting.start_date, meeting.start_time) == (date(2022, 10, 6), time(13, 0))
    assert (meeting.end_date, meeting.end_time) == (date(2022, 10, 6), time(15, 30))
    assert (meeting.next_meeting_date, meeting.next_meeting_time) == (date(2022, 10, 28), None)
    assert meeting.source_lines == {
        "title": [1, 2], "start_date": [4, 4], "start_time": [4, 4], "location": [5, 5],
    }  # fmt: skip
    assert set(meeting.origins.values()) == {"parsed v1"}
    assert set(meeting.origins) == {
        "body", "kind", "title", "location", "start_date", "start_time", "end_date", "end_time",
        "next_meeting_date",
    }  # fmt: skip
    assert fold("Digitalt") in meeting.search_text


def test_an_end_before_the_start_is_left_out_since_it_cannot_be():
    meeting = stored(meeting=ParsedMeeting(start=DAY, end=date(2022, 10, 5)))
    assert (meeting.end_date, meeting.end_time) == (None, None)


def test_an_attendance_belongs_to_its_municipality_at_that_meeting():
    olof = ParsedAttendance(
        "Olof Brandt",
        "Nacka",
        status="absent",
        roles=("chair", "secretary"),
        remote=True,
        items=("4-",),
        note="via Teams",
        lines=(6, 7),
    )
    first, second = stored(attendances=(VERA, olof)).attendances.in_order()
    assert (first.person.name, first.organization.slug) == ("Vera Lindqvist", "haninge")
    assert (first.items, first.note, first.is_chair) == (None, "", False)
    assert (second.organization.name, second.organization.kind) == ("Nacka", "municipality")
    assert (second.printed_name, second.printed_organization) == ("Olof Brandt", "Nacka")
    assert (second.status, second.is_chair, second.is_secretary, second.is_remote) == (
        "absent", True, True, True,
    )  # fmt: skip
    assert (second.items, second.note) == (["4-"], "via Teams")
    assert (second.position, second.first_line, second.last_line) == (2, 6, 7)


def test_an_organization_nobody_knows_is_added_without_a_guess():
    stored(attendances=(ParsedAttendance("Bo Ek", "Trafikverket", lines=(5, 5)),))
    added = Organization.objects.get(name="Trafikverket")
    assert (added.kind, added.slug) == ("other", "trafikverket")


def test_an_organization_is_found_by_its_other_names():
    stored(attendances=(ParsedAttendance("Bo Ek", "Haninge kommun", lines=(5, 5)),))
    assert Organization.objects.filter(name__startswith="Haninge").count() == 1


def test_a_paragraph_misread_as_an_organization_is_not_added():
    long = ParsedAttendance("Bo Ek", "x" * 201, lines=(5, 5))
    (attendance,) = stored(attendances=(long,)).attendances.all()
    assert (attendance.organization, attendance.printed_organization) == (None, "x" * 201)


def test_a_signature_is_linked_to_the_participant_of_that_name_and_to_nobody_else():
    signed = (
        ParsedApproval("Vera Lindqvist", "recorder", lines=(40, 40)),
        ParsedApproval("Olof Brandt", "approver", day=2, done=True, lines=(41, 41)),
    )
    recorder, approver = stored(attendances=(VERA,), approvals=signed).approvals.order_by("pk")
    assert (recorder.person.name, recorder.role, recorder.is_done) == (
        "Vera Lindqvist", "recorder", None,
    )  # fmt: skip
    assert (approver.person, approver.printed_name, approver.day, approver.is_done) == (
        None, "Olof Brandt", 2, True,
    )  # fmt: skip


def test_items_keep_their_order_and_an_item_opened_again_leads_to_the_first():
    items = (
        ParsedItem("4", "Trafik", day=1, text="Läget.\n\nMer.", lines=(10, 14)),
        ParsedItem("", "Utan nummer", tabled=True, lines=(15, 15)),
        ParsedItem("5", "Budget", withdrawn=True, lines=(16, 16)),
        ParsedItem("4", "Trafiken igen", day=2, lines=(17, 17)),
        ParsedItem("5", "Något annat", lines=(0, 0)),
    )
    first, second, third, again, misprint = stored(items=items).items.in_order()
    assert [first.anchor, second.anchor, again.anchor, misprint.anchor] == [
        "punkt-4", "plats-2", "punkt-4-dag-2", "plats-5",
    ]  # fmt: skip
    assert [one.outcome for one in (first, second, third)] == ["discussed", "tabled", "withdrawn"]
    assert (again.continues, misprint.continues) == (first, None)
    assert (first.text, first.first_line, first.last_line) == ("Läget.\n\nMer.", 10, 14)
    assert (misprint.first_line, misprint.last_line) == (None, None)


def test_a_decision_names_its_parties_and_keeps_its_printed_words():
    decision = the_decision(
        text="Att Haninge och Nacka svarar före jul.",
        organizations=("Haninge", "Nacka", "Haninge kommun"),
        concerns=NAMED,
        kind="assigned",
        due_text="före jul",
    )
    assert sorted(one.name for one in decision.organizations.all()) == ["Haninge", "Nacka"]
    assert (decision.concerns, decision.kind, decision.due_text) == (
        "named", "assigned", "före jul",
    )  # fmt: skip
    assert (decision.position, decision.first_line, decision.last_line) == (1, 20, 21)
    assert owners(decision) == ["Haninge", "Nacka"]


def test_addresses_of_decisions_follow_from_the_file_alone():
    assert the_decision().public_id == "kmg388he45"


def test_whoever_is_named_and_was_there_has_the_assignment():
    decision = the_decision(VERA, responsible=("Vera Lindqvist",), due=date(2022, 12, 15))
    (assignment,) = decision.assignments.all()
    assert assignment.responsible_person.name == "Vera Lindqvist"
    assert (assignment.printed_responsible, assignment.due_date) == (
        "Vera Lindqvist", date(2022, 12, 15),
    )  # fmt: skip
    assert (decision.responsible_text, decision.due_date) == (
        ["Vera Lindqvist"], date(2022, 12, 15),
    )  # fmt: skip


def test_a_group_or_a_municipality_may_have_it_and_else_the_words_stand():
    words = ("Samarbetskommittén", "Haninge kommun", "presidiet", "Vera")
    links = [
        (one.responsible_body, one.responsible_organization, one.responsible_person)
        for one in the_decision(VERA, responsible=words).assignments.order_by("pk")
    ]
    assert links == [
        (Body.objects.get(slug="samarbetskommitten"), None, None),
        (None, Organization.objects.get(slug="haninge"), None),
        (None, None, None),
        (None, None, None),
    ]
    assert set(Assignment.objects.values_list("printed_responsible", flat=True)) == set(words)


def test_when_each_member_is_asked_each_has_an_assignment():
    asked = "Respektive kommun svarar senast den 30 november."
    decision = the_decision(text=asked, concerns=ALL_MEMBERS, due=date(2022, 11, 30))
    members = Body.objects.get(slug="ledningsgruppen").members.in_order()
    assert owners(decision) == [str(one) for one in members]


def test_a_date_alone_is_an_assignment_to_nobody():
    assert owners(the_decision(due=date(2022, 11, 30))) == [""]


def test_topics_are_suggested_for_the_item_and_for_its_decision():
    item = ParsedItem("1", "Pendeltåget", decisions=(ParsedDecision("Att elnätet byggs ut."),))
    (row,) = stored(items=(item,)).items.all()
    assert list(row.topic_links.values_list("topic__slug", "origin")) == [
        ("kollektivtrafik", "suggested")
    ]
    topics = row.decisions.get().topic_links.values_list("topic__slug", flat=True)
    assert sorted(topics) == ["elektrifiering", "kollektivtrafik"]


def test_the_number_of_queries_does_not_follow_the_length_of_the_minutes():
    decision = ParsedDecision("Att pröva.", ("Vera Lindqvist",), organizations=("Salem",))
    stored(attendances=(VERA,))  # after this, her name is known
    asked = []
    for day, count in ((date(2022, 1, 6), 3), (date(2022, 1, 7), 30)):
        told = ParsedAssignment("", (0, 0), responsible=("Vera Lindqvist",), decision=0)
        items = tuple(
            ParsedItem(str(n), f"Tåg{n}", decisions=(decision,), assignments=(told,))
            for n in range(count)
        )
        bodies = Bodies()
        minutes = ParsedMinutes(ParsedMeeting(start=day), (VERA,), (), items)
        with CaptureQueriesContext(connection) as queries:
            store(minutes, f"{count:064}", bodies, bodies.find("Ledningsgruppen"))
        asked.append(len(queries))
    index_alone = 5 if connection.vendor == "sqlite" else 3
    assert asked == [9 + index_alone] * 2
