"""The command that imports files and folders, as the secretary's terminal shows it."""

import hashlib
import os
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from decisions.indexing import forget
from intake import converting, originals
from intake.models import Receipt, SourceFile
from minutes.models import Meeting
from minutes.publishing import publish
from minutes.search.models import SearchWord
from minutes.states import State
from tests.intake.minutes_texts import minutes_text
from tests.intake.state import archive_state, comparable
from tests.intake.typeset import FORMATS

pytestmark = pytest.mark.django_db
# With transactions of its own, not inside that of the test; the seeded rows are put back after it.
AS_IN_SERVICE = pytest.mark.django_db(transaction=True, serialized_rollback=True)
SAMPLES = Path(__file__).parents[2] / "intake" / "samples"


def run(*paths, expect: int = 0, **options) -> str:
    """All that the command prints, its errors at the end."""
    out, err, status = StringIO(), StringIO(), 0
    try:
        call_command("import_minutes", *map(str, paths), stdout=out, stderr=err, **options)
    except SystemExit as stop:
        status = stop.code
    assert status == expect, out.getvalue() + err.getvalue()
    return out.getvalue() + err.getvalue()


@pytest.fixture
def folder(tmp_path) -> Path:
    """Where the secretary keeps her minutes; the originals lie elsewhere."""
    (tmp_path / "minutes").mkdir()
    return tmp_path / "minutes"


def put(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        (folder / f"{name}.txt").write_bytes(data)
    return folder


def test_a_folder_is_imported_and_summed_up(folder):
    put(folder, b=minutes_text(date(2022, 10, 6)), a=minutes_text(date(2022, 11, 3)))
    (folder / "README.md").write_text("Om filerna")
    assert run(folder).splitlines() == [
        "Inläst  a.txt  Ledningsgruppen 2022-11-03",
        "Inläst  b.txt  Ledningsgruppen 2022-10-06",
        "2 filer: 2 inlästa.",
        "Förbigångna, inte protokoll: README.md.",
    ]
    assert run(folder).splitlines()[2] == "2 filer: 2 fanns redan."


def test_every_file_has_an_outcome_and_one_bad_file_never_stops_the_rest(folder):
    put(
        folder,
        a=b"",
        b=b"\x00" * 100,
        c=minutes_text(date(2022, 10, 6)),
        d=minutes_text(date(2022, 10, 6)) + b"\nMer.\n",
        e=minutes_text(None),
        f=b"Hej!",
        g=b"%PDF-1.7",
        h=minutes_text(date(2022, 10, 6)),
        i=minutes_text(date(2022, 10, 13), approver="Sixten Ek"),
    )
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "bild.bin").write_bytes(bytes(range(256)))
    printed = run(folder, expect=1)
    outcomes = Counter(Receipt.objects.values_list("outcome", flat=True))
    assert outcomes == {
        "rejected": 6, "imported": 2, "new_version": 1, "needs_review": 1, "unchanged": 1,
    }  # fmt: skip
    assert len(printed.splitlines()) == 11 + 1
    assert printed.splitlines()[-1] == (
        "11 filer: 2 inlästa, 1 fanns redan, 1 ny version att ta ställning till,"
        " 1 behöver granskas, 6 avvisade."
    )
    assert "i.txt     Ledningsgruppen 2022-10-13, 1 fråga" in printed
    assert Meeting.objects.count() == 3


def test_a_path_that_does_not_exist_is_said_and_the_rest_is_imported(folder):
    put(folder, a=minutes_text(date(2022, 10, 6)))
    printed = run(folder / "finns inte", folder, expect=1)
    assert "finns inte  Filen eller mappen finns inte. Kontrollera sökvägen." in printed
    assert Meeting.objects.count() == 1


def test_an_empty_folder_is_no_error(folder):
    assert run(folder) == "0 filer: inget att göra.\n"


