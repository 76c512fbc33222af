"""What was held: meetings, who was there, and what was on the agenda.

Stored are facts that a source states or that a person has entered; what follows from them is
computed when read. Printed words have no length limit: the source decides.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from minutes.anchors import anchor
from minutes.gaps.models import MentionedMeeting, SettledGap  # noqa: F401 - likewise
from minutes.history import History
from minutes.parts import PartOfSource
from minutes.querysets import (
    UNDATED,
    UNKNOWN_BODY,
    AgendaItemQuerySet,
    AppendOnlyQuerySet,
    ApprovalQuerySet,
    AttendanceQuerySet,
    MeetingQuerySet,
)
from minutes.search.models import SearchEntry, SearchWord  # noqa: F401 - Django looks for them here
from minutes.states import HIDDEN, State
from minutes.words import fold
from people.derived import DerivesColumns
from people.models import Body, Organization, Person


class MeetingKind(models.TextChoices):
    ORDINARY = "ordinary", _("Ordinarie möte")
    EXTRA = "extra", _("Extra möte")
    PLANNING_CONFERENCE = "planning_conference", _("Planeringskonferens")


class AttendanceStatus(models.TextChoices):
    PRESENT = "present", _("Närvarande")
    ABSENT = "absent", _("Frånvarande")


class ApprovalRole(models.TextChoices):
    RECORDER = "recorder", _("Vid anteckningarna")
    APPROVER = "approver", _("Justerare")


class Outcome(models.TextChoices):
    DISCUSSED = "discussed", _("Behandlad")
    TABLED = "tabled", _("Bordlagd")
    WITHDRAWN = "withdrawn", _("Utgick")


class Meeting(DerivesColumns):
    """One meeting, perhaps of several days. Dates and times are local, as printed."""

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    kind = models.CharField(max_length=20, choices=MeetingKind, default=MeetingKind.ORDINARY)
    title = models.TextField(blank=True)
    start_date = models.DateField(null=True, blank=True)
    start_time = models.TimeField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    end_time = models.TimeField(null=True, blank=True)
    sequence = models.PositiveSmallIntegerField(default=1)  # 2: a second meeting the same day
    location = models.TextField(blank=True)
    next_meeting_date = models.DateField(null=True, blank=True)
    next_meeting_time = models.TimeField(null=True, blank=True)
    # Set by minutes/publishing.py and nowhere else.
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)  # a save that read another one is refused
    source_lines = models.JSONField(default=dict, blank=True)  # {field: [first, last]}
    origins = models.JSONField(default=dict, blank=True)  # {field: "parsed v1" | "edited"}
    search_text = models.TextField(editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = MeetingQuerySet.as_manager()
    history = History(excluded_fields=["search_text", "updated_at"])
    derived_columns = ("search_text",)

    class Meta:
        # With the key, so that who lists what is hidden reads no rows.
        indexes = [models.Index(fields=["state", "start_date", "id"], name="meeting_state_date")]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "start_date", "sequence"], name="meeting_address_unique"
            ),
            models.UniqueConstraint(
                fields=["start_date", "sequence"],
                condition=Q(body=None),
                name="meeting_address_unique_without_body",
            ),
            models.CheckConstraint(
                name="meeting_kind_known", condition=Q(kind__in=MeetingKind.values)
            ),
            models.CheckConstraint(
                name="meeting_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(name="meeting_sequence_from_1", condition=Q(sequence__gte=1)),
            models.CheckConstraint(
                name="meeting_ends_after_start",
                condition=Q(end_date=None) | Q(end_date__gte=F("start_date")),
            ),
            models.CheckConstraint(
                name="meeting_shown_has_body_and_date",
                condition=Q(state__in=HIDDEN) | Q(body__isnull=False, start_date__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body or UNKNOWN_BODY} {self.date_slug}"

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.body_slug, self.date_slug])

    def derive(self) -> None:
        body = f"{self.body.name} {self.body.full_name}" if self.body else ""
        self.search_text = fold(f"{self.title} {body} {self.location} {self.start_date or ''}")

    @property
    def body_slug(self) -> str:
        return self.body.slug if self.body else UNKNOWN_BODY

    @property
    def date_slug(self) -> str:
        """``2022-10-06``, or ``2022-10-06-2`` for the second meeting of the body that day."""
        if not self.start_date:
            return f"{UNDATED}-{self.pk}"
        return f"{self.start_date}-{self.sequence}" if self.sequence > 1 else f"{self.start_date}"


class Attendance(PartOfSource):
    """A name printed as present or absent, and for which organization at that meeting.

    ``person`` is null where it is not certain who is meant (a first name alone). ``items`` says
    at which items the person was: ["2"] only that, ["4-"] from it, ["-4"] up to it; null: all.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    printed_name = models.TextField()
    printed_organization = models.TextField(blank=True)
    status = models.CharField(max_length=10, choices=AttendanceStatus)
    is_chair = models.BooleanField(default=False)
    is_secretary = models.BooleanField(default=False)
    is_remote = models.BooleanField(default=False)
    items = models.JSONField(null=True, blank=True)
    note = models.TextField(blank=True)

    objects = AttendanceQuerySet.as_manager()
    history = History()

    class Meta(PartOfSource.Meta):
        constraints = [
            *PartOfSource.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "position"], name="attendance_position_unique"
            ),
            models.CheckConstraint(
                name="attendance_status_known", condition=Q(status__in=AttendanceStatus.values)
            ),
        ]

    def __str__(self) -> str:
        return self.printed_name


