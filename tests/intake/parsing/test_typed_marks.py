"""Marks of Markdown that a reader left as they were typed."""

from dataclasses import replace

import pytest

from intake.parsing.typed_marks import unmarked
from intake.text.document import HEADING, Line
from tests.intake.parsing.printed import bold, minutes, plain, word
from tests.intake.typed import minutes as typed

FRONT = ("Anteckningar Hamnrådet", "Tid: 3 maj 2022", "Närvarande: Vera Lindqvist, Nils Ekrot")


def as_typed(text: str) -> Line:
    """A line of a file whose reader knows nothing of Markdown."""
    return replace(plain("x"), text=text, raw=text)


def texts(text):
    return [line.text for line in unmarked([as_typed(text)])]


@pytest.mark.parametrize(
    ("typed_so", "meant"),
    [
        ("## 1. Budget", "1. Budget"),
        ("##1. Budget", "1. Budget"),
        ("# § 4 Budget", "§ 4 Budget"),
        ("**1. Budget**", "1. Budget"),
        ("**1.** Budget", "1. Budget"),
        ("*§ 4 Budget*", "§ 4 Budget"),
        ("__2) Budget__", "2) Budget"),
        ("## **2. Budget**", "2. Budget"),
        ("### 3. Budget ###", "3. Budget"),
        ("## Punkt 3: Budget", "Punkt 3: Budget"),
    ],
)
def test_marks_before_a_number_are_taken_off(typed_so, meant):
    assert texts(typed_so) == [meant]


@pytest.mark.parametrize(
    "text",
    ["#hamnen", "*se bilaga*", "**Beslut**", "*12 båtar*", "_____", "#5", "**Nils** talar."],
)
def test_what_else_stands_between_signs_is_left(text):
    assert texts(text) == [text]


def test_a_marked_line_is_a_heading_of_its_level():
    (line,) = unmarked([as_typed("### 1. Budget")])
    assert (line.kind, line.level, line.bold) == (HEADING, 3, False)


def test_a_bullet_before_a_bold_number_is_none_of_the_writers():
    (line,) = unmarked([replace(bold("1. Budget"), label="•")])
    assert (line.label, line.text) == ("", "1. Budget")


def test_a_bold_entry_of_a_list_keeps_its_bullet():
    (line,) = unmarked([replace(bold("Budget"), label="•")])
    assert line.label == "•"


def items(told):
    return [(one.number, one.title, one.text) for one in told.items]


@pytest.mark.parametrize("first", ["##1. Läget", "*1. Läget*", "**1.** Läget", "## 1: Läget"])
def test_short_notes_have_the_items_that_their_marks_show(first):
    second = first.replace("1", "2").replace("Läget", "Budget")
    told = typed("\n".join([*FRONT, first, "Vera berättar.", second, "Nils räknar."]))
    assert items(told) == [("1", "Läget", "Vera berättar."), ("2", "Budget", "Nils räknar.")]


def test_marks_that_were_pasted_into_a_word_file_are_read_alike():
    first, second = map(as_typed, ("## 1. Läget", "## 2. Budget"))
    told = minutes(word(*FRONT, first, "Vera berättar.", second, "Nils räknar."))
    assert items(told) == [("1", "Läget", "Vera berättar."), ("2", "Budget", "Nils räknar.")]
