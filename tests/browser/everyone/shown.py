"""``python -m tests.browser.everyone.shown``: fills an archive with something for every page.

Prints as JSON what a browser needs to walk through it: see ``main``. The sample minutes have been
imported before: an entry has everything once, but minutes are longer and stranger than that.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO

OTHER_VERSION = ("Salems kommunhus", "Nykvarns kommunhus")


def main() -> None:
    """``session`` lets a secretary in, to whose list belongs what a stranger cannot open, and
    what has forms only for who works there.

    The other lists hold addresses, but ``acts`` the names of views that only forms are sent to;
    ``sample`` names a long meeting and what stands in it.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from minutes.states import State
    from tests.addresses import an_entry

    entry = an_entry(State.PUBLIC, "oppet", start_date=date(2021, 3, 4))
    _draw(entry.source)
    secretary, session = _a_secretary()
    _at_the_desk(secretary)
    entry.search.user = secretary
    entry.search.save()
    sample = _a_sample()
    shown = {page for page in entry.everything if _is_for_all(page)} | set(sample.values())
    kept = set(entry.everything) - shown | set(entry.owned.values()) | set(_of_drafts())
    kept |= {entry.own_row, *_with_more_for_a_secretary(entry)}
    told = {
        "session": session,
        "stranger": sorted(shown),
        "secretary": sorted(kept),
        "acts": sorted(entry.acts),
        "sample": sample,
    }
    json.dump(told, sys.stdout)


def _with_more_for_a_secretary(entry) -> list[str]:
    from django.urls import reverse

    lists = ["start", "assignments", "outstanding", "coverage"]
    own = [entry.pages[name] for name in ("meeting", "decision", "assignment", "body")]
    return [*map(reverse, lists), *own, reverse("topic", args=["infrastruktur"])]


def _is_for_all(page: str) -> bool:
    from django.urls import resolve

    return resolve(page.partition("?")[0]).func.access in {"anyone", "readers"}


def _a_secretary() -> tuple:
    from django.test import Client

    from tests import factories

    secretary = factories.a_secretary("sekreteraren", may_purge=True)
    client = Client()
    client.force_login(secretary)
    return secretary, client.cookies["sessionid"].value


def _draw(source) -> None:
    """A picture of its page that a browser can show."""
    from PIL import Image

    from tests import factories

    drawn = BytesIO()
    Image.new("RGB", (595, 842), "white").save(drawn, "PNG")
    factories.a_picture(source, drawn=drawn.getvalue())


def _at_the_desk(secretary) -> None:
    """Files that have come to every place that a file can come to, and something in the trash."""
    from intake.models import UploadState
    from intake.receiving import receive
    from intake.trashing import trash_file
    from minutes.publishing import publish
    from minutes.states import State
    from tests import factories
    from tests.browser.papers import PRINTED, a_printed_paper
    from tests.intake.minutes_texts import minutes_text

    batch = factories.a_batch(["vantar.pdf"], created_by=secretary)
    factories.an_upload(batch, file_name="lases.pdf", state=UploadState.READING)
    handed_in = {
        "maj.pdf": a_printed_paper(),
        "samma.pdf": a_printed_paper(),
        "ny version.txt": PRINTED.replace(*OTHER_VERSION).encode(),
        "brev.txt": b"Vi ses.\n",
        "slängt.txt": minutes_text(date(2022, 10, 6)),
        "slängd.txt": b"Hej.\n",
    }
    for name, data in handed_in.items():
        receipt = receive(data, name, secretary)
        factories.an_upload(batch, file_name=name, state=UploadState.FINISHED, receipt=receipt)
        if name == "slängt.txt":
            publish(receipt.source_file.meeting, to=State.TRASHED, by=secretary)
        if name == "slängd.txt":
            trash_file(receipt.source_file.pk, secretary)


def _of_drafts() -> Iterator[str]:
    """The pages of drafts that ask the most: one without a body, one with a second version."""
    from django.urls import reverse

    from intake.models import SourceFile
    from minutes.models import Meeting

    version = SourceFile.objects.get(meeting__isnull=False, is_current=False)
    yield reverse("compare", args=[version.meeting_id, version.pk])
    for meeting in [version.meeting, Meeting.objects.drafts().filter(body=None).first()]:
        yield meeting.get_absolute_url()
        yield reverse("review", args=[meeting.pk])
        yield reverse("history", args=[meeting.pk])


def _a_sample() -> dict[str, str]:
    """The longest published meeting, and something that stands in it."""
    from minutes.models import Meeting

    longest = max(Meeting.objects.published(), key=lambda meeting: meeting.items.count())
    decided = longest.items.exclude(decisions=None).first()
    present = longest.attendances.exclude(person=None).first()
    return {
        "meeting": longest.get_absolute_url(),
        "decision": decided.decisions.first().get_absolute_url(),
        "person": present.person.get_absolute_url(),
    }


if __name__ == "__main__":
    main()
