"""What the page of review sends: saved, refused or explained; nothing lost in any case."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def sent(client, name: str, *arguments: int, version: int = 1, **data):
    return client.post(reverse(name, args=arguments), {"version": version, **data})


def test_a_field_of_the_meeting_is_saved_and_the_page_goes_on_from_there(as_secretary):
    meeting = factories.a_draft(location="Rotundan")
    answer = sent(as_secretary, "edit_meeting", meeting.pk, **{"meeting-title": "Ny rubrik"})
    meeting.refresh_from_db()
    assert (answer.status_code, answer.url) == (303, f"/granska/{meeting.pk}/#meeting")
    assert (meeting.title, meeting.location, meeting.version) == ("Ny rubrik", "Rotundan", 2)
    assert meeting.origins == {"title": "edited"}
