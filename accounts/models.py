"""Who may log in. A user is not a Person: those are names in minutes."""

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from people.models import Organization


class UserQuerySet(models.QuerySet):
    def secretaries(self) -> "UserQuerySet":
        """Active users who may publish: neither readers and staff nor accounts shut off."""
        may = models.Q(role=Role.SECRETARY) | models.Q(is_superuser=True)
        return self.filter(may, is_active=True)


class UserManager(DjangoUserManager.from_queryset(UserQuerySet)):
    use_in_migrations = False


class User(AbstractUser):
    role = models.CharField(_("roll"), max_length=20, choices=Role, default=Role.READER)
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="users",
        verbose_name=_("arbetar i"),
        help_text=_("Svarar på beslut för den kommunen."),
    )
    may_purge = models.BooleanField(
        _("får gallra"),
        default=False,
        help_text=_("Får ta bort det som ligger i papperskorgen för alltid."),
    )

    objects = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.CheckConstraint(
                name="user_role_known", condition=models.Q(role__in=Role.values)
            ),
        ]
