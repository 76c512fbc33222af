"""What the archive is searched by: derived rows, which `manage.py reindex` can make anew."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from minutes.search.querysets import SearchEntryQuerySet
from minutes.states import State


class EntryKind(models.TextChoices):
    ITEM = "item"
    DECISION = "decision"


class SearchEntry(models.Model):
    """One agenda item or decision, as it is found.

    Its lexemes lie beside it, where the engine keeps them (minutes/search/engines/). ``tags``
    are parted by blanks and in order: ``b1`` body, ``n3`` names organization 3, ``a1`` binds all
    members of body 1, ``j1`` joint business of body 1, ``cnamed`` whom a decision concerns at
    all, ``t7`` topic, ``y2022`` year, ``sopen`` status of an assignment, ``kdecided`` kind of
    decision. An item carries those of its decisions too. Who may see an entry is asked of its
    meeting, never copied.

    Nothing is deleted along with a row that is gone: the database refuses to forget an item or a
    decision whose entry is still there, and so nobody can leave one behind.
    """

    meeting = models.ForeignKey(
        "minutes.Meeting", on_delete=models.DO_NOTHING, related_name="search_entries"
    )
    item = models.ForeignKey(
        "minutes.AgendaItem", on_delete=models.DO_NOTHING, related_name="search_entries"
    )
    decision = models.OneToOneField(
        "decisions.Decision", on_delete=models.DO_NOTHING, null=True, related_name="search_entry"
    )
    kind = models.CharField(max_length=10, choices=EntryKind)
    # When the meeting was held, as text that sorts by day, then by meeting; the undated last.
    held = models.CharField(max_length=40)
    position = models.PositiveIntegerField()  # within the meeting, as printed
    tags = models.TextField()
    digest = models.CharField(max_length=32)  # of the lexemes
    analyser = models.PositiveSmallIntegerField()  # the version that made them

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        # With the meeting, so that what is hidden is stepped over, and entries are counted,
        # without reading them.
        indexes = [
            models.Index(fields=["-held", "position", "meeting"], name="searchentry_newest"),
            models.Index(
                fields=["kind", "-held", "position", "meeting"], name="searchentry_newest_of_kind"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(decision=None), name="searchentry_one_of_item"
            ),
            models.CheckConstraint(
                name="searchentry_kind_known",
                condition=Q(kind="item", decision=None)
                | Q(kind="decision", decision__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.decision_id or self.item_id}"


class SearchWord(models.Model):
    """A word that stands in the title or text of some entry, in small letters, as printed.

    ``audience`` is a state in which a meeting with the word has been: a word that only drafts
    hold never changes what anybody else is answered. A text that is taken away takes its words
    along: see decisions/hearing.py. A row without a word says that some have gone.
    """

    word = models.CharField(max_length=100)
    audience = models.CharField(max_length=20, choices=State)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audience", "word"], name="searchword_unique"),
            models.CheckConstraint(
                name="searchword_audience_known", condition=Q(audience__in=State.values)
            ),
        ]

    def __str__(self) -> str:
        return self.word
