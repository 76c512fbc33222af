"""``python -m tests.decisions.watched_reindexing``: makes the index anew while others go on.

After every statement somebody else searches, on a connection of their own; and while the entries
of the first meeting are written, somebody else edits that meeting. Prints what they saw.
"""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from io import StringIO
from typing import Any

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

    from django.core.management import call_command
    from django.db import connection

    from decisions import reindexing
    from intake.editing.items import save_item
    from intake.editing.saving import saving
    from minutes.models import Meeting
    from minutes.search import rows
    from minutes.search.analysis import stem
    from minutes.search.expression import Word
    from minutes.search.models import SearchEntry
    from tests.decisions.asking import import_samples

    WORD = Word(stem("beslut"), open=True)
    seen: list[list[int]] = []
    edits: list[Future[None]] = []

    def search() -> list[int]:
        return [SearchEntry.objects.matching(one).count() for one in (WORD, None)]

    def edit(key: int) -> None:
        with saving(key, Meeting.objects.get(pk=key).version, None, "item") as meeting:
            item = meeting.items.get(position=1)
            save_item(item, {"title": f"{item.title}, ändrad"})

    def watch(execute: Any, sql: str, *statement: Any) -> Any:
        result = execute(sql, *statement)
        seen.append(reader.submit(search).result())
        if not edits and sql.startswith("INSERT INTO minutes_searchentry"):
            edits.append(editor.submit(edit, Meeting.objects.earliest("pk").pk))
        return result

    import_samples()
    expected = search()
    reindexing.ANALYSER_VERSION = rows.ANALYSER_VERSION = 2
    reindexing.BATCH = 4
    with ExitStack() as stack:
        reader, editor = (stack.enter_context(ThreadPoolExecutor(1)) for _ in range(2))
        outdated = len(reindexing.outdated())
        stack.enter_context(connection.execute_wrapper(watch))
        call_command("reindex", stdout=StringIO())
        edits[0].result()
    told = {
        "meetings": Meeting.objects.count(),
        "outdated": outdated,
        "expected": expected,
        "seen": sorted({tuple(one) for one in seen}),
        "looks": len(seen),
        "edited": SearchEntry.objects.matching(Word(stem("ändrad"), title=True)).count(),
        "left": reindexing.outdated(),
        "drift": [one.sentence for one in reindexing.drifted()],
    }
    json.dump(told, sys.stdout)
