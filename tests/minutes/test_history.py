"""A record with each save, unless an edit writes its own at the end."""

import pytest

from decisions.indexing import forget
from minutes.history import one_record_for_each_row
from minutes.models import AgendaItem
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_save_leaves_a_record():
    item = factories.an_item()
    item.title = "Ny"
    item.save()
    titles = AgendaItem.history.order_by("history_id").values_list("title", flat=True)
    assert list(titles) == ["Lägesrapport", "Ny"]


def test_an_edit_that_writes_its_own_history_is_left_alone():
    item = factories.an_item()
    forget(item.meeting_id)
    with one_record_for_each_row():
        item.save()
        item.delete()
    assert AgendaItem.history.count() == 1


def test_saves_leave_records_again_after_an_edit_that_failed():
    item = factories.an_item()
    with pytest.raises(ZeroDivisionError), one_record_for_each_row():
        _ = 1 / 0
    item.save()
    assert AgendaItem.history.count() == 2
