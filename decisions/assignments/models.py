"""Assignments, what has been said of them since, and who is reminded of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from decisions.addresses import any_id
from decisions.assignments.querysets import AssignmentQuerySet, ReportQuerySet
from minutes.history import History
from minutes.models import AgendaItem, Meeting
from minutes.parts import PartOfSource
from people.models import Body, Organization, Person


class Status(models.TextChoices):
    OPEN = "open", _("Pågår")
    DONE = "done", _("Klart")
    DROPPED = "dropped", _("Avfört")
    SUPERSEDED = "superseded", _("Ersatt")


class Standing(models.TextChoices):
    """Whether a person has agreed that this is one."""

    PROPOSED = "proposed", _("Föreslaget av programmet")
    CONFIRMED = "confirmed", _("Bekräftat")
    REJECTED = "rejected", _("Avvisat")


class AssignmentKind(models.TextChoices):
    TASK = "task", _("Uppdrag")
    REPLY = "reply", _("Svar som väntas")
    PROMISE = "promise", _("Återkommer")
    POSTPONED = "postponed", _("Tas upp senare")


class Precision(models.TextChoices):
    """What the printed words tell of when; the due date is the last day that is in time."""

    DAY = "day", _("dag")
    MONTH = "month", _("månad")
    SEASON = "season", _("årstid")
    MEETING = "meeting", _("möte")


class Assignment(PartOfSource):
    """What somebody is to do, as a decision or the text of an item says.

    A decision that asks every member for an answer is one assignment for each organization. At
    most one of the three links is set; none where only the printed words tell who, or nothing
    does. ``text`` is the printed sentence where no decision holds it. ``status`` is that of the
    latest report; decisions/assignments/reporting.py sets both.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="assignments")
    decision = models.ForeignKey(
        "decisions.Decision",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="assignments",
    )
    public_id = models.CharField(max_length=20, unique=True, default=any_id)
    text = models.TextField(blank=True)
    kind = models.CharField(max_length=10, choices=AssignmentKind, default=AssignmentKind.TASK)
    responsible_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    responsible_organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    responsible_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    printed_responsible = models.TextField(blank=True)
    due_date = models.DateField(null=True, blank=True)
    due_precision = models.CharField(max_length=10, choices=Precision, blank=True)
    due_text = models.TextField(blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.OPEN)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.PROPOSED)

    objects = AssignmentQuerySet.as_manager()
    # How it goes has a history of its own: the reports.
    history = History(excluded_fields=["status"])

    class Meta(PartOfSource.Meta):
        constraints = [
            *PartOfSource.Meta.constraints,
            models.CheckConstraint(
                name="assignment_at_most_one_responsible",
                condition=Q(responsible_person=None, responsible_organization=None)
                | Q(responsible_person=None, responsible_body=None)
                | Q(responsible_organization=None, responsible_body=None),
            ),
            models.CheckConstraint(
                name="assignment_has_one_sentence",
                condition=Q(decision__isnull=False, text="")
                | (Q(decision__isnull=True) & ~Q(text="")),
            ),
            models.CheckConstraint(
                name="assignment_status_known", condition=Q(status__in=Status.values)
            ),
            models.CheckConstraint(
                name="assignment_standing_known", condition=Q(standing__in=Standing.values)
            ),
            models.CheckConstraint(
                name="assignment_kind_known", condition=Q(kind__in=AssignmentKind.values)
            ),
            models.CheckConstraint(
                name="assignment_precision_known",
                condition=Q(due_precision__in=["", *Precision.values]),
            ),
        ]
        indexes = [models.Index(fields=["status", "due_date"], name="assignment_status_due")]

    def __str__(self) -> str:
        return f"{self.responsible or '–'}: {self.sentence}"

    def get_absolute_url(self) -> str:
        return reverse("assignment", args=[self.public_id])

    @property
    def place(self) -> models.Model:
        """The decision or the item that says it."""
        return self.decision or self.item

    @property
    def sentence(self) -> str:
        """As printed, in the decision or in the item's text."""
        return self.decision.text if self.decision else self.text

    @property
    def responsible(self) -> Person | Organization | Body | str:
        """Whoever is linked, else the printed words, which may be empty."""
        return (
            self.responsible_person
            or self.responsible_organization
            or self.responsible_body
            or self.printed_responsible
        )

    @property
    def is_linked(self) -> bool:
        """Whether a person, an organization or a body is known to be responsible."""
        return not isinstance(self.responsible, str)


class Report(models.Model):
    """How an assignment stood on some day, as a meeting said or as somebody knew. Append-only.

    ``by`` is null where a program read it in the minutes of ``meeting``.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="reports")
    status = models.CharField(max_length=20, choices=Status)
    note = models.TextField(blank=True)
    said_date = models.DateField()
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="reports"
    )
    first_line = models.PositiveIntegerField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="report_status_known", condition=Q(status__in=Status.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.said_date}: {self.get_status_display()}"


class Subscription(models.Model):
    """That a user wants mail of what is due soon or overdue, for one municipality or all."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders"
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    days_before = models.PositiveSmallIntegerField(_("dagar före"), default=14)

    def __str__(self) -> str:
        return f"{self.user}: {self.organization or '–'}"


class Reminded(models.Model):
    """That a subscriber has been reminded of an assignment with that due date."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="sent")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="+")
    due_date = models.DateField()
    overdue = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subscription", "assignment", "due_date", "overdue"],
                name="reminded_unique",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscription}: {self.assignment_id}"
