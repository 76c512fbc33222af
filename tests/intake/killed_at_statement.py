"""``python -m tests.intake.killed_at_statement N PATH``: an import that dies before statement N.

Counted from 1; with N = 0 it lives, and prints how many statements there were.
"""

from __future__ import annotations

import io
import os
import signal
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

    from django.core.management import call_command
    from django.db import connection

    number, path = int(sys.argv[1]), sys.argv[2]
    seen = 0

    def die(execute, *statement):
        global seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(*statement)

    try:
        with connection.execute_wrapper(die):
            call_command("import_minutes", path, publish=True, stdout=io.StringIO())
    finally:
        sys.stdout.write(str(seen))
