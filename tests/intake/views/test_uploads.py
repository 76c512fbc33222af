"""Uploading in a browser, with and without a script."""

import errno
import os
import re
import stat
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from intake import converting, originals
from intake.models import Batch, SourceFile, Upload
from intake.receiving import receive
from intake.uploading import MOST_TOGETHER
from intake.whereabouts import PATIENCE
from minutes.models import Meeting
from minutes.publishing import publish
from minutes.states import State
from tests.factories import a_batch, an_upload
from tests.intake.minutes_texts import minutes_text
from tests.intake.typeset import FORMATS
from tests.pages import Page

pytestmark = pytest.mark.django_db
MINUTES = minutes_text(date(2022, 10, 6))
SCRIPT = {"Accept": "application/json"}


def a_file(data: bytes = MINUTES, name: str = "möte.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.fixture
def send(as_secretary, django_capture_on_commit_callbacks):
    """Posts files to an address, and lets them be read as after each commit."""

    def post(*files, to: str = "/ladda-upp/", **how):
        with django_capture_on_commit_callbacks(execute=True):
            return as_secretary.post(to, {"filer": files}, **how)

    return post


def words(answer) -> str:
    return Page(answer).main


# Without a script


def test_several_files_become_a_batch_with_a_page_of_its_own(send, as_secretary):
    day = minutes_text(date(2022, 11, 17))
    answer = send(a_file(), a_file(day, "nov.txt"), a_file(b"", "tom.txt"))
    batch = Batch.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/ladda-upp/{batch.pk}/")
    names = batch.uploads.order_by("position").values_list("file_name", "receipt__outcome")
    expected = [("möte.txt", "imported"), ("nov.txt", "imported"), ("tom.txt", "rejected")]
    assert list(names) == expected
    shown = as_secretary.get(answer["Location"])
    first = SourceFile.objects.get(file_name="möte.txt").meeting
    assert Page(shown).link("Ledningsgruppen 2022-10-06") == reverse("review", args=[first.pk])
    page = words(shown)
    assert "3 av 3 filer lästa" in page
    assert page.count("Inga frågor, kan publiceras Ledningsgruppen 2022-1") == 2
    assert "Kunde inte läsas Filen är tom. Kontrollera att rätt fil är vald." in page


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_read(kind, send, as_secretary):
    if kind == "rtf" and not converting.available():
        pytest.skip("LibreOffice is not here")
    page = as_secretary.get(send(a_file(FORMATS[kind](MINUTES), f"möte.{kind}"))["Location"])
    assert "Inga frågor, kan publiceras Ledningsgruppen 2022-10-06" in words(page)


def test_two_hundred_files_go_in_one_form(send):
    files = [a_file(b"Dag %d" % n, f"{n}.txt") for n in range(200)]
    assert send(*files).status_code == 302
    assert Upload.objects.filter(state="finished").count() == 200
    assert len(list(originals.stored())) == 200


def test_more_than_that_is_refused_with_a_sentence(send, settings):
    files = [a_file(b"Dag %d" % n, f"{n}.txt") for n in range(201)]
    answer = send(*files)
    assert answer.status_code == 413
    assert "Det var fler än 200 filer på en gång. Skicka dem i omgångar." in words(answer)
    assert Upload.objects.count() == 0


def test_too_much_is_refused_before_it_is_parsed(as_secretary, monkeypatch):
    monkeypatch.setattr("django.http.HttpRequest.parse_file_upload", None)  # would fail
    answer = as_secretary.generic(
        "POST",
        "/ladda-upp/",
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(MOST_TOGETHER + 1),
    )
    assert answer.status_code == 413
    assert "Det var mer än 500 MB på en gång. Skicka färre filer i taget." in words(answer)


@pytest.mark.parametrize("who", ["as_stranger", "as_director", "as_staff"])
def test_nothing_is_parsed_for_those_who_may_not_upload(who, request, monkeypatch):
    monkeypatch.setattr("django.http.HttpRequest.parse_file_upload", None)  # would fail
    client = request.getfixturevalue(who)
    batch = a_batch(["a.txt"])
    for address in ("/ladda-upp/", f"/ladda-upp/{batch.pk}/"):
        answer = client.post(address, {"filer": a_file(b"x" * 3_000_000)})
        assert answer.status_code == (302 if who == "as_stranger" else 404)
    assert Upload.objects.count() == 1


def test_a_form_needs_its_token(secretary):
    client = Client(enforce_csrf_checks=True)
    client.force_login(secretary)
    assert client.post("/ladda-upp/", {"filer": a_file()}).status_code == 403
    client.get("/ladda-upp/")
    token = {"X-CSRFToken": client.cookies["csrftoken"].value}
    assert client.post("/ladda-upp/", {"filer": a_file()}, headers=token).status_code == 302
    assert Upload.objects.count() == 1


def test_no_file_is_told_to_choose_one(send):
    answer = send()
    assert answer.status_code == 422
    assert "Ingen fil är vald." in words(answer)
    assert Batch.objects.count() == 0


def test_a_full_disk_loses_nothing_that_was_kept(send, as_secretary, monkeypatch):
    real = os.fsync

    def full_after_two(descriptor):
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and len(list(originals.stored())) == 2:
            no_room(descriptor)
        real(descriptor)

    monkeypatch.setattr("os.fsync", full_after_two)
    names = ["a.txt", "b.txt", "c.txt", "d.txt"]
    answer = send(*(a_file(name.encode(), name) for name in names))
    page = words(answer)
    assert answer.status_code == 507
    assert "Servern kan inte spara filen just nu (No space left on device)." in page
    assert "2 filer hann sparas och går inte förlorade." in page
    assert "De här är inte sparade. Skicka dem igen: c.txt d.txt Försök igen" in page
    assert Upload.objects.count() == 2


def no_room(descriptor):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_said_to_a_script_and_a_retry_works(send, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", no_room)
        answer = send(a_file(), headers=SCRIPT)
    assert answer.status_code == 507
    assert list(answer.json()) == ["sentence"]
    assert Batch.objects.count() == 0
    assert send(a_file(), headers=SCRIPT).status_code == 201


def test_no_room_for_what_is_on_its_way_in_is_said(send, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "gone")
    answer = send(a_file(b"x" * 3_000_000))
    assert answer.status_code == 507
    assert "Servern kan inte spara filen just nu (No such file or directory)." in words(answer)


@pytest.mark.parametrize("how", ["form", "script"])
def test_a_database_that_is_gone_is_said_and_a_retry_works(how, send):
    def away(execute, sql, *args):
        if sql.startswith('INSERT INTO "intake_upload"'):
            raise OperationalError("the database system is shutting down")
        return execute(sql, *args)

    headers = SCRIPT if how == "script" else {}
    with connection.execute_wrapper(away):
        answer = send(a_file(), headers=headers)
    assert answer.status_code == 503
    told = answer.json()["sentence"] if how == "script" else Page(answer).text
    assert "Databasen svarar inte just nu. Försök igen om en stund." in told
    assert (Batch.objects.count(), Upload.objects.count()) == (0, 0)
    send(a_file(), headers=headers)
    assert Upload.objects.get().receipt.outcome == "imported"


# With a script


def test_a_script_is_told_the_batch_and_what_became_of_the_file(send):
    answer = send(a_file(b"", "tom.txt"), headers=SCRIPT)
    address = f"/ladda-upp/{Batch.objects.get().pk}/"
    sentence = "Filen är tom. Kontrollera att rätt fil är vald."
    told = {"name": "tom.txt", "state": "refused", "sentence": sentence}
    assert answer.status_code == 201
    assert answer.json() == {"batch": address, "files": [told]}
    assert send(a_file(), to=address, headers=SCRIPT).json()["batch"] == address
    assert [one.position for one in Upload.objects.order_by("pk")] == [1, 2]


def test_a_file_that_is_sent_again_because_the_answer_was_lost_stands_once(send):
    address = send(a_file(), headers=SCRIPT).json()["batch"]
    send(a_file(), to=address, headers=SCRIPT)
    assert (Upload.objects.count(), SourceFile.objects.count()) == (1, 1)


def test_nobody_adds_to_a_batch_of_somebody_else(send):
    other = a_batch(["a.txt"])
    address = send(a_file(), to=f"/ladda-upp/{other.pk}/", headers=SCRIPT).json()["batch"]
    assert address != f"/ladda-upp/{other.pk}/"
    assert other.uploads.count() == 1


def test_the_page_tells_a_script_the_limits(as_secretary):
    form = next(
        one for one in Page(as_secretary.get("/ladda-upp/")).all("form") if "data-upload" in one
    )
    assert form["data-most-bytes"] == str(25 * 1024 * 1024)
    assert form["data-suffixes"] == ".pdf,.docx,.doc,.odt,.rtf,.html,.htm,.txt,.md"


# The page of a batch


def address(batch: Batch) -> str:
    return reverse("batch", args=[batch.pk])


def test_an_unfinished_batch_follows_by_itself(as_secretary):
    batch = a_batch(["a.txt", "b.txt"])
    page = as_secretary.get(address(batch))
    list_of_files = next(one for one in Page(page).all("div") if one.get("id") == "lage")
    assert list_of_files["hx-trigger"] == "every 2s"
    assert (list_of_files["hx-target"], list_of_files["hx-swap"]) == ("this", "outerHTML")
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page.content.decode()
    news = as_secretary.get(list_of_files["hx-get"], headers={"HX-Request": "true"})
    assert (news.status_code, news.content) == (204, b"")


def test_a_script_is_given_what_is_new_and_then_left_alone(as_secretary):
    batch = a_batch(["a.txt"])
    asked = Page(as_secretary.get(address(batch))).all("div")
    mark = next(one["hx-get"] for one in asked if one.get("id") == "lage")
    receipt = receive(MINUTES, "a.txt")
    Upload.objects.update(state="finished", receipt=receipt)
    news = as_secretary.get(mark, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in news
    assert 'id="antal" hx-swap-oob="innerHTML"' in news
    assert "hx-get" not in news
    assert "hx-get" not in as_secretary.get(address(batch)).content.decode()


def test_a_page_left_open_keeps_its_list_when_the_session_ends(as_stranger):
    asked = as_stranger.get(address(a_batch(["a.txt"])), headers={"HX-Request": "true"})
    assert (asked.status_code, asked.content) == (401, b"")


def test_the_page_asks_as_often_for_many_files_as_for_one(
    send, as_secretary, django_assert_num_queries
):
    for count in (1, 3):
        days = [minutes_text(date(2020 + count, 3, 1 + n)) for n in range(count)]
        to = send(*(a_file(day, f"{n}.txt") for n, day in enumerate(days)))["Location"]
        with django_assert_num_queries(QUERIES):
            as_secretary.get(to)


QUERIES = 5  # session, user, batch, its files, whether anything is being read


def test_the_latest_batches_are_listed(send, as_secretary):
    send(a_file(), a_file(b"", "tom.txt"))
    Batch.objects.create(created_by=Batch.objects.get().created_by)  # nothing came of it
    listed = words(as_secretary.get("/ladda-upp/")).partition("Senast uppladdat ")[2]
    assert listed.endswith(" 2 filer av sekreteraren")
    assert listed.count(" av ") == 1


def state_of(batch, as_secretary) -> str:
    page = as_secretary.get(address(batch)).content.decode()
    return " ".join(re.findall("<strong>(.*?)</strong>", page))


@pytest.mark.parametrize(
    ("state", "told"),
    [("waiting", "Väntar"), ("reading", "Läser")],
)
def test_a_file_on_its_way(state, told, as_secretary):
    batch = a_batch()
    an_upload(batch, state=state, started_at=timezone.now())
    assert state_of(batch, as_secretary) == told


@pytest.mark.parametrize(
    ("state", "told"),
    [("waiting", "Väntar länge"), ("reading", "Avbröts")],
)
def test_a_file_that_got_stuck_can_be_tried_again(state, told, as_secretary, time_machine):
    batch = a_batch()
    upload = an_upload(batch, state=state, started_at=timezone.now())
    time_machine.move_to(timezone.now() + PATIENCE + timedelta(seconds=1))
    as_secretary.force_login(batch.created_by)
    assert state_of(batch, as_secretary) == told
    assert reverse("retry_upload", args=[batch.pk, upload.pk]) in forms(batch, as_secretary)


def forms(batch, client) -> list[str]:
    return [form.get("action") for form in Page(client.get(address(batch))).all("form")]


def test_every_end_is_told(send, as_secretary, secretary):
    first = receive(MINUTES, "möte.txt").source_file
    received = "Den här filen laddades upp"
    known = send(a_file())["Location"]
    assert f"Finns redan {received}" in words(as_secretary.get(known))
    version = send(a_file(MINUTES + b"\nEtt till.\n", "igen.txt"))["Location"]
    compare = [first.meeting.pk, SourceFile.objects.latest("pk").pk]
    assert reverse("compare", args=compare) in Page(as_secretary.get(version)).links
    assert "Samma möte finns redan med en annan fil: ta ställning" in words(
        as_secretary.get(version)
    )
    publish(first.meeting, to=State.TRASHED, by=secretary)
    page = as_secretary.get(send(a_file(name="åter.txt"))["Location"])
    assert "I papperskorgen Filen ligger i papperskorgen." in words(page)
    back = reverse("trash_meeting", args=[first.meeting.pk])
    as_secretary.post(back, {"do": "restore"})
    publish(Meeting.objects.get(), to=State.PUBLIC, by=secretary)
    shown = send(a_file(minutes_text(date(2022, 3, 4)), "ny.txt"))["Location"]
    publish(Meeting.objects.latest("pk"), to=State.INTERNAL, by=secretary)
    assert "Intern Ledningsgruppen 2022-03-04" in words(as_secretary.get(shown))
    rejected = send(a_file(b"Vi ses.", "brev.txt"))["Location"]
    assert "Kunde inte läsas Filen ser inte ut att vara ett protokoll" in words(
        as_secretary.get(rejected)
    )


def test_a_rejected_file_is_tried_again_or_thrown_away(send, as_secretary):
    batch_page = send(a_file(b"Vi ses.", "brev.txt"))["Location"]
    upload = Upload.objects.get()
    source = upload.receipt.source_file
    answer = as_secretary.post(f"{batch_page}{upload.pk}/igen/")
    assert answer["Location"] == f"{batch_page}#fil-{upload.pk}"
    assert Upload.objects.get().state == "waiting"
    Upload.objects.update(state="finished", receipt=upload.receipt)
    as_secretary.post(reverse("trash_file", args=[source.pk]), {"do": "trash"})
    assert "I papperskorgen" in words(as_secretary.get(batch_page))


def test_a_file_is_tried_again_in_its_own_batch_only(as_secretary):
    upload, other = an_upload(), a_batch()
    assert as_secretary.post(f"/ladda-upp/{other.pk}/{upload.pk}/igen/").status_code == 404