def test_a_rejected_file_is_a_failure_every_time(folder):
    put(folder, a=b"Hej!")
    run(folder, expect=1)
    run(folder, expect=1)
    assert SourceFile.objects.count() == 1


def test_a_name_that_is_no_text_is_imported(folder):
    Path(os.fsdecode(os.fsencode(folder) + b"/m\xf6te.txt")).write_bytes(
        minutes_text(date(2022, 10, 6))
    )
    assert "Inläst  m?te.txt" in run(folder)


def test_the_bundled_samples_are_imported_without_a_complaint():
    printed = run(SAMPLES, publish=True)
    outcomes = Counter(Receipt.objects.values_list("outcome", flat=True))
    assert outcomes.total() == 13
    assert set(outcomes) == {"imported", "needs_review"}
    assert "README.md" in printed
    assert Meeting.objects.published().count() >= 6


# Publishing


def test_publish_shows_what_has_no_open_question_and_nothing_else(folder):
    clear, asks = date(2022, 10, 6), date(2022, 11, 3)
    put(folder, a=minutes_text(clear), b=minutes_text(asks, approver="Sixten Ek"))
    put(folder, c=minutes_text(None))
    assert "Publicerade möten: 1." in run(folder, publish=True)
    assert list(Meeting.objects.published().values_list("start_date", flat=True)) == [clear]


def test_without_publish_everything_is_a_draft_until_a_later_run_says_so(folder):
    put(folder, a=minutes_text(date(2022, 10, 6)))
    run(folder)
    assert Meeting.objects.get().state == State.DRAFT
    run(folder, publish=True)
    assert Meeting.objects.get().state == State.PUBLIC


def test_what_a_person_has_taken_back_is_not_published_again(folder, secretary):
    put(folder, a=minutes_text(date(2022, 10, 6)))
    run(folder, publish=True)
    publish(Meeting.objects.get(), to=State.DRAFT, by=secretary)
    assert "Publicerade" not in run(folder, publish=True)
    assert Meeting.objects.get().state == State.DRAFT


def test_a_meeting_with_two_versions_waits_for_a_person(folder):
    first = minutes_text(date(2022, 10, 6))
    put(folder, a=first, b=first + b"\nMer.\n")
    run(folder)
    assert "Publicerade" not in run(folder, publish=True)


# R3


