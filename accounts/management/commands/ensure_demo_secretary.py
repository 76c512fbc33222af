"""A first secretary for trying the archive out."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role

NAME = "sekreterare"
PASSWORD_LENGTH = 16


class Command(BaseCommand):
    help = (
        "Makes a secretary with a random password, printed once, unless there is a secretary."
        " Only where DEBUG is on: a real installation uses createsuperuser."
    )

    def handle(self, *args, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("A demo account is only made where DEBUG is on.")
        if User.objects.secretaries().exists():
            return
        password = get_random_string(PASSWORD_LENGTH)
        # An old one may be there that has been shut off or given another role.
        user, _made = User.objects.get_or_create(username=NAME)
        user.role, user.is_active, user.may_purge = Role.SECRETARY, True, True
        user.set_password(password)
        user.save()
        told = _("Logga in som %(name)s med lösenordet %(password)s (visas inte igen).")
        self.stdout.write(told % {"name": NAME, "password": password})
