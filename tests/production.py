"""Settings of a real installation, with what the proxy in front of one does: see deploy/Caddyfile.

For tests that weigh what comes over the wire and look at pages as visitors get them. The proxy's
TLS is left out: a browser trusts its own machine without.
"""

import os

from config import settings as real
from config.settings import *  # noqa: F403 - a settings module is the sum of another and its own

STATIC_ROOT = os.environ["STATIC_ROOT"]
SECURE_SSL_REDIRECT = False
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *real.MIDDLEWARE]