class Approval(PartOfSource):
    """A name among the signatures. ``is_done``: Justerades True, Justeras False, not said None.

    ``approved_date`` is when that person approved the minutes, as a secretary has been told.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="approvals")
    position = models.PositiveSmallIntegerField()
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="approvals"
    )
    printed_name = models.TextField()
    role = models.CharField(max_length=10, choices=ApprovalRole)
    day = models.PositiveSmallIntegerField(null=True, blank=True)
    is_done = models.BooleanField(null=True, blank=True)
    approved_date = models.DateField(null=True, blank=True)  # entered by a secretary

    objects = ApprovalQuerySet.as_manager()
    history = History()

    class Meta(PartOfSource.Meta):
        constraints = [
            *PartOfSource.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "position"], name="approval_position_unique"
            ),
            models.CheckConstraint(
                name="approval_role_known", condition=Q(role__in=ApprovalRole.values)
            ),
        ]

    def __str__(self) -> str:
        return self.printed_name


class AgendaItem(DerivesColumns, PartOfSource):
    """One matter on the agenda. Order is the position; the printed number is not a key.

    ``anchor`` is given when the item is first stored and then kept, since it is an address.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    number = models.TextField(blank=True)
    anchor = models.SlugField(max_length=60, db_index=False)
    day = models.PositiveSmallIntegerField(null=True, blank=True)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)  # paragraphs parted by a blank line
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.DISCUSSED)
    # The earlier item with the same number, when one is opened again.
    continues = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="continuations"
    )

    objects = AgendaItemQuerySet.as_manager()
    history = History()
    derived_columns = ("anchor",)

    class Meta(PartOfSource.Meta):
        constraints = [
            *PartOfSource.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "position"], name="agendaitem_position_unique"
            ),
            models.UniqueConstraint(fields=["meeting", "anchor"], name="agendaitem_anchor_unique"),
            models.CheckConstraint(
                name="agendaitem_outcome_known", condition=Q(outcome__in=Outcome.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}" if self.number else self.title

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#{self.anchor}"

    def derive(self) -> None:
        if not self.anchor:
            taken = set(self.meeting.items.values_list("anchor", flat=True))
            self.anchor = anchor(self.number, self.day, self.position, taken)


class Transition(models.Model):
    """An entry in the log of who showed a meeting to whom, and which source they had before them.

    Sharing minutes has legal effect in Sweden (they become an allmän handling), so the log is
    append-only and keeps the meeting and the user from being deleted.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="transitions")
    from_state = models.CharField(max_length=20, choices=State)
    to_state = models.CharField(max_length=20, choices=State)
    # Null: the import command, which nobody is signed in to.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="transitions",
    )
    at = models.DateTimeField(auto_now_add=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    open_questions = models.PositiveSmallIntegerField(default=0)  # left open, and confirmed
    note = models.TextField(blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="transition_states_known",
                condition=Q(from_state__in=State.values, to_state__in=State.values),
            ),
            models.CheckConstraint(
                name="transition_changes_state", condition=~Q(from_state=F("to_state"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.from_state} -> {self.to_state}"

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise TypeError("Transition is append-only")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> None:
        raise TypeError("Transition is append-only")
