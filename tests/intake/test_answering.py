"""Every remark that the archive makes, asked as a question, answered, and taken back."""

import re
from datetime import date
from pathlib import Path

import pytest

from decisions.models import Decision
from intake import receiving
from intake.answering import KINDS, NoSuchAnswer, NotPossible, answer, questions_of
from intake.editing.questions import current_file
from intake.editing.saving import Outdated
from intake.editing.snapshot import snapshot
from intake.editing.undoing import undo
from intake.questions import NO_QUESTION
from minutes.models import Meeting
from people.models import Person
from tests import factories

pytestmark = pytest.mark.django_db

WEEKDAY = "Torsdagen den 6 juni 2018 var en onsdag. Vilket stämmer?"


def asks(meeting, code: str, message: str, line: int | None = None, text: str = "", **fields):
    """The current file of the meeting, with one open remark."""
    remark = {"code": code, "message": message, "line": line, "open": True}
    document = factories.a_document(text) if text else None
    state = "needs_review"
    return factories.a_source(
        meeting, text, remarks=[remark], document=document, state=state, **fields
    )


def offered(meeting) -> dict[str, str]:
    """{value: label} of the answers to the meeting's first question."""
    (question, *_) = questions_of(current_file(meeting))
    return {one.value: one.label for one in question.answers}


def answered(meeting, value: str, by) -> None:
    """Answer the first question, on the version that is stored."""
    version = Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk)
    answer(meeting.pk, 0, value, version, by)
    meeting.refresh_from_db()


def taken_back(meeting, by) -> None:
    version = Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk)
    undo(meeting.pk, version, by)
    meeting.refresh_from_db()


def everything(meeting) -> tuple:
    """All that an answer may change, but for the version."""
    rows = snapshot(meeting.pk)
    rows[Meeting][meeting.pk]["version"] = None
    source = current_file(meeting)
    people = Person.objects.order_by("pk").values("pk", "name", "slug", "other_names", "name_key")
    return rows, source.remarks, source.state, list(people)


def test_every_code_that_the_archive_knows_has_a_question_or_wants_to_be_seen():
    root = Path(receiving.__file__).parent
    codes = {
        code
        for path in root.rglob("*.py")
        for code in re.findall(r"Remark\(\s*\"([a-z-]+)\"", path.read_text())
    }
    only_seen = {"attendance-missing", "items-missing", "text-cut-off", "new-version"}
    assert codes - only_seen == set(KINDS)
    assert codes >= NO_QUESTION


def test_an_unknown_remark_only_wants_to_be_seen(secretary):
    meeting = factories.a_draft()
    source = asks(meeting, "something-new", "Något är konstigt.")
    assert offered(meeting) == {"seen": "Jag har sett det"}
    answered(meeting, "seen", secretary)
    source.refresh_from_db()
    (row,) = source.remarks
    kept = {name: row[name] for name in ("open", "answer", "by", "version")}
    assert kept == {"open": False, "answer": "seen", "by": "sekreteraren", "version": 2}
    (question,) = questions_of(source)
    assert (question.open, question.settled, question.answers) == (False, True, [])
    assert (source.state, meeting.version) == ("parsed", 2)


def test_a_file_waits_until_every_question_is_answered_and_nothing_is_missing(secretary):
    meeting = factories.a_draft(start_date=None)
    source = asks(meeting, "something-new", "Något är konstigt.")
    answered(meeting, "seen", secretary)
    source.refresh_from_db()
    assert source.state == "needs_review"


def test_an_answer_is_an_edit_and_is_taken_back_with_the_question_open_again(secretary):
    meeting = factories.a_draft(start_date=date(2018, 6, 6))
    source = asks(meeting, "weekday-mismatch", WEEKDAY)
    before = everything(meeting)
    answered(meeting, "2018-06-07", secretary)
    assert everything(meeting) != before
    taken_back(meeting, secretary)
    assert everything(meeting) == before
    source.refresh_from_db()
    assert set(source.remarks[0]) == {"code", "message", "line", "open"}


def test_a_question_is_answered_once_and_only_with_what_it_offers(secretary):
    meeting = factories.a_draft(start_date=date(2018, 6, 6))
    asks(meeting, "weekday-mismatch", WEEKDAY)
    with pytest.raises(NoSuchAnswer):
        answered(meeting, "2019-01-01", secretary)
    with pytest.raises(NoSuchAnswer):
        answer(meeting.pk, 1, "leave", 1, secretary)
    answered(meeting, "leave", secretary)
    with pytest.raises(NoSuchAnswer):
        answered(meeting, "2018-06-07", secretary)


