"""Who may see a meeting, from the least to the most."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("Utkast")
    INTERNAL = "internal", _("Intern")
    PUBLIC = "public", _("Publicerad")
    TRASHED = "trashed", _("I papperskorgen")


# What nobody but a secretary may see, and what no reader is shown at all.
HIDDEN = (State.DRAFT, State.TRASHED)
