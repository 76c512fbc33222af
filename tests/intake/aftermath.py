"""What a kill has left, and what a second import makes of it, for test_killed.py.

``python -m tests.intake.aftermath FOLDER`` prints {"found": state, "exit": status, "ended": state}
as JSON; one process does both, since the test asks this some hundred times.
"""

from __future__ import annotations

import io
import json
import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

    from django.core.management import call_command

    from tests.intake.state import archive_state

    found, status = archive_state(), 0
    try:
        call_command("import_minutes", sys.argv[1], publish=True, stdout=io.StringIO())
    except SystemExit as stop:
        status = stop.code
    json.dump({"found": found, "exit": status, "ended": archive_state()}, sys.stdout, default=str)
