"""Lays the example out: takes the minutes in, and tells what has become of what they ask.

Through the same doors as people do, as the first secretary; once. What somebody throws away, or
takes back, stays so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction

from config.example.minutes import NAMED, Days, minutes
from decisions.answers.answering import Done, Said, answer_and_report
from decisions.assignments.reporting import report
from decisions.models import Assignment, AssignmentKind, Decision, Status, Topic
from decisions.outstanding.taking_up import say
from decisions.topic_changing import change, seen
from decisions.topic_merging import merge
from intake.models import Receipt
from intake.receiving import receive
from intake.releasing import publish_if_clear
from minutes.gaps.finding import gaps_visible_to
from minutes.gaps.models import Verdict
from minutes.gaps.settling import settle
from minutes.models import Meeting
from people.models import Body, Organization

BODY = "ledningsgruppen"
STANDING_ITEMS = [
    "Mötets öppnande",
    "Val av justerare",
    "Föregående anteckningar",
    "Utestående ärenden",
    "Lägesrapporter från nätverken",
    "Kommande möten",
    "Nästa möte",
]
TOPIC, INTO = "effektbrist", "elektrifiering"  # before the minutes are read: they are about it
BELOW, ITS_SHORT_NAME, ABOVE = "tvarforbindelse-sodertorn", "Tvärförbindelsen", "infrastruktur"
PUT_OFF = "Laddplatser vid pendeltågen"
QUESTION = "Respektive kommun meddelar senast"
TOLD = {
    "Yrsa Lindvåg tar fram": (Status.DONE, "Kartan är klar och utskickad."),
    "Sixten Rågvik beskriver": (Status.SUPERSEDED, "Ingår i nätverkets förslag till turordning."),
    "Ärendet bordläggs": (Status.DONE, "Togs upp igen."),
    "Infrastrukturnätverket lämnar": (Status.OPEN, "Två av sträckorna är kvar att mäta."),
}
LONG_AGO = date(2022, 1, 1)
GONE_THROUGH = {  # of what is due on a day, and of what is not
    True: (Status.DONE, "Gicks igenom i efterhand: inget återstår."),
    False: (Status.DROPPED, "Gicks igenom i efterhand: ingen följer upp det längre."),
}
SAMPLES = settings.BASE_DIR / "intake" / "samples"
NOT_KEPT = "Anteckningarna fördes för hand och har inte hittats."
NOT_HELD = "Ersattes av ett gemensamt studiebesök, där inga anteckningar fördes."
SETTLED = {  # of what the samples speak of
    (BODY, date(2021, 11, 26)): (Verdict.GONE, NOT_KEPT),
    ("samarbetskommitten", date(2019, 12, 5)): (Verdict.NEVER_HELD, NOT_HELD),
}


@dataclass(frozen=True)
class Reply:
    """What a municipality answers so many days after the meeting."""

    text: str
    after: int
    adopted_after: int | None = None
    is_done: bool = False

    def said(self, held: date) -> Said:
        adopted = self.adopted_after
        return Said(
            self.text,
            held + timedelta(days=self.after),
            held + timedelta(days=adopted) if adopted else None,
        )


REPLIES = {
    "botkyrka": Reply("Fjorton platser, fördelade på två stationer.", after=3, is_done=True),
    "huddinge": Reply("Tjugo platser.", after=6, adopted_after=5, is_done=True),
    "tyreso": Reply("Antalet beror på markägaren. Kommunen återkommer.", after=4),
}


@transaction.atomic
def lay_out(today: date, by: Any) -> bool:
    """False where it has been laid out before, or where the archive has meetings on its days."""
    days = Days(today)
    if _is_laid_out() or _are_taken(days):
        return False
    topic = Topic.objects.create(slug=TOPIC, name=TOPIC.capitalize(), terms=[f"{TOPIC}*"])
    earlier, latest = _taken_in(days, by)
    _tell_how_it_goes(earlier, latest, by)
    _go_through_the_old(latest.start_date, by)
    _reply(latest, by)
    _take_up(earlier, latest, by)
    _settle_gaps(by)
    _tidy_topics(topic, by)
    Body.objects.filter(slug=BODY, standing_items=[]).update(standing_items=STANDING_ITEMS)
    return True


def _is_laid_out() -> bool:
    """Also if the files have been thrown away since, or purged: then only the topic is left."""
    handed_in = Receipt.objects.filter(file_name__endswith=NAMED)
    return handed_in.exists() or Topic.objects.filter(slug=TOPIC).exists()


def _are_taken(days: Days) -> bool:
    """Whether the body has met on those days in the archive."""
    there = Meeting.objects.filter(body__slug=BODY, start_date__in=[days.earlier, days.held])
    return there.exists()


def _taken_in(days: Days, by: Any) -> list[Meeting]:
    receipts = [receive(text.encode(), name, by) for name, text in minutes(days).items()]
    for one in receipts:
        publish_if_clear(one.source_file)
    return [Meeting.objects.get(pk=one.source_file.meeting_id) for one in receipts]


def _tell_how_it_goes(earlier: Meeting, latest: Meeting, by: Any) -> None:
    given = Assignment.objects.standing().filter(item__meeting=earlier)
    for words, (status, note) in TOLD.items():
        for one in given.filter(decision__text__startswith=words):
            told = {"status": status, "note": note, "said_date": latest.start_date}
            report(one, **told, meeting=latest, by=by, seen=0)


def _go_through_the_old(day: date, by: Any) -> None:
    """Of the samples only, whatever else has been read: else all of /uppdrag/ is overdue."""
    files = [sha256(path.read_bytes()).hexdigest() for path in SAMPLES.iterdir()]
    known = Assignment.objects.standing().open().filter(item__meeting__start_date__lt=LONG_AGO)
    of_samples = known.filter(item__meeting__source_files__sha256__in=files, reports=None)
    for one in of_samples.in_order():
        status, note = GONE_THROUGH[one.due_date is not None]
        report(one, status=status, note=note, said_date=day, by=by, seen=0)


def _reply(latest: Meeting, by: Any) -> None:
    asking = Decision.objects.get(item__meeting=latest, text__startswith=QUESTION)
    theirs = {
        one.responsible_organization_id: one
        for one in asking.assignments.filter(kind=AssignmentKind.REPLY)
    }
    for one in Organization.objects.filter(slug__in=REPLIES).in_order():
        reply = REPLIES[one.slug]
        done = Done(theirs[one.pk], seen=0) if reply.is_done and one.pk in theirs else None
        answer_and_report(asking, one, reply.said(latest.start_date), done, version=0, by=by)


def _take_up(earlier: Meeting, latest: Meeting, by: Any) -> None:
    put_off, later = (one.items.get(title=PUT_OFF) for one in (earlier, latest))
    say(put_off, later, "confirm", "", by)


def _settle_gaps(by: Any) -> None:
    for gap in gaps_visible_to(by):
        if gap.settled is None and (gap.body.slug, gap.day) in SETTLED:
            verdict, note = SETTLED[gap.body.slug, gap.day]
            settle(gap.body, gap.day, verdict=verdict, note=note, by=by)


def _tidy_topics(topic: Topic, by: Any) -> None:
    """Merged, placed and named as a secretary would, where nobody has done anything yet."""
    topics = Topic.objects.in_bulk(field_name="slug")
    into, below, above = (topics.get(slug) for slug in (INTO, BELOW, ABOVE))
    if into:
        merge(topic.pk, into.pk, seen(topic, into), by)
    if below and above and not below.short_title and not below.parent_id:
        values = {"short_title": ITS_SHORT_NAME, "parent_id": above.pk}
        change(below.pk, seen(below), values, by)
