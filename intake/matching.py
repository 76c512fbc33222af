"""Which body or organization a printed name means. What nobody has heard of is added."""

from __future__ import annotations

from collections.abc import Iterable

from intake.parsing.places import municipality
from minutes.querysets import UNKNOWN_BODY
from people.models import Body, Kind, Organization
from people.names import normalise

LONGEST_NAME = 200  # what the columns hold; anything longer is a misread paragraph, not a name


class Bodies:
    """All bodies by name, full name and alias, read once for each file."""

    def __init__(self) -> None:
        self._by_key: dict[str, Body] = {}
        for body in Body.objects.order_by("pk"):
            for name in (body.name, body.full_name, *body.aliases):
                self._by_key.setdefault(normalise(name), body)

    def find(self, printed: str | None) -> Body | None:
        return self._by_key.get(normalise(printed)) if printed else None

    def find_or_add(self, printed: str | None) -> Body | None:
        """As ``find``, but an unknown name becomes a body without members."""
        known = self.find(printed)
        if known or not printed or len(printed) > LONGEST_NAME:
            return known
        # The address /moten/oklart/ is for meetings whose body is not known.
        slug = Body.objects.free_slug(printed, reserved={UNKNOWN_BODY})
        return Body.objects.create(name=printed, slug=slug)


class Organizations:
    """All organizations by name and alias, read once for each file."""

    def __init__(self) -> None:
        self._by_key: dict[str, Organization] = {}
        for organization in Organization.objects.order_by("pk"):
            for name in (organization.name, *organization.aliases):
                self._by_key.setdefault(normalise(name), organization)

    def find(self, printed: str | None) -> Organization | None:
        """The organization that a name means; "Nacka kommun" also where only Nacka is stored."""
        names = (printed, municipality(printed)) if printed else ()
        found = (self._by_key.get(normalise(name)) for name in names if name)
        return next((one for one in found if one), None)

    def find_or_add(self, printed: str | None) -> Organization | None:
        """As ``find``; an unknown name becomes a municipality of Sweden's list, else "other"."""
        known = self.find(printed)
        if known or not printed or len(printed) > LONGEST_NAME:
            return known
        name = municipality(printed) or printed
        organization = Organization.objects.create(
            name=name,
            slug=Organization.objects.free_slug(name),
            kind=Kind.MUNICIPALITY if municipality(printed) else Kind.OTHER,
        )
        self._by_key[normalise(name)] = organization
        return organization

    def all_of(self, printed: Iterable[str]) -> list[Organization]:
        """One for each name, in order, none twice."""
        found = (self.find_or_add(name) for name in printed)
        return list(dict.fromkeys(one for one in found if one))
