"""The roles, and what each may do. No other module names a role."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    READER = "reader", _("Läsare")
    STAFF = "staff", _("Handläggare")
    SECRETARY = "secretary", _("Sekreterare")


def is_signed_in(user) -> bool:
    """Signed in and not shut off since; an anonymous visitor is not."""
    return user.is_authenticated and user.is_active


def is_secretary(user) -> bool:
    """May import, review, publish and edit reference data. A superuser counts as one."""
    return is_signed_in(user) and (user.is_superuser or user.role == Role.SECRETARY)


def may_purge(user) -> bool:
    """May remove for ever what lies in the trash: a secretary who was given that right too."""
    return is_secretary(user) and (user.is_superuser or user.may_purge)


def is_staff(user) -> bool:
    """Works in a municipality of the group. A secretary may do all that staff may."""
    return is_secretary(user) or (is_signed_in(user) and user.role == Role.STAFF)
