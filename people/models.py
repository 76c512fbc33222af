"""Who and where: the ground floor. Nothing here knows about meetings, decisions or files."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.derived import DerivesColumns
from people.names import normalise, sort_key
from people.querysets import BodyQuerySet, OrganizationQuerySet, PersonQuerySet


class Kind(models.TextChoices):
    MUNICIPALITY = "municipality", _("Kommun")
    REGION = "region", _("Region")
    AGENCY = "agency", _("Myndighet")
    COMPANY = "company", _("Bolag")
    ASSOCIATION = "association", _("Förening")
    SECRETARIAT = "secretariat", _("Kansli")
    OTHER = "other", _("Annan")


class Organization(DerivesColumns):
    """Somebody to represent: a municipality (without the word "kommun"), an agency, a company."""

    kind = models.CharField(_("slag"), max_length=20, choices=Kind, default=Kind.OTHER)
    name = models.CharField(_("namn"), max_length=200, unique=True)
    slug = models.SlugField(_("adress"), max_length=200, unique=True)
    name_sort = models.CharField(max_length=200, db_index=True, editable=False)
    aliases = models.JSONField(_("andra namn"), default=list, blank=True)

    objects = OrganizationQuerySet.as_manager()
    derived_columns = ("name_sort",)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisationer")
        constraints = [
            models.CheckConstraint(
                name="organization_kind_known", condition=models.Q(kind__in=Kind.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_municipality(self) -> bool:
        """Only municipalities have a page of their own."""
        return self.kind == Kind.MUNICIPALITY

    def derive(self) -> None:
        self.name_sort = sort_key(self.name)


class Body(models.Model):
    """A group that meets and keeps minutes; its members are organizations, not people."""

    name = models.CharField(_("namn"), max_length=200, unique=True)
    full_name = models.CharField(
        _("fullständigt namn"), max_length=200, blank=True, help_text=_("Används i hänvisningar.")
    )
    slug = models.SlugField(_("adress"), max_length=200, unique=True)
    aliases = models.JSONField(_("andra namn"), default=list, blank=True)
    members = models.ManyToManyField(
        Organization, verbose_name=_("medlemmar"), related_name="bodies", blank=True
    )

    standing_items = models.JSONField(
        _("stående punkter"),
        default=list,
        blank=True,
        help_text=_("En på varje rad; de inleder förslaget till nästa dagordning."),
    )
    shows_attendance = models.BooleanField(
        _("visar närvaro per kommun"), default=True, help_text=_("Tabellen på organets sida.")
    )

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("organ")
        verbose_name_plural = _("organ")

    def __str__(self) -> str:
        return self.name

    @property
    def name_in_citations(self) -> str:
        return self.full_name or self.name


class BodyRule(models.Model):
    """A rule of the group: what somebody's absence means for a decision, and from which day."""

    body = models.ForeignKey(
        Body, on_delete=models.CASCADE, related_name="rules", verbose_name=_("organ")
    )
    from_date = models.DateField(_("gäller från"))
    text = models.TextField(_("regeln, ordagrant"))
    absent_is_bound = models.BooleanField(
        _("den som är frånvarande står bakom besluten"),
        help_text=_("Om den inte har invänt i förväg."),
    )

    class Meta:
        verbose_name = _("spelregel")
        verbose_name_plural = _("spelregler")
        constraints = [
            models.UniqueConstraint(fields=["body", "from_date"], name="bodyrule_day_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.from_date}"


class Person(DerivesColumns):
    """Somebody whose name is printed in minutes.

    Two people may share a name, so ``name_key`` is not unique. Which municipality a person comes
    from is a fact of each meeting (Attendance): people move.
    """

    name = models.CharField(_("namn"), max_length=200)
    slug = models.SlugField(_("adress"), max_length=200, unique=True)
    name_key = models.CharField(max_length=200, db_index=True, editable=False)
    name_sort = models.CharField(max_length=200, db_index=True, editable=False)
    other_names = models.JSONField(_("andra tryckta namn"), default=list, blank=True)

    objects = PersonQuerySet.as_manager()
    derived_columns = ("name_key", "name_sort")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("personer")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])

    @property
    def initial(self) -> str:
        """The letter that the name stands under in a list."""
        return self.name[:1].upper()

    def derive(self) -> None:
        """The slug is given once and kept when the name is corrected: it is an address."""
        self.name_key = normalise(self.name)
        self.name_sort = sort_key(self.name)
        self.slug = self.slug or Person.objects.free_slug(self.name)
