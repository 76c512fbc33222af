"""What a draft says reaches nobody but secretaries, wherever it might come up.

The marks stand in every text of a meeting, and in the name of the people, the municipality and
the body that are known from that meeting alone.
"""

import re
from datetime import date

import pytest

from accounts.models import User
from minutes.states import State
from tests import factories, spreadsheet
from tests.addresses import LISTS, NEXT_MEETING, PLAIN, an_entry
from tests.minutes.gaps.making import a_mention
from tests.test_access import VIEWS

pytestmark = pytest.mark.django_db

MARK = "zqxdraft"
# Lists that hold no mark, whoever asks.
FIND_NOTHING = [
    "/beslut/?kommun=haninge&q=finns+inte",
    "/sok/?q=finnsinte&amne=infrastruktur&status=pagar",
    "/sok/forslag/?q=hemlig",
    "/uppdrag/?status=klart",
]
OTHERS = ["as_stranger", "as_director", "as_staff"]
# Whoever has signed in sees the same of an archive that is open to everybody as of a closed one:
# each of them walks through one of these in every run, and through both in the slow tests.
SLOW = pytest.mark.slow
WALKS = [
    ("public", "as_stranger"),
    ("closed", "as_stranger"),
    ("closed", "as_director"),
    ("public", "as_staff"),
    pytest.param("public", "as_director", marks=SLOW),
    pytest.param("closed", "as_staff", marks=SLOW),
]
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture(params=["public", "closed"])
def archive(request, settings):
    """With one published meeting, so that no list is empty."""
    settings.ARCHIVE_PUBLIC = request.param == "public"
    settings.DEBUG = False
    return an_entry(State.PUBLIC, "oppet", start_date=date(2021, 3, 4))


def a_secret(archive):
    """A draft with names of its own, which also tells more of all that the archive shows."""
    with factories.together():
        return _told(archive, an_entry(State.DRAFT, MARK, start_date=date(2031, 3, 4)))


def _told(archive, secret):
    day = archive.meeting.start_date + NEXT_MEETING  # of a meeting that the archive lacks
    sequel = factories.a_draft(body=archive.meeting.body, start_date=day, title=MARK)
    a_mention(sequel, body=archive.meeting.body, date=day, kind="cancelled", text=MARK)
    a_mention(sequel, body=archive.meeting.body, date=date(2021, 6, 7), text=MARK)
    for meeting in (secret.meeting, sequel):
        meeting.next_meeting_date = date(2999, 1, 1)
        meeting.save()
        known = {"person": archive.person, "organization": archive.organization}
        factories.an_attendance(meeting, **known, is_chair=True, note=MARK)
        moved = {"person": archive.person, "organization": secret.organization}
        factories.an_attendance(meeting, **moved, note=MARK)
        factories.an_approval(meeting, person=archive.person)
        item = factories.an_item(meeting, title=f"hemlig {MARK}")
        both = [archive.organization, secret.organization]
        named = factories.a_decision(item, text=f"hemlig {MARK}", organizations=both)
        every = factories.a_decision(item, text=f"hemlig {MARK}", concerns="all_members")
        factories.an_assignment(named, responsible_person=archive.person)
        factories.is_about("Infrastruktur", item, named, every)
    return secret


def whole(answer) -> str:
    """Everything that came over the wire, without the hour and the token that is always new."""
    body = b"".join(answer) if answer.streaming else answer.content
    heads = [f"{name}: {value}" for name, value in sorted(answer.headers.items())]
    is_packed = body.startswith(b"PK")
    text = spreadsheet.everything(body) if is_packed else CSRF.sub("", body.decode())
    return "\n".join([*(h for h in heads if h[:8] != "Expires:"), text])


def test_every_view_is_walked_through():
    named = {pattern.name for address, pattern in VIEWS if not address.startswith("admin/")}
    entry = an_entry(State.DRAFT, MARK)
    known = {*LISTS, *PLAIN, *entry.pages, *entry.desk, *entry.acts, *entry.owned, *entry.keys}
    # compare needs another version, organization_answer somebody of the municipality.
    assert named == {*known, "topic", "compare", "organization_answer"}


@pytest.mark.parametrize(("archive", "who"), WALKS, indirect=["archive"])
def test_nothing_of_a_draft_reaches_others(who, archive, request):
    secret, client = a_secret(archive), request.getfixturevalue(who)
    for address in [*secret.everything, *archive.everything]:
        if MARK not in address:
            assert MARK not in whole(client.get(address)), address
    for address in secret.pages.values():
        assert MARK not in whole(client.get(address)).replace(address, ""), address


@pytest.mark.parametrize(("archive", "who"), WALKS, indirect=["archive"])
def test_the_archive_looks_the_same_as_without_the_draft(who, archive, request):
    client = request.getfixturevalue(who)
    addresses = [a for a in archive.everything if not a.startswith("/logga-ut/")]
    before = {address: whole(client.get(address)) for address in addresses}
    a_secret(archive)
    after = {address: whole(client.get(address)) for address in addresses}
    assert after == before


@pytest.mark.parametrize("who", OTHERS)
def test_a_drafts_pages_answer_like_unknown_ones(who, archive, request, settings):
    client = request.getfixturevalue(who)
    pages = a_secret(archive).pages.values()
    expected = 302 if who == "as_stranger" and not settings.ARCHIVE_PUBLIC else 404
    assert {client.get(page).status_code for page in pages} == {expected}


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_answers_a_drafts_decision_not_even_for_their_own(who, archive, request):
    client, secret = request.getfixturevalue(who), a_secret(archive)
    User.objects.update(organization=secret.organization)
    answered = client.get(secret.own_row)
    assert answered.status_code == (302 if who == "as_stranger" else 404)
    assert MARK not in whole(answered).replace(secret.own_row, "")


def test_a_secretary_sees_the_draft_wherever_it_belongs(archive, as_secretary):
    """The control: the marks stand where they could have leaked."""
    secret = a_secret(archive)
    for address in secret.pages.values():
        assert MARK in whole(as_secretary.get(address)), address
    shown = [address for address in secret.lists if MARK in whole(as_secretary.get(address))]
    silent = [address for address in secret.lists if address not in shown]
    assert silent == [*FIND_NOTHING, "/amnen/"]


def test_what_is_shared_inside_stays_there(archive, as_stranger, as_director, settings):
    inside = an_entry(State.INTERNAL, MARK, start_date=date(2031, 3, 4))
    for address in inside.pages.values():
        assert as_director.get(address).status_code == 200
        assert as_stranger.get(address).status_code == (404 if settings.ARCHIVE_PUBLIC else 302)


def test_a_meeting_taken_back_is_gone_from_the_next_question(archive, as_stranger, settings):
    settings.ARCHIVE_PUBLIC = True
    pages = archive.pages.values()
    assert {as_stranger.get(page).status_code for page in pages} == {200}
    archive.meeting.state = State.DRAFT
    archive.meeting.save()
    assert {as_stranger.get(page).status_code for page in pages} == {404}


def test_the_admin_tells_others_nothing(as_director, archive):
    a_secret(archive)
    for address in ["/admin/people/person/", "/admin/people/organization/", "/admin/people/body/"]:
        assert MARK not in whole(as_director.get(address))
