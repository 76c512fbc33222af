"""Of two who save the same page at the same moment one wins, and nothing of the other is lost."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from tests.races.conftest import Arena
from tests.races.desks import Desk, Reply, at_once
from tests.races.judge import minutes
from tests.races.table import RACES, Move, Race, Told

VERSION = re.compile(r'name="version" value="(\d+)"')
FEW, MANY = 2, 50
SAVED, OUTDATED = (302, 303), 409
_days = count(3000)  # of minutes that are handed in, far from the judge's


def seen_version(desk: Desk, pk: int) -> str:
    return VERSION.search(desk.get(f"/granska/{pk}/").text)[1]


def race_for_a_meeting(arena: Arena, name: str, pairs: int) -> None:
    """Before each tenth pair both open the page; else they know what version it would show."""
    race, pk = RACES[name], 0
    for number in range(pairs):
        if number % race.each == 0:
            pk = arena.judge(race.made_by)
        for first in race.prepared_by:
            prepare(arena, first, pk)
        turn = number // len(race.moves)
        mine, yours = (race.moves[(number + more) % len(race.moves)] for more in (0, turn))
        one_pair(arena, name, pk, mine, yours, reads=number % 10 == 9)


def prepare(arena: Arena, name: str, pk: int) -> None:
    before = arena.judge("told", pk)
    sent = RACES[name].moves[0].sent(before, arena.word("forst"))
    sent["version"] = str(before["version"])
    assert arena.anna.post(reverse(name, args=[pk]), sent).status == 303


def one_pair(arena: Arena, name: str, pk: int, mine: Move, yours: Move, *, reads: bool) -> None:
    race, before = RACES[name], arena.judge("told", pk)
    address = reverse(name, args=[pk, *race.arguments(before)])
    both = [(arena.anna, mine), (arena.bo, yours)]
    words = [arena.word(desk.who) for desk, _ in both]
    sent = [move.sent(before, word) for (_, move), word in zip(both, words, strict=True)]
    for data in sent:
        data["version"] = str(before["version"])
    if reads:
        versions = at_once(*(partial(seen_version, desk, pk) for desk, _ in both))
        assert versions == [str(before["version"])] * 2
    replies = posted((desk, address, data) for (desk, _), data in zip(both, sent, strict=True))
    after = arena.judge("told", pk)
    winner = the_winner(replies)
    desk, move = both[winner]
    assert_one_edit(race, before, after, desk.who)
    assert move.is_done(before, after)
    assert_nothing_lost(after, replies[1 - winner], words[winner], words[1 - winner], sent, winner)


def posted(forms: Iterable[tuple[Desk, str, dict[str, str]]]) -> list[Reply]:
    """The replies to forms that are sent at the same moment."""
    return at_once(*(partial(desk.post, address, data) for desk, address, data in forms))


def race_against_throwing_away(arena: Arena, pairs: int) -> None:
    """One edits a meeting while another throws it away, who may be first or second."""
    for _ in range(pairs):
        pk = arena.judge("a_draft")
        before, words = arena.judge("told", pk), [arena.word("anna"), arena.word("bo")]
        sent = [{"version": str(before["version"]), "meeting-title": words[0]}]
        sent.append({"version": str(before["version"]), "to": "trashed", "note": words[1]})
        addresses = [reverse(name, args=[pk]) for name in ("edit_meeting", "change_state")]
        replies = posted(zip((arena.anna, arena.bo), addresses, sent, strict=True))
        winner = the_winner(replies)
        after = arena.judge("told", pk)
        assert after["state"] == ("draft" if winner == 0 else "trashed")
        lost = replies[1 - winner]
        assert_nothing_lost(after, lost, words[winner], words[1 - winner], sent, winner)


def the_winner(replies: list[Reply]) -> int:
    """Exactly one is sent on, and exactly one is told that somebody was before them."""
    statuses = [reply.status for reply in replies]
    assert sorted(status in SAVED for status in statuses) == [False, True], statuses
    winner = 0 if statuses[0] in SAVED else 1
    assert statuses[1 - winner] == OUTDATED
    return winner


def assert_one_edit(race: Race, before: Told, after: Told, who: str) -> None:
    assert after["version"] == before["version"] + race.step
    new = after["edits"][len(before["edits"]) :]
    told = [(reason.split()[0], by) for reason, by in new]
    assert told == [(str(after["version"]), who)]


def assert_nothing_lost(
    after: Told, refused: Reply, won: str, lost: str, sent: list[dict[str, str]], winner: int
) -> None:
    """The winner's word is stored and not the loser's, who is shown what they wrote."""
    stored = str([after["rows"], after["notes"]])
    if any(won in value for value in sent[winner].values()):
        assert won in stored
    assert lost not in stored
    written = [value for value in sent[1 - winner].values() if lost in value]
    assert [value for value in written if value not in refused.text] == []


READ_ONCE = {
    "files": 1,
    "meetings": 1,
    "uploads": ["finished"],
    "receipts": ["imported"],
    "tombstones": 0,
}
READ_TWICE = {
    **READ_ONCE,
    "uploads": ["finished", "finished"],
    "receipts": ["imported", "unchanged"],
}


def race_to_hand_in(arena: Arena, pairs: int) -> None:
    """The same bytes twice make one file and one meeting; each has a receipt."""
    for _ in range(pairs):
        data = minutes(next(_days))
        replies = at_once(
            partial(arena.anna.hand_in, "/ladda-upp/", "en.txt", data),
            partial(arena.bo.hand_in, "/ladda-upp/", "två.txt", data),
        )
        assert [reply.status for reply in replies] == [302, 302]
        assert replies[0].location != replies[1].location
        assert arena.judge("taken_in", hashlib.sha256(data).hexdigest()) == READ_TWICE


def race_into_a_batch(arena: Arena, pairs: int) -> None:
    """The same file twice to the same batch, as when an answer was lost, is one upload."""
    for _ in range(pairs):
        data, address = minutes(next(_days)), f"/ladda-upp/{arena.judge('a_batch', 'anna')}/"
        replies = at_once(
            partial(arena.anna.hand_in, address, "en.txt", data),
            partial(arena.also_anna.hand_in, address, "en.txt", data),
        )
        assert [(reply.status, reply.location) for reply in replies] == [(302, address)] * 2
        assert arena.judge("taken_in", hashlib.sha256(data).hexdigest()) == READ_ONCE


def race_to_try_again(arena: Arena, pairs: int) -> None:
    for _ in range(pairs):
        batch, upload, sha256 = arena.judge("a_rejected_upload", "anna")
        address = reverse("retry_upload", args=[batch, upload])
        replies = posted([(arena.anna, address, {}), (arena.bo, address, {})])
        assert [reply.status for reply in replies] == [302, 302]
        assert arena.judge("taken_in", sha256) == READ_ONCE


RESTORE, PURGE = {"do": "restore"}, {"do": "purge", "reason": "Hör inte hit."}
TOO_LATE = "Någon annan har redan återställt eller gallrat det."
RESTORED, PURGED = "återställ", "Det är gallrat."


def race_out_of_the_trash(arena: Arena, address: str, mine: dict, yours: dict) -> str:
    """What the winner is told; the other is told that somebody was there before them."""
    replies = posted([(arena.anna, address, mine), (arena.bo, address, yours)])
    assert [(reply.status, reply.location) for reply in replies] == [(302, "/papperskorg/")] * 2
    pages = [desk.get("/papperskorg/").text for desk in (arena.anna, arena.bo)]
    assert [TOO_LATE in page for page in pages].count(True) == 1
    winner = next(page for page in pages if TOO_LATE not in page)
    return PURGED if PURGED in winner else RESTORED


def pairs_of_the_trash(pairs: int) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    ways = [(RESTORE, RESTORE), (RESTORE, PURGE), (PURGE, PURGE), (PURGE, RESTORE)]
    return (ways[number % len(ways)] for number in range(pairs))


def race_for_a_trashed_meeting(arena: Arena, pairs: int) -> None:
    for mine, yours in pairs_of_the_trash(pairs):
        pk = arena.judge("a_trashed_draft")
        done = race_out_of_the_trash(arena, reverse("trash_meeting", args=[pk]), mine, yours)
        after = arena.judge("told", pk)
        states = after and [to for to, _ in after["notes"]]
        assert states == (None if done == PURGED else ["trashed", "draft"])


def race_for_a_trashed_file(arena: Arena, pairs: int) -> None:
    for mine, yours in pairs_of_the_trash(pairs):
        pk = arena.judge("a_loose_file", "trashed")
        sha256 = arena.judge("told_of_file", pk)["sha256"]
        done = race_out_of_the_trash(arena, reverse("trash_file", args=[pk]), mine, yours)
        kept = {"state": "rejected", "sha256": sha256}
        assert arena.judge("told_of_file", pk) == (None if done == PURGED else kept)
        assert arena.judge("taken_in", sha256)["tombstones"] == (done == PURGED)


SAVED_ALREADY = "Du har redan en sparad sökning som heter så."


def race_to_save_a_search(arena: Arena, pairs: int) -> None:
    """The same from two tabs is saved once; of two under one name the other is asked for another.

    What was written stays on the page then.
    """
    for number in range(pairs):
        name, is_same = arena.word("anna"), number % 2 == 0
        queries = ["q=bro", "q=bro" if is_same else "q=tunnel"]
        forms = [{"listing": "beslut", "name": name, "frequency": "daily"} for _ in queries]
        desks = zip((arena.anna, arena.also_anna), forms, queries, strict=True)
        replies = posted(
            [(desk, "/sparade/spara/", form | {"query": query}) for desk, form, query in desks]
        )
        assert sorted(reply.status for reply in replies) == [302, 302 if is_same else 422]
        assert [SAVED_ALREADY in one.text for one in replies].count(True) == (not is_same)
        assert all(name in one.text for one in replies if one.status == 422)
        winner = queries[[reply.status for reply in replies].index(302)]
        assert arena.judge("saved_searches", "anna") == [[name, winner]]


def race_to_change_a_topic(arena: Arena, pairs: int) -> None:
    """Of two names one is saved; the other is shown beside it."""
    for _ in range(pairs):
        slug, token = arena.judge("a_topic")
        names = [arena.word("anna"), arena.word("bo")]
        address = reverse("edit_topic", args=[slug])
        sent = [{"do": "save", "token": token, "terms": "kraft*", "name": one} for one in names]
        desks = zip((arena.anna, arena.bo), sent, strict=True)
        replies = posted((desk, address, form) for desk, form in desks)
        winner = the_winner(replies)
        assert arena.judge("name_of_topic", slug) == names[winner]
        assert [one in replies[1 - winner].text for one in names] == [True, True]


def race_to_answer(arena: Arena, pairs: int) -> None:
    """Two write for one municipality: the later sees both texts, with a row before or none."""
    public_id = arena.judge("a_question")
    address = reverse("organization_answer", args=[public_id, "haninge"])
    for version in range(pairs):
        words = [arena.word("anna"), arena.word("bo")]
        sent = [{"text": word, "version": str(version)} for word in words]
        replies = posted(zip((arena.anna, arena.bo), [address] * 2, sent, strict=True))
        winner = the_winner(replies)
        who = (arena.anna, arena.bo)[winner].who
        assert arena.judge("answers", public_id) == [[words[winner], version + 1, who]]
        assert [word in replies[1 - winner].text for word in words] == [True, True]


def race_to_answer_or_report(arena: Arena, pairs: int) -> None:
    """One answers that all is done while another tells how it goes: one is kept, one told so."""
    race_to_answer(arena, pairs)
    for _ in range(pairs):
        asked, task, address = arena.judge("a_task_to_answer")
        words = [arena.word("anna"), arena.word("bo")]
        ticked = {"text": words[0], "version": "0", "is_done": "on", "task": task, "seen": "0"}
        told = {"status": "open", "note": words[1], "seen": "0"}
        where = [reverse("organization_answer", args=[asked, "haninge"]), f"{address}lage/"]
        replies = posted(zip((arena.anna, arena.bo), where, [ticked, told], strict=True))
        winner = the_winner(replies)
        after = arena.judge("told_of_assignment", address)
        assert after["status"] == ["done", "open"][winner]
        assert [who for _status, _note, who in after["reports"]] == [["anna", "bo"][winner]]
        answers = [[words[0], 1, "anna"]]
        assert arena.judge("answers", asked) == (answers if winner == 0 else [])
        assert words[1 - winner] in replies[1 - winner].text


ANSWERED_ALREADY = "Någon annan har svarat medan du läste."


def race_to_say_what_takes_it_up(arena: Arena, pairs: int) -> None:
    """Of yes and no one is kept; whoever said the other is told."""
    for _ in range(pairs):
        earlier, later = arena.judge("an_item_put_off")
        address = reverse("take_up", args=[earlier, later])
        sent = [{"do": do, "token": ""} for do in ("confirm", "reject")]
        desks = zip((arena.anna, arena.bo), sent, strict=True)
        replies = posted((desk, address, form) for desk, form in desks)
        assert [reply.status for reply in replies] == [302, 302]
        pages = [desk.get("/utestaende/").text for desk in (arena.anna, arena.bo)]
        late = [ANSWERED_ALREADY in page for page in pages]
        assert sorted(late) == [False, True]
        kept = ["confirmed", "rejected"][late.index(False)]
        assert arena.judge("said_of_item", earlier) == [kept]


SEEN = re.compile(r'name="seen" value="(\d+)"')


def race_to_report(arena: Arena, pairs: int) -> None:
    """One tells first how an assignment goes; the other is shown both, and may send it again."""
    address = arena.judge("an_assignment")
    for number in range(pairs):
        before = arena.judge("told_of_assignment", address)["reports"]
        seen = SEEN.search(arena.anna.get(address).text)[1]
        words = [arena.word(desk.who) for desk in (arena.anna, arena.bo)]
        ways = ["done", "dropped"] if number % 2 else ["open", "superseded"]
        forms = [
            {"status": way, "note": word, "seen": seen}
            for way, word in zip(ways, words, strict=True)
        ]
        desks = (arena.anna, arena.bo)
        replies = posted(
            (desk, f"{address}lage/", one) for desk, one in zip(desks, forms, strict=True)
        )
        winner = the_winner(replies)
        after = arena.judge("told_of_assignment", address)
        made = [ways[winner], words[winner], desks[winner].who]
        assert after == {"status": ways[winner], "reports": [*before, made]}
        assert all(word in replies[1 - winner].text for word in words)


def race_to_settle(arena: Arena, pairs: int) -> None:
    """One tells first what is known of a missing meeting; the other is shown it."""
    for number in range(pairs):
        body, day = arena.judge("a_gap")
        words, seen = [arena.word(desk.who) for desk in (arena.anna, arena.bo)], ""
        if number % 2:  # over an answer that both have read
            seen = arena.judge("an_answer", body, day, "anna")
        forms = [{"verdict": "gone", "note": word, "seen": seen} for word in words]
        address = reverse("settle_gap", args=[body, day])
        replies = posted(zip((arena.anna, arena.bo), [address] * 2, forms, strict=True))
        winner = the_winner(replies)
        assert arena.judge("verdicts", body, day) == [["gone", words[winner]]]
        assert all(word in replies[1 - winner].text for word in words)


def race_to_take_back(arena: Arena, pairs: int) -> None:
    """One changes what the other takes back: what is written is stored, or still on the page."""
    for _ in range(pairs):
        body, day = arena.judge("a_gap")
        seen, word = arena.judge("an_answer", body, day, "anna"), arena.word("anna")
        written = {"verdict": "gone", "note": word, "seen": seen}
        replies = posted(
            [
                (arena.anna, reverse("settle_gap", args=[body, day]), written),
                (arena.bo, reverse("unsettle_gap", args=[body, day]), {"seen": seen}),
            ]
        )
        winner = the_winner(replies)
        assert arena.judge("verdicts", body, day) == ([] if winner else [["gone", word]])
        assert word in replies[1 - winner].text


# Where no version of a meeting is sent.
OTHERS = {
    "organization_answer": race_to_answer_or_report,
    "upload": race_to_hand_in,
    "batch": race_into_a_batch,
    "retry_upload": race_to_try_again,
    "trash_meeting": race_for_a_trashed_meeting,
    "trash_file": race_for_a_trashed_file,
    "save_search": race_to_save_a_search,
    "edit_topic": race_to_change_a_topic,
    "take_up": race_to_say_what_takes_it_up,
    "report_assignment": race_to_report,
    "settle_gap": race_to_settle,
    "unsettle_gap": race_to_take_back,
}
NOT_RACED = {
    "login": "changes nothing in the archive",
    "logout": "changes nothing in the archive",
    "choose_language": "changes nothing in the archive",
    "saved_search": "one's own name for it: of two tabs the later says what is wanted",
    "change_feed_address": "one's own: of two tabs the later says what is wanted",
    "remove_saved_search": "one's own: the second finds it gone",
    "stop_mail": "says the same however often",
    "reminders": "one's own: of two tabs the later says what is wanted",
    "stop_reminders": "says the same however often",
}


@pytest.fixture
def at_peace(arena):
    """Whatever was raced for, no server has failed."""
    yield
    assert arena.complaints() == []


def race(arena: Arena, name: str, pairs: int) -> None:
    if name in OTHERS:
        OTHERS[name](arena, pairs)
    else:
        race_for_a_meeting(arena, name, pairs)


@pytest.mark.usefixtures("at_peace")
@pytest.mark.parametrize("name", [*RACES, *OTHERS])
def test_of_two_at_once_one_wins_and_nothing_is_lost(arena, name):
    race(arena, name, FEW)


@pytest.mark.usefixtures("at_peace")
def test_what_is_written_while_another_throws_the_meeting_away_is_not_lost(arena):
    race_against_throwing_away(arena, FEW)


@pytest.mark.slow
@pytest.mark.usefixtures("at_peace")
def test_what_is_written_while_others_throw_fifty_meetings_away_is_not_lost(arena):
    race_against_throwing_away(arena, MANY)


@pytest.mark.slow
@pytest.mark.usefixtures("at_peace")
@pytest.mark.parametrize("name", [*RACES, *OTHERS])
def test_of_fifty_pairs_each_has_one_winner_and_nothing_is_lost(arena, name):
    race(arena, name, MANY)


def takes_forms(client: Client, name: str, converters: dict[str, object]) -> bool:
    """Whether anything but 405 is said to a form, also if what it is about does not exist."""
    values = {"IntConverter": 0, "Checksum": "0" * 64}
    filled = {part: values.get(type(one).__name__, "x") for part, one in converters.items()}
    return client.post(reverse(name, kwargs=filled)).status_code != 405


def views_of(patterns: list, outer: dict[str, object]) -> list[tuple[str, dict[str, object]]]:
    """Name and converters of all but the admin's, which edits lists of names and no minutes."""
    found = []
    for one in patterns:
        converters = {**outer, **one.pattern.converters}
        if isinstance(one, URLPattern):
            found.append((one.name, converters))
        elif one.namespace != "admin":
            found += views_of(one.url_patterns, converters)
    return found


def test_every_address_that_takes_a_form_is_raced_or_listed(secretary, as_secretary):
    secretary.may_purge = True
    secretary.save()
    found = set()
    for name, converters in views_of(get_resolver().url_patterns, {}):
        as_secretary.force_login(secretary)
        if takes_forms(as_secretary, name, converters):
            found.add(name)
    assert found == {*RACES, *OTHERS, *NOT_RACED}
