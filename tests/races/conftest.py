"""Two servers at one archive, a secretary at each, and a judge who looks at what they leave."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest

from config.management.commands.verify import IN_ORDER
from tests.intake.own_archive import ROOT, OwnArchive
from tests.races.desks import Desk
from tests.served import Site, running

ALL_THERE = f"{IN_ORDER}\n"


class Judge:
    """Calls the functions of tests/races/judge.py in a process that has the archive's database."""

    def __init__(self, archive: OwnArchive) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.races.judge"],
            cwd=ROOT,
            env=archive.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __call__(self, verb: str, *given: Any) -> Any:
        self.process.stdin.write(json.dumps([verb, *given]) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, f"the judge has fallen over {verb}"
        return json.loads(answer)

    def close(self) -> None:
        self.process.communicate()


@dataclass(slots=True)
class Arena:
    """``anna`` and ``bo`` work at different servers; ``also_anna`` is Anna at Bo's server."""

    sites: list[Site]
    judge: Judge
    anna: Desk
    bo: Desk
    also_anna: Desk
    words: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self, who: str) -> str:
        """One that stands nowhere else."""
        return f"{who}-skrev-{next(self.words)}"

    def complaints(self) -> list[str]:
        """What the servers have logged of errors."""
        lines = [line for site in self.sites for line in site.log.read_text().splitlines()]
        return [line for line in lines if "Traceback" in line or '" 5' in line]


@pytest.fixture(scope="module")
def arena(own_databases) -> Iterator[Arena]:
    with ExitStack() as stack:
        archive = own_databases.copy()
        sites = [stack.enter_context(running(archive)) for _ in range(2)]
        judge = Judge(archive)
        stack.callback(judge.close)
        session = judge("a_session", "anna")
        anna = Desk(sites[0].address, "anna", session)
        bo = Desk(sites[1].address, "bo", judge("a_session", "bo"))
        also_anna = Desk(sites[1].address, "anna", session)
        for desk in (anna, bo, also_anna):
            stack.callback(desk.close)
        yield Arena(sites, judge, anna, bo, also_anna)
        # Here and not in a test of its own, which might run at another worker's arena.
        assert judge("faults") == []
        found = archive.manage("verify")
        assert (found.returncode, found.stdout) == (0, ALL_THERE), found.stderr