def test_an_answer_to_an_older_version_is_refused(secretary):
    meeting = factories.a_draft()
    asks(meeting, "something-new", "Något är konstigt.")
    answered(meeting, "seen", secretary)
    with pytest.raises(Outdated):
        answer(meeting.pk, 0, "seen", 1, secretary)


def test_the_printed_day_and_the_printed_weekday_are_both_answers():
    meeting = factories.a_draft(start_date=date(2018, 6, 6))
    asks(meeting, "weekday-mismatch", WEEKDAY)
    assert offered(meeting) == {
        "2018-06-06": "Onsdagen den 6 juni 2018",
        "2018-06-07": "Torsdagen den 7 juni 2018",
        "leave": "Låt vara",
    }


def test_the_day_that_stands_is_not_an_edit_of_it(secretary):
    meeting = factories.a_draft(start_date=date(2018, 6, 6), end_date=date(2018, 6, 6))
    asks(meeting, "weekday-mismatch", WEEKDAY)
    answered(meeting, "2018-06-06", secretary)
    assert (meeting.start_date, meeting.origins) == (date(2018, 6, 6), {})


def test_another_day_moves_the_last_day_along(secretary):
    meeting = factories.a_draft(start_date=date(2018, 6, 6), end_date=date(2018, 6, 7))
    asks(meeting, "weekday-mismatch", WEEKDAY)
    answered(meeting, "2018-06-07", secretary)
    assert (meeting.start_date, meeting.end_date) == (date(2018, 6, 7), date(2018, 6, 8))
    assert meeting.origins == {"start_date": "edited", "end_date": "edited"}


def test_a_day_on_which_the_body_has_met_already_is_refused_in_words(secretary):
    factories.a_draft(start_date=date(2018, 6, 7))
    meeting = factories.a_draft(start_date=date(2018, 6, 6))
    asks(meeting, "weekday-mismatch", WEEKDAY)
    with pytest.raises(NotPossible, match="har redan ett möte den dagen"):
        answered(meeting, "2018-06-07", secretary)


def test_the_body_is_chosen_among_those_that_the_archive_knows(secretary):
    meeting, body = factories.a_draft(body=None), factories.a_body("Samarbetskommittén")
    source = asks(meeting, "body-missing", "Vilket organ mötet gäller står inte i filen.")
    assert offered(meeting)[f"body-{body.pk}"] == "Samarbetskommittén"
    answered(meeting, f"body-{body.pk}", secretary)
    source.refresh_from_db()
    assert (meeting.body, meeting.origins, source.state) == (body, {"body": "edited"}, "parsed")
    assert source.remarks[0]["answer"] == f"body-{body.pk}"
    taken_back(meeting, secretary)
    assert meeting.body is None


def test_the_day_is_typed_or_taken_from_the_name_of_the_file(secretary):
    meeting = factories.a_draft(start_date=None)
    file_name = "LG_2022-10-06_anteckningar.pdf"
    asks(meeting, "date-missing", "Mötets datum står inte i filen.", file_name=file_name)
    assert offered(meeting) == {"2022-10-06": "Torsdagen den 6 oktober 2022"}
    answered(meeting, "2022-10-07", secretary)
    assert meeting.start_date == date(2022, 10, 7)


def test_an_end_before_the_start_can_be_taken_away(secretary):
    meeting = factories.a_draft(end_time="09:00")
    asks(meeting, "end-before-start", "Mötet slutar innan det börjar.")
    assert list(offered(meeting)) == ["remove-end", "seen"]
    answered(meeting, "remove-end", secretary)
    assert meeting.end_time is None


def a_doubtful_name(meeting):
    row = factories.an_attendance(
        meeting, printed_name="Vera Lindqvist", first_line=4, last_line=4
    )
    asks(meeting, "doubtful-person", "Flera personer heter Vera Lindqvist. Vem av dem är det?", 4)
    return row


def test_a_doubtful_person_is_one_of_those_with_the_name_and_where_they_come_from(secretary):
    one, other = factories.a_person(), factories.a_person()
    stranger = factories.a_person("Olof Brant")
    factories.an_attendance(person=one, organization=factories.an_organization("Salem"))
    meeting = factories.a_draft()
    row = a_doubtful_name(meeting)
    assert offered(meeting) == {
        f"person-{one.pk}": "Vera Lindqvist, Salem",
        f"person-{other.pk}": "Vera Lindqvist",
        "new": "Ny person",
        "leave": "Låt vara",
    }
    assert stranger.pk
    answered(meeting, f"person-{other.pk}", secretary)
    row.refresh_from_db()
    assert (row.person, row.edited) == (other, ["person"])


