"""What was decided, who is to do it, and what it is about."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from decisions.answers.models import Answer  # noqa: F401
from decisions.assignments.models import (  # noqa: F401 - Django looks for them here
    Assignment,
    AssignmentKind,
    Reminded,
    Report,
    Standing,
    Status,
    Subscription,
)
from decisions.outstanding.models import TakenUp  # noqa: F401
from decisions.querysets import DecisionQuerySet, TopicQuerySet
from decisions.renewing.models import Renewal  # noqa: F401 - likewise
from decisions.saved.models import SavedSearch, ToldHit  # noqa: F401 - Django looks for them here
from minutes.enclosing import opened
from minutes.history import History
from minutes.models import AgendaItem
from minutes.parts import PartOfSource
from people.derived import DerivesColumns
from people.models import Organization
from people.names import sort_key


class DecisionKind(models.TextChoices):
    DECIDED = "decided", _("Beslut")
    RECOMMENDED = "recommended", _("Rekommendation")
    ASSIGNED = "assigned", _("Uppdrag")
    TABLED = "tabled", _("Bordläggning")
    NOTED = "noted", _("Till handlingarna")


class Concerns(models.TextChoices):
    """Whom a decision binds: those it names, each member, or the group as one."""

    NAMED = "named", _("Namngivna kommuner")
    ALL_MEMBERS = "all_members", _("Alla medverkande kommuner")
    JOINT = "joint", _("Gemensamt")


class Origin(models.TextChoices):
    SUGGESTED = "suggested", _("Föreslaget av programmet")
    PERSON = "person", _("Satt av en person")


class Topic(DerivesColumns):
    """A subject with the words that tell it; the list is edited in the admin."""

    name = models.CharField(_("namn"), max_length=200, unique=True)
    slug = models.SlugField(_("adress"), max_length=200, unique=True)
    name_sort = models.CharField(max_length=200, editable=False)
    terms = models.JSONField(
        _("sökord"),
        default=list,
        blank=True,
        help_text=_(
            "Ett på varje rad: ord eller uttryck i valfri böjning;"
            " * sist i ett ord tar med sammansättningar."
        ),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("överordnat ämne"),
    )
    short_title = models.CharField(
        _("kort namn"), max_length=80, blank=True, help_text=_("Som folk säger, i listor.")
    )
    aliases = models.JSONField(_("andra namn"), default=list, blank=True)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
    )
    description = models.TextField(_("beskrivning"), blank=True)
    items = models.ManyToManyField(AgendaItem, through="ItemTopic", related_name="topics")

    objects = TopicQuerySet.as_manager()
    derived_columns = ("name_sort",)

    class Meta:
        verbose_name = _("ämne")
        verbose_name_plural = _("ämnen")
        constraints = [
            models.CheckConstraint(
                name="topic_not_its_own_parent", condition=Q(parent=None) | ~Q(parent=F("id"))
            ),
            models.CheckConstraint(
                name="topic_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A topic stands below others, and in the end below none."""
        wider, passed = self.parent, set()
        while wider is not None and wider.pk not in passed:
            if wider.pk == self.pk:
                raise ValidationError({"parent": _("Ämnet kan inte stå under sig självt.")})
            passed.add(wider.pk)
            wider = wider.parent

    def derive(self) -> None:
        self.name_sort = sort_key(self.name)

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])

    @property
    def short_name(self) -> str:
        """As lists have it."""
        return self.short_title or self.name

    @property
    def below(self) -> list[Topic]:
        """The topics under one that came ``with_those_below``, by name; asks nothing."""
        return sorted(opened(Topic, self.rows_below), key=lambda one: (one.name_sort, one.pk))

    @property
    def name_in_sentence(self) -> str:
        """With a small letter, unless one of its own terms shows that it is a proper name."""
        name = self.short_name
        is_proper = any(name.startswith(term.rstrip("*")) for term in self.terms)
        return name if is_proper else name[:1].lower() + name[1:]


