"""R4: one state, however often, in whatever order and from however many processes."""

import random
from collections import Counter
from datetime import date
from itertools import islice, permutations
from pathlib import Path

import pytest
from django.db import transaction

from intake.receiving import receive
from minutes.models import Attendance
from people.models import Person
from tests.intake.minutes_texts import minutes_text
from tests.intake.state import archive_state, comparable

SAMPLES = sorted((Path(__file__).parents[2] / "intake/samples").glob("2*"))
ORDERS = 20

# Somebody moves, somebody is absent, a municipality and a body are new: in each order again.
MEETINGS = [
    minutes_text(date(2019, 3, 7), ["Vera Lindqvist, Haninge", "Olof Brandt, Salem"]),
    minutes_text(date(2020, 3, 5), ["Vera Lindqvist, Tyresö", "Olof Brandt, Salem"]),
    minutes_text(date(2021, 3, 4), ["Olof Brandt, Nacka"], absent=["Vera Lindqvist, Tyresö"]),
    minutes_text(date(2021, 3, 4), ["Olof Brandt, Nacka"], body="Skärgårdsrådet"),
    minutes_text(date(2022, 3, 3), ["Vera Lindqvist, Värmdö", "Eva Åkerö, Gnesta"]),
]


def state_after(files: list[bytes]) -> dict:
    """The state of an archive into which only these were imported, in this order."""
    with transaction.atomic():
        for data in files:
            receive(data, "möte.txt")
        state = comparable(archive_state())
        transaction.set_rollback(True)
    return state


@pytest.mark.django_db
def test_twenty_orders_of_a_few_meetings_end_in_one_state():
    expected = state_after(MEETINGS)
    for order in islice(permutations(MEETINGS), 1, 120, 6):
        assert state_after(list(order)) == expected


@pytest.mark.slow
@pytest.mark.django_db
def test_twenty_orders_of_the_samples_end_in_one_state():
    files = [path.read_bytes() for path in SAMPLES]
    expected = state_after(files)
    for seed in range(ORDERS):
        random.Random(seed).shuffle(files)  # noqa: S311  the same orders every time
        assert state_after(files) == expected, seed


@pytest.mark.django_db
def test_three_times_is_as_good_as_once():
    for path in SAMPLES:
        receive(path.read_bytes(), path.name)
    expected = comparable(archive_state())
    for _ in range(2):
        outcomes = Counter(receive(path.read_bytes(), path.name).outcome for path in SAMPLES)
        assert outcomes == {"unchanged": len(SAMPLES)}
    assert comparable(archive_state()) == expected


@pytest.mark.django_db
def test_two_of_one_name_are_told_apart_in_any_order_that_knows_them_first():
    """What is learned late does not reach back; see intake/recognising.py."""
    both = minutes_text(date(2019, 3, 7), ["Anna Berg, Haninge", "Anna Berg, Salem"])
    later = [
        minutes_text(date(2020, 3, 5), ["Anna Berg, Salem"]),
        minutes_text(date(2021, 3, 4), ["Anna Berg, Haninge"]),
        minutes_text(date(2022, 3, 3), ["Anna Berg, Tyresö"]),
    ]
    states = [state_after([both, *order]) for order in permutations(later)]
    assert [state for state in states if state != states[0]] == []
    for data in (both, *later):
        receive(data, "möte.txt")
    assert Person.objects.filter(name="Anna Berg").count() == 2
    (unknown,) = Attendance.objects.filter(printed_name="Anna Berg", person=None)
    assert unknown.organization.name == "Tyresö"


@pytest.mark.parametrize("processes", [2, pytest.param(4, marks=pytest.mark.slow)])
def test_several_processes_end_in_the_state_of_one(own_databases, processes):
    alone = own_databases.copy()
    assert alone.manage("import_minutes", SAMPLES[0].parent, "--publish").returncode == 0
    shared = own_databases.copy()
    folder = SAMPLES[0].parent
    started = [shared.start("import_minutes", folder, "--publish") for _ in range(processes)]
    printed = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0] * processes, printed
    assert shared.state() == alone.state()
    assert shared.blobs() == alone.blobs()
    lines = [line for out, _ in printed for line in out.splitlines()]
    for path in SAMPLES:
        outcomes = Counter(line.split("  ")[0] for line in lines if path.name in line)
        assert outcomes["Fanns redan"] == processes - 1, path.name
