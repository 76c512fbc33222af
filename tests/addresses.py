"""Every address of the archive, filled in for a meeting: what the tests of access walk through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from decisions.assignments.stopping import stop_url as stop_reminders_url
from decisions.models import Assignment, Decision, Subscription
from decisions.saved.models import SavedSearch
from decisions.saved.stopping import stop_url
from intake import originals
from intake.models import Batch, SourceFile
from minutes.models import Meeting
from minutes.states import State
from people.models import Kind, Organization, Person
from tests import factories
from tests.decisions.saved.making import a_search
from tests.minutes.gaps.making import a_mention, a_settled_gap

# Views that show nothing of a meeting; test_access.py says who may come to them.
PLAIN = ["about", "healthz", "login", "logout", "choose_language", "saved_searches"]
PLAIN += ["reminders"]  # of whoever asks
PLAIN += ["glossary", "keyboard", "accessibility"]
PLAIN += ["open_data", "opensearch", "robots"]
PLAIN += ["sitemap"]  # which shows everybody what a stranger sees
NEXT_MEETING = timedelta(weeks=9)  # after a meeting: the day that its minutes speak of
DECISION_QUESTIONS = [
    "",
    "?q={word}",
    "?organ={body}",
    "?ar={year}",
    "?kommun={organization}",
    "?kommun=haninge&amne=infrastruktur&status=pagar&sort=aldst",
]
YEAR_QUESTIONS = ["?fran={year}-01-01&till={year}-12-31"]
ASSIGNMENT_QUESTIONS = [
    "",
    "?q={word}",
    "?organ={body}",
    "?kommun={organization}",
    "?amne=infrastruktur&status=pagar&slag=uppdrag",
]
MEETING_QUESTIONS = ["", "?q={word}", "?organ={body}", "?ar={year}"]
LISTS = {
    "start": [""],
    "meetings": ["", "?q={word}", "?organ={body}", "?ar={year}", "?lage={state}", "?sida=2"],
    "coverage": [""],
    "people": ["", "?namn=vera", "?sida=2"],
    "decisions": [
        "",
        "?q={word}",
        "?organ={body}",
        "?ar={year}",
        "?amne=infrastruktur",
        "?kommun={organization}",
        "?kommun=haninge",
        "?kommun=haninge&galler=namngiven&galler=alla&galler=gemensamt",
        "?galler=gemensamt",
        "?kommun=haninge&kommun=salem&status=pagar&status=utan&sort=aldst",
        "?kommun=haninge&q=finns+inte",
        "?efter=x",
    ],
    "search": [
        "",
        "?q={word}",
        "?q=vera",
        "?typ=punkt",
        "?typ=beslut&kommun=haninge&organ={body}&ar={year}",
        "?kommun={organization}",
        "?q=finnsinte&amne=infrastruktur&status=pagar",
        "?sort=aldst&q={word}",
        "?efter=x",
    ],
    "suggestions": ["?q=vera", "?q={word}", "?q=kommun", "?q=veera"],
    "assignments": [*ASSIGNMENT_QUESTIONS, "?person={person}&sida=2", "?status=klart"],
    "municipalities": [""],
    **dict.fromkeys(["follow_up", "follow_up_docx", "follow_up_xlsx"], YEAR_QUESTIONS),
    "topics": [""],
    "outstanding": ["", "?organ={body}", "?amne=infrastruktur&manader=1", "?manader=x"],
    # Doors for programs, which refuse a question that means nothing.
    "search_json": [*DECISION_QUESTIONS, "?typ=punkt&efter=x"],
    "decisions_atom": DECISION_QUESTIONS,
    # The same rows in three ways.
    "decisions_csv": DECISION_QUESTIONS,
    "decisions_xlsx": DECISION_QUESTIONS[:2],
    "decisions_json": DECISION_QUESTIONS[:2],
    **dict.fromkeys(["assignments_csv", "assignments_ics"], ASSIGNMENT_QUESTIONS),
    **dict.fromkeys(["meetings_json", "meetings_atom", "meetings_ics"], MEETING_QUESTIONS),
}


@dataclass(frozen=True)
class Entry:
    """A meeting with everything that can stand in one, and where its parts are shown."""

    meeting: Meeting
    person: Person
    organization: Organization
    decision: Decision
    assignment: Assignment
    source: SourceFile
    batch: Batch
    search: SavedSearch
    subscription: Subscription
    word: str

    @property
    def pages(self) -> dict[str, str]:
        """The pages that exist because of the meeting, by the name of their view."""
        return {
            "meeting": self.meeting.get_absolute_url(),
            "meeting_ics": self.meeting.get_absolute_url().rstrip("/") + ".ics",
            "body": reverse("body", args=[self.meeting.body.slug]),
            "meeting_docx": self.meeting.get_absolute_url().rstrip("/") + ".docx",
            "decision_list_docx": self.meeting.get_absolute_url() + "beslutslista.docx",
            "person": self.person.get_absolute_url(),
            "municipality": reverse("municipality", args=[self.organization.slug]),
            "introduction": reverse("introduction", args=[self.organization.slug]),
            "decision": self.decision.get_absolute_url(),
            "assignment": self.assignment.get_absolute_url(),
            "original": reverse("original", args=[self.source.sha256]),
            "page_image": reverse("page_image", args=[self.source.sha256, 1]),
            "source_lines": reverse("source_lines", args=[self.source.sha256, 1, 2]),
        }

    @property
    def desk(self) -> dict[str, str]:
        """Where secretaries work on it: pages by the name of their view."""
        return {
            "upload": reverse("upload"),
            "batch": reverse("batch", args=[self.batch.pk]),
            "trash": reverse("trash"),
            "review_queue": reverse("review_queue"),
            "review": reverse("review", args=[self.meeting.pk]),
            "history": reverse("history", args=[self.meeting.pk]),
            "agenda": reverse("agenda", args=[self.meeting.body.slug]),
            "agenda_docx": reverse("agenda_docx", args=[self.meeting.body.slug]),
            "edit_topic": reverse("edit_topic", args=["infrastruktur"]),
            "renewal": reverse("renewal", args=["infrastruktur"]),
        }

    @property
    def acts(self) -> dict[str, str]:
        """What only a form is sent to, by the name of the view."""
        return {
            "retry_upload": reverse("retry_upload", args=[self.batch.pk, 1]),
            "trash_meeting": reverse("trash_meeting", args=[self.meeting.pk]),
            "trash_file": reverse("trash_file", args=[self.source.pk]),
            "save_search": reverse("save_search"),
            "take_up": reverse("take_up", args=[self.decision.item_id, self.decision.item_id]),
            "settle_gap": self.gap,
            "unsettle_gap": f"{self.gap}angra/",
            "report_assignment": self.pages["assignment"] + "lage/",
            "change_feed_address": reverse("change_feed_address", args=[self.search.pk]),
            **self.edits,
        }

    @property
    def gap(self) -> str:
        """Where a secretary tells of the meeting that the minutes speak of."""
        mention = self.meeting.mentioned.get()
        return reverse("settle_gap", args=[mention.body.slug, mention.date])

    @property
    def edits(self) -> dict[str, str]:
        """Where the forms of the review are sent to, by the name of the view."""
        meeting, decision = self.meeting, self.decision
        rows = {
            "edit_meeting": [],
            "add_attendance": [],
            "edit_attendance": [meeting.attendances.first().pk],
            "add_approval": [],
            "edit_approval": [meeting.approvals.first().pk],
            "add_item": [],
            "edit_item": [decision.item_id],
            "add_decision": [decision.item_id],
            "edit_decision": [decision.pk],
            "add_assignment": [decision.pk],
            "edit_assignment": [self.assignment.pk],
            "add_sentence": [decision.item_id],
            "confirm_item": [decision.item_id],
            "confirm_all": [],
            "answer": [0],
            "undo": [],
            "change_state": [],
            "reread": [],
        }
        return {name: reverse(name, args=[meeting.pk, *row]) for name, row in rows.items()}

    @property
    def own_row(self) -> str:
        """Where staff of its municipality answer the decision; secretaries may too."""
        row = [self.decision.public_id, self.organization.slug]
        return reverse("organization_answer", args=row)

    @property
    def owned(self) -> dict[str, str]:
        """Pages of a reader's saved search, which nobody else sees, by the name of their view."""
        names = ["saved_search", "remove_saved_search"]
        return {name: reverse(name, args=[self.search.pk]) for name in names}

    @property
    def keys(self) -> dict[str, str]:
        """Addresses that let in whoever knows them, by the name of their view."""
        return {
            "saved_feed": self.search.feed_url,
            "stop_mail": stop_url(self.search),
            "stop_reminders": stop_reminders_url(self.subscription),
        }

    @property
    def lists(self) -> list[str]:
        """The lists, asked for in every way that could bring the meeting up."""
        values = {
            "word": self.word,
            "body": self.meeting.body.slug,
            "year": self.meeting.start_date.year,
            "state": self.meeting.state,
            "organization": self.organization.slug,
            "person": self.person.slug,
        }
        return [
            reverse(name) + question.format(**values)
            for name, questions in LISTS.items()
            for question in questions
        ]

    @property
    def everything(self) -> list[str]:
        longer = [self.pages["person"] + "?alla=1", self.pages["municipality"] + "?alla=1"]
        more = [self.pages["meeting"] + "?kalla=1", *longer, *map(reverse, PLAIN)]
        others = [
            reverse("topic", args=["infrastruktur"]),
            reverse("municipality", args=["salem"]),
        ]
        named = [*self.pages.values(), *self.desk.values(), *self.keys.values()]
        return [*named, *self.lists, *others, *more]


