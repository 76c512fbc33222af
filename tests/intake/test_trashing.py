"""R1, R6 and R11: what is thrown away comes back whole, and what is purged leaves a tombstone."""

import subprocess
import sys
import time
from datetime import date

import pytest
from django.apps import apps
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from decisions.models import Decision, DecisionTopic
from intake import originals, pictures
from intake.inventory import findings
from intake.models import Receipt, SourceFile, Tombstone, Upload
from intake.receiving import receive
from intake.trashing import (
    InUse,
    MayNotPurge,
    NoReason,
    NotInTrash,
    purge_file,
    purge_meeting,
    restore_file,
    restore_meeting,
    trash_file,
)
from minutes.models import Meeting, Transition
from minutes.publishing import publish
from minutes.states import State
from people.models import Person
from tests import factories
from tests.intake.minutes_texts import minutes_text
from tests.intake.state import archive_state, comparable

pytestmark = pytest.mark.django_db
MINUTES = minutes_text(date(2022, 10, 6))
OTHERS = minutes_text(date(2022, 11, 17), people=("Vera Lindqvist, Haninge",))
AS_IN_SERVICE = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def purger(secretary) -> User:
    secretary.may_purge = True
    secretary.save()
    return secretary


def a_trashed_meeting(by=None, text: bytes = MINUTES) -> Meeting:
    meeting = receive(text, "möte.txt", by).source_file.meeting
    publish(meeting, to=State.TRASHED, by=by)
    return meeting


def a_trashed_file(by=None, text: bytes = b"Vi ses i morgon.\n") -> SourceFile:
    return trash_file(receive(text, "brev.txt", by).source_file.pk, by)


def without_log(state):
    return {**state, "meetings": [{**one, "transitions": []} for one in state["meetings"]]}


# Throwing away and taking back


def test_a_meeting_comes_back_as_it_was_and_as_a_draft(secretary):
    meeting = receive(MINUTES, "möte.txt", secretary).source_file.meeting
    before = without_log(archive_state())
    publish(meeting, to=State.PUBLIC, by=secretary)
    publish(meeting, to=State.DRAFT, by=secretary)
    publish(meeting, to=State.TRASHED, by=secretary)
    restored = restore_meeting(meeting.pk, secretary)
    assert restored.state == Meeting.objects.get().state == "draft"
    assert without_log(archive_state()) == before
    assert originals.load(SourceFile.objects.get().sha256) == MINUTES


def test_the_bytes_outlive_the_trash(secretary):
    meeting, file = a_trashed_meeting(secretary), a_trashed_file(secretary)
    kept = sorted(originals.stored())
    restore_meeting(meeting.pk, secretary)
    restore_file(file.pk)
    assert sorted(originals.stored()) == kept
    assert list(findings()) == []


def test_restoring_twice_is_refused_and_changes_nothing(secretary):
    meeting = a_trashed_meeting(secretary)
    restore_meeting(meeting.pk, secretary)
    publish(meeting, to=State.PUBLIC, by=secretary)
    with pytest.raises(NotInTrash):
        restore_meeting(meeting.pk, secretary)
    assert Meeting.objects.get().state == "public"


@pytest.mark.parametrize("kind", ["rejected", "undecided", "older"])
def test_a_file_comes_back_in_the_state_that_it_had(kind, secretary):
    if kind == "rejected":
        source = receive(b"Vi ses i morgon.\n", "brev.txt").source_file
    else:
        receive(MINUTES, "möte.txt")
        source = receive(MINUTES + b"\nEtt till.\n", "igen.txt").source_file
    if kind == "older":
        remarks = [{**one, "open": False} for one in source.remarks]
        SourceFile.objects.filter(pk=source.pk).update(remarks=remarks, state="parsed")
    before = SourceFile.objects.filter(pk=source.pk).values().get()
    trashed = trash_file(source.pk, secretary)
    assert (trashed.state, trashed.trashed_by) == ("trashed", secretary)
    restore_file(source.pk)
    assert SourceFile.objects.filter(pk=source.pk).values().get() == before


def test_the_file_that_a_meeting_shows_is_not_thrown_away_by_itself(secretary):
    source = receive(MINUTES, "möte.txt").source_file
    with pytest.raises(InUse):
        trash_file(source.pk, secretary)
    assert SourceFile.objects.get().state == "parsed"


# The same file again


def test_the_same_bytes_are_told_to_lie_in_the_trash(secretary):
    a_trashed_meeting(secretary)
    a_trashed_file(secretary)
    for text in (MINUTES, b"Vi ses i morgon.\n"):
        receipt = receive(text, "igen.txt")
        assert (receipt.outcome, receipt.reason_code) == ("unchanged", "in-trash")
    assert (Meeting.objects.count(), SourceFile.objects.count()) == (1, 2)