class TopicMerge(models.Model):
    """What was moved when ``topic`` was merged into another, so that it can be moved back.

    ``items`` and ``decisions`` are keys of links that went over; ``left_items`` and
    ``left_decisions`` pairs (key of the item or decision, origin) of links that were left out,
    since the other topic had one, and ``raised_items`` and ``raised_decisions`` the keys of those
    that became a person's by it; ``terms`` and ``aliases`` what the other did not have,
    ``children`` keys of the topics below.
    """

    topic = models.OneToOneField(Topic, on_delete=models.CASCADE, related_name="merge")
    items = models.JSONField(default=list)
    decisions = models.JSONField(default=list)
    left_items = models.JSONField(default=list)
    left_decisions = models.JSONField(default=list)
    raised_items = models.JSONField(default=list)
    raised_decisions = models.JSONField(default=list)
    terms = models.JSONField(default=list)
    aliases = models.JSONField(default=list)
    children = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.topic} -> {self.topic.merged_into}"


class Decision(PartOfSource):
    """One decision of an agenda item, as printed.

    ``organizations`` are those that the text names; ``concerns`` tells what it means when there
    are none. ``public_id`` comes from decisions/addresses.py and never changes.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="decisions")
    position = models.PositiveSmallIntegerField()
    public_id = models.CharField(max_length=20, unique=True)
    text = models.TextField()
    kind = models.CharField(max_length=20, choices=DecisionKind, default=DecisionKind.DECIDED)
    concerns = models.CharField(max_length=20, choices=Concerns, default=Concerns.JOINT)
    organizations = models.ManyToManyField(Organization, related_name="decisions", blank=True)
    topics = models.ManyToManyField(Topic, through="DecisionTopic", related_name="decisions")
    responsible_text = models.JSONField(default=list, blank=True)  # the printed words
    due_date = models.DateField(null=True, blank=True)
    due_text = models.TextField(blank=True)  # the printed words behind the date

    objects = DecisionQuerySet.as_manager()
    history = History(m2m_fields=[organizations])

    class Meta(PartOfSource.Meta):
        constraints = [
            *PartOfSource.Meta.constraints,
            models.UniqueConstraint(fields=["item", "position"], name="decision_position_unique"),
            models.CheckConstraint(
                name="decision_kind_known", condition=Q(kind__in=DecisionKind.values)
            ),
            models.CheckConstraint(
                name="decision_concerns_known", condition=Q(concerns__in=Concerns.values)
            ),
        ]

    def __str__(self) -> str:
        return self.citation

    def get_absolute_url(self) -> str:
        return reverse("decision", args=[self.public_id])

    @property
    def citation(self) -> str:
        """``Södertörnskommunernas ledningsgrupp 2022-10-06, punkt 1, beslut 2``."""
        meeting = self.item.meeting
        body = meeting.body.name_in_citations if meeting.body else gettext("Oklart organ")
        day = meeting.start_date or gettext("utan datum")
        item = self.item.number or self.item.position
        return gettext("%(body)s %(day)s, punkt %(item)s, beslut %(number)s") % {
            "body": body,
            "day": day,
            "item": item,
            "number": self.position,
        }


class ItemTopic(models.Model):
    """That an item is about a topic, and whether a program or a person says so."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="item_links")
    origin = models.CharField(max_length=10, choices=Origin)

    history = History()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "topic"], name="itemtopic_unique"),
            models.CheckConstraint(
                name="itemtopic_origin_known", condition=Q(origin__in=Origin.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.topic}"


class DecisionTopic(models.Model):
    """That a decision is about a topic, and whether a program or a person says so."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="topic_links")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="decision_links")
    origin = models.CharField(max_length=10, choices=Origin)

    history = History()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "topic"], name="decisiontopic_unique"),
            models.CheckConstraint(
                name="decisiontopic_origin_known", condition=Q(origin__in=Origin.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision}: {self.topic}"