def tree(folder: Path) -> dict[str, tuple]:
    paths = [folder, *folder.rglob("*")]
    return {
        str(path): (
            path.stat().st_mtime_ns,
            path.stat().st_mode,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in paths
    }


def test_the_path_given_is_never_changed(folder):
    (folder / "inside").mkdir()
    put(folder / "inside", a=minutes_text(date(2022, 10, 6)), b=b"Hej!")
    for path in (folder / "inside").iterdir():
        path.chmod(0o444)
    (folder / "inside").chmod(0o555)
    before = tree(folder)
    run(folder, expect=1, publish=True)
    run(folder, expect=1, publish=True)
    assert tree(folder) == before


# R7


def test_when_originals_cannot_be_kept_it_says_so_and_a_retry_works(folder, settings):
    put(folder, a=minutes_text(date(2022, 10, 6)), b=minutes_text(date(2022, 11, 3)))
    good, settings.ORIGINALS_DIR = settings.ORIGINALS_DIR, folder / "a.txt" / "originals"
    printed = run(folder, expect=1)
    assert printed.count("Filen gick inte att spara (") == 2
    assert "2 filer: 2 inte inlästa." in printed
    assert (Receipt.objects.count(), Meeting.objects.count()) == (0, 0)
    settings.ORIGINALS_DIR = good
    assert "2 filer: 2 inlästa." in run(folder)


def test_a_damaged_original_is_said_and_left_alone(folder):
    put(folder, a=minutes_text(date(2022, 10, 6)))
    run(folder)
    path = originals.path_of(SourceFile.objects.get().sha256)
    path.chmod(0o640)
    path.write_bytes(b"skadad")
    assert "Den sparade filen är skadad" in run(folder, expect=1)
    assert path.read_bytes() == b"skadad"


class GoneAt:
    """A database that is away at one statement, counted from 1, or at all from there."""

    def __init__(self, place: int, *, for_good: bool) -> None:
        self.place, self.for_good, self.seen = place, for_good, 0

    def __call__(self, execute, sql, parameters, many, context):
        self.seen += 1
        if self.seen == self.place or (self.for_good and self.seen > self.place):
            raise OperationalError("server closed the connection unexpectedly")
        return execute(sql, parameters, many, context)


@pytest.fixture
def undisturbed(db, folder):
    """A file, the number of statements its import takes, and the state that it ends in."""
    path = put(folder, a=minutes_text(date(2022, 10, 6))) / "a.txt"
    counter = GoneAt(0, for_good=False)
    with connection.execute_wrapper(counter):
        run(path)
    state = comparable(archive_state())
    _empty()
    return path, counter.seen, state


def _empty() -> None:
    from people.models import Body, Organization, Person

    for key in Meeting.objects.values_list("pk", flat=True):
        forget(key)
    SearchWord.objects.all().delete()
    Receipt.objects.all().delete()
    SourceFile.objects.all().delete()
    Meeting.objects.all().delete()
    Person.objects.all().delete()
    Organization.objects.exclude(kind__in=["municipality", "secretariat"]).delete()
    Organization.objects.filter(name="Nacka").delete()
    Body.objects.filter(members=None).delete()


@AS_IN_SERVICE
def test_a_database_that_is_away_for_a_moment_is_asked_again(undisturbed):
    path, statements, state = undisturbed
    for place in range(3, statements + 1):  # the first two are asked outside of any transaction
        with connection.execute_wrapper(GoneAt(place, for_good=False)):
            run(path)
        assert comparable(archive_state()) == state, place
        _empty()


@AS_IN_SERVICE
def test_a_database_that_is_gone_ends_the_import_with_a_sentence(undisturbed):
    path, statements, state = undisturbed
    empty = comparable(archive_state())
    for place in range(1, statements + 1):
        with connection.execute_wrapper(GoneAt(place, for_good=True)):
            printed = run(path, expect=1)
        assert "Databasen svarar inte som den ska: server closed the connection" in printed
        assert "kör samma kommando igen" in printed
        assert comparable(archive_state()) == empty, place
    run(path)
    assert comparable(archive_state()) == state


@AS_IN_SERVICE
@pytest.mark.parametrize("reached", [False, True], ids=["before", "after"])
def test_a_database_that_goes_at_commit_leaves_all_or_nothing(undisturbed, monkeypatch, reached):
    """Whether the server had done it or not, the second try finds out and ends the same."""
    path, _, state = undisturbed
    commit, lost = connection._commit, []

    def commit_once_in_vain():
        if reached or lost:
            commit()
        if not lost:
            lost.append(True)
            raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(connection, "_commit", commit_once_in_vain)
    run(path)
    monkeypatch.undo()
    assert lost
    assert comparable(archive_state()) == state


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_comes_in_through_the_same_door(kind, folder):
    if kind == "rtf" and not converting.available():
        pytest.skip("LibreOffice is not here")
    (folder / f"a.{kind}").write_bytes(FORMATS[kind](minutes_text(date(2022, 10, 6))))
    (folder / f"~$a.{kind}").write_bytes(b"Vera")  # what Word leaves beside a file that is open
    assert run(folder).splitlines() == [
        f"Inläst  a.{kind}  Ledningsgruppen 2022-10-06",
        "1 fil: 1 inläst.",
        f"Förbigångna, inte protokoll: ~$a.{kind}.",
    ]
    meeting = Meeting.objects.get()
    assert (meeting.attendances.count(), meeting.items.count()) == (2, 1)