def test_another_file_for_a_meeting_in_the_trash_makes_no_second_meeting(secretary):
    meeting = a_trashed_meeting(secretary)
    receipt = receive(MINUTES + b"\nEtt till.\n", "igen.txt")
    assert (receipt.outcome, receipt.reason_code) == ("new_version", "in-trash")
    assert receipt.source_file.meeting == meeting


def test_a_meeting_in_the_trash_waits_for_nobody(secretary):
    receive(MINUTES, "möte.txt")
    meeting = receive(MINUTES + b"\nEtt till.\n", "igen.txt").source_file.meeting
    assert SourceFile.objects.unsettled().count() == 1
    publish(meeting, to=State.TRASHED, by=secretary)
    assert SourceFile.objects.unsettled().count() == 0


# Purging


def test_only_those_with_the_right_may_purge_and_only_with_a_reason(purger, director, staff):
    meeting = a_trashed_meeting(purger)
    other = User.objects.create_user("annan", role="secretary")
    for user in (director, staff, other):
        with pytest.raises(MayNotPurge):
            purge_meeting(meeting.pk, user, "Fel fil.")
    with pytest.raises(NoReason):
        purge_meeting(meeting.pk, purger, " \n")
    assert Meeting.objects.count() == 1


def test_what_is_not_in_the_trash_is_not_purged(purger):
    source = receive(MINUTES, "möte.txt").source_file
    with pytest.raises(NotInTrash):
        purge_meeting(source.meeting.pk, purger, "Fel fil.")
    with pytest.raises(NotInTrash):
        purge_file(source.pk, purger, "Fel fil.")
    assert originals.load(source.sha256) == MINUTES


@AS_IN_SERVICE
def test_a_purged_meeting_leaves_a_tombstone_and_nothing_else(purger):
    receive(OTHERS, "annat.txt", purger)
    before = comparable(archive_state())
    records = records_of_history()
    meeting = full_meeting(purger)
    source = meeting.source_files.get()
    picture = pictures.path_of(source.sha256, 1)
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"PNG")
    (stone,) = purge_meeting(meeting.pk, purger, "  Fel fil.  ")
    assert (stone.sha256, stone.meeting) == (source.sha256, "Ledningsgruppen 2022-10-06")
    assert (stone.reason, stone.purged_by) == ("Fel fil.", purger)
    stone.refresh_from_db()
    told = [(one["from"], one["to"], one["by"]) for one in stone.transitions]
    assert told == [("draft", "trashed", "sekreteraren")]
    assert comparable(archive_state()) == before
    assert records_of_history() == records
    assert Transition.objects.count() == DBTaskResult.objects.count() == 0
    assert not originals.path_of(source.sha256).exists()
    assert not picture.exists()
    assert list(findings()) == []


def full_meeting(by: User) -> Meeting:
    """A meeting in the trash with a history, an upload, and a task in the queue."""
    receipt = receive(MINUTES, "möte.txt", by)
    meeting = receipt.source_file.meeting
    for decision in Decision.objects.filter(item__meeting=meeting):
        decision.text += " Ändrat."
        decision.save()
        factories.is_about("Infrastruktur", decision.item, decision)
        break
    upload = factories.an_upload(
        factories.a_batch(created_by=by),
        state="finished",
        receipt=receipt,
        sha256=receipt.source_file.sha256,
        file_name="möte.txt",
    )
    DBTaskResult.objects.create(
        args_kwargs={"args": [upload.pk], "kwargs": {}},
        task_path="intake.tasks.read_upload",
        backend_name="default",
        status="SUCCESSFUL",
        run_after=upload.batch.created_at,
    )
    publish(meeting, to=State.TRASHED, by=by)
    return meeting


def records_of_history() -> dict[str, int]:
    models = [m for m in apps.get_models() if m.__name__.startswith("Historical")]
    return {model.__name__: model.objects.count() for model in models}


@AS_IN_SERVICE
def test_nothing_that_was_handed_in_keeps_the_name_of_a_purged_file(purger):
    meeting = full_meeting(purger)
    receive(MINUTES, "möte kopia.txt", purger)
    purge_meeting(meeting.pk, purger, "Fel fil.")
    receipts = Receipt.objects.values_list("file_name", "source_file", "reason_code")
    assert set(receipts) == {("", None, "purged")}
    assert Upload.objects.get().file_name == ""


