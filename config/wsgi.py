"""The door for a real server. Development goes through ``runserver``, which does not pass here."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()


def _refuse_debug() -> None:
    from django.conf import settings

    if settings.DEBUG:
        raise ImproperlyConfigured("DEBUG must be false where the archive is served for real.")


_refuse_debug()
