"""Where a text is parted in two."""

import pytest

from intake.editing.dividing import NoPlace, divided_decision, divided_item
from intake.editing.items import merge_items
from tests import factories

pytestmark = pytest.mark.django_db

SOURCE = """5. Trafik

Bussarna går som förut, och
bussarna är fulla.

Bussarna går som förut, sade Vera.

Vägar
Bron lagas.
"""
TEXT = (
    "Bussarna går som förut, och bussarna är fulla.\n\n"
    "Bussarna går som förut, sade Vera.\n\nVägar\n\nBron lagas."
)


def an_item(**fields):
    meeting = factories.a_draft()
    factories.a_source(meeting, SOURCE, document=factories.a_document(SOURCE))
    lines = {"first_line": 1, "last_line": 9}
    return factories.an_item(meeting, number="5", text=TEXT, **lines, **fields)


def paragraphs(item) -> list[str]:
    return item.text.split("\n\n") if item.text else []


@pytest.mark.parametrize(("line", "left"), [(4, 1), (5, 1), (6, 1), (7, 2), (8, 2), (9, 3)])
def test_the_line_that_was_picked_tells_the_paragraph_also_where_two_begin_alike(line, left):
    item = an_item()
    divided_item(item, {"line": str(line), "title": "Ny"})
    assert paragraphs(item) == TEXT.split("\n\n")[:left]


@pytest.mark.parametrize("line", ["1", "10", "0", "99999999", ""])
def test_a_line_outside_the_item_parts_nothing(line):
    with pytest.raises(NoPlace):
        divided_item(an_item(), {"line": line})


@pytest.mark.parametrize("paragraph", ["0", "5", "-1", "två", ""])
def test_a_paragraph_that_does_not_exist_parts_nothing(paragraph):
    with pytest.raises(NoPlace, match="Välj det stycke"):
        divided_item(an_item(), {"paragraph": paragraph})


def test_a_short_first_paragraph_becomes_the_title_but_a_sentence_does_not():
    item = an_item()
    last = divided_item(item, {"paragraph": "4"})
    new = divided_item(item, {"paragraph": "3"})
    assert (last.title, last.text) == ("", "Bron lagas.")
    assert (new.title, new.text) == ("Vägar", "")


def test_what_was_parted_is_whole_again_when_put_together():
    item = an_item()
    new = divided_item(item, {"paragraph": "3"})
    item.refresh_from_db()
    merge_items(item, new)
    item.refresh_from_db()
    assert (item.text, item.first_line, item.last_line) == (TEXT, 1, 9)


@pytest.mark.parametrize(
    ("text", "data", "parts"),
    [
        ("Ett. Två.", {"at": "5"}, ["Ett.", "Två."]),
        ("Ett.\n\nTvå.\n\nTre.", {}, ["Ett.", "Två.\n\nTre."]),
        ("Ett.\nTvå.", {}, ["Ett.", "Två."]),
    ],
)
def test_a_decision_is_parted_at_a_letter_or_a_blank_line(text, data, parts):
    decision = factories.a_decision(text=text)
    new = divided_decision(decision, data)
    assert [decision.text, new.text] == parts
    assert (new.position, new.kind) == (2, decision.kind)


@pytest.mark.parametrize("data", [{}, {"at": "0"}, {"at": "99"}, {"at": "x"}])
def test_a_decision_of_one_piece_is_not_parted(data):
    with pytest.raises(NoPlace, match="Gör en tom rad"):
        divided_decision(factories.a_decision(text="Ett enda beslut."), data)