def test_a_new_person_is_gone_again_when_the_answer_is_taken_back(secretary):
    meeting = factories.a_draft()
    row = a_doubtful_name(meeting)
    before = everything(meeting)
    answered(meeting, "new", secretary)
    row.refresh_from_db()
    assert row.person.name == "Vera Lindqvist"
    taken_back(meeting, secretary)
    assert everything(meeting) == before
    assert not Person.objects.exists()


def test_a_first_name_alone_is_one_of_those_who_have_it_and_is_not_remembered(secretary):
    person, meeting = factories.a_person("Kajsa Brunnhage"), factories.a_draft()
    lines = {"first_line": 4, "last_line": 4}
    row = factories.an_attendance(meeting, printed_name="Kajsa", **lines)
    asks(meeting, "unknown-person", "Kajsa är inte ett helt namn. Vem är det?", 4)
    assert list(offered(meeting)) == [f"person-{person.pk}", "new", "leave"]
    answered(meeting, f"person-{person.pk}", secretary)
    row.refresh_from_db()
    person.refresh_from_db()
    assert (row.person, person.other_names) == (person, [])


def a_similar_name(meeting):
    """Mikel Ahl was new in this meeting; Mikael Ahl has been in the archive before."""
    old, new = factories.a_person("Mikael Ahl"), factories.a_person("Mikel Ahl")
    row = factories.an_attendance(meeting, person=new, first_line=4, last_line=4)
    message = "Mikel Ahl liknar Mikael Ahl. Är det samma person?"
    asks(meeting, "similar-name", message, 4)
    return old, new, row


def test_two_names_of_one_person_are_remembered(secretary):
    meeting = factories.a_draft()
    old, new, row = a_similar_name(meeting)
    decision = factories.a_decision(factories.an_item(meeting))
    task = factories.an_assignment(decision, responsible_person=new)
    before = everything(meeting)
    assert offered(meeting) == {"same": "Samma person", "different": "Olika personer"}
    answered(meeting, "same", secretary)
    for one in (row, old, task):
        one.refresh_from_db()
    assert (row.person, task.responsible_person) == (old, old)
    assert old.other_names == ["Mikel Ahl"]
    assert list(Person.objects.all()) == [old]
    taken_back(meeting, secretary)
    assert everything(meeting) == before


def test_two_people_stay_two(secretary):
    meeting = factories.a_draft()
    _, new, row = a_similar_name(meeting)
    answered(meeting, "different", secretary)
    row.refresh_from_db()
    assert (row.person, Person.objects.count()) == (new, 2)


def test_somebody_who_is_known_from_other_meetings_is_not_removed(secretary):
    meeting = factories.a_draft()
    old, new, row = a_similar_name(meeting)
    elsewhere = factories.an_attendance(person=new)
    answered(meeting, "same", secretary)
    row.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (row.person, elsewhere.person) == (old, new)


def test_a_signature_that_is_nearly_a_participants_is_theirs(secretary):
    meeting, person = factories.a_draft(), factories.a_person("Mikael Ahl")
    factories.an_attendance(meeting, person=person)
    row = factories.an_approval(meeting, printed_name="Mikel Ahl", first_line=9, last_line=9)
    message = "Mikel Ahl vid underskrifterna liknar Mikael Ahl."
    asks(meeting, "similar-name", message, 9)
    before = everything(meeting)
    answered(meeting, "same", secretary)
    row.refresh_from_db()
    person.refresh_from_db()
    assert (row.person, person.other_names) == (person, ["Mikel Ahl"])
    taken_back(meeting, secretary)
    assert everything(meeting) == before


def test_somebody_in_both_lists_is_left_in_one(secretary):
    meeting = factories.a_draft()
    factories.an_attendance(meeting, first_line=3, last_line=3)
    factories.an_attendance(meeting, status="absent", first_line=8, last_line=8)
    message = "Vera Lindqvist står både som närvarande och som frånvarande."
    asks(meeting, "present-and-absent", message, 8)
    assert list(offered(meeting)) == ["present", "absent", "leave"]
    answered(meeting, "absent", secretary)
    assert [row.status for row in meeting.attendances.all()] == ["absent"]


def test_whoever_approves_was_there_or_is_somebody_who_was(secretary):
    meeting = factories.a_draft()
    present = factories.a_person("Agneta Torplind")
    factories.an_attendance(meeting, person=present)
    approval = {"printed_name": "Agneta Torpling", "first_line": 9, "last_line": 9}
    row = factories.an_approval(meeting, **approval)
    message = "Agneta Torpling justerar men står inte som närvarande."
    asks(meeting, "approver-not-present", message, 9)
    assert list(offered(meeting)) == [f"person-{present.pk}", "add", "seen"]
    answered(meeting, f"person-{present.pk}", secretary)
    row.refresh_from_db()
    assert row.person == present
    taken_back(meeting, secretary)
    answered(meeting, "add", secretary)
    assert meeting.attendances.get(position=2).printed_name == "Agneta Torpling"