@AS_IN_SERVICE
def test_people_stay_if_anything_else_mentions_them(purger):
    receive(OTHERS, "annat.txt")
    meeting = a_trashed_meeting(purger)
    assert set(Person.objects.values_list("name", flat=True)) == {"Vera Lindqvist", "Olof Brandt"}
    Person.objects.filter(name="Olof Brandt").update(other_names=["O Brandt"])
    purge_meeting(meeting.pk, purger, "Fel fil.")
    assert Person.objects.count() == 2  # another name for somebody is work that a person did


@AS_IN_SERVICE
def test_every_version_of_a_purged_meeting_goes(purger):
    meeting = receive(MINUTES, "möte.txt").source_file.meeting
    receive(MINUTES + b"\nEtt till.\n", "igen.txt")
    publish(meeting, to=State.TRASHED, by=purger)
    assert len(purge_meeting(meeting.pk, purger, "Fel fil.")) == 2
    assert list(originals.stored()) == []


@AS_IN_SERVICE
def test_a_purged_file_is_gone_and_refused(purger):
    source = a_trashed_file(purger)
    purge_file(source.pk, purger, "Inget protokoll.")
    assert (SourceFile.objects.count(), list(originals.stored())) == (0, [])
    receipt = receive(b"Vi ses i morgon.\n", "igen.txt")
    assert (receipt.outcome, receipt.reason_code) == ("rejected", "purged")
    assert (receipt.source_file, list(originals.stored())) == (None, [])


@AS_IN_SERVICE
def test_a_version_is_purged_without_its_meeting(purger):
    receive(MINUTES, "möte.txt")
    source = receive(MINUTES + b"\nEtt till.\n", "igen.txt").source_file
    trash_file(source.pk, purger)
    purge_file(source.pk, purger, "Fel fil.")
    assert Meeting.objects.get().source_files.get().is_current
    assert Tombstone.objects.get().meeting == "Ledningsgruppen 2022-10-06"


@AS_IN_SERVICE
def test_bytes_are_removed_after_the_commit_only(purger):
    meeting = a_trashed_meeting(purger)
    with transaction.atomic():
        purge_meeting(meeting.pk, purger, "Fel fil.")
        transaction.set_rollback(True)  # as if the power went
    assert originals.load(SourceFile.objects.get().sha256) == MINUTES


@AS_IN_SERVICE
def test_bytes_that_a_crash_left_are_told_of(purger):
    source = a_trashed_file(purger)
    purge_file(source.pk, purger, "Inget protokoll.")
    originals.keep(b"Vi ses i morgon.\n")
    sentence = "Filen är gallrad, men originalet ligger kvar. Ta bort det."
    assert [(one.name, one.sentence) for one in findings()] == [(source.sha256, sentence)]


# Two at once

SETUP = """
from accounts.models import User
from datetime import date
from intake.receiving import receive
from minutes.publishing import publish
from tests.intake.minutes_texts import minutes_text
User.objects.create_user("sekreteraren", role="secretary", may_purge=True)
for number in range({pairs}):
    meeting = receive(minutes_text(date(2022, 3, 1 + number)), "m").source_file.meeting
    publish(meeting, to="trashed")
    print(meeting.pk)
"""
LEFT = """
from minutes.models import Meeting
print(*Meeting.objects.order_by("pk").values_list("pk", "state"))
"""
PAIRS = 20


@pytest.mark.parametrize(
    "pair",
    [
        ("restore", "purge"),
        pytest.param(("restore", "restore"), marks=pytest.mark.slow),
        pytest.param(("purge", "purge"), marks=pytest.mark.slow),
    ],
)
def test_of_two_who_decide_at_once_one_is_first(pair, own_archive):
    keys = own_archive.manage("shell", "-v0", "-c", SETUP.format(pairs=PAIRS)).stdout.split()
    start = time.time() + 2
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.intake.deciding", what, str(start), *keys],
            env=own_archive.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        for what in pair
    ]
    ended = list(zip(*(one.communicate()[0].split("\n")[:-1] for one in both), strict=True))
    assert len(ended) == PAIRS
    assert {sorted(pair)[1] for pair in ended} == {"too late"}
    restored = [
        f"({key}, 'draft')" for key, said in zip(keys, ended, strict=True) if "restored" in said
    ]
    left = own_archive.manage("shell", "-v0", "-c", LEFT).stdout.strip()
    assert left == " ".join(restored)
    assert len(own_archive.blobs()) == len(restored)


def test_the_topics_of_a_purged_decision_go_with_it(purger, django_capture_on_commit_callbacks):
    meeting = full_meeting(purger)
    with django_capture_on_commit_callbacks(execute=True):
        purge_meeting(meeting.pk, purger, "Fel fil.")
    assert DecisionTopic.objects.count() == 0