def an_entry(state: str, mark: str, **fields) -> Entry:
    """A meeting with ``mark`` in every text, also in the names of who stands in it alone."""
    body = factories.a_body(f"Organ {mark}", slug=f"organ-{mark}")
    organization = factories.an_organization(
        f"Kommun {mark}", slug=f"kommun-{mark}", kind=Kind.MUNICIPALITY
    )
    person = factories.a_person(f"Vera {mark}")
    meeting = factories.a_meeting(
        body=body, state=state, title=f"Rubrik {mark}", location=f"Plats {mark}", **fields
    )
    factories.an_attendance(
        meeting,
        person=person,
        organization=organization,
        printed_organization=f"Tryckt {mark}",
        note=f"not {mark}",
        items=[f"{mark}-"],
        first_line=1,
        last_line=1,
    )
    factories.an_approval(meeting, person=person, printed_name=f"Justerare {mark}")
    with factories.together():
        item = factories.an_item(
            meeting, number=mark, title=f"Punkt {mark}", text=f"hemlig Text {mark}"
        )
        decision = factories.a_decision(
            item,
            text=f"hemlig Att {mark}",
            organizations=[organization, factories.an_organization("Haninge")],
            concerns="named",
            responsible_text=[f"Ansvarig {mark}"],
            due_text=f"snarast {mark}",
            first_line=1,
            last_line=2,
        )
        factories.a_decision(item, text=f"Alla {mark}", concerns="all_members")
        due = {"due_date": date(2030, 1, 1), "due_precision": "day", "due_text": f"snart {mark}"}
        assignment = factories.an_assignment(decision, responsible_person=person, **due)
        factories.an_assignment(decision, responsible_organization=organization, **due)
        factories.is_about("Infrastruktur", item, decision)
    text = f"Rad {mark}\nhemlig rad {mark}\n"
    source = factories.a_source(
        meeting,
        text,
        sha256=originals.keep(text.encode()),
        file_name=f"fil-{mark}.txt",
        reason=f"Orsak {mark}",
        state="needs_review" if state == State.DRAFT else "parsed",
        media_type="application/pdf",
        document=factories.a_printed_document(text),
        remarks=[{"code": "x", "message": f"Fråga {mark}", "line": 1, "open": True}],
    )
    factories.a_picture(source)
    spoken_of = {"body": body, "date": meeting.start_date + NEXT_MEETING}
    a_mention(meeting, **spoken_of, text=f"Nästa gång {mark}", first_line=1, last_line=1)
    known = {"verdict": "missing", "note": f"Besked {mark}"}
    a_settled_gap(factories.a_secretary(), **spoken_of, **known)
    batch = factories.a_batch([f"fil-{mark}.txt"])
    search = a_search(
        listing="sok", query="q=hemlig", frequency="daily", feed_token=f"flode-{meeting.pk}"
    )
    subscription = Subscription.objects.get_or_create(user=search.user)[0]
    parts = [decision, assignment, source, batch, search, subscription]
    return Entry(meeting, person, organization, *parts, word="hemlig")
