"""The words in which people, bodies and organizations are asked for."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from django.db import models

from people.names import normalise, slug

LONGEST_SLUG = 190  # letters; the columns hold 200, and a number may follow


class AddressedQuerySet(models.QuerySet):
    """Rows with a unique slug, which is given once and kept: it is an address."""

    without_letters = "namnlos"  # the slug of a name that has none

    def free_slug(self, name: str, reserved: Collection[str] = ()) -> str:
        """The first of ``anna-berg``, ``anna-berg-2``, … that nobody has and none reserves."""
        wanted = slug(name)[:LONGEST_SLUG] or self.without_letters
        taken = {*reserved, *self.filter(slug__startswith=wanted).values_list("slug", flat=True)}
        numbered = (f"{wanted}-{number}" for number in count(2))
        return wanted if wanted not in taken else next(s for s in numbered if s not in taken)


class OrganizationQuerySet(AddressedQuerySet):
    without_letters = "organisation"

    def municipalities(self) -> OrganizationQuerySet:
        """Municipalities only: no regions, agencies, companies, associations or secretariats."""
        return self.filter(kind="municipality")

    def in_order(self) -> OrganizationQuerySet:
        """All, as the Swedish alphabet has them."""
        return self.order_by("name_sort", "pk")


class BodyQuerySet(AddressedQuerySet):
    without_letters = "organ"

    def in_order(self) -> BodyQuerySet:
        """All, by name."""
        return self.order_by("name", "pk")


class PersonQuerySet(AddressedQuerySet):
    without_letters = "person"

    def named(self, printed: str) -> PersonQuerySet:
        """Everybody with this name, however it is spaced or hyphenated; never a near miss.

        People who have only been printed so as one of their other names are left out.
        """
        return self.filter(name_key=normalise(printed))

    def in_order(self) -> PersonQuerySet:
        """All, as the Swedish alphabet has them, by the name as printed."""
        return self.order_by("name_sort", "pk")