def test_a_misspelt_organization_is_one_that_the_archive_knows(secretary):
    meeting = factories.a_draft()
    wrong = factories.an_organization("Nynäshamm")
    row = factories.an_attendance(
        meeting, organization=wrong, printed_organization="Nynäshamm", first_line=3, last_line=3
    )
    message = "Nynäshamm är ingen känd kommun eller organisation."
    asks(meeting, "unknown-organization", message, 3)
    right = factories.an_organization("Nynäshamn")
    assert offered(meeting)[f"organization-{right.pk}"] == "Nynäshamn"
    answered(meeting, f"organization-{right.pk}", secretary)
    row.refresh_from_db()
    assert (row.organization, row.edited) == (right, ["organization"])


def test_a_number_given_twice_is_a_matter_opened_again_or_a_slip(secretary):
    meeting = factories.a_draft()
    first = factories.an_item(meeting, number="3", title="Trafik", first_line=1, last_line=4)
    again = factories.an_item(meeting, number="3", title="Vägar", first_line=5, last_line=9)
    asks(meeting, "duplicate-item-number", "Punkt 3 står mer än en gång.", 5)
    assert offered(meeting) == {
        "continues": "Fortsätter 3. Trafik",
        "number-4": "Ska vara punkt 4",
        "seen": "Ett nytt ärende",
    }
    answered(meeting, "continues", secretary)
    again.refresh_from_db()
    assert again.continues == first
    taken_back(meeting, secretary)
    answered(meeting, "number-4", secretary)
    again.refresh_from_db()
    assert (again.number, again.continues) == ("4", None)


TEXT = """3. Belysning
Beslut
• Att byta lampor.
Haninge undersöker hur lam-
porna kan återvinnas senast 1 maj.

Nästa möte blir i maj.
"""
PARAGRAPH = "Haninge undersöker hur lamporna kan återvinnas senast 1 maj."


def an_undecided_paragraph(meeting):
    text = f"{PARAGRAPH}\n\nNästa möte blir i maj."
    item = factories.an_item(meeting, text=text, first_line=1, last_line=7)
    factories.a_decision(item, text="Att byta lampor.", first_line=3, last_line=3)
    factories.a_decision(item, text="Att mötas i maj.", first_line=7, last_line=7)
    quoted = f"Hör stycket till beslutet? ”{PARAGRAPH[:30].rsplit(' ', 1)[0]} …”"
    asks(meeting, "undecided-paragraph", quoted, 4, TEXT)
    return item


def test_a_paragraph_becomes_a_decision_in_its_place(secretary):
    meeting = factories.a_draft(start_date=date(2023, 2, 1))
    item = an_undecided_paragraph(meeting)
    before = everything(meeting)
    assert list(offered(meeting)) == ["decision", "same", "no"]
    answered(meeting, "decision", secretary)
    item.refresh_from_db()
    new = Decision.objects.get(item=item, position=2)
    assert (new.text, new.first_line, new.last_line) == (PARAGRAPH, 4, 5)
    assert (new.due_date, [o.name for o in new.organizations.all()]) == (
        date(2023, 5, 1),
        ["Haninge"],
    )
    assert item.text == "Nästa möte blir i maj."
    taken_back(meeting, secretary)
    assert everything(meeting) == before


def test_a_paragraph_goes_on_the_decision_before_it(secretary):
    meeting = factories.a_draft()
    item = an_undecided_paragraph(meeting)
    answered(meeting, "same", secretary)
    first = item.decisions.get(position=1)
    assert (first.text, first.last_line) == (f"Att byta lampor. {PARAGRAPH}", 5)


def test_a_paragraph_that_is_no_decision_stays_text(secretary):
    meeting = factories.a_draft()
    item = an_undecided_paragraph(meeting)
    answered(meeting, "no", secretary)
    assert item.decisions.count() == 2


def test_every_question_of_the_samples_can_be_answered_with_each_of_its_answers(secretary):
    samples = Path(receiving.__file__).parent / "samples"
    count = 0
    for path in sorted(samples.glob("20*")):
        meeting = receiving.receive(path.read_bytes(), path.name).source_file.meeting
        before = everything(meeting)
        for question in questions_of(current_file(meeting)):
            for one in question.answers:
                meeting.refresh_from_db()
                answer(meeting.pk, question.number, one.value, meeting.version, secretary)
                taken_back(meeting, secretary)
                assert everything(meeting) == before
                count += 1
    assert count > 20
